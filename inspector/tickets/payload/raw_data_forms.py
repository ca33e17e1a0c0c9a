"""The forms in which back ends write `rawData` anew, so that its signature no longer fits.

Every form is named by its parts, which are English msgids, such as `("compact", "keys sorted")`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Any, Final
from urllib.parse import unquote, unquote_plus

from inspector.exact_json.parsing import JsonObject, NotJson, parse, write
from inspector.exact_json.structure import is_deeper
from inspector.tickets.payload.kinds import kinds

Form = tuple[tuple[str, ...], str]
"""The parts that name a form, and the text in that form."""

DEEPEST: Final = 50
"""Levels of a value that is written anew; `rawData` has one."""

_SPACED: Final = "with spaces after colons and commas"
_TABS: Final = "indented by tabs"
_CRLF: Final = "indented by 2 spaces with CRLF line ends"
_LAYOUTS: Final = {
    "compact": None,
    _SPACED: 0,
    "indented by 2 spaces": 2,
    "indented by 4 spaces": 4,
    _TABS: 1,
    _CRLF: 2,
}
"""Layout -> the indent it is written with before `_laid_out` changes it."""
_CAPITALS: Final = "escaped to ASCII with capital hex digits"
_ESCAPES: Final = ("", "escaped to ASCII", _CAPITALS)
_SLASHES: Final = ("", "slashes escaped")
_ENDS: Final = {"": "", "with a line feed at the end": "\n", "with CRLF at the end": "\r\n"}

_ESCAPE: Final = re.compile(r"(?<!\\)\\u([0-9a-f]{4})")
_INDENT: Final = re.compile(r"^ +", re.MULTILINE)


def rewritten(raw_data: str) -> Iterator[Form]:
    """Give the usual other forms of a text, the likeliest first; none twice."""
    seen = {raw_data}
    for form in _all_forms(raw_data):
        if form[1] not in seen:
            seen.add(form[1])
            yield form


def _all_forms(raw_data: str) -> Iterator[Form]:
    texts = list(_as_text(raw_data))
    yield from texts
    for parts, text in (((), raw_data), *texts):
        try:
            value = parse(text.strip().removeprefix("\ufeff"))
        except NotJson:
            continue
        if not is_deeper(value, DEEPEST):
            yield from ((parts + more, other) for more, other in _as_json(value))


def _as_text(raw: str) -> Iterator[Form]:
    """Give the forms that need no JSON: white space, line ends, one layer of escapes."""
    yield ("without white space around it",), raw.strip()
    yield ("with a line feed at the end",), raw.rstrip() + "\n"
    yield ("with CRLF at the end",), raw.rstrip() + "\r\n"
    yield ("with line feeds as line ends",), raw.replace("\r\n", "\n")
    yield ("with CRLF as line ends",), raw.replace("\r\n", "\n").replace("\n", "\r\n")
    quoted = write(raw)
    yield ("escaped once more as a JSON string",), quoted[1:-1]
    yield ("written as a JSON string in quotes",), quoted
    for text in (raw, f'"{raw}"'):
        try:
            inner = parse(text.strip())
        except NotJson:
            continue
        if isinstance(inner, str):
            yield ("with one layer of escapes removed",), inner
    yield ("without backslashes",), re.sub(r"\\(.)", r"\1", raw, flags=re.DOTALL)
    yield ("percent-decoded",), unquote(raw)
    yield ("percent-decoded",), unquote_plus(raw)
    yield ("with HTML entities resolved",), html.unescape(raw)


def _as_json(value: Any) -> Iterator[Form]:
    """Give a JSON value in every mixture of layout, order, escapes and end."""
    for layout, (order, ordered), escape in product(_LAYOUTS, _ordered(value), _ESCAPES):
        text = _laid_out(ordered, layout, escape)
        for slashes, (end, last) in product(_SLASHES, _ENDS.items()):
            parts = (layout, order, escape, slashes, end)
            whole = (text.replace("/", "\\/") if slashes else text) + last
            yield tuple(part for part in parts if part), whole


def _ordered(value: Any) -> Iterable[tuple[str, Any]]:
    yield "", value
    if isinstance(value, dict):
        yield "keys in the platform's order", _sorted(value, _platform_order)
    yield "keys sorted", _sorted(value, str)


def _platform_order(name: str) -> str:
    """Sort the names of a profile as the platform writes them, others behind."""
    names = [pointer[1:] for pointer in kinds()["user_profile"].fields]
    return f"{names.index(name):04}" if name in names else f"~{name}"


def _sorted(value: Any, key: Callable[[str], str]) -> Any:
    """Sort the names of all objects."""
    if isinstance(value, dict):
        return JsonObject((name, _sorted(value[name], key)) for name in sorted(value, key=key))
    return [_sorted(item, key) for item in value] if isinstance(value, list) else value


def _laid_out(value: Any, layout: str, escape: str) -> str:
    """Write a value in one of `_LAYOUTS` with one of `_ESCAPES`.

    Within the strings of a JSON text no line end stands, so all that stand are the layout's.
    """
    text = write(value, _LAYOUTS[layout], ensure_ascii=bool(escape))
    if escape == _CAPITALS:
        text = _ESCAPE.sub(lambda match: "\\u" + match[1].upper(), text)
    if layout == _SPACED:
        return text.replace(",\n", ", ").replace("\n", "")
    if layout == _TABS:
        return _INDENT.sub(lambda match: "\t" * len(match[0]), text)
    return text.replace("\n", "\r\n") if layout == _CRLF else text
