"""A whole `project.private.config.json`, its `condition`, or a section of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from inspector.share_paths.link import Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import several_paths
from inspector.share_paths.targets.compile_mode import read_item

SECTIONS: Final = ("miniprogram", "weapp", "game", "plugin", "gamePlugin")


def read(pasted: Pasted) -> Parsed | None:
    """Take the current compile mode, or the last one where none is current."""
    condition = pasted.mapping.get("condition", pasted.mapping)
    if not isinstance(condition, dict):
        return None
    for section in (condition, *(condition.get(name) for name in SECTIONS)):
        parsed = _current(section)
        if parsed is not None:
            return parsed
    return None


def _current(section: object) -> Parsed | None:
    """Return the current item of a section, and how many there are."""
    items = section.get("list") if isinstance(section, dict) else None
    if not isinstance(section, dict) or not isinstance(items, list) or not items:
        return None
    current = section.get("current")
    chosen = current if isinstance(current, int) and 0 <= current < len(items) else -1
    parsed = read_item(items[chosen], "compile_mode")
    if parsed is None or len(items) == 1:
        return parsed
    number = chosen % len(items) + 1
    told = several_paths(len(items), number)
    return replace(parsed, findings=(told, *parsed.findings))
