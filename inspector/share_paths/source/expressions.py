"""What expressions come to, as far as it can be known without running them.

A text keeps a blank wherever a variable goes into it: `'?id=' + id` is `?id=${id}`.
"""

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
from inspector.share_paths.source.tokens import read_literal
from inspector.share_paths.source.values import ABSENT, Absent, Node, Unknown, Value, as_text, pairs

TEMPLATE: Final = re.compile(
    r"\$\{((?>(?:[^{}`]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}|`[^`]*`)*))\}"
    r"|\{\{((?>(?:[^{}]|\}(?!\}))*))\}\}"
)
"""`${expression}`, and `{{expression}}` of markup."""
CHAIN: Final = re.compile(r"(?!\d)[\w$]+(?:\??\.(?!\d)[\w$]+|\[\w+\])*")
PLAIN_CHAIN: Final = re.compile(r"\s*(?!\d)[\w$]+(?:\.(?!\d)[\w$]+|\[\w+\])*\s*\Z")
SWIFT_FIELD: Final = re.compile(r"\\\(([\w.\[\]]+)\)")
RUBY_FIELD: Final = re.compile(r"#\{@?([^{}\n]+)\}")
DOLLAR_FIELD: Final = re.compile(
    r"\{\$(\w+)(?:((?:->\w+)+)|\[['\"]?(\w+)['\"]?\])?\}|\$([A-Za-z_]\w*)"
)
PYTHON_FIELD: Final = re.compile(r"\{([^{}]*)\}")
FORMAT_OF_FIELD: Final = re.compile(r"[!:][^!:'\"\[\]()?]*\Z")
"""`!r` and `:>8` behind the expression of a field."""
PERCENT_FIELD: Final = re.compile(
    r"""
    %(?:
        %                                       # %%
      | (?:\((\w+)\))?-?\d*(?:\.\d+)?[sdifvuq@]  # %(name)s, %s, %-3d, %.2f
      | (\d{1,3})\$[sd]                         # %1$s
      | \[(\d{1,3})\][sdv]                     # %[1]s
    )
    """,
    re.VERBOSE,
)
ENCODER: Final = re.compile(
    r"(?:.*\.)?(?:URLEncoder|UriUtils|Uri|UriUtility|HttpUtility|WebUtility)"
    r"\.(?:encode|EscapeDataString|UrlEncode)"
)
"""Calls that encode their first argument, whatever comes behind it."""
BUILDER: Final = re.compile(r"StringBu(?:ilder|ffer)|StringJoiner")
"""Objects that are a text which grows."""
APPENDING: Final = frozenset({"concat", "append", "Append", "WriteString", "appendString"})
"""Methods that add their arguments to a text."""
LONGEST_NAME: Final = 200
STRUCTURE: Final = re.compile("[/?&=]")
ENCODE_URI_SAFE: Final = UNRESERVED + ";/?:@&=+$,#"
RESERVED_WORDS: Final = frozenset({"encodeURIComponent", "encodeURI", "String", "Number", "JSON"})


class Growing(str):
    """A text to which calls add: `new StringBuilder()`."""

    __slots__ = ()


def literal(written: str) -> str:
    """Return what a quoted text stands for, the insertions of Swift and Ruby as templates."""
    if "\\(" in written:
        written = SWIFT_FIELD.sub(r"${\1}", written)
    return read_literal(RUBY_FIELD.sub(r"${\1}", written) if "#{" in written else written)


def with_blanks(text: str, constants: Mapping[str, Value], evaluate: Callable[[str], Value]) -> str:
    """Return a text with each `${expression}` and `{{expression}}` as a plain blank.

    `evaluate` says what an expression comes to.
    """

    def place(found: re.Match[str]) -> str:
        inner = found[1] if found[1] is not None else found[2]
        return _template_part(inner, constants, evaluate) or found[0]

    return TEMPLATE.sub(place, text) if "{" in text else text


def _template_part(
    inner: str, constants: Mapping[str, Value], evaluate: Callable[[str], Value]
) -> str:
    """Return the text or the blank for what stands inside a template."""
    if PLAIN_CHAIN.match(inner):
        name = inner.strip()
        known = constants.get(name)
        return known if isinstance(known, str) else blank(name)
    value = evaluate(inner)
    text = "" if isinstance(value, Absent) else as_text(value)
    if text:
        return text
    chain = CHAIN.search(inner)
    return blank(chain[0].replace("?.", ".")) if chain else ""


def dollar_template(text: str) -> str:
    """Return a text of PHP or Kotlin with `$name` and `{$name->member}` as blanks."""
    return DOLLAR_FIELD.sub(_dollar_field, text)


