"""Texts from files and from the standard input, whatever their encoding; and secrets."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from threading import Timer
from typing import Final

from inspector.cli.errors import Failure, unreadable
from inspector.cli.terminal import Terminal
from inspector.texts import GZIP, OLE, ZIP, decode, is_binary, is_utf8
from inspector.visible import visible

STDIN: Final = "-"
MOST_BYTES: Final = 256 * 1024 * 1024
"""No more is read of a text, so that a device or a command without an end is none of ours."""
HEAD_BYTES: Final = 65_536
"""So much of a file tells what it is."""
PATIENCE_SECONDS: Final = 1.0
"""For so long a pipe may have nothing to say before people learn what is waited for."""

_LAST_LINE_END: Final = re.compile(r"\r?\n\Z")


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
    path = Path(file)
    try:
        with _waiting(path, terminal), path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
            if head.startswith((GZIP, ZIP, OLE)) and path.is_file():
                return _unpacked(path)
            _check_text(head, path)
            return head + stream.read(max(0, MOST_BYTES + 1 - len(head)))
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise unreadable(file, error) from error


def _unpacked(path: Path) -> bytes:
    """Return the one text that an archive holds.

    Raises:
        Failure: It holds more, a table, or no text; or it is broken.
    """
    from inspector.reports.entries import entries
    from inspector.reports.entry import UNREADABLE, WORKBOOKS
    from inspector.reports.errors import BrokenFile

    try:
        found = list(islice(entries([path]), 2))
        if len(found) != 1 or found[0].suffix in WORKBOOKS:
            raise _several(path)
        stream, raw = found[0].open()
        with raw, stream:
            data = stream.read(MOST_BYTES + 1)
    except (BrokenFile, *UNREADABLE) as error:
        if isinstance(error, OSError) and error.errno:
            raise
        raise Failure(BrokenFile().sentence, file=path) from error
    _check_text(data[:HEAD_BYTES], path)
    return data


def _check_text(head: bytes, path: Path) -> None:
    if not is_utf8(head):
        _check_coding(head, path)
    if is_binary(decode(head)):
        raise Failure("Cannot read {file}: it is neither text nor a spreadsheet.", file=path)


def _check_coding(head: bytes, path: Path) -> None:
    from inspector.reports.codings import shut_coding
    from inspector.reports.errors import Compressed

    if coding := shut_coding(path.name, head):
        error = Compressed(coding)
        raise Failure(error.sentence, file=path, **error.values)


def _several(path: Path) -> Failure:
    return Failure(
        "{file} is a table or holds several files. Use: inspector reports {file}", file=path
    )


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


def read_value(given: str, question: str, terminal: Terminal, *, exact: bool = False) -> str:
    """Return a value that an option gives: as it is, from `@FILE`, or for `-` by asking for it.

    What is typed is not shown; without a keyboard it is the first line of the standard input.
    With `exact` a file is taken with its blanks, which were signed, too, but for a last line end.

    Raises:
        Failure: The file cannot be read.
    """
    if given.startswith("@"):
        text = read_text(given[1:], terminal)
        return _LAST_LINE_END.sub("", text) if exact else text.strip()
    return terminal.ask(question).strip() if given == STDIN else given
