"""Values that are written otherwise than in base64: bytes as hex or numbers, characters, masks.

What such a value means is decided by what opens (`decryption.repair.notations`); here it is only
found, whole, with the encoding of the text around it undone.
"""

from __future__ import annotations

import re
from typing import Final

from inspector.tickets.capture.scanning import values
from inspector.tickets.capture.scanning.literals import (
    Literal,
    decoder_of,
    percent_decoder_of,
    raw_length,
)
from inspector.tickets.capture.scanning.separators import SIGNED
from inspector.tickets.fields import BLOCK

_SPACE: Final = r"(?>(?:\s|\\{1,31}+[nrt])*)"
_NUMBER: Final = r"(?:(?:\(byte\)\s?)?(?:0[xX][0-9a-fA-F]{1,2}|-?[0-9]{1,3}))"
_NUMBERS: Final = rf"{_NUMBER}(?>(?:(?:{_SPACE},{_SPACE}|[ ]){_NUMBER})+){_SPACE}"
_BUFFER = re.compile(
    rf"""
    \{{{_SPACE}\\*+["']?type\\*+["']?{_SPACE}:     # `{{"type":`
    {_SPACE}\\*+["']Buffer\\*+["']{_SPACE},        # ` "Buffer",`
    {_SPACE}\\*+["']?data\\*+["']?{_SPACE}:        # ` "data":`
    {_SPACE}\[{_SPACE}{_NUMBERS}\]{_SPACE}\}}      # ` [143, 32]}}`
    """,
    re.VERBOSE,
)
_LIST = re.compile(
    rf"""
    (?:new\s)?(?:[A-Za-z_][\w.]{{0,40}}\s?)?       # `new byte` `Buffer.from`
    (?:\(\d{{1,9}}\)\s?|\[\d{{0,9}}\]\s?)?         # `(16) ` `[]`
    (?:[\[({{]{_SPACE})?                           # `(`
    (?P<value>[\[({{]{_SPACE}{_NUMBERS},?{_SPACE}[\])}}])  # `[143, -32]` `{{143, -32,}}`
    """,
    re.VERBOSE,
)
_HEX = re.compile(
    r"""
    <Buffer[ +](?>(?:[0-9a-fA-F]{2}[ +]?)+)        # `<Buffer 8f 20 `
    (?:\.{3}\s[0-9]{1,9}\smore\sbytes)?>           # `... 62 more bytes>`
  | (?:0[xX]|(?P<literal>[xXhH]\\*+')|\\++x|(?=..(?:..)?[ :+-]))  # `0x` `x'` `\x`
    [0-9a-fA-F]{2}                                 # `8f`
    (?>(?:
        (?:,\s?(?=0[xX])|[ :+-])?                  # ` ` `, ` `:`
        (?:0[xX]|\\++x)?[0-9a-fA-F]{2}             # `20` `\x20`
    ){15,})
    (?(literal)\\*+'|(?![0-9A-Za-z+/]))(?!\.\w)
    """,
    re.VERBOSE,
)
_BYTES = re.compile(
    r"""
    (?:[A-Za-z]{4,9}\()?                           # `bytearray(`
    b(?:
        \\'(?>(?:[^'\\\n]|(?:\\{4})*\\{3}'|\\++(?!')[^\n])*)(?:\\{4})*\\'  # `\'\\x8f"\'`
      | \\*+'(?>(?:[^'\\\n]|\\{8}(?:\\{8}|[^\\\n])|\\{7}")*)'  # `'\\\\\\\\x8f\\\\\\\"'`
      | \\*+'(?>(?:[^'\\\n]|\\{4}(?:\\{4}|[^\\\n])|\\{3}")*)'  # `'\\\\x8f\\\"'`
      | \\*+'(?>(?:[^'\\\n]|\\{2}(?:\\{2}|[^\\\n])|\\")*)'     # `'\\x8f\"\\\\'`
      | \\*+'(?>(?:[^'\\\n]|\\[^\n])*)'                        # `'\x8f"\n\\'`
      | \\*+"[^"\n]*+"                             # `"\x8f'"`: without quotes within
    )\)?
    """,
    re.VERBOSE,
)
"""Bytes as Python shows them; in each string around them with doubled backslashes."""
_CHARACTERS = re.compile(rf"[!#-&(-~]{{{BLOCK}}}(?=[\"'`])")
"""`a1!b2@c3#d4$e5%f` between quotes."""
_OPENS_BYTES = re.compile(r"b\\*+[\"']  # `b'` `b\"`", re.VERBOSE)
_DOUBLED = re.compile(r"\\(?=\\)")
_BYTE = re.compile(r"\\x..|\\.|[^\\]", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\\"'])  # `\'` `\\`", re.VERBOSE)
_BARE = re.compile(r"(?<!\\)(?:\\\\)*\\x  # `\x` `\\\x`", re.VERBOSE)
"""A byte whose backslash is escaped by no string around it."""
_LONGEST: Final = 65_536
_LONGEST_SHORT: Final = 160
"""Characters of a key or an iv as Python shows its bytes."""
_LONGEST_MASK: Final = 120
_DEEPEST: Final = 3
"""Strings within strings in which Python's bytes are read."""
_CLUE: Final = 20
_MOST_DECODED: Final = 2_000_000
"""Characters of encoded text that are decoded in vain before no more is."""


