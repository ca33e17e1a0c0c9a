"""A library of named share paths, kept between starts and exchanged as JSON."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from inspector.files import locked, require_file, write_atomically
from inspector.share_paths.named_path import LibraryError, NamedPath, read_entry, written_entry

FORMAT: Final = "share-path-library"
VERSION: Final = 1
MOST_BYTES: Final = 50_000_000


@dataclass(frozen=True, slots=True)
class PathLibrary:
    """Named paths in the order in which they are shown; each name stands once."""

    entries: tuple[NamedPath, ...] = ()

    def find(self, name: str) -> NamedPath | None:
        """Return the entry of that name."""
        return next((entry for entry in self.entries if entry.name == name), None)

    def with_path(self, entry: NamedPath) -> PathLibrary:
        """Return a library in which the name stands for the path; a known name keeps its place."""
        if self.find(entry.name) is None:
            return PathLibrary((*self.entries, entry))
        return PathLibrary(tuple(entry if old.name == entry.name else old for old in self.entries))

    def without(self, name: str) -> PathLibrary:
        """Return a library without the name."""
        return PathLibrary(tuple(entry for entry in self.entries if entry.name != name))

    def renamed(self, old: str, new: str) -> PathLibrary:
        """Return a library with a name changed; a name that is taken gets a number."""
        if old == new:
            return self
        name = free_name(new, {entry.name for entry in self.entries} - {old})
        return PathLibrary(
            tuple(replace(e, name=name) if e.name == old else e for e in self.entries)
        )

    def with_all(self, others: Iterable[NamedPath]) -> PathLibrary:
        """Return a library with others added.

        What is there already is left out; another path of a name that is taken gets a number.
        """
        entries = dict.fromkeys(self.entries)
        taken = {entry.name for entry in entries}
        for other in others:
            if other not in entries:
                kept = replace(other, name=free_name(other.name, taken))
                taken.add(kept.name)
                entries[kept] = None
        return PathLibrary(tuple(entries))

    def with_changes_undone(self, before: PathLibrary, after: PathLibrary) -> PathLibrary:
        """Return a library without what changed between two others, whatever else it holds."""
        if self == after:
            return before
        kept = [
            each for each in self.entries if each in before.entries or each not in after.entries
        ]
        for place, entry in enumerate(before.entries):
            if entry not in after.entries and entry not in kept:
                taken = {other.name for other in kept}
                kept.insert(place, replace(entry, name=free_name(entry.name, taken)))
        return PathLibrary(tuple(kept))

    def to_json(self) -> str:
        """Return the library as text for people and for `from_json`."""
        paths = [written_entry(entry) for entry in self.entries]
        content = {"format": FORMAT, "version": VERSION, "paths": paths}
        return json.dumps(content, ensure_ascii=True, indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str) -> PathLibrary:
        """Read what `to_json` wrote, of this version or an older one.

        Raises:
            LibraryError: The text is something else, or of a newer version.
        """
        try:
            content = json.loads(text.removeprefix("\ufeff"))
        except (ValueError, RecursionError) as error:
            raise LibraryError(NOT_JSON) from error
        if not isinstance(content, dict) or content.get("format") != FORMAT:
            raise LibraryError(NO_LIBRARY)
        if not isinstance(content.get("version"), int) or content["version"] > VERSION:
            raise LibraryError(NEWER)
        paths = content.get("paths")
        if not isinstance(paths, list):
            raise LibraryError(NO_LIBRARY)
        return cls().with_all(read_entry(path) for path in paths)


def load_library(file: Path) -> PathLibrary:
    """Return the library in a file; an empty one when there is no file.

    Raises:
        LibraryError: The file holds something else.
        OSError: The file cannot be read.
    """
    try:
        content = require_file(file).read_bytes()
    except FileNotFoundError:
        return PathLibrary()
    try:
        return PathLibrary.from_json(content[:MOST_BYTES].decode("utf-8"))
    except UnicodeDecodeError as error:
        raise LibraryError(NOT_JSON) from error


@dataclass(frozen=True, slots=True)
class Update:
    """What came of a change to the library in a file."""

    library: PathLibrary
    """What the file holds now: the change, and what other programs have added meanwhile."""
    set_aside: Path | None = None
    """Where the old file was kept, which was damaged; None when it was well."""


def update_library(
    file: Path, change: Callable[[PathLibrary], PathLibrary], patience: float | None = None
) -> Update:
    """Change the library in a file, as the file is at this moment, and return it.

    Several programs may do so at once; none undoes what another did. A damaged file is kept
    beside the new one under another name. `patience` is how many seconds to wait for another
    program that is changing it; None waits on.

    Raises:
        BlockingIOError: Another program is still changing it.
        LibraryError: The file was written by a newer version; it is left as it is.
        OSError: The file cannot be read or written; it is then untouched.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with locked(file, patience):
        set_aside = None
        try:
            library = load_library(file)
        except LibraryError as error:
            if error.reason == NEWER:
                raise
            library = PathLibrary()
            set_aside = _put_aside(file)
        library = change(library)
        save_library(library, file)
    return Update(library, set_aside)


def _put_aside(file: Path) -> Path:
    """Copy a damaged library, whole; it may be longer than any that is read."""
    aside = file.with_name(f"{file.stem}.damaged-{secrets.token_hex(3)}{file.suffix}")
    with file.open("rb") as content:
        write_atomically(aside, content, secret=True)
    return aside


def save_library(library: PathLibrary, file: Path) -> None:
    """Write the library to a file, and its folder when it is missing.

    Raises:
        OSError: The file cannot be written; the old one is then untouched.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(file, library.to_json().encode("ascii"))


def free_name(name: str, taken: set[str]) -> str:
    """Return the name, with a number behind it while it is taken."""
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    return free


NOT_JSON: Final = "It is not valid JSON."
NO_LIBRARY: Final = "It is not a library of share paths."
NEWER: Final = "It was written by a newer version of the inspector."
