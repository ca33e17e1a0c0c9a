"""Values and nothing else: three lines, one or two of them masked, or one value alone."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from operator import attrgetter
from typing import Final

from inspector.long_texts import consists_of, has_any, holds, runs
from inspector.tickets.capture.reader import CaptureReader
from inspector.tickets.capture.scanning import shapes, tokens, values
from inspector.tickets.capture.scanning.shapes import Belief
from inspector.tickets.capture.scanning.sightings import Scan, Sighting, Trust
from inspector.tickets.capture.scanning.source import Source
from inspector.tickets.capture.scanning.trial_decryption import TrialDecryption
from inspector.tickets.decryption import base64_text
from inspector.tickets.elision import ALL_MASK
from inspector.tickets.fields import MAIN_FIELDS

_LINE = re.compile(r"[^\r\n]+")
_PIECE = re.compile(r"[^\s,;|]+")
_NOTHING_ELSE = re.compile(
    r"[\s()\[\]A-Za-z0-9+/=_\-\"'`,;|\\%&#.…“”\u200b-\u200f\ufeff\uff0b-\uff5a]+"
)
"""Signs of which values, and what stands around them, are made."""
_MASKED_LINE = re.compile(
    rf"""
    [ \t"'`]{{0,9}}
    (?P<mask>{ALL_MASK})     # `***` `XXXXXXXXXXXXXXXXXXXXXX==`
    [ \t"'`,;]{{0,9}}
    """,
    re.VERBOSE,
)
_LONGEST_MASK: Final = 20_000
"""Characters of a line that may be a mask."""
_CELLS = re.compile(r"\S\t+\S  # cells of a table", re.VERBOSE)
_DIGEST = re.compile(
    r"""
    (?<!\S)(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})(?!\S)  # MD5, SHA-1 …
    """,
    re.VERBOSE,
)
_SPACED = re.compile(
    r"""
      "[A-Za-z0-9+/]{1,500}[ ][A-Za-z0-9+/ ]{0,20000}+={0,2}"    # `"r7BXXKkL qrSNn05n0qiA=="`
    | '[A-Za-z0-9+/]{1,500}[ ][A-Za-z0-9+/ ]{0,20000}+={0,2}'    # `'r7BXXKkL qrSNn05n0qiA=='`
    """,
    re.VERBOSE,
)
"""A literal that lost plus signs: blanks part no values then."""
_UUID = re.compile(rf"(?<!\S)(?:{shapes.UUID})(?!\S)", re.VERBOSE)
_LONGEST_ID: Final = 129
"""Characters of a hash or a UUID at most, and the one behind it."""
_NO_HEX = re.compile(r"[G-Zg-z]")
_HEX = re.compile(r"(?:0[xX])?((?:[0-9a-f]{2}){16,}|(?:[0-9A-F]{2}){16,})")
_QUOTES: Final = " \t\"'`,;“”()[]"
_APP_ID = re.compile(r"wx[0-9a-f]{16}")
_LONGEST_SHORT: Final = 32
_MOST: Final = 3_000
"""Lines beyond which nobody means bare values."""


def score(source: Source) -> float:
    """Be sure when all that stands there looks like values."""
    return 0.8 if _masked(source) or _values(source.text) or _with_hex(source.text) else 0.0


def read(source: Source) -> Scan:
    """Name the values by what decrypts, or else by length and order."""
    if trio := _with_hex(source.text):
        return Scan(tuple(sorted(trio, key=attrgetter("start"))))
    trial = TrialDecryption()
    found: list[Sighting] = []
    short: list[Sighting] = []
    long: list[Sighting] = []
    for value in _masked(source) or _values(source.text):
        if value.field not in (tokens.SHORT, tokens.LONG):
            found.append(value)
            continue
        if (len(short) == 2 and value.field == tokens.SHORT) or (
            long and value.field == tokens.LONG
        ):
            found.extend(_named(short, long, trial))
            short, long = [], []
        (short if value.field == tokens.SHORT else long).append(value)
    found.extend(_named(short, long, trial))
    return Scan(tuple(sorted(found, key=attrgetter("start"))))


def _named(short: list[Sighting], long: list[Sighting], trial: TrialDecryption) -> list[Sighting]:
    if len(short) == 2 and long:
        return tokens.name_trio(short[0], short[1], long[0], trial)
    names = ["session_key", "iv"]
    if long and short and not trial.key_fits(short[0].value, long[0].value):
        names = ["iv"]
    pairs = [*zip(names, short, strict=False), *(("encryptedData", value) for value in long)]
    return [Sighting(field, value.value, value.start, value.end) for field, value in pairs]


def _masked(source: Source) -> list[Sighting]:
    """Return three values of which one or two are masked, a short one first; or nothing.

    What is masked may be any of the three: where the others are short it is the data, else the
    one of the key and the iv that the whole one is not.
    """
    lines = [(start, end) for start, end in _lines(source.text) if end - start < _LONGEST_MASK]
    masked = (_MASKED_LINE.fullmatch(source.text, *line) for line in lines)
    found = list(islice(filter(None, masked), 3))
    if not 0 < len(found) < 3:
        return []
    text = source.text
    for mask in found:
        text = text[: mask.start()] + " " * len(mask[0]) + text[mask.end() :]
    values = _values(text)
    kinds = [value.field for value in values]
    if len(found) + len(values) != 3 or not {*kinds} <= {tokens.SHORT, tokens.LONG}:
        return []
    kind = tokens.SHORT if tokens.LONG in kinds else tokens.LONG
    if kinds.count(tokens.LONG) > 1 or (kind == tokens.LONG and len(found) > 1):
        return []
    masks = [Sighting(kind, m["mask"], *m.span("mask"), Trust.UNNAMED) for m in found]
    return [*masks, *values]


def _with_hex(text: str) -> list[Sighting]:
    """Return a key, an iv and data of which some are in hex, where they open; or nothing.

    Three hashes look alike, so only what decrypts is a proof.
    """
    pieces = list(islice(runs(text, _PIECE), 4))
    found = [_HEX.fullmatch(text, *piece) for piece in pieces]
    if len(pieces) != 3 or not any(found):
        return []
    values = [
        base64_text.encode(bytes.fromhex(digits[1])) if digits else text[slice(*piece)]
        for piece, digits in zip(pieces, found, strict=True)
    ]
    made = [tokens.token_of(v, *place) for v, place in zip(values, pieces, strict=True)]
    short = [token for token in made if token and token.field == tokens.SHORT]
    long = [token for token in made if token and token.field == tokens.LONG]
    if len(short) != 2 or not long:
        return []
    named = tokens.proved_trio(short, long[0], TrialDecryption())
    return [replace(s, value=text[s.start : s.end]) for s in named] if len(named) == 3 else []


def _values(text: str) -> list[Sighting]:
    """Return the values, or nothing when anything else stands among them."""
    if not consists_of(text, _NOTHING_ELSE):
        return []
    lines = _lines(text)
    if not lines or len(lines) > _MOST:
        return []
    if len(lines) == 1 and has_any(text, "'", '"') and _SPACED.search(text):
        return []
    if len(lines) == 1:
        pieces = list(islice(runs(text, _PIECE), 10))
        found = [_value(text, *piece) for piece in pieces[:9]]
        if len(pieces) <= len(found) and len(pieces) != 2:
            kept = [value for value in found if value]
            if len(kept) == len(found):
                return kept
    found = [_value(text, *place) for place in _unwrapped(text, lines)]
    kept = [value for value in found if value]
    return kept if len(kept) == len(found) else []


def _lines(text: str) -> list[tuple[int, int]]:
    """Return where lines begin and end that are not empty, one more than there may be."""
    lines = islice(runs(text, _LINE), _MOST + 1)
    return [(start, end) for start, end in lines if not text[start:end].isspace()]


def _unwrapped(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join lines of one width with the shorter one after them: a wrapped value."""
    places: list[tuple[int, int]] = []
    width = 0
    for start, end in lines:
        length = len(text[start:end].strip())
        goes_on = bool(places) and width > _LONGEST_SHORT and length <= width
        if goes_on and not _is_over(text, places[-1], (start, end), width):
            places[-1] = (places[-1][0], end)
            width = length if length == width else 0
        else:
            places.append((start, end))
            width = length
    return places


def _is_over(text: str, before: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    """Tell whether a value is whole and what follows is another one, not its last line."""
    start, end = before
    # Of a value of many lines, the last one shows all that is asked here.
    last = text[max(start, end - 2 * width) : end].strip()
    if last.endswith("=") or text.count("\n", end, line[0]) > 1:
        return True
    if "\n" in last:
        return False
    following = text[slice(*line)].strip()
    whole = shapes.shape("encryptedData", last, Belief.UNNAMED) is shapes.Shape.WHOLE
    return whole and shapes.shape("iv", following, Belief.UNNAMED) is shapes.Shape.WHOLE


def _value(text: str, start: int, end: int) -> Sighting | None:
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip(_QUOTES))
    end -= len(raw) - len(raw.rstrip(_QUOTES))
    piece = text[start:end]
    value = values.tidy(piece)
    if shapes.is_uuid(value):
        return Sighting("shareTicket", value, start, end)
    if _APP_ID.fullmatch(value):
        return Sighting("appid", value, start, end)
    has_cells = "\t" in piece and _CELLS.search(piece)
    if has_cells or holds(value, _UUID, _LONGEST_ID) or _is_digest(piece):
        return None  # somebody's id with its name, as in `uuid 0f6b1c1e-…`
    found = values.base64_value(piece, 0, quoted=True)
    if found and any(values.behind_words(piece, found, name) != found for name in MAIN_FIELDS):
        return None
    if (
        not found
        or found.end < len(piece)
        or shapes.shape("iv", value, Belief.UNNAMED) is shapes.Shape.WORD
    ):
        return None
    kind = tokens.SHORT if len(value) <= _LONGEST_SHORT else tokens.LONG
    return Sighting(kind, value, start, end, Trust.UNNAMED)


def _is_digest(piece: str) -> bool:
    """Tell whether a hash stands beside words, as in `commit 3f2c…` and in lists of files."""
    return any(
        holds(line, _DIGEST, _LONGEST_ID) and _NO_HEX.search(line) for line in piece.splitlines()
    )


READERS: Final = (CaptureReader("bare values", "bare_values", score, read),)
