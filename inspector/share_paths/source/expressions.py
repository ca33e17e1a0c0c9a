"""What expressions come to, as far as it can be known without running them.

A text keeps a blank wherever a variable goes into it: `'?id=' + id` is `?id=${id}`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from inspector.share_paths.blanks import blank
from inspector.share_paths.source.choices import choice, either_of, sides
from inspector.share_paths.source.tokens import read_literal
from inspector.share_paths.source.values import (
    ABSENT,
    Absent,
    Growing,
    Node,
    Unknown,
    Value,
    as_text,
)

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
      | (?:\((\w+)\))?[-+]?\d*(?:\.\d+)?(?:ll?|z)?[sdifvuq@]  # %(name)s, %-3d, %.2f, %ld
      | (\d{1,3})\$[sd]                         # %1$s
      | \[(\d{1,3})\][sdv]                     # %[1]s
    )
    """,
    re.VERBOSE,
)
LONGEST_NAME: Final = 200
STRUCTURE: Final = re.compile("[/?&=]")
RESERVED_WORDS: Final = frozenset({"encodeURIComponent", "encodeURI", "String", "Number", "JSON"})


def literal(written: str) -> str:
    """Return what a quoted text stands for, the insertions of Swift and Ruby as templates."""
    if "\\(" in written:
        written = SWIFT_FIELD.sub(r"${\1}", written)
    return read_literal(RUBY_FIELD.sub(r"${\1}", written) if "#{" in written else written)


def with_blanks(text: str, constants: Mapping[str, Value], evaluate: Callable[[str], Value]) -> str:
    """Return a text with each `${expression}` and `{{expression}}` as a plain blank.

    `evaluate` says what an expression comes to.
    """
    pieces: list[tuple[str, ...]] = []
    at = 0
    for found in TEMPLATE.finditer(text) if "{" in text else ():
        inner = found[1] if found[1] is not None else found[2]
        part = _template_part(inner, constants, evaluate) or found[0]
        pieces += [(text[at : found.start()],), sides(part)]
        at = found.end()
    return either_of([*pieces, (text[at:],)]) if pieces else text


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
    return either_of([sides(first), sides(second)])


def php_joined(left: Value, right: Value) -> Value:
    """Return `$left . $right`; the sign of a PHP variable is no part of its name."""
    return joined(without_sign(left), without_sign(right))


def without_sign(value: Value) -> Value:
    """Return a value; a variable without the sign before its name, as PHP writes it."""
    return Unknown(value.name.lstrip("$")) if isinstance(value, Unknown) else value


def is_begun(value: Value) -> bool:
    """Tell whether a value is a part of a path, which no code compares or replaces."""
    return isinstance(value, str) and STRUCTURE.search(value) is not None


def concatenates(joint: str, left: Value, following: str) -> bool:
    """Tell a joint of texts in Lua, Basic, sheets and SQL from what it is to JavaScript."""
    if joint not in ("..", "&", "||") or not isinstance(left, str) or not is_begun(left):
        return False
    return joint != "||" or left[-1] in "=?&" or following[1:2] in ("?", "&")


def either(left: Value, right: Value) -> Value:
    """Return `left || right`: the variable, or its stand-in where it is none."""
    return right if isinstance(left, Absent) or left in ("", 0, None) else left


def both(left: Value, right: Value) -> Value:
    """Return `left && right`."""
    return left if isinstance(right, Absent) else right


def chosen(condition: Value, yes: Value, no: Value) -> Value:
    """Return `condition ? yes : no`: the side that holds a piece of a path, or a blank."""
    pieces = [s for s in (yes, no) if isinstance(s, str) and STRUCTURE.search(s)]
    if pieces:
        return choice(str(pieces[0]), (text for piece in pieces for text in sides(piece)))
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
    arguments = [without_sign(argument) for argument in arguments]
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
