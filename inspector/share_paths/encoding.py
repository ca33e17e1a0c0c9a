"""Percent-encoding of names and values, exactly as `encodeURIComponent` does it.

A JavaScript text is a row of UTF-16 units, so two surrogates that form a pair are one
character here too. A lone surrogate makes `encodeURIComponent` throw; nothing pasted may
stop the builder, so it is written as its three-byte form (`%ED%A0%80`) and read back, and
the checks tell that no phone will take it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import quote

UNRESERVED: Final = "-_.!~*'()"
"""What `encodeURIComponent` leaves alone beside ASCII letters and digits."""

_NAME: Final = r"(?!\d)[\w$]+"
PLAIN_BLANK: Final = re.compile(rf"\$\{{{_NAME}(?:\.{_NAME}|\[\w+\])*\}}")
"""A blank that no encoding touches: `${id}`, `${item.id}`, `${list[i].id}`, `${商品}`."""
ESCAPE: Final = re.compile(r"%[0-9A-Fa-f]{2}")
LONE_PERCENT: Final = re.compile("%(?![0-9A-Fa-f]{2})")
ESCAPES: Final = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")
UNWRITABLE: Final = re.compile("[\ud800-\udfff\ufeff]")
"""What code cannot hold raw: no file holds half a character, no file of Go a byte order mark."""


class MalformedEncoding(ValueError):
    """The text is no percent-encoding; `decodeURIComponent` throws a URIError here."""


def join_surrogates(text: str) -> str:
    """Return the text with each pair of surrogates joined to the character it stands for."""
    if not LONE_SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def encode_component(text: str) -> str:
    """Return the text as `encodeURIComponent` gives it, a lone surrogate as three bytes."""
    return quote(join_surrogates(text), safe=UNRESERVED, errors="surrogatepass")


def encode_path(text: str) -> str:
    """Return the text encoded as a component whose slashes and colons stay readable."""
    return quote(join_surrogates(text), safe=UNRESERVED + "/:", errors="surrogatepass")


def encode_around(text: str, function: Callable[[str], str]) -> str:
    """Apply an encoding to a text but not to the blanks in it, which stay as they are shown."""
    if "${" not in text:
        return function(text)
    pieces, at = [], 0
    for place in PLAIN_BLANK.finditer(text):
        pieces += [function(text[at : place.start()]), place[0]]
        at = place.end()
    return "".join([*pieces, function(text[at:])])


def decode_component(text: str) -> str:
    """Return the text as `decodeURIComponent` gives it.

    Raises:
        MalformedEncoding: A `%` is not followed by two hex digits, or the bytes are no UTF-8.
    """
    decoded, malformed = decode_leniently(text)
    if malformed:
        message = f"decodeURIComponent throws at {malformed} place(s)"
        raise MalformedEncoding(message)
    return decoded


def decode_leniently(text: str) -> tuple[str, int]:
    """Decode what can be decoded; what cannot stays as it stands.

    Returns the text and the number of places at which `decodeURIComponent` would throw.
    """
    if "%" not in text:
        return join_surrogates(text), 0
    malformed = len(LONE_PERCENT.findall(text))

    def decode_run(run: re.Match[str]) -> str:
        nonlocal malformed
        try:
            return _decode_bytes(run[0])
        except UnicodeDecodeError:
            decoded, corrupt = _decode_piecewise(run[0])
            malformed += corrupt
            return decoded

    return join_surrogates(ESCAPES.sub(decode_run, text)), malformed


def looks_encoded(text: str) -> bool:
    """Tell whether a plain text seems to have been encoded already."""
    return bool(ESCAPE.search(text)) and decode_leniently(text)[1] == 0


def _decode_bytes(escapes: str) -> str:
    return bytes.fromhex(escapes.replace("%", "")).decode("utf-8", "surrogatepass")


def _decode_piecewise(escapes: str) -> tuple[str, int]:
    """Decode a run of escapes character by character, keeping each corrupt byte as escape."""
    pieces: list[str] = []
    corrupt = at = 0
    while at < len(escapes):
        for length in (3, 6, 9, 12):
            piece = escapes[at : at + length]
            try:
                decoded = _decode_bytes(piece)
            except UnicodeDecodeError:
                continue
            pieces.append(decoded)
            at += len(piece)
            break
        else:
            pieces.append(escapes[at : at + 3])
            corrupt += 1
            at += 3
    return "".join(pieces), corrupt
