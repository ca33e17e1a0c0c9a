"""What calls give, for the functions that people build paths with."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import reduce
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
from inspector.share_paths.source.choices import in_each
from inspector.share_paths.source.expressions import (
    CHAIN,
    PYTHON_FIELD,
    as_list,
    formatted,
    is_begun,
    joined,
    without_sign,
)
from inspector.share_paths.source.values import (
    ABSENT,
    Absent,
    Growing,
    Node,
    Unknown,
    Value,
    as_text,
    pairs,
)

ENCODER: Final = re.compile(
    r"(?:.*\.)?(?:URLEncoder|UriUtils|Uri|UriUtility|HttpUtility|WebUtility)"
    r"\.(?:encode|EscapeDataString|UrlEncode)"
)
"""Calls that encode their first argument, whatever comes behind it."""
BUILDER: Final = re.compile(r"StringBu(?:ilder|ffer)|StringJoiner")
"""Objects that are a text which grows."""
APPENDING: Final = frozenset(
    {"concat", "append", "Append", "appendString", "push_str", "add"}
    | {"WriteString", "WriteByte", "WriteRune", "Write", "Fprint", "Fprintln"}
)
"""Methods that add their arguments to a text."""
JOINERS: Final = frozenset({"String.join", "string.Join", "strings.Join", "implode"})
"""Functions that join a list, which may stand before the text between its items or behind."""
FORMATTERS: Final = frozenset(
    {"sprintf", "format", "printf", "fprintf", "snprintf", "appendformat"}
)
MOST_BEFORE: Final = 4
"""Arguments of which one is the format: C says first where it goes, and how much of it."""
CONCATENATING: Final = frozenset({"concat", "concatenate", "paste0", "concat_ws"})
"""Functions of SQL, sheets and R that join their arguments."""
FORMATTING: Final = frozenset({"Fprintf", "AppendFormat"})
"""Methods that add a text with their other arguments in it."""
ENCODE_URI_SAFE: Final = UNRESERVED + ";/?:@&=+$,#"


def called(name: str, receiver: Value | None, arguments: list[Value]) -> Value:
    """Return what a call gives, for the calls that people build paths with; else a blank."""
    last = name.rpartition(".")[2]
    first = arguments[0] if arguments else ABSENT
    if receiver is not None:
        return _method(last, receiver, arguments)
    text = _built(name, last, arguments)
    if text is not None:
        return text
    first = first[0] if isinstance(first, list) and len(first) == 1 else first
    last = "QueryEscape" if ENCODER.fullmatch(name) else last
    if last in TEXT_FUNCTIONS and not (last == "urlencode" and isinstance(first, Node)):
        text = _text_of(first)
        return (
            first
            if isinstance(first, Unknown) or text is None
            else in_each(text, TEXT_FUNCTIONS[last])
        )
    if last in ("stringify", "URLSearchParams", "toQuery", "urlencode", "http_build_query"):
        return _stringified(name, arguments[0] if arguments and name.startswith("JSON") else first)
    if last in ("toString", "trim", "toFixed", "getSystemInfoSync"):
        return Unknown(name.rpartition(".")[0])
    is_name = len(arguments) == 1 and isinstance(first, str) and CHAIN.fullmatch(first)
    return Unknown(str(first) if is_name else name)


def _built(name: str, last: str, arguments: list[Value]) -> str | None:
    """Return the text that a call joins, fills or begins; None for other calls."""
    first = arguments[0] if arguments else ABSENT
    if name in JOINERS:
        lists = [value for value in arguments if isinstance(value, list)] or [arguments[1:]]
        return _listed(lists[0], next((a for a in arguments if isinstance(a, str)), ""))
    if last.lower() in CONCATENATING and isinstance(first, str):
        return _listed(arguments, "")
    texts = [at for at, value in enumerate(arguments[:MOST_BEFORE]) if isinstance(value, str)]
    if last.lower() in FORMATTERS and texts:
        text, values = str(arguments[texts[0]]), arguments[texts[0] + 1 :]
        filled = formatted(text, values)
        return filled if filled != text else _python_formatted(text, values)
    begins = last in APPENDING and len(arguments) == 1 and is_begun(first)
    return _begun(last, arguments) if begins or BUILDER.fullmatch(last) else None


def _begun(name: str, arguments: list[Value]) -> Growing:
    """Return a text that grows, with its first words."""
    glued = name == "StringJoiner"
    texts = [_text_of(argument) or "" for argument in (*arguments, ABSENT, ABSENT)]
    begun = Growing(texts[1 if glued else 0])
    begun.glue, begun.is_sure = texts[0] if glued else "", name not in APPENDING
    return begun


def _method(name: str, receiver: Value, arguments: list[Value]) -> Value:
    """Return what a method of a known text or list gives."""
    if name in FORMATTING and isinstance(receiver, str) and arguments:
        name, arguments = "append", [called("format", None, arguments)]
    if name in APPENDING and isinstance(receiver, str):
        return _grown(name, receiver, arguments)
    if name == "join" and isinstance(receiver, list):
        return _listed(receiver, arguments[0] if arguments else ",")
    if name == "join" and isinstance(receiver, str) and arguments:
        return _listed(as_list(arguments[0]), receiver)
    if name == "format" and isinstance(receiver, str):
        return _python_formatted(receiver, arguments)
    return receiver


def _grown(name: str, receiver: str, arguments: list[Value]) -> Value:
    """Return a text with what a call adds to it, or the text that the call begins."""
    if not isinstance(receiver, Growing):
        return _joined_all([receiver, *arguments])
    if arguments and not receiver.takes(arguments[0]):
        return called(name, None, arguments)
    is_first = not receiver or receiver[-1] in "?&"
    parts = arguments if is_first or not receiver.glue else [receiver.glue, *arguments]
    return receiver.grown(as_text(_joined_all([receiver, *parts])) or "")


def _joined_all(values: list[Value]) -> Value:
    return reduce(joined, values)


def _listed(items: list[Value], glue: Value) -> str:
    """Return the texts of a list, joined."""
    texts = [as_text(without_sign(item)) for item in items]
    return (glue if isinstance(glue, str) else ",").join(text for text in texts if text)


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
