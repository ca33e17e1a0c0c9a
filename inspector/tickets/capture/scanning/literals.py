r"""String literals and objects inside encoded text: where they end, and what they say.

A text may be encoded as a whole once more (percent signs, `\x22` of nginx, entities, the doubled
quotes of a CSV): that layer is undone first, and what is found then is looked up in the raw text.
Below it, nested strings put backslashes before their quotes: 0, 1, 3, 7 …, one more layer each.
"""

from __future__ import annotations

import html
import re
import urllib.parse
from bisect import bisect_left
from collections.abc import Callable
from functools import partial
from typing import Final, NamedTuple

from inspector.tickets.capture.scanning import unescaping

Decoder = Callable[[str], str]

_HEX = re.compile(r"(?:\\{1,31}+x[0-9A-Fa-f]{2})+  # `\x7b\x22`", re.VERBOSE)
_UNICODE = re.compile(r"\\{1,31}+u00([0-7][0-9A-Fa-f])  # `\\u0022`", re.VERBOSE)
_LAYER = re.compile(
    r"""
      (?P<percent>%(?:25)*(?:2[27]|3[AaDd]|7[Bb]))  # `%22` `%253A`
    | (?P<hex>\\{1,31}+x[0-7])                      # `\x2` `\\x3`
    | (?P<unicode>\\{1,31}+u00)                     # `\u00`
    | (?P<entity>&(?:amp;)*(?:quot|apos|\#))        # `&quot` `&amp;#`
    | (?P<doubled>"")                               # `""`
    | (?P<caret>\^[\\"{^])                          # `^"` `^^`
    """,
    re.VERBOSE,
)
_ENCODED_SIGN = re.compile(r"%(?:25)*[2-7][0-9A-Fa-f]  # `%5B` `%252C`", re.VERBOSE)
_OPENING = re.compile(r"(?P<slashes>\\*+)(?P<sign>[\"'`])  # `'` `\\'`", re.VERBOSE)
_STRING = {sign: re.compile(rf"(?P<slashes>\\*+){sign}|\\++") for sign in "\"'`"}
_OBJECT = re.compile(
    r"""
      (?P<slashes>\\*+)"    # `"` `\"`
    | \\++                  # `\\`
    | (?P<brace>[{}])       # `{`
    """,
    re.VERBOSE,
)
_ESCAPE: Final = 24
"""Characters of the longest escape, a run of bytes of one character included."""
_NEAR: Final = 48
"""Raw characters around a guessed place among which the right one is looked for."""


class Literal(NamedTuple):
    """A value that was found, and where its raw text stands."""

    value: str
    start: int
    end: int
    is_object: bool = False
    """True for what stands between braces, not between quotes."""


def decoder_of(clue: str) -> Decoder | None:
    """Return how the text around a name is encoded as a whole, or None when it is plain.

    Args:
        clue: The raw signs between a name and its value, and the first ones of the value.
    """
    found = _LAYER.search(clue)
    kind = found.lastgroup if found else None
    if kind == "percent" and found:
        return partial(_percent_decoded, rounds=1 + found[0].count("25"))
    return {"hex": _hex_decoded, "unicode": _unicode_decoded, "entity": html.unescape,
            "doubled": _undoubled, "caret": _uncareted}.get(kind or "")  # fmt: skip


def percent_decoder_of(clue: str) -> Decoder | None:
    """Return how to undo percent-encoding where any sign of a clue is encoded that way."""
    found = _ENCODED_SIGN.search(clue)
    return partial(_percent_decoded, rounds=1 + found[0].count("25")) if found else None


def _percent_decoded(text: str, rounds: int) -> str:
    """Undo percent-encoding; a bare plus is a space, since a plus would be encoded, too."""
    text = text.replace("+", " ")
    for _ in range(rounds):
        text = urllib.parse.unquote(text)
    return text


def _hex_decoded(text: str) -> str:
    return _HEX.sub(_bytes_of, text)


