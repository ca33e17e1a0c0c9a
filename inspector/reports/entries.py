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
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final, cast

from inspector.reports import http_messages
from inspector.reports.errors import BrokenFile
from inspector.texts import GZIP, ZIP

STDIN: Final = Path("-")
MOST_LAYERS: Final = 4
"""How often a file may be packed with gzip, and how deep archives are opened."""
MOST_INNER: Final = 64 * 1024 * 1024
"""Bytes of an archive within an archive."""
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
    archive: io.BytesIO | None = field(default=None, repr=False, compare=False)
    """The archive that holds the member, where that lies in memory only: it is a member itself,
    or came through a pipe."""

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
        raw = _open(self.path) if self.archive is None else _buffered(self.archive)
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
    entry = Entry(name, path, None, path.stat().st_size)
    if path.suffix.lower() in WORKBOOKS or not path.is_file():
        yield entry
    elif _begins(path, ZIP):
        yield from of_archive(entry, path, MOST_LAYERS)
    else:
        inner = _archive_in(entry) if _begins(path, GZIP) else None
        yield from of_archive(entry, inner, MOST_LAYERS) if inner else (entry,)


def of_archive(entry: Entry, file: Path | io.BytesIO, layers: int) -> Iterator[Entry]:
    """Give the members of an archive, of those that are archives the members, and so on.

    Raises:
        BrokenFile: An archive on disk is broken; one in memory is given as it is.
    """
    held = file if isinstance(file, io.BytesIO) else None
    try:
        with zipfile.ZipFile(file) as archive:
            members = [each for each in archive.infolist() if not each.is_dir()]
            packed = {each.filename for each in members if _is_packed(archive, each)}
    except UNREADABLE as error:
        if held is None:
            raise BrokenFile(str(error)) from error
        yield entry  # told when it is read
        return
    if any(each.filename.startswith("xl/workbook.") for each in members):
        yield replace(entry, name=f"{entry.name}.xlsx")  # a workbook under another name
        return
    whole = sum(each.file_size for each in members) or 1
    for each in sorted(members, key=_by_name):
        parts = PurePosixPath(each.filename).parts
        if any(part.startswith((".", "__MACOSX")) for part in parts):
            continue
        size = entry.size * each.file_size // whole
        found = Entry(f"{entry.name}/{each.filename}", entry.path, each.filename, size, held)
        inner = _archive_in(found) if layers > 1 and each.filename in packed else None
        yield from of_archive(found, inner, layers - 1) if inner else (found,)


def _archive_in(entry: Entry) -> io.BytesIO | None:
    """Return the archive that an entry is, unpacked in memory; None for others and large ones."""
    if entry.suffix in WORKBOOKS:
        return None
    try:
        stream, raw = entry.open()
        with raw, stream:
            head = stream.read(len(ZIP))
            data = head + stream.read(MOST_INNER) if head == ZIP else b""
    except (BrokenFile, *UNREADABLE):
        return None  # told when it is opened to be read
    return io.BytesIO(data) if 0 < len(data) <= MOST_INNER else None


def _is_packed(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """Say whether a member begins as an archive, or is packed and may hold one."""
    try:
        with archive.open(member) as file:
            return file.read(len(ZIP)).startswith((ZIP, GZIP))
    except (*UNREADABLE, RuntimeError):
        return False


def _by_name(member: zipfile.ZipInfo) -> str:
    return member.filename


def _begins(path: Path, mark: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(mark)) == mark


def _is_same(one: Path, other: Path) -> bool:
    with suppress(OSError):
        return one.samefile(other)
    return False


def _buffered(archive: io.BytesIO) -> io.BufferedReader:
    """Return a stream of its own of an archive in memory."""
    return io.BufferedReader(cast(io.RawIOBase, io.BytesIO(archive.getvalue())))


def _open(path: Path) -> io.BufferedReader:
    if path != STDIN:
        return path.open("rb")
    # A copy of the descriptor: closing it leaves the standard input to the program.
    return os.fdopen(os.dup(sys.stdin.fileno()), "rb")