class Notations:
    """Finds the values of one text that stand in other notations."""

    def __init__(self, text: str, masks: values.Masks) -> None:
        self._text = text
        self._masks = masks
        self._decoded = 0

    def value(self, field: str, position: int) -> Literal | None:
        """Return what follows a name, from its end on, when it is bytes or a mask of the field."""
        separator = SIGNED.pattern.match(self._text, position)
        if separator is None:
            return None
        start, quoted = separator.end(), bool(separator["quote"])
        masked = self._masks.at(start, _LONGEST_MASK)
        if masked is None:
            masked = values.worded_value(self._text, start)
        if masked:
            return Literal(*masked)
        clue = separator[0] + self._text[start : start + _CLUE]
        is_escaped = self._text.startswith("\\", start) or _OPENS_BYTES.search(clue)
        decode = None if is_escaped else decoder_of(clue) or percent_decoder_of(clue)
        if decode is None:
            return self._match(field, self._text, start, quoted=quoted)
        raw = self._text[start : start + _LONGEST]
        if self._decoded > _MOST_DECODED:
            return None
        self._decoded += len(raw)
        plain = decode(raw)
        found = self._match(field, plain, 0, quoted=quoted)
        if found is None:
            return None
        ends = [raw_length(raw, decode, plain[:at]) for at in (found.start, found.end)]
        first, last = ends
        if first is None or last is None:
            return None
        self._decoded -= len(raw)
        return Literal(found.value, start + first, start + last)

    def _match(self, field: str, text: str, start: int, *, quoted: bool) -> Literal | None:
        for pattern in (_BUFFER, _LIST, _HEX, _BYTES, _CHARACTERS):
            end = self._end(field, start) if pattern is _BYTES else len(text)
            found = pattern.match(text, start, end)
            if pattern is _BYTES and not found:
                self._decoded += end - start if text.startswith("b", start) else 0
            if not found or (pattern is _CHARACTERS and not (quoted and field == "iv")):
                continue
            group = "value" if pattern is _LIST else 0
            value = _plain(found[group], pattern)
            if _fits(pattern, field, value):
                return Literal(value, *found.span(group))
        return None

    def _end(self, field: str, start: int) -> int:
        """Return where Python's bytes must end: what has no end is looked through often."""
        if field != "encryptedData":
            return start + _LONGEST_SHORT
        return start + (_LONGEST if self._decoded < _MOST_DECODED else _LONGEST_SHORT)


def _plain(raw: str, pattern: re.Pattern[str]) -> str:
    """Return a value without the escapes of the string and the form that it stood in."""
    if pattern is _CHARACTERS:
        return raw
    if pattern is _HEX:
        return _DOUBLED.sub("", raw.replace("+", " "))
    if pattern is _BYTES:
        for _ in range(_DEEPEST):
            raw = raw if _BARE.search(raw) else _ESCAPED.sub(r"\1", raw)
        return raw
    return re.sub(r"\\+([\"'])", r"\1", re.sub(r"\\+[nrt]", " ", raw))


def _fits(pattern: re.Pattern[str], field: str, value: str) -> bool:
    """Tell whether a field may have a value of its notation and length."""
    if pattern is _CHARACTERS:
        return not value.isalnum() and any(character.isdigit() for character in value)
    if pattern is _BYTES:
        bare = value if value[1] in "\"'" else value.removesuffix(")").partition("(")[2]
        size = len(_BYTE.findall(bare)) - len("b''")
        return r"\x" in value and (size >= BLOCK if field == "encryptedData" else size == BLOCK)
    size = _count(value) if pattern is _HEX else len(re.findall(_NUMBER, value))
    if field == "encryptedData":
        return size >= BLOCK
    return "..." in value or BLOCK - 1 <= size <= BLOCK + 1


def _count(value: str) -> int:
    """Return how many bytes are written in hex."""
    digits = value.removeprefix("<Buffer").replace("0x", "").replace("0X", "")
    return len(re.findall(r"[0-9a-fA-F]{2}", digits))
