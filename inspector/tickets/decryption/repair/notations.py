"""Bytes that are written in another way than base64: hex, lists of numbers, plain characters.

Back ends print keys and data as their language shows bytes. Which notation was meant is
decided by what then opens; a value that is base64 as it stands is read as that first.
"""

from __future__ import annotations

import re
from base64 import b64encode
from typing import Final

from inspector.tickets.decryption.repair.marked import Change
from inspector.tickets.decryption.repair.readings import Reading
from inspector.tickets.fields import BLOCK

_HEX: Final = re.compile(
    r"""
    \s*+["']?                                # `"`
    (?:0[xX]|[xX]'|<Buffer\s)?               # `0x` `x'` `<Buffer `
    ((?>(?:[0-9a-fA-F]{2}[\s:-]*+)+))        # `8f20` `8F:20` `8f 20`
    [>"']?\s*+                               # `>` `"`
    """,
    re.VERBOSE,
)
_NUMBER: Final = r"(?:0[xX][0-9a-fA-F]{1,2}|-?[0-9]{1,3})"
_NUMBERS: Final = re.compile(
    rf"""
    \s*+(?:\{{[^{{}}\[\]]{{0,60}}\[|[A-Za-z\[\]0-9]{{0,20}}[\[({{]|)\s*+  # `{{"data":[` `[`
    ({_NUMBER}(?>(?:\s*+,\s*+{_NUMBER})+))           # `143, -32, 0x99`
    \s*+,?(?:\s*+[\])}}]){{0,2}}\s*+                 # `]` `]}}`
    """,
    re.VERBOSE,
)
_SEPARATORS: Final = re.compile(r"[^0-9a-fA-F]")
LOWEST, HIGHEST = -128, 255
"""Java prints bytes with a sign, all others without."""


def other_readings(text: str) -> list[Reading]:
    """Return a field read in the other notations of bytes, at most one."""
    found = _from_hex(text) or _from_numbers(text)
    return [found] if found is not None else []


def as_characters(text: str) -> Reading | None:
    """Return 16 characters used as bytes as they stand, as `getLatestUserKey` gives its iv."""
    bare = text.strip().strip("\"'")
    if len(bare) != BLOCK or not (bare.isascii() and bare.isprintable()):
        return None
    return _reading(bare.encode("ascii"), "characters_as_bytes")


def _from_hex(text: str) -> Reading | None:
    match = _HEX.fullmatch(text)
    if match is None:
        return None
    digits = _SEPARATORS.sub("", match[1])
    if len(digits) % (2 * BLOCK):
        return None
    return _reading(bytes.fromhex(digits), "hex_decoded")


def _from_numbers(text: str) -> Reading | None:
    match = _NUMBERS.fullmatch(text)
    if match is None:
        return None
    numbers = [int(each, 16 if "x" in each.lower() else 10) for each in match[1].split(",")]
    if not all(LOWEST <= number <= HIGHEST for number in numbers) or len(numbers) % BLOCK:
        return None
    return _reading(bytes(number % 256 for number in numbers), "byte_list_decoded")


def _reading(data: bytes, code: str) -> Reading:
    return Reading(b64encode(data).decode("ascii"), data, (Change(code, 1),))
