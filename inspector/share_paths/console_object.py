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
COMMAND: Final = re.compile(r"\s*(curl|POST|wget|https?:)\s", re.IGNORECASE)
BARE_MEMBERS: Final = re.compile(r"[\"']?(path|query|pathName|scene)[\"']?\s*:(?!//)")
TOKEN: Final = re.compile(
    r"""
    (?P<space>\s+|//[^\n]*|/\*.*?\*/)
  | (?P<text>"(?:[^"\\]|\\.)*" | '(?:[^'\\]|\\.)*' | `(?:[^`\\]|\\.)*`)
  | (?P<mark>[{}\[\]:,])
  | (?P<word>[^\s{}\[\]:,"'`]+ | .)
    """,
    re.VERBOSE | re.DOTALL,
)
ESCAPE: Final = re.compile(
    r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(.))", re.DOTALL
)
CONTROL: Final = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}
WORDS: Final[Mapping[str, object]] = {"true": True, "false": False}


class _TooDeep(Exception):
    """Nested deeper than any real object."""


def read_object(text: str) -> Mapping[str, object]:
    """Return the members of the first object in the text; empty when there is none."""
    if BARE_MEMBERS.match(text):
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
    """Return what a quoted JavaScript text stands for."""
    return join_surrogates(ESCAPE.sub(_unescaped, text[1:-1]))


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


def _members(tokens: Iterator[tuple[str, str]], depth: int) -> dict[str, object]:
    """Read members up to the closing brace; commas are optional, odd tokens are skipped."""
    members: dict[str, object] = {}
    name: str | None = None
    for kind, piece in tokens:
        if piece == "}" and kind == "mark":
            break
        if kind == "mark" and piece == ":":
            value = _value(tokens, depth)
            if name is not None and name != "__proto__" and value is not None:
                members[name] = value
            name = None
        elif kind == "mark" and piece in "{[":
            _value_of(kind, piece, tokens, depth)
        elif kind != "mark":
            name = read_literal(piece) if kind == "text" else piece
    return members


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
