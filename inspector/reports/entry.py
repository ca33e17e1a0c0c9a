"""One file that is read on its own: on disk, in an archive or a tarball, packed or not."""

from __future__ import annotations

import gzip
import io
import os
import sys
import tarfile
import zipfile
import zlib
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final, cast

from inspector.reports import http_messages, tarballs
from inspector.reports.errors import BrokenFile
from inspector.texts import GZIP

STDIN: Final = Path("-")
MOST_LAYERS: Final = 4
"""How often a file may be packed with gzip, and how deep archives are opened."""
WORKBOOKS: Final = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
UNREADABLE: Final = (
    *(OSError, EOFError, zlib.error, zipfile.BadZipFile, tarfile.TarError, NotImplementedError),
)
"""What Python raises for archives that are cut, broken or of an unknown method."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file that is read on its own."""

    name: str
    """For people: its path within what was named, such as `june.zip/a.csv`."""
    path: Path
    """The file or archive on disk; `-` is the standard input."""
    member: str | None = None
    """The member of an archive."""
    size: int = 0
    """Bytes on disk, for progress; 0 where that is not known."""
    archive: io.BytesIO | None = field(default=None, repr=False, compare=False)
    """The archive that holds the member, where that lies in memory only: it is a member itself,
    or came through a pipe."""
    held: bytes | None = field(default=None, repr=False, compare=False)
    """All of it, where it lies in memory."""
    tarball: Entry | None = field(default=None, repr=False, compare=False)
    """The tarball whose file it is, too large for the memory."""
    number: int = 0
    """Its place among all that the tarball holds."""

    @property
    def suffix(self) -> str:
        """What its name says that it is, in lower case; `.csv` for `a.csv.gz`."""
        name = PurePosixPath(self.name.lower())
        while name.suffix == ".gz":
            name = PurePosixPath(name.stem)
        return name.suffix

    def open(self) -> tuple[BinaryIO, BinaryIO]:
        """Return the stream of its bytes, unpacked, and the one whose place is the progress.

        Raises:
            OSError: It cannot be read.
            BrokenFile: The archive is broken.
        """
        if self.tarball is not None:
            return self._in_tarball(self.tarball)
        held = self.held if self.archive is None else self.archive.getvalue()
        raw = _open(self.path) if held is None else _buffered(io.BytesIO(held))
        try:
            stream = self._unpacked(raw)
        except UNREADABLE as error:
            raw.close()
            if type(error) is OSError and error.errno:
                raise
            raise BrokenFile(str(error)) from error
        return stream, raw

    def _in_tarball(self, tarball: Entry) -> tuple[BinaryIO, BinaryIO]:
        """Read through the tarball once more, up to the file."""
        with ExitStack() as stack:
            stream, raw = map(stack.enter_context, tarball.open())
            for each in tarballs.members(stream, raw.tell):
                if each.number == self.number:
                    stack.pop_all()
                    return _plain(io.BufferedReader(cast(io.RawIOBase, each.stream)), 0), raw
        raise BrokenFile

    def _unpacked(self, raw: io.BufferedReader) -> BinaryIO:
        if self.member is None:
            return _plain(raw, len(self.held or b""))
        archive = zipfile.ZipFile(raw)
        size = archive.getinfo(self.member).file_size
        return _plain(_buffered(archive.open(self.member)), size)


def _plain(stream: io.BufferedReader, size: int) -> BinaryIO:
    """Return a stream without the gzip around it; of a small HTTP message its body is unpacked."""
    for _ in range(MOST_LAYERS):
        if stream.peek(2)[:2] != GZIP:
            break
        stream = _buffered(gzip.GzipFile(mode="rb", fileobj=stream))
    if 0 < size <= http_messages.LARGEST and http_messages.is_message(stream.peek(8_192)):
        return io.BytesIO(http_messages.plain(stream.read()))
    return stream


def _buffered(stream: object) -> io.BufferedReader:
    return io.BufferedReader(cast(io.RawIOBase, stream), io.DEFAULT_BUFFER_SIZE * 8)


def _open(path: Path) -> io.BufferedReader:
    if path != STDIN:
        return path.open("rb")
    # A copy of the descriptor: closing it leaves the standard input to the program.
    return os.fdopen(os.dup(sys.stdin.fileno()), "rb")
