"""Texts from files and from the standard input, whatever their encoding."""

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