def _bytes_of(run: re.Match[str]) -> str:
    return bytes.fromhex(re.sub(r"\\+x", "", run[0])).decode("utf-8", "replace")


def _unicode_decoded(text: str) -> str:
    return _UNICODE.sub(lambda match: chr(int(match[1], 16)), text)


def _undoubled(text: str) -> str:
    return text.replace('""', '"')


def _uncareted(text: str) -> str:
    """Undo the escapes of the Windows command line."""
    return text.replace("^", "")


def literal_at(text: str, start: int, decode: Decoder | None, longest: int) -> Literal | None:
    """Return the string or object that begins at a place, at its opening quote or brace.

    Args:
        text: The whole text.
        start: Where the quote or the brace stands, in whatever encoding.
        decode: Undoes the outer layer; None when there is none.
        longest: Raw characters among which its end is looked for.
    """
    raw = text[start : start + longest]
    plain = decode(raw) if decode else raw
    found = _object(plain) if plain[:1] == "{" else _string(plain)
    if found is None:
        return None
    first, last = (
        (raw_length(raw, decode, plain[:at]) for at in (found.start, found.end))
        if decode
        else (found.start, found.end)
    )
    if first is None or last is None:
        return None
    return Literal(found.value, start + first, start + last, found.is_object)


def _string(plain: str) -> Literal | None:
    """Return what stands between two quotes of the same depth."""
    opening = _OPENING.match(plain)
    if not opening:
        return None
    start = opening.end()
    if re.match(rf"\{{{re.escape(opening[0])}\w", plain[start : start + 40]):
        # A console puts quotes around a text without escaping those within it.
        found = _object(plain[start:])
        return Literal(found.value, start, start + found.end) if found else None
    depth = len(opening["slashes"])
    for sign in _STRING[opening["sign"]].finditer(plain, start):
        slashes = sign["slashes"]
        if slashes is not None and closes(len(slashes), depth):
            end = sign.end() - 1 - min(depth, len(slashes))
            value = unescaping.unescape(plain[start:end], depth.bit_length() + 1)
            return Literal(value, start, end)
    return None


def closes(slashes: int, depth: int) -> bool:
    """Tell whether a quote with so many backslashes before it ends a string of a depth.

    Backslashes of the content itself come in whole escapes: two for each of the layer below.
    """
    return slashes < depth or slashes % (2 * (depth + 1)) == depth


def _object(plain: str) -> Literal | None:
    """Return the text of an object up to its closing brace, braces in strings passed over."""
    level, depth, inside = 0, -1, False
    for found in _OBJECT.finditer(plain):
        if found["brace"] and not inside:
            level += 1 if found["brace"] == "{" else -1
            if not level:
                value = unescaping.unescape(plain[: found.end()], max(depth, 0).bit_length())
                return Literal(value, 0, found.end(), is_object=True)
        elif found["slashes"] is not None:
            slashes = len(found["slashes"])
            depth = slashes if depth < 0 else depth
            inside = not closes(slashes, depth) if inside else True
    return None


def raw_length(raw: str, decode: Decoder, wanted: str) -> int | None:
    """Return how many raw characters give a decoded text: the most, as `""` gives what `"` does."""

    def decoded_length(length: int) -> int:
        return len(decode(raw[:length]))

    size, high = len(wanted), min(len(wanted), len(raw))
    while high < len(raw) and decoded_length(high) <= size:
        high = min(2 * high + _NEAR, len(raw))
    near = bisect_left(range(high + 1), size, key=decoded_length)
    tail = wanted[-1:]
    for length in range(min(len(raw), near + _NEAR), max(0, near - _NEAR) - 1, -1):
        # Most places are told by the last signs alone, without decoding all before them.
        ends = decode(raw[max(0, length - _ESCAPE) : length])[-1:] == tail
        if ends and decode(raw[:length]) == wanted:
            return length
    return None
