"""A mini-program project at hand: its pages, its app id."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

CONFIG: Final = "project.config.json"
PRIVATE_CONFIG: Final = "project.private.config.json"
MANIFESTS: Final = ("app.json", "game.json")
ROOTS: Final = ("miniprogramRoot", "srcMiniprogramRoot")
MOST_BYTES: Final = 10_000_000


@dataclass(frozen=True, slots=True)
class Project:
    """What is known of a mini program from its folder."""

    folder: Path
    """Where `project.config.json` lies, or else the manifest."""
    name: str
    """`projectname`, or the folder's name."""
    app_id: str | None
    pages: tuple[str, ...] | None
    """The pages, the home page first, those of sub-packages last; None for a mini game, which
    has none."""

    @property
    def is_game(self) -> bool:
        """True for a mini game."""
        return self.pages is None

    @property
    def section(self) -> str:
        """The section of `condition` in which its compile modes stand."""
        return "game" if self.is_game else "miniprogram"


class ProjectError(ValueError):
    """The folder is no mini program, or its manifest cannot be read."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"{file.name}: {reason}")
        self.file = file
        self.reason = reason
        """English, one sentence without the file's name; a gettext msgid."""


def open_project(place: Path) -> Project:
    """Read the project in a folder; one of its own JSON files will do as well.

    Raises:
        ProjectError: There is no `app.json` and no `game.json`, or one of the files is malformed.
        OSError: A file cannot be read.
    """
    folder = place if place.is_dir() else place.parent
    config = _read(folder / CONFIG) if (folder / CONFIG).is_file() else {}
    private = _read(folder / PRIVATE_CONFIG) if (folder / PRIVATE_CONFIG).is_file() else {}
    manifest = _manifest(folder, config)
    name = private.get("projectname") or config.get("projectname")
    app_id = config.get("appid") or private.get("appid")
    return Project(
        folder=folder,
        name=name if isinstance(name, str) else folder.name,
        app_id=app_id if isinstance(app_id, str) and app_id != "touristappid" else None,
        pages=None if manifest.name == "game.json" else _pages(_read(manifest)),
    )


def _manifest(folder: Path, config: dict[str, Any]) -> Path:
    """Return `app.json` or `game.json`, at the root that the configuration names."""
    roots = [root for root in map(config.get, ROOTS) if isinstance(root, str)]
    for root in [*roots, "."]:
        for name in MANIFESTS:
            manifest = folder / root.lstrip("/\\") / name
            if manifest.is_file():
                return manifest
    raise ProjectError(folder / (roots[0] if roots else "") / MANIFESTS[0], NO_MANIFEST)


def _pages(app: dict[str, Any]) -> tuple[str, ...]:
    """Return the pages of `app.json`, each once."""
    main = list(_texts(app.get("pages")))
    entry = app.get("entryPagePath")
    first = [entry] if isinstance(entry, str) and entry in main else []
    everything = [*first, *main, *_pages_of_packages(app)]
    return tuple(dict.fromkeys(page.strip("/") for page in everything))


def _pages_of_packages(app: dict[str, Any]) -> Iterator[str]:
    """Yield the pages of the sub-packages; both spellings of the member are in use."""
    for name in ("subPackages", "subpackages"):
        packages = app.get(name)
        for package in packages if isinstance(packages, list) else ():
            if isinstance(package, dict) and isinstance(package.get("root"), str):
                root = package["root"].strip("/")
                yield from (f"{root}/{page.strip('/')}" for page in _texts(package.get("pages")))


def _texts(items: object) -> Iterator[str]:
    if isinstance(items, list):
        yield from (item for item in items if isinstance(item, str))


def _read(file: Path) -> dict[str, Any]:
    """Return the object in a JSON file."""
    content = file.read_bytes()
    try:
        value = json.loads(content[:MOST_BYTES].decode("utf-8-sig"), strict=False)
    except (ValueError, RecursionError) as error:
        raise ProjectError(file, NOT_JSON) from error
    if not isinstance(value, dict):
        raise ProjectError(file, NO_OBJECT)
    return value


NO_MANIFEST: Final = "The folder holds no app.json and no game.json. Build the project first?"
NOT_JSON: Final = "It is not valid JSON."
NO_OBJECT: Final = "It holds no JSON object."
