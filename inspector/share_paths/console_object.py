"""Reads an object out of text: JSON, a JavaScript literal, or what a console prints.

Consoles drop quotes and commas, write `undefined` and `…`, and add `__proto__` rows. What
cannot be read is left out; nothing raises, and the time is linear in the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

from inspector.share_paths.encoding import join_surrogates

MAX_DEPTH: Final = 24
PREFIX_TO_REFUSE: Final = re.compile(r"[?/&]|=$")
"""Before the brace: the text is a path or a query whose value holds a brace."""
ROW: Final = re.compile(
    r"""[A-Za-z_$][\w$]*:\ *(?:"[^"]*"|'[^']*'|-?\d+|true|false|undefined|null),?\s*"""
)
"""One member of an object that a console shows unfolded."""
COMMAND: Final = re.compile(r"\s*(curl|POST|wget|https?:)\s", re.IGNORECASE)
BARE_MEMBERS: Final = re.compile(r"[\"']?(path|query|pathName|scene)[\"']?\s*:(?!//)")
TOKEN: Final = re.compile(
    r"""
    (?P<space>\s+|//[^\n]*)
  | (?P<text> "[^"\\\n]*(?:\\.[^"\\\n]*)*(?:"|(?=\n)|\\?\Z)
            | '[^'\\\n]*(?:\\.[^'\\\n]*)*(?:'|(?=\n)|\\?\Z)
            | `[^`\\]*(?:\\.[^`\\]*)*(?:`|\\?\Z))
  | (?P<mark>[{}\[\]:,])
  | (?P<word>[^\s{}\[\]:,"'`]+)
    """,
    re.VERBOSE | re.DOTALL,
)
"""Every character belongs to a token, an unclosed text to the end of its line included."""
ESCAPE: Final = re.compile(
    r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(.))", re.DOTALL
)
CONTROL: Final = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}
WORDS: Final[Mapping[str, object]] = {"true": True, "false": False}


class _TooDeep(Exception):
    """Nested deeper than any real object."""


def read_object(text: str) -> Mapping[str, object]:
    """Return the members of the first object in the text; empty when there is none."""
    if BARE_MEMBERS.match(text) or all(map(ROW.fullmatch, text.splitlines() or ["-"])):
        text = f"{{{text}}}"
    start = text.find("{")
    if start < 0 or (PREFIX_TO_REFUSE.search(text[:start]) and not COMMAND.match(text)):
        return {}
    whole = _strict(text[start:])
    if whole is not None:
        return whole
    tokens = _tokens(text, start)
    next(tokens)
    try:
        return _members(tokens, 1)
    except _TooDeep:
        return {}


def read_literal(text: str) -> str:
    """Return what a quoted JavaScript text stands for; its end may lack."""
    inner = text[1:-1] if len(text) > 1 and text[-1] == text[0] else text[1:]
    return join_surrogates(ESCAPE.sub(_unescaped, inner))


def _strict(text: str) -> Mapping[str, object] | None:
    try:
        value, _ = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _unescaped(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[3]
    if code:
        number = int(code, 16)
        return chr(number) if number <= 0x10FFFF else escape[0]
    return CONTROL.get(escape[4], escape[4])


def _tokens(text: str, start: int) -> Iterator[tuple[str, str]]:
    """Yield kind and text of each piece from `start` on."""
    for piece in TOKEN.finditer(text, start):
        if piece.lastgroup and piece.lastgroup != "space":
            yield piece.lastgroup, piece[0]


def _members(pieces: Iterator[tuple[str, str]], depth: int) -> dict[str, object]:
    """Read members up to the closing brace; commas are optional, odd pieces are skipped.

    A console may write the class before the brace: `query: Object {id: "1"}`.
    """
    members: dict[str, object] = {}
    name: str | None = None
    for kind, piece in pieces:
        if kind != "mark":
            name = read_literal(piece) if kind == "text" else piece
        elif piece == "}":
            break
        elif piece == ":":
            value = _value(pieces, depth)
            if value is not None:
                _keep(members, name, value)
                name = None
        elif piece in "{[":
            _keep(members, name, _value_of(kind, piece, pieces, depth))
        else:
            name = None
    return members


def _keep(members: dict[str, object], name: str | None, value: object) -> None:
    if name is not None and name != "__proto__":
        members[name] = value


def _items(tokens: Iterator[tuple[str, str]], depth: int) -> list[object]:
    """Read the items of an array up to the closing bracket."""
    items: list[object] = []
    for kind, piece in tokens:
        if kind == "mark" and piece in "]}":
            break
        if kind == "mark" and piece in ":,":
            continue
        items.append(_value_of(kind, piece, tokens, depth))
    return items


def _value(tokens: Iterator[tuple[str, str]], depth: int) -> object:
    kind, piece = next(tokens, ("mark", ","))
    return _value_of(kind, piece, tokens, depth)


def _value_of(kind: str, piece: str, tokens: Iterator[tuple[str, str]], depth: int) -> object:
    """Return the value that a piece begins; None for `undefined`, names and calls."""
    if depth >= MAX_DEPTH:
        raise _TooDeep
    if kind == "text":
        return read_literal(piece)
    if piece == "{":
        return _members(tokens, depth + 1)
    if piece == "[":
        return _items(tokens, depth + 1)
    if re.fullmatch(r"-?\d{1,18}", piece):
        return int(piece)
    return WORDS.get(piece)
