"""The terminal: three streams, an environment and a language, given rather than global."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Mapping
from typing import TextIO

from inspector.messages import Messages
from inspector.visible import visible


class Terminal:
    """Where a command reads and writes. `main` makes it; tests give streams of their own."""

    def __init__(
        self,
        stdin: TextIO,
        stdout: TextIO,
        stderr: TextIO,
        environment: Mapping[str, str],
        messages: Messages,
    ) -> None:
        self.stdin = stdin
        self.stdout = stdout
        self.stderr = stderr
        self.environment = environment
        self.messages = messages
        """The sentences, in the user's language."""
        for stream in (stdout, stderr):
            _accept_every_character(stream)

    @property
    def piped(self) -> bool:
        """True when something else than a keyboard is at the standard input."""
        return self.stdin is not None and not self.stdin.closed and not self.stdin.isatty()

    def colourful(self, stream: TextIO) -> bool:
        """Say whether a stream is a screen that shows colours, and the user does not mind."""
        plain = self.environment.get("NO_COLOR") or self.environment.get("TERM") == "dumb"
        old_windows = sys.platform == "win32" and not self.environment.get("WT_SESSION")
        return stream.isatty() and not plain and not old_windows

    def read_bytes(self, most: int) -> bytes:
        """Return what comes from the standard input, at most so many bytes."""
        buffer = getattr(self.stdin, "buffer", None)
        if buffer is None:
            return self.stdin.read(most).encode("utf-8", "surrogatepass")
        data: bytes = buffer.read(most)
        return data

    def ask(self, question: str) -> str:
        """Return the line that the user types without its being shown, or the next one piped in."""
        if self.piped:
            return self.stdin.readline()
        from getpass import getpass

        try:
            return getpass(question, self.stderr)
        except EOFError:  # Ctrl+D for an answer
            return ""

    def print(self, text: str = "") -> None:
        """Write a text of results; what was pasted and stands within a line is `visible` already.

        Control characters are shown, not obeyed, in any case.
        """
        self.stdout.write(f"{visible(text, lines=True)}\n")

    def write(self, piece: str) -> None:
        """Write a piece of a file: as it is where a file takes it, safe where people see it."""
        self.stdout.write(visible(piece, lines=True) if self.stdout.isatty() else piece)

    def print_json(self, json_text: str) -> None:
        """Write one JSON document as exactly one line."""
        self.stdout.write(f"{visible(json_text)}\n")

    def print_styled(self, text: str) -> None:
        """Write a line whose colours are our own; what was pasted in it is `visible` already."""
        self.stdout.write(f"{text}\n")

    def tell(self, text: str) -> None:
        """Write a line that is no result to the standard error."""
        self.tell_styled(visible(text, lines=True))

    def tell_styled(self, text: str) -> None:
        """Like `tell`, for a line whose colours are our own."""
        self.stderr.write(f"{text}\n")
        self.stderr.flush()

    def show_error(self, sentence: str) -> None:
        """Write what went wrong; a closed standard error is no second failure."""
        with contextlib.suppress(OSError, ValueError):
            self.tell(f"inspector: {sentence}")

    def flush(self) -> None:
        """Send what is still held back; raises `BrokenPipeError` when nobody reads."""
        self.stdout.flush()

    def abandon(self) -> None:
        """Send what is held back nowhere, so that the interpreter's end is silent too."""
        with contextlib.suppress(OSError, ValueError, io.UnsupportedOperation):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.stdout.fileno())
            os.close(nowhere)


def _accept_every_character(stream: TextIO) -> None:
    r"""Have a stream take every character, whatever the system's code page.

    A screen keeps its encoding; a pipe or file gets UTF-8, which is what JSON is exchanged in.
    Half of a surrogate pair is written as `\udc00`, which JSON reads back.
    """
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    if stream.isatty():
        reconfigure(errors="backslashreplace")
    else:
        reconfigure(encoding="utf-8", errors="backslashreplace")