def _dollar_field(field: re.Match[str]) -> str:
    if field[4]:
        return blank(field[4])
    members = (field[2] or "").replace("->", ".")
    return blank(field[1] + members + (f".{field[3]}" if field[3] else ""))


def python_template(
    written: str, constants: Mapping[str, Value], evaluate: Callable[[str], Value]
) -> str:
    """Return an f-text of Python, or a `$`-text of C#, with its fields as blanks."""

    def place(field: re.Match[str]) -> str:
        inner = FORMAT_OF_FIELD.sub("", field[1])
        return _template_part(inner, constants, evaluate) or field[0]

    return PYTHON_FIELD.sub(place, literal(written))


def joined(left: Value, right: Value) -> Value:
    """Return `left + right`."""
    if type(left) is int and type(right) is int:
        return left + right
    if isinstance(left, Unknown) and type(right) is int:
        return left
    if type(left) is int and isinstance(right, Unknown):
        return right
    first, second = as_text(left), as_text(right)
    if isinstance(left, Unknown) and isinstance(right, Unknown):
        return left
    if first is None or second is None:
        return left if second is None else right
    return first + second


def php_joined(left: Value, right: Value) -> Value:
    """Return `$left . $right`; the sign of a PHP variable is no part of its name."""
    return joined(_without_sign(left), _without_sign(right))


def _without_sign(value: Value) -> Value:
    return Unknown(value.name.lstrip("$")) if isinstance(value, Unknown) else value


def either(left: Value, right: Value) -> Value:
    """Return `left || right`: the variable, or its stand-in where it is none."""
    return right if isinstance(left, Absent) or left in ("", 0, None) else left


def both(left: Value, right: Value) -> Value:
    """Return `left && right`."""
    return left if isinstance(right, Absent) else right


def chosen(condition: Value, yes: Value, no: Value) -> Value:
    """Return `condition ? yes : no`: the side that holds a piece of a path, or a blank."""
    for side in (yes, no):
        if isinstance(side, str) and STRUCTURE.search(side):
            return side
    if isinstance(yes, Unknown | Node):
        return yes
    if isinstance(condition, Unknown):
        return condition
    return yes if not isinstance(yes, Absent) else no


def computed(left: Value, right: Value) -> Value:
    """Return what a comparison or a sum comes to: nobody knows, but whose variable it was."""
    for side in (left, right):
        if isinstance(side, Unknown):
            return side
    return ABSENT


def as_list(value: Value) -> list[Value]:
    """Return a list as it is, anything else as the list of it."""
    return value if isinstance(value, list) else [value]


def formatted(text: str, arguments: list[Value]) -> str:
    """Return a text whose `%s`, `%d`, `%(name)s` are filled in turn; `%%` is a percent sign."""
    arguments = [_without_sign(argument) for argument in arguments]
    rest, numbered = iter(arguments), dict(enumerate(arguments, 1))

    def place(field: re.Match[str]) -> str:
        if field[0] == "%%":
            return "%"
        if field[1]:
            return blank(field[1])
        if number := field[2] or field[3]:
            return as_text(numbered.get(int(number), ABSENT)) or field[0]
        return as_text(next(rest, ABSENT)) or field[0]

    return PERCENT_FIELD.sub(place, text)


def item_of(value: Unknown, index: list[Value]) -> Value:
    """Return `value[index]`."""
    key = index[-1] if index else ABSENT
    if isinstance(key, str):
        return member_of(value, key)
    if len(value.name) > LONGEST_NAME or not isinstance(key, Unknown | int):
        return value
    shown = key.name if isinstance(key, Unknown) else str(key)
    return Unknown(f"{value.name}[{shown}]")


def member_of(value: Unknown, name: str) -> Unknown:
    """Return `value.name`; a chain without end goes on under the same name."""
    return value if len(value.name) > LONGEST_NAME else Unknown(f"{value.name}.{name}")


def is_constant(value: Value, *, declared: bool) -> bool:
    """Tell whether a name may be replaced by what was assigned to it.

    A piece of a path may, anything else only where the code says that it never changes: an
    empty text is mostly the place where something comes later.
    """
    if isinstance(value, str):
        is_piece = bool(value) and (declared or STRUCTURE.search(value) is not None)
        return is_piece or isinstance(value, Growing)
    return declared and (type(value) is int or isinstance(value, list))


def paths_in(name: str, table: Node) -> dict[str, Value]:
    """Return the paths of an object that never changes, by their whole names: `PAGES.detail`."""
    return {
        f"{name}.{member}": text
        for member, text in table.members.items()
        if isinstance(text, str) and "/" in text
    }


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
