"""A library of named share paths, kept between starts and exchanged as JSON."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from inspector.files import locked, write_atomically
from inspector.share_paths.share_path import Parameter, SharePath

FORMAT: Final = "share-path-library"
VERSION: Final = 1
MOST_BYTES: Final = 50_000_000


@dataclass(frozen=True, slots=True)
class NamedPath:
    """A share path and what people call it."""

    name: str
    share_path: SharePath


class LibraryError(ValueError):
    """The text is no library of share paths."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
        """English, one sentence; a gettext msgid."""


@dataclass(frozen=True, slots=True)
class PathLibrary:
    """Named paths in the order in which they are shown; each name stands once."""

    entries: tuple[NamedPath, ...] = ()

    def find(self, name: str) -> SharePath | None:
        """Return the path of that name."""
        return next((entry.share_path for entry in self.entries if entry.name == name), None)

    def with_path(self, name: str, share_path: SharePath) -> PathLibrary:
        """Return a library in which the name stands for the path; a known name keeps its place."""
        entry = NamedPath(name, share_path)
        if self.find(name) is None:
            return PathLibrary((*self.entries, entry))
        return PathLibrary(tuple(entry if old.name == name else old for old in self.entries))

    def without(self, name: str) -> PathLibrary:
        """Return a library without the name."""
        return PathLibrary(tuple(entry for entry in self.entries if entry.name != name))

    def renamed(self, old: str, new: str) -> PathLibrary:
        """Return a library with a name changed; a name that is taken gets a number."""
        if old == new:
            return self
        name = _free_name(new, {entry.name for entry in self.entries} - {old})
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
                kept = replace(other, name=_free_name(other.name, taken))
                taken.add(kept.name)
                entries[kept] = None
        return PathLibrary(tuple(entries))

    def to_json(self) -> str:
        """Return the library as text for people and for `from_json`."""
        paths = [_written(entry) for entry in self.entries]
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
        return cls().with_all(_read_entry(path) for path in paths)


def load_library(file: Path) -> PathLibrary:
    """Return the library in a file; an empty one when there is no file.

    Raises:
        LibraryError: The file holds something else.
        OSError: The file cannot be read.
    """
    try:
        content = file.read_bytes()
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


def update_library(file: Path, change: Callable[[PathLibrary], PathLibrary]) -> Update:
    """Change the library in a file, as the file is at this moment, and return it.

    Several programs may do so at once; none undoes what another did. A damaged file is kept
    beside the new one under another name.

    Raises:
        LibraryError: The file was written by a newer version; it is left as it is.
        OSError: The file cannot be read or written; it is then untouched.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with locked(file):
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
    """Write the library to a file, and its folder when it lacks.

    Raises:
        OSError: The file cannot be written; the old one is then untouched.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(file, library.to_json().encode("ascii"))


def _free_name(name: str, taken: set[str]) -> str:
    """Return the name, with a number behind it while it is taken."""
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    return free


def _written(entry: NamedPath) -> dict[str, Any]:
    parameters = [
        {"name": parameter.name, "value": parameter.value, "enabled": parameter.enabled}
        for parameter in entry.share_path.parameters
    ]
    return {"name": entry.name, "page": entry.share_path.page, "parameters": parameters}


def _read_entry(path: Any) -> NamedPath:
    """Read one entry strictly: half a library is worse than a clear refusal."""
    try:
        name, page = path["name"], path["page"]
        parameters = [
            Parameter(item["name"], item.get("value", ""), item.get("enabled", True))
            for item in path.get("parameters", ())
        ]
    except (TypeError, KeyError, AttributeError) as error:
        raise LibraryError(STRANGE_ENTRY) from error
    texts = [name, page, *(text for p in parameters for text in (p.name, p.value))]
    switches = [parameter.enabled for parameter in parameters]
    if not all(isinstance(t, str) for t in texts) or not all(isinstance(s, bool) for s in switches):
        raise LibraryError(STRANGE_ENTRY)
    return NamedPath(name, SharePath(page, parameters))


NOT_JSON: Final = "It is not valid JSON."
NO_LIBRARY: Final = "It is not a library of share paths."
NEWER: Final = "It was written by a newer version of the inspector."
STRANGE_ENTRY: Final = "One of its entries is not a named share path."
