"""Requests that only the platform answers, as commands for three shells and as server code.

One row each of `resources/request_code.json`: a template with places such as `{shell_body}`.
The commands hold ASCII letters only, and none that a shell gives a meaning to: the others are
written as JSON escapes, so that each shell and console hands them on alike.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from inspector import assets
from inspector.share_paths.encoding import LONE_SURROGATE, UNWRITABLE
from inspector.share_paths.link import Options
from inspector.share_paths.query import write_page, write_query
from inspector.share_paths.request_body import line_text
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.target import Target
from inspector.share_paths.templates import body

PICTURES: Final = frozenset({"code", "code_unlimited", "qrcode"})
"""Targets whose answer is a picture."""
PREVIEW: Final = "cli_preview"
PLACE: Final = re.compile(r"\{\{|\}\}|\{(\w+)\}")
JSON_ESCAPE: Final = re.compile(r'\\(["\\])')
SPECIAL: Final = re.compile(r"['&%<>|^!`$()]")
HOST: Final = re.compile(r"https://[^/]+/")


@dataclass(frozen=True, slots=True)
class CodeForm:
    """A shell or a library."""

    name: str
    title: str
    """A gettext msgid."""
    language: str
    row: Mapping[str, Any]


@cache
def code_forms() -> tuple[CodeForm, ...]:
    """Return all forms, in the order in which they are shown."""
    rows = assets.table("request_code")
    return tuple(CodeForm(row["name"], row["title"], row["language"], row) for row in rows)


def write_code(
    form: CodeForm, target: Target, share_path: SharePath, options: Options
) -> str | None:
    """Return the code; None where the form has none for this target."""
    template = _template(form, target)
    if not template:
        return None
    places = _places(target, share_path, options)

    def fill(place: re.Match[str]) -> str:
        return str(places[place[1]]) if place[1] else place[0][0]

    return PLACE.sub(fill, template)


def _template(form: CodeForm, target: Target) -> str:
    """Return the template of a form for a target; empty where there is none."""
    row = form.row
    if target.name == PREVIEW:
        return str(row.get("preview", ""))
    if not target.platform_issued:
        return ""
    if target.name not in PICTURES:
        return "\n".join(row["request"]) + str(row.get("answer", ""))
    if "pictures" in row:
        return "\n".join(row["pictures"].get(target.name, ()))
    return "\n".join(row["request"]) + str(row["picture"])


def _places(target: Target, share_path: SharePath, options: Options) -> dict[str, str]:
    if target.name == PREVIEW:
        page, query = write_page(share_path, slash=False), write_query(share_path.enabled)
        condition = shell_json({"pathName": page, "query": query})
        return {"shell_condition": condition, "escaped_condition": condition.replace('"', '\\"')}
    sent = body(target, share_path, options)
    url = target.request.removeprefix("POST ")
    address = url.partition("?")[0]
    command = shell_json(sent)
    return {
        "url": url,
        "address": address,
        "path": HOST.sub("/", address),
        "shell_body": command,
        "escaped_body": command.replace('"', '\\"'),
        "php": PHP.write(sent),
        "python": PYTHON.write(sent),
        "csharp": CSHARP.write(sent),
        "text": _quoted(line_text(sent)),
        "check_path": json.dumps(sent.get("check_path")),
        **{f"text_{name}": _quoted(str(sent.get(name, ""))) for name in ("path", "page", "scene")},
        "text_env": _quoted(str(sent.get("env_version", ""))),
    }


def shell_json(value: dict[str, Any]) -> str:
    """Return JSON that stands unchanged between the quotes of any shell."""
    text = json.dumps(value, separators=(",", ":"))
    text = JSON_ESCAPE.sub(_escaped, text)
    return SPECIAL.sub(_escaped, text)


def _escaped(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign[0][-1]):04x}"


def _quoted(text: str) -> str:
    """Return a text as Java, Go and C# write it."""
    return UNWRITABLE.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _single_quoted(text: str) -> str:
    """Return a text as PHP writes it."""
    plain = LONE_SURROGATE.sub("\ufffd", text)
    return "'" + plain.replace("\\", "\\\\").replace("'", "\\'") + "'"


@dataclass(frozen=True, slots=True)
class Notation:
    """How a language writes objects, lists and simple values."""

    opening: str
    closing: str
    list_opening: str
    list_closing: str
    member: str
    """A name and a value: `{name} => {value}`."""
    empty: str
    """An object without members."""
    words: tuple[str, str, str]
    """True, false and null."""
    single: bool = False
    """True where texts stand in single quotes."""
    bare: bool = False
    """True where names stand without quotes."""

    def write(self, value: Any, indent: str = "") -> str:
        """Return a JSON value as code."""
        if isinstance(value, dict):
            if not value:
                return self.empty
            inner = [self._member(name, item, indent + "    ") for name, item in value.items()]
            return self._bracketed(self.opening, inner, self.closing, indent)
        if isinstance(value, list):
            inner = [self.write(item, indent + "    ") for item in value]
            return self._bracketed(self.list_opening, inner, self.list_closing, indent)
        if isinstance(value, bool) or value is None:
            return self.words[(True, False, None).index(value)]
        return self._text(value) if isinstance(value, str) else str(value)

    def _member(self, name: str, item: Any, indent: str) -> str:
        written = name if self.bare else self._text(name)
        return self.member.format(name=written, value=self.write(item, indent))

    def _bracketed(self, opening: str, inner: list[str], closing: str, indent: str) -> str:
        lines = "".join(f"\n{indent}    {item}," for item in inner)
        return f"{opening}{lines}\n{indent}{closing}"

    def _text(self, text: str) -> str:
        return _single_quoted(text) if self.single else _quoted(text)


PHP: Final = Notation(
    "[", "]", "[", "]", "{name} => {value}", "new stdClass()", ("true", "false", "null"), True
)
PYTHON: Final = Notation("{", "}", "[", "]", "{name}: {value}", "{}", ("True", "False", "None"))
CSHARP: Final = Notation(
    "new {",
    "}",
    "new[] {",
    "}",
    "{name} = {value}",
    "new { }",
    ("true", "false", "null"),
    bare=True,
)
