"""Reads the configuration files of a project: JSON, JSON with comments, and JavaScript."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from inspector.share_paths.source.values import Absent, Node, Unknown, Value

MOST_BYTES: Final = 10_000_000
SCRIPT_SUFFIXES: Final = {".ts", ".js", ".mjs", ".tsx", ".jsx", ".mpx", ".wpy", ".vue"}


class ProjectError(ValueError):
    """The folder is no mini program, or its manifest cannot be read."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"{file.name}: {reason}")
        self.file = file
        self.reason = reason
        """English, one sentence without the file's name; a gettext msgid."""


def read_config(file: Path, *wanted: str) -> dict[str, Any]:
    """Return the members of a configuration file.

    Of a script the object is taken that has one of the wanted members.

    Raises:
        ProjectError: The file holds no such object.
        OSError: The file cannot be read.
    """
    content = file.read_bytes()[:MOST_BYTES]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProjectError(file, NOT_JSON) from error
    if file.suffix not in SCRIPT_SUFFIXES:
        try:
            value = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            return _read_loosely(file, text, wanted, NOT_JSON)
        if not isinstance(value, dict):
            raise ProjectError(file, NO_OBJECT)
        return value
    return _read_loosely(file, text, wanted, NO_OBJECT)


def _read_loosely(file: Path, text: str, wanted: tuple[str, ...], reason: str) -> dict[str, Any]:
    from inspector.share_paths.source.reader import read_source  # a window may need none of it

    for node in read_source(text).nodes:
        if any(name in node.members for name in wanted):
            return {name: _plain(value) for name, value in node.members.items()}
    raise ProjectError(file, reason)


def _plain(value: Value) -> Any:
    """Return what the code spells as JSON would; what nobody knows as None."""
    if isinstance(value, Node):
        return {name: _plain(item) for name, item in value.members.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return None if isinstance(value, Absent | Unknown) else value


NOT_JSON: Final = "It is not valid JSON."
NO_OBJECT: Final = "It holds no JSON object."
