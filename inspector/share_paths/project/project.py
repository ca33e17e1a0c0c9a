"""Opens the folder of a mini program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from inspector.share_paths.project.manifest import GAME, UNI_APP, Pages, find_manifest, read_pages
from inspector.share_paths.project.text import ProjectError, read_config

CONFIG: Final = "project.config.json"
PRIVATE_CONFIG: Final = "project.private.config.json"
UNI_MANIFEST: Final = "manifest.json"
GUEST: Final = "touristappid"
"""What stands for an app id where the developer has none."""


@dataclass(frozen=True, slots=True)
class Project:
    """What is known of a mini program from its folder."""

    folder: Path
    """Where `project.config.json` lies, or else the folder that was opened."""
    name: str
    """`projectname`, or the folder's name."""
    app_id: str | None
    pages: tuple[str, ...] | None
    """The pages, the home page first, those of sub-packages last; None for a mini game, which
    has none."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Page -> the title of its navigation bar, where it has one."""
    tab_bar: tuple[str, ...] = ()
    """The pages of the tab bar."""
    manifest: Path | None = None
    """The file that names the pages."""

    @property
    def is_game(self) -> bool:
        """True for a mini game."""
        return self.pages is None

    @property
    def section(self) -> str:
        """The section of `condition` in which its compile modes stand."""
        return "game" if self.is_game else "miniprogram"

    def search(self, wanted: str) -> tuple[str, ...]:
        """Return the pages whose path or title holds all words, in their order."""
        words = wanted.casefold().split()
        return tuple(page for page in self.pages or () if self._holds(page, words))

    def _holds(self, page: str, words: list[str]) -> bool:
        text = f"{page} {self.titles.get(page, '')}".casefold()
        return all(word in text for word in words)


def open_project(place: Path) -> Project:
    """Read the project in a folder; one of its own files will do as well.

    The private configuration wins over the shared one, as in DevTools.

    Raises:
        ProjectError: There is no manifest of any kind, or one of the files is malformed.
        OSError: A file cannot be read.
    """
    folder = _root_of(place if place.is_dir() else place.parent)
    config = {**_read(folder / CONFIG), **_read(folder / PRIVATE_CONFIG)}
    manifest = find_manifest(folder, config)
    pages = None if manifest.name == GAME else read_pages(manifest)
    name = config.get("projectname")
    known = pages or Pages()
    return Project(
        folder=folder,
        name=name if isinstance(name, str) else folder.name,
        app_id=_app_id(config) or _app_id_of_uni_app(manifest),
        pages=None if pages is None else known.paths,
        titles=known.titles,
        tab_bar=known.tab_bar,
        manifest=manifest,
    )


def _root_of(folder: Path) -> Path:
    """Return the folder above where a part of a project was opened, such as its `src`."""
    above = folder.parent
    is_part = not (folder / CONFIG).is_file() and (above / CONFIG).is_file()
    return above if is_part else folder


def _app_id(config: dict[str, Any]) -> str | None:
    app_id = config.get("appid")
    return app_id.strip() if isinstance(app_id, str) and app_id.strip() not in ("", GUEST) else None


def _app_id_of_uni_app(manifest: Path) -> str | None:
    """Return the app id that uni-app keeps beside its pages."""
    if manifest.name not in UNI_APP:
        return None
    for folder in (manifest.parent, manifest.parent.parent):
        of_platform = _read(folder / UNI_MANIFEST, "mp-weixin").get("mp-weixin")
        if isinstance(of_platform, dict):
            return _app_id(of_platform)
    return None


def _read(file: Path, *wanted: str) -> dict[str, Any]:
    if not file.is_file():
        return {}
    try:
        return read_config(file, *(wanted or ("appid", "projectname", "miniprogramRoot")))
    except ProjectError:
        if wanted:
            return {}
        raise
