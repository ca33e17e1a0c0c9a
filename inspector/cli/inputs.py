"""Texts from files and from the standard input, whatever their encoding; and secrets."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from typing import Final

from inspector.cli.errors import unreadable
from inspector.cli.terminal import Terminal
from inspector.texts import decode
from inspector.visible import visible

STDIN: Final = "-"
MOST_BYTES: Final = 256 * 1024 * 1024
"""No more is read of a text, so that a device or a command without an end is none of ours."""
PATIENCE_SECONDS: Final = 1.0
"""For so long a pipe may have nothing to say before people learn what is waited for."""


def read_text(file: str, terminal: Terminal) -> str:
    """Return the text of a file, or of the standard input for `-`; of a longer one the beginning.

    Raises:
        Failure: The file cannot be read.
    """
    data = terminal.read_bytes(MOST_BYTES + 1) if file == STDIN else _content(file, terminal)
    if len(data) > MOST_BYTES:
        terminal.tell(terminal.messages.gettext("The text is too long; its end was not read."))
    return decode(data[:MOST_BYTES])


def _content(file: str, terminal: Terminal) -> bytes:
    try:
        with _waiting(Path(file), terminal), Path(file).open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise unreadable(file, error) from error


@contextlib.contextmanager
def _waiting(file: Path, terminal: Terminal) -> Iterator[None]:
    """Tell, while a pipe without a writer keeps us waiting, what for."""
    if not file.is_fifo():
        yield
        return
    words = terminal.messages.gettext("Waiting for what another program writes to {file}.")
    timer = Timer(PATIENCE_SECONDS, terminal.tell, [words.format(file=visible(str(file)))])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()


def read_value(given: str, question: str, terminal: Terminal) -> str:
    """Return a value that an option gives: as it is, from `@FILE`, or for `-` by asking for it.

    What is typed is not shown; without a keyboard it is the first line of the standard input.

    Raises:
        Failure: The file cannot be read.
    """
    if given.startswith("@"):
        return read_text(given[1:], terminal).strip()
    return terminal.ask(question).strip() if given == STDIN else given
