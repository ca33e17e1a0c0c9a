"""Recognises a share path in an object, a call or a tag, by the forms in the rows of targets.

A form says which members there must be and which of them is the path, the query, the scene.
The members that stand beside them and cannot be carried over are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Final

from inspector.findings import Finding, Severity
from inspector.share_paths.blanks import without_blanks
from inspector.share_paths.encoding import looks_encoded
from inspector.share_paths.form_rules import Form, fitting
from inspector.share_paths.link import NO_SCENE, VERSIONS, Options, Parsed
from inspector.share_paths.query import (
    double_encoded,
    read_page,
    read_path,
    with_query,
    with_slash_told,
)
from inspector.share_paths.scene_text import read_scene
from inspector.share_paths.share_path import Parameter, SharePath
from inspector.share_paths.source.values import Absent, Node, Value, as_text, pairs
from inspector.share_paths.target import Target, targets
from inspector.share_paths.templates import ANYTHING, constants

ENV_NAMES: Final = ("env_version", "envVersion", "env-version", "version")
APP_ID_NAMES: Final = (
    "appid",
    "appId",
    "app_id",
    "app-id",
    "AppId",
    "AppID",
    "data-miniprogram-appid",
)
TITLE_NAMES: Final = ("title", "data-title")
NOT_TOLD: Final = frozenset(
    """
    success fail complete events animationType animationDuration routeType data-title errcode
    errmsg access_token openapi bindtap ToUserName FromUserName CreateTime MsgType MsgId
    """.split()  # noqa: SIM905 - a list of words is read more easily
)
"""Members that are no part of what is opened."""
PAGE_LIKE: Final = re.compile(
    r"(?:plugin(?:-private)?://)?/?(?:\.\.?/)*[^\s/?&=:<>\"'|\\]+(?:/[^\s/?&=:<>\"'|\\]*)*"
    r"(?:[?&]|[？＆]|\\+[u?]|\Z)"
)
FILE_NAME: Final = re.compile(r"\.(?!html\b)[A-Za-z0-9]{2,4}\Z")
DOLLAR_VALUE: Final = re.compile(r"(?<==)\$([A-Za-z_]\w*)(?=&|\Z)")
"""A value that is a variable of some language and nothing else: an encoded one has no `$`."""
DIGITS: Final = re.compile("[0-9]{1,6}")
MOST_NAMED: Final = 12


def read_node(node: Node, *, loose: bool) -> Parsed | None:
    """Return the share path of a node; None when it is no form that any target has.

    Loose forms are those of which a mere `path` or `url` is all there is to go by.
    """
    spellings = [node, node.decapitalised()] if any(map(_is_capital, node.members)) else [node]
    for spelling in spellings:
        for target, form in fitting(spelling, loose=loose):
            parsed = _read(target, form, spelling)
            if parsed is not None:
                return parsed
    return None


def _is_capital(name: str) -> bool:
    return name[:1].isupper()


def may_hold_path(node: Node) -> bool:
    """Tell quickly whether a node has a member that any form names."""
    names = _names_of_paths()
    if (
        "/" in node.first
        or any("/" in text for text in node.texts)
        or not names.isdisjoint(node.members)
    ):
        return True
    return any(_is_capital(n) and n[:1].lower() + n[1:] in names for n in node.members)


@cache
def _names_of_paths() -> frozenset[str]:
    forms = [form for target in targets() for form in target.read]
    lists = (form.get(part, ()) for form in forms for part in ("path", "query", "scene"))
    return frozenset(name for names in lists for name in names) | {"path", "query", "options"}


def is_page_like(text: str, *, loose: bool = False) -> bool:
    """Tell whether a text can be meant as a page with parameters, and is no address or file."""
    if not PAGE_LIKE.match(text):
        return False
    page = re.split("[?&？＆]", text, maxsplit=1)[0]
    literal = without_blanks(page).strip("/.")
    return bool(literal) and ("/" in page or not loose) and not FILE_NAME.search(page)


# What does it hold?


def _read(target: Target, form: Form, node: Node) -> Parsed | None:
    path_name, path = _path_of(form, node)
    query = _first(node, form.get("query", ()))
    uncertain = form.get("loose", False) or form.get("first", False)
    if uncertain and not is_page_like(path or "", loose=form.get("loose", False)):
        return None
    if path is None and not _says_something(form, node, query):
        return None
    parsed = _path_and_query(target, form, node, path or "", query)
    told = tuple(_dropped(target, form, node, path_name))
    return replace(parsed, findings=(*parsed.findings, *told))


def _path_of(form: Form, node: Node) -> tuple[str, str | None]:
    """Return the name and the text of the member that is the path."""
    for name in form.get("path", ()):
        text = node.text(name)
        if text is not None:
            return name, text
    if "scene_first" in form:
        return "", next((text for text in node.texts[1:] if is_page_like(text, loose=True)), None)
    return ("", node.first) if form.get("first") and node.first else ("", None)


def _first(node: Node, names: Iterable[str]) -> Value:
    return next((node.members[name] for name in names if node.has(name)), None)


def _says_something(form: Form, node: Node, query: Value) -> bool:
    """Tell whether there is a path at all where the page is missing."""
    if form.get("no_path"):
        return isinstance(query, str) and "=" in query
    if not form.get("optional_path"):
        return False
    scene = _scene_of(form, node)
    return isinstance(scene, str) or (isinstance(query, str) and bool(query))


def _path_and_query(target: Target, form: Form, node: Node, path: str, query: Value) -> Parsed:
    options = _options(target, form, node)
    if "scene" in form:
        return _with_scene(target, path, options, as_text(_scene_of(form, node)) or "")
    path = DOLLAR_VALUE.sub(r"${\1}", path)
    parsed = (
        read_path(path, target.name, options, html=target.html)
        if path
        else Parsed(SharePath(""), target.name, options)
    )
    if isinstance(query, str):
        parsed = with_query(parsed, DOLLAR_VALUE.sub(r"${\1}", query))
    elif isinstance(query, Node):
        parsed = with_members(parsed, pairs(query.members))
    elif form.get("plain_query") and isinstance(node.members.get("query"), Node):
        inner = node.members["query"]
        parsed = with_members(parsed, pairs(inner.members) if isinstance(inner, Node) else ())
    elif form.get("rest_is_query") and node.first:
        parsed = with_members(parsed, pairs(node.members))
    return _slash_told(target, parsed, path)


def with_members(parsed: Parsed, plain: Iterable[tuple[str, str]]) -> Parsed:
    """Add plain parameters, as an object beside the path holds them."""
    path = parsed.share_path
    added = [Parameter(name, value) for name, value in plain]
    return replace(parsed, share_path=SharePath(path.page, [*path.parameters, *added]))


def _scene_of(form: Form, node: Node) -> Value:
    """Return the scene: a member, or the first text where a call takes it by its place."""
    return node.texts[0] if "scene_first" in form else _first(node, form.get("scene", ()))


def _with_scene(target: Target, path: str, options: Options, scene: str) -> Parsed:
    """Take the unencoded parameters of a scene, and the page beside it."""
    page, findings = read_page(path)
    findings += [double_encoded("scene")] if "=" not in scene and looks_encoded(scene) else []
    parsed = Parsed(SharePath(page, read_scene(scene)), target.name, options, tuple(findings))
    return _slash_told(target, parsed, path)


def _slash_told(target: Target, parsed: Parsed, path: str) -> Parsed:
    if target.slash in ("required", "forbidden"):
        return with_slash_told(parsed, path, demanded=target.slash == "required")
    return parsed


def _options(target: Target, form: Form, node: Node) -> Options:
    env = known_text(node, form.get("env", ENV_NAMES))
    if env is None and "scene_first" in form:
        env = next((text for text in node.texts if text in VERSIONS), None)
    words = {word: version for version, word in target.versions.items()}
    env = words.get(env or "", env)
    return Options(
        app_id=known_text(node, APP_ID_NAMES),
        env=env if env in VERSIONS else None,
        scene=_scene_number(node, form.get("scene_number", ())),
        title=_title(target, node, form),
    )


def known_text(node: Node, names: Iterable[str]) -> str | None:
    """Return the first member that is a text without a blank and not empty."""
    text = node.text(*names)
    return text if text and "${" not in text else None


def _title(target: Target, node: Node, form: Form) -> str | None:
    """Return the title; None where it only repeats the page, as the tools write it."""
    title = known_text(node, form.get("title_in", TITLE_NAMES))
    path = _path_of(form, node)[1] or ""
    page = re.split("[?&]", path, maxsplit=1)[0].strip("/")
    repeated = title is None or title.strip("/") in (page, page.removesuffix(".html"), "…")
    return None if repeated or not _takes_title(target) else title


def _takes_title(target: Target) -> bool:
    return "title" in target.uses or target.name in ("share_message", "timeline")


def _scene_number(node: Node, names: Iterable[str]) -> int | None:
    for name in names:
        if name in node.members:
            return scene_number(node.members[name])
    return None


def scene_number(value: Value) -> int | None:
    """Return a scene value given as a number or as digits; `NO_SCENE` for null."""
    if value is None:
        return NO_SCENE
    text = value if isinstance(value, str) else as_text(value) if type(value) is int else None
    return int(text) if text and DIGITS.fullmatch(text) else None


# What is lost?


def _dropped(target: Target, form: Form, node: Node, path_name: str) -> Iterator[Finding]:
    """Tell the members that the path cannot carry."""
    if "rest_is_query" in form:
        return
    consumed = {
        path_name, *form.get("scene", ()), *ENV_NAMES,
        *form.get("query", ("query",) if form.get("plain_query") else ()),
        *form.get("env", ()), *form.get("scene_number", ()), *form.get("title_in", TITLE_NAMES),
        *APP_ID_NAMES, *form.get("carries", ()), *target.carries, *NOT_TOLD,
    }  # fmt: skip
    beside = node.owner.members if form.get("with_owner") and node.owner else {}
    names = [
        name
        for members in (node.members, beside)
        for name, value in members.items()
        if _is_lost(name, value, consumed | {node.key}, constants(target), form.get("tells"))
    ]
    if names:
        shown = ", ".join(dict.fromkeys(names[:MOST_NAMED]))
        yield dropped(shown, len(names))


def dropped(names: str, count: int) -> Finding:
    """Tell the members that stood beside a path and cannot be carried over."""
    return Finding("member_dropped", Severity.INFO, None, {"names": names, "count": count})


def _is_lost(
    name: str,
    value: Value,
    consumed: set[str],
    written: Mapping[str, object],
    tells: Iterable[str] | None,
) -> bool:
    if tells is not None and name not in tells:
        return False
    if name in consumed or value is None or isinstance(value, Absent) or value in ("", []):
        return False
    if written.get(name) is ANYTHING:
        return False
    if isinstance(value, Node):
        return bool(value.members)
    return not (name in written and written[name] == value)
