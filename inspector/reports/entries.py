"""Files, folders and archives -> the files in them, each opened once and read from its front."""

from __future__ import annotations

import gzip
import io
import os
import sys
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final, cast

from inspector.reports import http_messages
from inspector.reports.errors import BrokenFile
from inspector.texts import GZIP, ZIP

STDIN: Final = Path("-")
MOST_LAYERS: Final = 4
"""How often a file may be packed with gzip."""
WORKBOOKS: Final = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
UNREADABLE: Final = (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError)
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
        raw = _open(self.path)
        try:
            stream = self._unpacked(raw)
        except UNREADABLE as error:
            raw.close()
            if type(error) is OSError and error.errno:
                raise
            raise BrokenFile(str(error)) from error
        return stream, raw

    def _unpacked(self, raw: io.BufferedReader) -> BinaryIO:
        stream: io.BufferedReader = raw
        size = 0
        if self.member is not None:
            archive = zipfile.ZipFile(raw)
            size = archive.getinfo(self.member).file_size
            member = archive.open(self.member)
            stream = io.BufferedReader(cast(io.RawIOBase, member), io.DEFAULT_BUFFER_SIZE * 8)
        for _ in range(MOST_LAYERS):
            if stream.peek(2)[:2] != GZIP:
                break
            unpacked = gzip.GzipFile(mode="rb", fileobj=stream)
            stream = io.BufferedReader(cast(io.RawIOBase, unpacked), io.DEFAULT_BUFFER_SIZE * 8)
        if 0 < size <= http_messages.LARGEST and http_messages.is_message(stream.peek(8_192)):
            return io.BytesIO(http_messages.plain(stream.read()))
        return stream


def entries(paths: Sequence[Path], but: Path | None = None) -> Iterator[Entry]:
    """Give the files of some paths in order: of a folder all, of an archive its members.

    Hidden files of folders are left out, and so is the file `but`, which is being written.

    Raises:
        OSError: A named file cannot be read.
        BrokenFile: A named archive is broken.
    """
    for path in paths:
        if path.is_dir():
            for file in _within(path):
                if but is None or not _is_same(file, but):
                    yield from _members(file, file.relative_to(path).as_posix())
        else:
            yield from _members(path, path.name)


def _within(folder: Path) -> Iterator[Path]:
    """Give the files of a folder and of the folders in it, in the order of their names."""
    for each in sorted(folder.iterdir()):
        if each.name.startswith("."):
            continue
        if each.is_dir() and not each.is_symlink():
            yield from _within(each)
        elif each.is_file():
            yield each


def _members(path: Path, name: str) -> Iterator[Entry]:
    if path == STDIN:
        yield Entry("stdin", path)
        return
    size = path.stat().st_size
    if path.suffix.lower() in WORKBOOKS or not path.is_file() or not _is_archive(path):
        yield Entry(name, path, None, size)
        return
    try:
        with zipfile.ZipFile(path) as archive:
            members = [each for each in archive.infolist() if not each.is_dir()]
    except UNREADABLE as error:
        raise BrokenFile(str(error)) from error
    if any(each.filename == "[Content_Types].xml" for each in members):
        yield Entry(f"{name}.xlsx", path, None, size)  # a workbook under another name
        return
    whole = sum(each.file_size for each in members) or 1
    for each in sorted(members, key=_by_name):
        parts = PurePosixPath(each.filename).parts
        if not any(part.startswith((".", "__MACOSX")) for part in parts):
            yield Entry(
                f"{name}/{each.filename}", path, each.filename, size * each.file_size // whole
            )


def _by_name(member: zipfile.ZipInfo) -> str:
    return member.filename


def _is_archive(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(ZIP)) == ZIP


def _is_same(one: Path, other: Path) -> bool:
    with suppress(OSError):
        return one.samefile(other)
    return False


def _open(path: Path) -> io.BufferedReader:
    if path != STDIN:
        return path.open("rb")
    # A copy of the descriptor: closing it leaves the standard input to the program.
    return os.fdopen(os.dup(sys.stdin.fileno()), "rb")
