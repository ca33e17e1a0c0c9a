"""A tarball -> the files in it, read once from its front; nothing of it is written to disk.

Only regular files are given: links, devices and files with holes lead elsewhere or to nothing.
"""

from __future__ import annotations

import io
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import IO, BinaryIO, Final, cast

from inspector.reports.errors import Swells
from inspector.reports.unpacking import LEAST_UNPACKED, MOST_TIMES, READ_AHEAD, READ_AT_ONCE

HEAD: Final = 512
"""Bytes of the header with which a tarball begins."""
_MAGIC: Final = (257, b"ustar")
_MOST_AT_ONCE: Final = 1_048_576
"""Bytes that are read at once: more only the headers of hostile tarballs ask for."""


def is_tarball(head: bytes) -> bool:
    """Tell from its first 512 bytes whether a file is a tarball."""
    return head.startswith(_MAGIC[1], _MAGIC[0])


@dataclass(slots=True)
class Member:
    """One file of a tarball, to be read before the next one is asked for."""

    name: str
    number: int
    """Its place among all that the tarball holds."""
    size: int
    stream: BinaryIO = field(repr=False)

    def read(self) -> bytes:
        """Return all of it, in pieces that are no longer than those of a header may be."""
        return b"".join(iter(partial(self.stream.read, READ_AT_ONCE), b""))


def members(stream: BinaryIO, place: Callable[[], int]) -> Iterator[Member]:
    """Give the files of a tarball, in its order.

    Args:
        stream: The tarball from its front, unpacked.
        place: Tells how many bytes of the file on disk were read.

    Raises:
        tarfile.TarError: It is broken or cut off.
        Swells: It unpacks as no file of reports does.
    """
    front = cast(IO[bytes], _Front(stream, place))
    with tarfile.open(fileobj=front, mode="r:", errors="replace") as archive:
        number = 0
        while (each := archive.next()) is not None:
            vars(archive)["members"].clear()  # kept for a second look, they would fill the memory
            file = archive.extractfile(each) if each.isreg() and not each.issparse() else None
            if file is not None:
                buffered = io.BufferedReader(cast(io.RawIOBase, file), READ_AT_ONCE)
                yield Member(each.name, number, each.size, buffered)
            number += 1


@dataclass(slots=True)
class _Front:
    """A stream that goes forwards only, and not on and on."""

    stream: BinaryIO
    place: Callable[[], int]
    _at: int = 0

    def read(self, size: int) -> bytes:
        """Return so many bytes, fewer only at the end."""
        if size > _MOST_AT_ONCE:
            raise tarfile.ReadError("a header of unlikely length")
        pieces: list[bytes] = []
        missing = size
        while missing > 0 and (piece := self.stream.read(min(missing, READ_AT_ONCE))):
            pieces.append(piece)
            missing -= len(piece)
        self._at += size - missing
        packed = self.place() + READ_AHEAD
        if self._at > LEAST_UNPACKED and self._at > MOST_TIMES * packed:
            raise Swells(MOST_TIMES)
        return b"".join(pieces)

    def seek(self, place: int) -> int:
        """Go forwards to a place."""
        while self._at < place and self.read(min(place - self._at, READ_AT_ONCE)):
            pass
        if self._at > place:
            raise tarfile.ReadError("a header that leads back")
        return self._at

    def tell(self) -> int:
        """Return the place."""
        return self._at
