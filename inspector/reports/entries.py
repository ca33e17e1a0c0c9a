"""Files, folders and archives -> the files in them, each opened once and read from its front."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Final

from inspector.reports import tarballs
from inspector.reports.entry import MOST_LAYERS, STDIN, UNREADABLE, WORKBOOKS, Entry
from inspector.reports.errors import BrokenFile
from inspector.texts import GZIP, ZIP

MOST_INNER: Final = 64 * 1024 * 1024
"""Bytes of an archive within an archive, and of a tarball's file that is kept in memory."""


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
        yield from within(entry, MOST_LAYERS)


def within(entry: Entry, layers: int) -> Iterator[Entry]:
    """Give the members of an entry that is an archive, also one that is packed; else the entry.

    Raises:
        BrokenFile: A tarball is broken.
        Swells: A tarball unpacks as no file of reports does.
    """
    head = _head(entry) if layers and entry.suffix not in WORKBOOKS else b""
    archive = _archive_in(entry) if head.startswith(ZIP) else None
    if archive is not None:
        yield from of_archive(entry, archive, layers)
    elif tarballs.is_tarball(head):
        yield from _of_tarball(entry, layers)
    else:
        yield entry


def _of_tarball(entry: Entry, layers: int) -> Iterator[Entry]:
    """Give the files of a tarball in its order, each in memory but for large ones."""
    stream, raw = entry.open()
    with raw, stream:
        try:
            for each in tarballs.members(stream, raw.tell):
                name = PurePosixPath(each.name.lstrip("/"))
                if _is_hidden(name):
                    continue
                found = Entry(f"{entry.name}/{name}", entry.path, size=min(each.size, entry.size))
                held = each.read() if each.size <= MOST_INNER else None
                large = entry if held is None else None
                found = replace(found, held=held, tarball=large, number=each.number)
                yield from within(found, layers - 1)
        except UNREADABLE as error:
            raise BrokenFile(str(error)) from error


def _is_hidden(name: PurePosixPath) -> bool:
    """Tell whether a member is one that people do not see, or leads out of its archive."""
    return any(part.startswith((".", "__MACOSX")) for part in name.parts)


def _head(entry: Entry) -> bytes:
    """Return the first bytes of an entry, unpacked; none where it cannot be read."""
    try:
        stream, raw = entry.open()
        with raw, stream:
            return stream.read(tarballs.HEAD)
    except (BrokenFile, *UNREADABLE):
        return b""  # told when it is opened to be read


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
        if _is_hidden(PurePosixPath(each.filename)):
            continue
        size = entry.size * each.file_size // whole
        found = Entry(f"{entry.name}/{each.filename}", entry.path, each.filename, size, held)
        yield from within(found, layers - 1 if each.filename in packed else 0)


def _archive_in(entry: Entry) -> io.BytesIO | None:
    """Return the archive that an entry is, unpacked in memory; None for others and large ones."""
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
            head = file.read(tarballs.HEAD)
    except (*UNREADABLE, RuntimeError):
        return False
    return head.startswith((ZIP, GZIP)) or tarballs.is_tarball(head)


def _by_name(member: zipfile.ZipInfo) -> str:
    return member.filename


def _begins(path: Path, mark: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(mark)) == mark


def _is_same(one: Path, other: Path) -> bool:
    with suppress(OSError):
        return one.samefile(other)
    return False
