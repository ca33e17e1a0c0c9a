"""What calls give, for the functions that people build paths with."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final
from urllib.parse import quote

from inspector.share_paths.blanks import blank
from inspector.share_paths.encoding import (
    UNRESERVED,
    decode_leniently,
    encode_around,
    encode_component,
    join_surrogates,
)
from inspector.share_paths.source.expressions import (
    CHAIN,
    PYTHON_FIELD,
    Growing,
    formatted,
    joined,
)
from inspector.share_paths.source.values import ABSENT, Absent, Node, Unknown, Value, as_text, pairs

ENCODER: Final = re.compile(
    r"(?:.*\.)?(?:URLEncoder|UriUtils|Uri|UriUtility|HttpUtility|WebUtility)"
    r"\.(?:encode|EscapeDataString|UrlEncode)"
)
"""Calls that encode their first argument, whatever comes behind it."""
BUILDER: Final = re.compile(r"StringBu(?:ilder|ffer)|StringJoiner")
"""Objects that are a text which grows."""
APPENDING: Final = frozenset({"concat", "append", "Append", "WriteString", "appendString"})
"""Methods that add their arguments to a text."""
ENCODE_URI_SAFE: Final = UNRESERVED + ";/?:@&=+$,#"


def called(name: str, receiver: Value | None, arguments: list[Value]) -> Value:
    """Return what a call gives, for the calls that people build paths with; else a blank."""
    last = name.rpartition(".")[2]
    first = arguments[0] if arguments else ABSENT
    if name == "String.join":
        receiver, arguments = arguments[1:], arguments[:1]
    if receiver is not None:
        return _method(last, receiver, arguments)
    first = first[0] if isinstance(first, list) and len(first) == 1 else first
    last = "QueryEscape" if ENCODER.fullmatch(name) else last
    if last in TEXT_FUNCTIONS and not (last == "urlencode" and isinstance(first, Node)):
        text = _text_of(first)
        return first if isinstance(first, Unknown) or text is None else TEXT_FUNCTIONS[last](text)
    if last in ("stringify", "URLSearchParams", "toQuery", "urlencode", "http_build_query"):
        return _stringified(name, arguments[0] if arguments and name.startswith("JSON") else first)
    if last.lower() in ("sprintf", "format", "printf") and isinstance(first, str):
        filled = formatted(first, arguments[1:])
        return filled if filled != first else _python_formatted(first, arguments[1:])
    if BUILDER.fullmatch(last):
        return Growing(_text_of(first) or "")
    if last in ("toString", "trim", "toFixed", "getSystemInfoSync"):
        return Unknown(name.rpartition(".")[0])
    is_name = len(arguments) == 1 and isinstance(first, str) and CHAIN.fullmatch(first)
    return Unknown(str(first) if is_name else name)


def _method(name: str, receiver: Value, arguments: list[Value]) -> Value:
    """Return what a method of a known text or list gives."""
    if name in APPENDING and isinstance(receiver, str):
        grown: Value = receiver
        for argument in arguments:
            grown = joined(grown, argument)
        return Growing(grown) if isinstance(receiver, Growing) else grown
    if name == "join" and isinstance(receiver, list):
        glue = arguments[0] if arguments and isinstance(arguments[0], str) else ","
        texts = [as_text(item) for item in receiver]
        return glue.join(text for text in texts if text)
    if name == "format" and isinstance(receiver, str):
        return _python_formatted(receiver, arguments)
    return receiver


def _python_formatted(text: str, arguments: list[Value]) -> str:
    rest = iter(arguments)

    def place(field: re.Match[str]) -> str:
        if field[1] and not field[1].isdecimal():
            return blank(field[1].partition(":")[0])
        return as_text(next(rest, ABSENT)) or field[0]

    return PYTHON_FIELD.sub(place, text)


def _text_of(value: Value) -> str | None:
    return None if isinstance(value, Node | list | Absent) else as_text(value)


def _stringified(name: str, value: Value) -> Value:
    """Return an object as JSON or as a query."""
    if not isinstance(value, Node | list):
        return value if isinstance(value, str | Unknown) else Unknown(name)
    if name.startswith("JSON") or isinstance(value, list):
        return json.dumps(_jsonable(value), ensure_ascii=False, separators=(",", ":"))
    members = dict(pairs(value.members))
    return "&".join(
        f"{key}={encode_around(text, encode_component)}" for key, text in members.items()
    )


def _jsonable(value: Value) -> Any:
    """Return a value as `JSON.stringify` sees it; a variable as the text of its blank."""
    if isinstance(value, Node):
        known = {n: v for n, v in value.members.items() if not isinstance(v, Absent)}
        return {name: _jsonable(item) for name, item in known.items()}
    if isinstance(value, list):
        return [_jsonable(item) for item in value]
    return value if value is None or isinstance(value, bool | int) else as_text(value)


def _encode_uri(text: str) -> str:
    return quote(join_surrogates(text), safe=ENCODE_URI_SAFE, errors="surrogatepass")


def _decode(text: str) -> str:
    return decode_leniently(text)[0]


def _encode_all(text: str) -> str:
    return encode_around(text, encode_component)


def _encode_address(text: str) -> str:
    return encode_around(text, _encode_uri)


TEXT_FUNCTIONS: Final[Mapping[str, Callable[[str], str]]] = {
    "encodeURIComponent": _encode_all,
    "encodeURI": _encode_address,
    "escape": _encode_all,
    "quote": _encode_all,
    "urlencode": _encode_all,
    "rawurlencode": _encode_all,
    "QueryEscape": _encode_all,
    "decodeURIComponent": _decode,
    "decodeURI": _decode,
    "String": str,
    "str": str,
    "Number": str,
    "parseInt": str,
    "Itoa": str,
    "FormatInt": str,
    "Sprint": str,
    "valueOf": str,
    "strval": str,
    "intval": str,
    "PathEscape": _encode_all,
}
"""Function -> what it makes of a text; blanks pass through each of them."""
