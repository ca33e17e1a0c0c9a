"""A stream of bytes -> blocks that end where a line ends, whatever the encoding.

What is read is never held as a whole. UTF-16 and UTF-32 become UTF-8 on the way; in UTF-8 and
GB 18030 the byte of a line feed is nothing else, so their blocks are cut without decoding.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, Final

from inspector.reports.entry import UNREADABLE
from inspector.reports.errors import BrokenFile, Swells, TooLarge
from inspector.reports.unpacking import LEAST_UNPACKED, MOST_TIMES, READ_AHEAD, READ_AT_ONCE
from inspector.texts import MARKS, unmarked_utf16

BLOCK_BYTES: Final = 65_536
MOST_BLOCK_BYTES: Final = 1_048_576
"""Blocks grow up to this, so that the first ones come soon and many rows are opened together."""
SNIFFED: Final = 65_536
"""Bytes that are looked at to tell what a file is."""
LONGEST_LINE: Final = 64 * 1024 * 1024
"""Bytes after which a line is cut: a file without line ends must not fill the memory."""
ENCODINGS: Final = ("utf-8", "gb18030")


@dataclass(slots=True)
class Blocks:
    """The blocks of one stream, from the front; iterate once.

    `head` is their beginning, in an encoding whose line feeds are bytes of their own.
    """

    stream: BinaryIO
    place: Callable[[], int]
    """Tells how many bytes of the file on disk were read."""
    first: bytes = field(default=b"", repr=False)
    """The first bytes as they are."""
    head: bytes = field(default=b"", repr=False)
    encoding: str | None = None
    """`utf-8` or `gb18030`; None while everything was ASCII."""
    _wide: codecs.IncrementalDecoder | None = None
    _start: int = 0
    _unpacked: int = 0

    def __post_init__(self) -> None:
        self._start = self.place()
        first = self.first = self._read(SNIFFED)
        mark = next((mark for mark in MARKS if first.startswith(mark)), b"")
        known = MARKS.get(mark) or unmarked_utf16(first)
        if known == "utf-8-sig":
            first, self.encoding = first[len(mark) :], "utf-8"
        elif known:
            self._wide = codecs.getincrementaldecoder(known)("replace")
            self.encoding = "utf-8"
        self.head = self._narrow(first)

    def __iter__(self) -> Iterator[bytes]:
        pieces = [self.head]  # of a line whose end was not seen yet
        size = BLOCK_BYTES
        while more := self._read(size):
            size = min(2 * size, MOST_BLOCK_BYTES)
            piece = self._narrow(more)
            end = _line_end(piece)
            if end or sum(map(len, pieces)) > LONGEST_LINE:
                end = end or len(piece)
                yield self._known(b"".join((*pieces, piece[:end])))
                pieces, piece = [], piece[end:]
            pieces.append(piece)
        if self._wide is not None:
            pieces.append(self._wide.decode(b"", True).encode("utf-8", "replace"))
        if rest := b"".join(pieces):
            yield self._known(rest)

    def whole(self, most: int) -> bytes:
        """Return all bytes as they are, instead of the blocks.

        Raises:
            TooLarge: There are more than `most`.
        """
        data = self.first + self._read(most + 1 - len(self.first))
        if len(data) > most:
            raise TooLarge(most)
        return data

    def _read(self, size: int) -> bytes:
        """Return so many bytes, fewer only at the end."""
        pieces: list[bytes] = []
        missing = size
        try:
            while missing > 0 and (piece := self.stream.read(min(missing, READ_AT_ONCE))):
                pieces.append(piece)
                missing -= len(piece)
                self._check_size(len(piece))
        except UNREADABLE as error:
            if type(error) is OSError and error.errno:
                raise
            raise BrokenFile(str(error)) from error
        return b"".join(pieces)

    def _check_size(self, more: int) -> None:
        """Refuse to read on what unpacks as no file of reports does, and would fill the disk."""
        self._unpacked += more
        if self._unpacked > LEAST_UNPACKED and (place := self.place()):
            packed = place - self._start + READ_AHEAD
            if self._unpacked > MOST_TIMES * packed:
                raise Swells(MOST_TIMES)

    def _narrow(self, data: bytes) -> bytes:
        if self._wide is None:
            return data
        return self._wide.decode(data).encode("utf-8", "replace")

    def _known(self, block: bytes) -> bytes:
        """Tell the encoding from the first block that is not ASCII."""
        if self.encoding is None and not block.isascii():
            self.encoding = next((name for name in ENCODINGS if _fits(block, name)), "utf-8")
        return block


def decode(block: bytes, encoding: str | None) -> str:
    """Return the text of a block, in the encoding of the file or, where it is none, the other.

    Bytes that are neither become U+FFFD.
    """
    first = encoding or "utf-8"
    for name in (first, *(other for other in ENCODINGS if other != first)):
        try:
            return block.decode(name)
        except UnicodeDecodeError:
            continue
    return block.decode("utf-8", "replace")


def _fits(block: bytes, encoding: str) -> bool:
    try:
        codecs.getincrementaldecoder(encoding)("strict").decode(block)
    except UnicodeDecodeError:
        return False
    return True


def _line_end(data: bytes) -> int:
    """Return the place after the last line end; 0 where there is none.

    A carriage return counts where no line feed is near: files of old Macs have no other.
    """
    return data.rfind(b"\n") + 1 or data.rfind(b"\r", 0, len(data) - 1) + 1
