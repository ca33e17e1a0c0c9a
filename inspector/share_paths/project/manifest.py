"""Finds the manifest of a mini program and reads its pages, whatever builds it.

Known are the platform's own `app.json` (with comments, or made by a script), uni-app's
`pages.json`, Taro's and Remax's `app.config.*`, `app.mpx` of mpx, `app.wpy` of wepy, and the
`src/` of weapp-vite.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from inspector.share_paths.project.text import ProjectError, read_config

ROOTS: Final = ("miniprogramRoot", "srcMiniprogramRoot", "pluginRoot", "srcRoot", "sourceRoot")
USUAL_ROOTS: Final = ("", "src", "miniprogram", "client", "app", "dist", "dist/weapp", "dist/wx",
    "dist/dev/mp-weixin", "dist/build/mp-weixin", "unpackage/dist/dev/mp-weixin",
    "unpackage/dist/build/mp-weixin", "src/main", "mini")  # fmt: skip
BUILT: Final = ("app.json", "game.json", "app.jsonc", "app.json5")
SOURCES: Final = ("pages.json", "pages.jsonc", "app.config.ts", "app.config.js", "app.config.tsx",
    "app.config.jsx", "app.config.mjs", "app.config.json", "app.mpx", "app.json.ts", "app.json.js",
    "app.wpy", "app.vue", "plugin.json", "pages.config.ts", "pages.config.js",
    "app.tsx", "app.jsx")  # fmt: skip
GAME: Final = "game.json"
UNI_APP: Final = ("pages.json", "pages.jsonc", "pages.config.ts", "pages.config.js")
WANTED: Final = ("pages", "subPackages", "subpackages", "tabBar", "window", "deviceOrientation",
    "publicComponents")  # fmt: skip
MOST_TITLES: Final = 500


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a manifest."""

    paths: tuple[str, ...] = ()
    """The home page first, those of sub-packages last."""
    titles: dict[str, str] = field(default_factory=dict)
    """Page -> the title in its navigation bar, where it has one of its own."""
    tab_bar: tuple[str, ...] = ()
    """The pages of the tab bar."""


def find_manifest(folder: Path, config: dict[str, Any]) -> Path:
    """Return the manifest of a project.

    What the platform reads comes first, at the root that the configuration names; then the
    sources that are built into it, since a project that was never built has only these.

    Raises:
        ProjectError: There is none.
    """
    named = [root for root in map(config.get, ROOTS) if isinstance(root, str)]
    roots = [*named, *([] if _is_uni_app(folder) else USUAL_ROOTS[:1])]
    searches = ((roots, BUILT), (USUAL_ROOTS, SOURCES), (USUAL_ROOTS, BUILT))
    for places, names in searches:
        for place in places:
            for name in names:
                manifest = folder / place.lstrip("/\\") / name
                if manifest.is_file():
                    return manifest
    raise ProjectError(folder / (named[0] if named else "") / BUILT[0], NO_MANIFEST)


def _is_uni_app(folder: Path) -> bool:
    return any((folder / root / name).is_file() for root in ("", "src") for name in UNI_APP)


def read_pages(manifest: Path) -> Pages:
    """Return the pages of a manifest, each once.

    Raises:
        ProjectError: The manifest cannot be read.
        OSError: A file cannot be read.
    """
    app = read_config(manifest, *WANTED)
    titles: dict[str, str] = {}
    main = list(_entries(app.get("pages"), "", titles))
    entry = app.get("entryPagePath")
    first = [entry.strip("/")] if isinstance(entry, str) and entry.strip("/") in main else []
    everything = [*first, *main, *_pages_of_packages(app, titles), *_of_mpx(manifest, app, titles)]
    paths = tuple(dict.fromkeys(everything))
    for page in paths[:MOST_TITLES]:
        title = titles.get(page) or _title_beside(manifest.parent / page)
        if title:
            titles[page] = title
    return Pages(paths, titles, tuple(dict.fromkeys(_tab_bar(app))))


def _entries(pages: object, root: str, titles: dict[str, str]) -> Iterator[str]:
    """Yield the pages of a list; uni-app writes objects with a path and a style."""
    for entry in pages if isinstance(pages, list) else ():
        path = entry.get("path") if isinstance(entry, dict) else entry
        if not isinstance(path, str) or not path.strip("/"):
            continue
        page = f"{root}/{path.removeprefix('./').strip('/')}".strip("/")
        style = entry.get("style") if isinstance(entry, dict) else None
        title = style.get("navigationBarTitleText") if isinstance(style, dict) else None
        if isinstance(title, str) and title and "%" not in title:
            titles[page] = title
        yield page


def _pages_of_packages(app: dict[str, Any], titles: dict[str, str]) -> Iterator[str]:
    """Yield the pages of the sub-packages; both spellings of the member are in use."""
    for name in ("subPackages", "subpackages"):
        packages = app.get(name)
        for package in packages if isinstance(packages, list) else ():
            if isinstance(package, dict) and isinstance(package.get("root"), str):
                yield from _entries(package.get("pages"), package["root"].strip("/"), titles)


def _of_mpx(manifest: Path, app: dict[str, Any], titles: dict[str, str]) -> Iterator[str]:
    """Yield the pages of the packages that mpx keeps in files of their own."""
    packages = app.get("packages")
    for package in packages if isinstance(packages, list) else ():
        if not isinstance(package, str):
            continue
        name, _, query = package.partition("?")
        root = query.removeprefix("root=") if query.startswith("root=") else ""
        file = (manifest.parent / name).with_suffix(".mpx")
        if file.is_file() and file != manifest:
            inner = read_config(file, "pages")
            yield from _entries(inner.get("pages"), root.strip("/"), titles)


def _tab_bar(app: dict[str, Any]) -> Iterator[str]:
    bar = app.get("tabBar")
    items = bar.get("list") if isinstance(bar, dict) else None
    for item in items if isinstance(items, list) else ():
        path = item.get("pagePath") if isinstance(item, dict) else None
        if isinstance(path, str):
            yield path.strip("/")


def _title_beside(page: Path) -> str | None:
    """Return the title in the page's own configuration."""
    for suffix in (".json", ".config.ts", ".config.js"):
        file = page.with_name(page.name + suffix)
        if file.is_file():
            try:
                config = read_config(file, "navigationBarTitleText")
            except (ProjectError, OSError):
                return None
            title = config.get("navigationBarTitleText")
            return title if isinstance(title, str) else None
    return None


NO_MANIFEST: Final = "The folder holds no app.json and no game.json. Build the project first?"
