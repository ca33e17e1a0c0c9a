"""Texts from files and from the standard input, whatever their encoding; and secrets."""

from __future__ import annotations

from pathlib import Path

from inspector.cli.errors import unreadable
from inspector.cli.terminal import Terminal
from inspector.texts import decode

STDIN = "-"


def read_text(file: str, terminal: Terminal) -> str:
    """Return the text of a file, or of the standard input for `-`.

    Raises:
        Failure: The file cannot be read.
    """
    if file == STDIN:
        return decode(terminal.read_bytes())
    try:
        return decode(Path(file).read_bytes())
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise unreadable(file, error) from error


def read_value(given: str, question: str, terminal: Terminal) -> str:
    """Return a value that an option gives: as it is, from `@FILE`, or for `-` by asking for it.

    What is typed is not shown; without a keyboard it is the first line of the standard input.

    Raises:
        Failure: The file cannot be read.
    """
    if given.startswith("@"):
        return read_text(given[1:], terminal).strip()
    return terminal.ask(question).strip() if given == STDIN else given
