"""Adds a share path to `project.private.config.json` as a compile mode of DevTools."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from inspector.exact_json.json_edit import add_item, add_member, find_member, first_place
from inspector.files import require_file, write_atomically
from inspector.share_paths.arrival import arriving
from inspector.share_paths.link import Options
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.target import find_target
from inspector.share_paths.templates import body

FILE_NAME: Final = "project.private.config.json"
"""DevTools prefers it to `project.config.json`, and it is not shared with the team."""
SHARED_NAME: Final = "project.config.json"
BYTE_ORDER_MARK: Final = "\ufeff"
MOST_BYTES: Final = 10_000_000


class ConfigError(ValueError):
    """The configuration cannot be added to; it is left as it was."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"{file.name}: {reason}")
        self.file = file
        self.reason = reason
        """English, one sentence without the file's name; a gettext msgid."""


def add_compile_mode(
    folder: Path,
    share_path: SharePath,
    options: Options | None = None,
    *,
    name: str | None = None,
    section: str = "miniprogram",
) -> bool:
    """Add the share path to the project in `folder`; make the file when there is none.

    The scene is that of `options`, 1044 by default. The simulated group is left for DevTools,
    which alone can issue one. Nothing else in the file changes. A private list hides that of
    the shared configuration, so a new one begins as a copy of it, as DevTools makes it.

    Args:
        folder: Where `project.config.json` lies.
        share_path: What to open.
        options: `scene` is taken from it.
        name: What DevTools shows; None takes the page.
        section: `miniprogram`, or `game`.

    Returns:
        False when the very same compile mode was there already; the file is then untouched.

    Raises:
        ConfigError: The file is no JSON, or its `condition` has an unknown shape.
        OSError: The file cannot be read or written.
    """
    file = folder / FILE_NAME
    path, options = arriving(share_path, options or Options())
    item = body(find_target("compile_mode"), path, options)
    if name:
        item["name"] = name
    if section != "miniprogram":
        del item["launchMode"]
    text = _read(file) if file.exists() else "{}\n"
    shared = _shared_section(folder / SHARED_NAME, section)
    changed = text_with_mode(text, item, section=section, file=file, shared=shared)
    if changed is None:
        return False
    write_atomically(file, changed.encode("utf-8"))
    return True


def _shared_section(file: Path, section: str) -> dict[str, Any]:
    """Return the compile modes of the shared configuration with what stands beside them."""
    if not file.exists():
        return {}
    condition = _parsed(_read(file).removeprefix(BYTE_ORDER_MARK), file).get("condition", {})
    _modes({"condition": condition}, section, file)
    modes: dict[str, Any] = condition.get(section, {})
    return modes


def text_with_mode(
    text: str,
    item: dict[str, Any],
    *,
    section: str = "miniprogram",
    file: Path = Path(FILE_NAME),
    shared: dict[str, Any] | None = None,
) -> str | None:
    """Return the text of a configuration with the item added; None when it is there already.

    `shared` is the section of the shared configuration, which a new list begins with.

    Raises:
        ConfigError: The text is no JSON, or its `condition` has an unknown shape.
    """
    mark, text = (BYTE_ORDER_MARK, text[1:]) if text.startswith(BYTE_ORDER_MARK) else ("", text)
    config = _parsed(text, file)
    modes = _modes(config, section, file)
    shared = {} if modes is not None or not shared else shared
    if any(_same(mode, item) for mode in modes or shared.get("list", ())):
        return None
    whole = {**shared, "list": [*shared.get("list", ()), item]}
    if text.strip() == "{}":
        fresh = json.dumps({"condition": {section: whole}}, indent=2, ensure_ascii=False)
        return mark + text.replace("{}", fresh)
    return mark + _inserted(text, section, item, whole)


def _inserted(text: str, section: str, item: dict[str, Any], whole: dict[str, Any]) -> str:
    """Insert the item, with what is missing around it; `whole` is a section that was not there."""
    parent = first_place(text)
    missing: Any = whole["list"]
    names = ("condition", section, "list")
    for name in names:
        place = find_member(text, parent, name)
        if place is None:
            if name != "list":
                missing = whole if name == section else {section: whole}
            return add_member(text, parent, name, missing)
        parent = place
    return add_item(text, parent, item)


def _read(file: Path) -> str:
    try:
        content = require_file(file).read_bytes()
        if len(content) > MOST_BYTES:
            raise ConfigError(file, TOO_LARGE)
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ConfigError(file, NOT_UTF8) from error


def _parsed(text: str, file: Path) -> dict[str, Any]:
    try:
        config = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        raise ConfigError(file, NOT_JSON) from error
    if not isinstance(config, dict):
        raise ConfigError(file, NO_OBJECT)
    return config


def _modes(config: dict[str, Any], section: str, file: Path) -> list[Any] | None:
    """Return the compile modes that are there, None where there is no list of them.

    Every level must be what DevTools writes.
    """
    condition = config.get("condition", {})
    modes = condition.get(section, {}) if isinstance(condition, dict) else None
    items = modes.get("list", []) if isinstance(modes, dict) else None
    if not isinstance(modes, dict) or not isinstance(items, list):
        raise ConfigError(file, STRANGE_CONDITION)
    return items if "list" in modes else None


def _same(mode: object, item: dict[str, Any]) -> bool:
    """Tell whether a compile mode opens the same in the same way, whatever it is called."""
    if not isinstance(mode, dict):
        return False
    wanted = ("name", "pathName", "query", "scene")
    return all(mode.get(member) == item[member] for member in wanted)


NOT_UTF8: Final = "It is not UTF-8 text."
NOT_JSON: Final = "It is not valid JSON."
NO_OBJECT: Final = "It holds no JSON object."
STRANGE_CONDITION: Final = "Its “condition” is not as DevTools writes it."
TOO_LARGE: Final = "It is larger than any project configuration."
