"""Writes the text of a target from the template in its row.

A template is a text with places such as `{path}`, or a JSON body whose values are places. A
place may name an encoding: `{c:query}`. `{{` and `}}` are braces. What stands in `[` `]`
around a place is left out where the place is empty; so is a member whose name ends in `?`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from inspector.share_paths.encoding import (
    LONE_SURROGATE,
    encode_around,
    encode_component,
    encode_path,
    join_surrogates,
)
from inspector.share_paths.link import RELEASE, Options
from inspector.share_paths.query import write_page, write_path, write_query
from inspector.share_paths.request_body import body_text, line_text
from inspector.share_paths.scene_text import write_scene
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.target import Target

PLACE: Final = re.compile(r"\{\{|\}\}|\[([^][{}]*)\{(?:(\w+):)?(\w+)\}\]|\{(?:(\w+):)?(\w+)\}")
ANYTHING: Final = object()
WHOLE_PLACE: Final = re.compile(r"\{(\w+)\}")
APP_ID_OF_PROJECT: Final = "require(`${projectPath}/project.config.json`).appid"


@dataclass(frozen=True, slots=True)
class Written:
    """What a template gives."""

    text: str
    """The whole text to copy."""
    counted: str
    """The part of it that the platform limits."""


def write(target: Target, share_path: SharePath, options: Options) -> Written:
    """Render the share path in the form of a target; never raises."""
    places = _places(target, share_path, options)
    has_body = "body" in target.write
    text = body_text(_body(target.write["body"], places)) if has_body else _text(target, places)
    counted = places.get(target.limited or "text", text)
    return Written(text, str(counted))


def body(target: Target, share_path: SharePath, options: Options) -> dict[str, Any]:
    """Return the JSON body of a target that has one."""
    filled: dict[str, Any] = _body(target.write["body"], _places(target, share_path, options))
    return filled


def constants(target: Target) -> Mapping[str, object]:
    """Return the members of a target's body with what it always writes there.

    A member that depends on the path stands for itself: whatever it holds, nothing is lost.
    """
    found: dict[str, object] = {}
    _gather(target.write.get("body", {}), found)
    return found


def _gather(value: object, found: dict[str, object]) -> None:
    if isinstance(value, dict):
        for name, item in value.items():
            is_place = isinstance(item, str) and WHOLE_PLACE.fullmatch(item)
            found[name.removesuffix("?")] = ANYTHING if is_place else item
            _gather(item, found)
    elif isinstance(value, list):
        for item in value:
            _gather(item, found)


def _places(target: Target, share_path: SharePath, options: Options) -> dict[str, Any]:
    """Return what each place stands for."""
    slash, html = target.writes_slash, target.html
    page = write_page(share_path, slash=slash, html=html)
    app_id = (options.app_id or "").strip()
    query = write_query(share_path.enabled)
    scene = options.scene_number
    return {
        "path": write_path(share_path, slash=slash, html=html),
        "page": page,
        "query": query,
        "scene": write_scene(share_path.enabled),
        "link": _link(options.base_url or "", query),
        "env": target.versions.get(options.version, options.version),
        "check_path": options.version == RELEASE,
        "app_id": app_id,
        "title": options.title or share_path.page or "…",
        "mode_name": options.title or page,
        "scene_number": scene,
        "scene_code": "undefined" if scene is None else str(scene),
        "project_code": json.dumps(options.project) if options.project else "process.cwd()",
        "app_id_code": json.dumps(app_id) if app_id else APP_ID_OF_PROJECT,
        "shell_project": shell_word(options.project),
        "condition": _condition(page, query),
    }


def _body(value: Any, places: Mapping[str, Any]) -> Any:
    """Fill the places of a JSON body."""
    if isinstance(value, dict):
        filled = {name: _body(item, places) for name, item in value.items()}
        return {
            name.removesuffix("?"): item
            for name, item in filled.items()
            if item or not name.endswith("?")
        }
    if isinstance(value, list):
        return [_body(item, places) for item in value]
    place = WHOLE_PLACE.fullmatch(value) if isinstance(value, str) else None
    return places[place[1]] if place else value


def _text(target: Target, places: Mapping[str, Any]) -> str:
    """Fill the places of a text, given whole or by its lines."""
    template = target.write["text"]
    template = template if isinstance(template, str) else "\n".join(template)

    def fill(place: re.Match[str]) -> str:
        if place[0] in ("{{", "}}"):
            return place[0][0]
        lead, encoding, name = place[1], place[2] or place[4], place[3] or place[5]
        value = str(places[name])
        if lead is not None and not value:
            return ""
        return (lead or "") + ENCODINGS[encoding or ""](value)

    return PLACE.sub(fill, template)


def _link(base_url: str, query: str) -> str:
    """Return the address of an ordinary-link rule with the parameters behind it."""
    base, hash_sign, fragment = base_url.strip().partition("#")
    if query:
        joint = "" if base.endswith(("?", "&")) else "&" if "?" in base else "?"
        base += joint + query
    return base + hash_sign + fragment


def _condition(page: str, query: str) -> str:
    """Return the condition of a preview for a POSIX shell, an apostrophe as a JSON escape."""
    return line_text({"pathName": page, "query": query}).replace("'", "\\u0027")


def shell_word(folder: str | None) -> str:
    """Return a folder quoted for a POSIX shell; None is the current one, in full."""
    return '"$PWD"' if folder is None else "'" + folder.replace("'", "'\\''") + "'"


def _component(text: str) -> str:
    return encode_around(text, encode_component)


def _path(text: str) -> str:
    return encode_around(text, encode_path)


def _attribute(text: str) -> str:
    from html import escape

    return escape(LONE_SURROGATE.sub("\ufffd", join_surrogates(text)))


ENCODINGS: Final[Mapping[str, Callable[[str], str]]] = {
    "": str,
    "c": _component,
    "p": _path,
    "js": json.dumps,
    "attr": _attribute,
}
"""Encoding -> function: none, a component of an address, a path, JavaScript, an attribute."""
