"""Finds what lies in `resources/`, from a checkout and from a wheel alike."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any


def path(*parts: str) -> Path:
    """Return the path of a resource, such as `path("scenes.json")`."""
    return _root().joinpath(*parts)


@cache
def _root() -> Path:
    """Return the folder: a wheel carries it inside the package, a checkout beside the package."""
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def text(*parts: str) -> str:
    """Return a resource's text."""
    return path(*parts).read_text(encoding="utf-8")


@cache
def table(name: str) -> Any:
    """Return the parsed JSON of `resources/<name>.json`. Treat it as read-only."""
    return json.loads(text(f"{name}.json"))
