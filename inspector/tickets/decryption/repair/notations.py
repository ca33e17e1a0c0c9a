"""Bytes that are written in another way than base64: hex, lists of numbers, plain characters.

Back ends print keys and data as their language shows bytes. Which notation was meant is
decided by what then opens; a value that is base64 as it stands is read as that first.
"""

from __future__ import annotations

import re
from typing import Final

from inspector.tickets.decryption.base64_text import encode
from inspector.tickets.decryption.repair.marked import Change
from inspector.tickets.decryption.repair.readings import Reading
from inspector.tickets.fields import BLOCK

_OPENING: Final = r"""
    \s*+["'`]?                                   # `"`
    (?:
        <Buffer\s                                # `<Buffer `
      | \{[^{}\[\]]{0,60}\[                      # `{"type":"Buffer","data":[`
      | [A-Za-z0-9_\[\]()\ ]{0,24}[\[({]         # `[` `[]byte{` `Uint8Array(16) [`
    )?\s*+
"""
_CLOSING: Final = r"""\s*+,?(?:\s*+[\])}>]){0,3}\s*+["'`]?\s*+    # `]` `]}` `>` `"`"""
_HEX: Final = re.compile(
    rf"""
    {_OPENING}
    (?:0[xX]|[xXhH]')?                           # `0x` `x'`
    ((?>(?:[0-9a-fA-F]{{2}}[\s:,-]*+)+))         # `8f20` `8F:20` `8f 20`
    {_CLOSING}
    """,
    re.VERBOSE,
)
_NUMBER: Final = r"(?:0[xX][0-9a-fA-F]{1,2}|-?[0-9]{1,3})"
_CAST: Final = re.compile(r"\(byte\)\s?  # `(byte) `", re.VERBOSE)
_NUMBERS: Final = re.compile(
    rf"""
    {_OPENING}
    ({_NUMBER}(?>(?:(?:\s*+,\s*+|\s++){_NUMBER})+))  # `143, -32, 0x99` `143 32 99`
    {_CLOSING}
    """,
    re.VERBOSE,
)
_LITERAL: Final = re.compile(
    r"""
    \s*+(?:[A-Za-z]{0,10}\()?                # `bytearray(`
    [bB]?(["']?)([\ -~]*)\1\)?\s*+           # `b'\x8f\x20')`
    """,
    re.VERBOSE,
)
_ESCAPE: Final = re.compile(r"\\(?:x([0-9a-fA-F]{2})|(.))  # `\x8f` `\n`", re.VERBOSE | re.DOTALL)
_ESCAPED: Final = dict(zip("abfnrtv0", "\a\b\f\n\r\t\v\0", strict=True))
_SEPARATORS: Final = re.compile(r"[^0-9a-fA-F]")
LOWEST, HIGHEST = -128, 255
"""Java prints bytes with a sign, all others without."""


def other_readings(text: str) -> list[Reading]:
    """Return a field read in the other notations of bytes; `12 34` may be hex or numbers."""
    notations = (_from_hex, _from_numbers, _from_escapes)
    found = [reading for each in notations if (reading := each(text)) is not None]
    return list({reading.data: reading for reading in reversed(found)}.values())[::-1]


def as_characters(text: str) -> Reading | None:
    """Return 16 characters used as bytes as they stand, as `getLatestUserKey` gives its iv."""
    bare = text.strip().strip("\"'")
    if len(bare) != BLOCK or not (bare.isascii() and bare.isprintable()):
        return None
    return _reading(bare.encode("ascii"), "characters_as_bytes")


def _from_hex(text: str) -> Reading | None:
    match = _HEX.fullmatch(text)
    digits = _SEPARATORS.sub("", match[1]) if match else ""
    return _reading(bytes.fromhex(digits), "hex_decoded")


def _from_numbers(text: str) -> Reading | None:
    match = _NUMBERS.fullmatch(_CAST.sub("", text))
    texts = match[1].replace(",", " ").split() if match else []
    numbers = [int(each, 16 if "x" in each.lower() else 10) for each in texts]
    if not all(LOWEST <= number <= HIGHEST for number in numbers):
        return None
    return _reading(bytes(number % 256 for number in numbers), "byte_list_decoded")


def _from_escapes(text: str) -> Reading | None:
    r"""Read `b'\x8f\x20'`; escapes that stand for base64 only are left to cleaning."""
    match = _LITERAL.fullmatch(text) if "\\x" in text else None
    unescaped = _ESCAPE.sub(_unescaped, match[2]) if match else ""
    if unescaped.isascii() and unescaped.isprintable():
        return None
    return _reading(unescaped.encode("latin-1"), "escapes_removed")


def _unescaped(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16)) if escape[1] else _ESCAPED.get(escape[2], escape[2])


def _reading(data: bytes, code: str) -> Reading | None:
    """Return the reading of bytes, where they may be a key, an iv or data."""
    if not data or len(data) % BLOCK:
        return None
    return Reading(encode(data), data, (Change(code, 1),))
