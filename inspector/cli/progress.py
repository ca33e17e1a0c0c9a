"""Progress of long work, on the standard error."""

from __future__ import annotations

import time
from typing import Final

from inspector.cli.terminal import Terminal
from inspector.moments import duration

SCREEN_SECONDS: Final = 0.2
LOG_SECONDS: Final = 10.0
LEAST_SHARE: Final = 0.01
"""Share of the work from which on the time left is guessed."""


class Progress:
    """Tells now and then how much is done: in place on a screen, else as a line."""

    def __init__(self, terminal: Terminal, total: int, words: str) -> None:
        """Take the sentence in the user's language, with `{done}` and `{total}` to fill in."""
        self._terminal = terminal
        self._words = words
        self._total = total
        self._screen = terminal.stderr.isatty()
        self._pause = SCREEN_SECONDS if self._screen else LOG_SECONDS
        self._start = time.monotonic()
        self._next = self._start + self._pause
        self._shown = False

    @property
    def seconds(self) -> float:
        """How long the work has taken so far."""
        return time.monotonic() - self._start

    def update(self, done: int) -> None:
        """Tell how far it is, unless that was told just now."""
        if self.is_due():
            self.show(self._words.format(done=f"{done:,}", total=f"{self._total:,}"))

    def is_due(self) -> bool:
        """Say whether it is time to tell something."""
        return time.monotonic() >= self._next

    def show(self, line: str) -> None:
        """Tell a line: in place of the last one on a screen."""
        self._next = time.monotonic() + self._pause
        if self._screen:
            self._terminal.stderr.write(f"\r{line}\x1b[K")
            self._terminal.stderr.flush()
            self._shown = True
        else:
            self._terminal.tell(line)

    def left(self, share: float) -> str:
        """Return the time left as `1:05`, guessed from the share that is done; else empty."""
        if share < LEAST_SHARE:
            return ""
        return duration(self.seconds * (1 / share - 1))

    def close(self) -> None:
        """Wipe what stands on the screen."""
        if self._shown:
            self._terminal.stderr.write("\r\x1b[K")
            self._terminal.stderr.flush()
            self._shown = False
