"""Progress of long work, on the standard error."""

from __future__ import annotations

import time
from typing import Final

from inspector.cli.terminal import Terminal

SCREEN_SECONDS: Final = 0.2
LOG_SECONDS: Final = 10.0


class Progress:
    """Tells now and then how much is done: in place on a screen, else as a line."""

    def __init__(self, terminal: Terminal, total: int, words: str) -> None:
        """Take the sentence in the user's language, with `{done}` and `{total}` to fill in."""
        self._terminal = terminal
        self._words = words
        self._total = total
        self._screen = terminal.stderr.isatty()
        self._pause = SCREEN_SECONDS if self._screen else LOG_SECONDS
        self._next = time.monotonic() + self._pause
        self._shown = False

    def update(self, done: int) -> None:
        """Tell how far it is, unless that was told just now."""
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + self._pause
        line = self._words.format(done=f"{done:,}", total=f"{self._total:,}")
        if self._screen:
            self._terminal.stderr.write(f"\r{line}")
            self._terminal.stderr.flush()
            self._shown = True
        else:
            self._terminal.tell(line)

    def close(self) -> None:
        """Wipe what stands on the screen."""
        if self._shown:
            self._terminal.stderr.write("\r\x1b[K")
            self._terminal.stderr.flush()
