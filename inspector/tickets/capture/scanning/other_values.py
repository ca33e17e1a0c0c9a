"""Values that are no base64: app id, signature, handle, group name, the signed text."""

from __future__ import annotations

import html
import json
import re
import urllib.parse
from collections.abc import Callable
from typing import Final

from inspector.tickets.capture.scanning import unescaping
from inspector.tickets.capture.scanning.separators import QUOTE
from inspector.tickets.capture.scanning.shapes import UUID
from inspector.tickets.capture.scanning.sightings import LABEL, Sighting

ReadOther = Callable[[str, re.Match[str], bool], list[Sighting]]
"""Text, the separator after the name, and whether to be strict -> what was found."""

_APP_ID = re.compile(
    r"""
    (?:
        wx[0-9a-zA-Z]{14,18}  # `wx4f4bc4dec97d474b`
      | tt[0-9a-f]{16,18}     # `tt05d9f1bce04b6b1a`
    )
    (?![0-9A-Za-z])
    """,
    re.VERBOSE,
)
_SIGNATURE = re.compile(r"[0-9a-fA-F]{40}(?![0-9A-Za-z+/=_-])")
_HANDLE = re.compile(rf"{UUID}(?![0-9A-Za-z])", re.VERBOSE)
_NEXT_HANDLE = re.compile(
    rf"""
    (?:{QUOTE}){{0,2}}\s{{0,40}}(?:,|%2C)\s{{0,40}}  # `", ` `%22%2C`
    (?:{QUOTE}){{0,2}}(?={UUID})                     # `"0f6b1c1e-8d2a-4d0c-9c55-2f3e6f1a7b90`
    """,
    re.VERBOSE,
)
_WATERMARK = re.compile(
    r"""watermark[^{}]{0,12}\{[^{}]{0,80}\Z  # `watermark": {"timestamp": 1577808000, "`""",
    re.VERBOSE,
)
_STRING_END = re.compile(r"""(\\*)(["'`])""")
_PLAIN_WORDS: Final = frozenset(["null", "undefined", "none", "nil", "true", "false", "string"])
_LABEL_END = re.compile(
    r"""
      [,;&\n\r\t}\])<>"'`|，；]  # `,` `&` `；`
    | %(?:25)*2[26]              # `%22` `%2526`
    | \\+[nr"]                   # `\n` `\\"`
    | $
    | (?<=.{60})
    """,
    re.VERBOSE,
)
_LONGEST: Final = 65_536
"""Longest `rawData` that is read: the platform's are below two thousand characters."""


def readers_of_other_fields() -> dict[str, ReadOther]:
    """Return how each field that is no base64 is read."""
    return {
        "appid": app_id,
        "signature": signature,
        "shareTicket": handles,
        "rawData": raw_data,
        LABEL: label,
    }


def is_valid(field: str, value: str) -> bool:
    """Tell whether a value may be an app id, a signature or a handle."""
    pattern = {"appid": _APP_ID, "signature": _SIGNATURE, "shareTicket": _HANDLE}[field]
    return bool(pattern.fullmatch(value))


def app_id(text: str, separator: re.Match[str], _strict: bool) -> list[Sighting]:
    """Read an app id, but not one that stands in the watermark of an opened payload."""
    found = _APP_ID.match(text, separator.end())
    if not found or _WATERMARK.search(text[max(0, separator.start() - 120) : separator.start()]):
        return []
    return [Sighting("appid", found[0], *found.span())]


def signature(text: str, separator: re.Match[str], _strict: bool) -> list[Sighting]:
    """Read the sha1 in hex."""
    found = _SIGNATURE.match(text, separator.end())
    return [Sighting("signature", found[0], *found.span())] if found else []


def handles(text: str, separator: re.Match[str], _strict: bool) -> list[Sighting]:
    """Read one handle, or all of an array."""
    found = _HANDLE.match(text, separator.end())
    listed = "[" in separator[0] or "%5B" in separator[0]
    sightings: list[Sighting] = []
    while found:
        sightings.append(Sighting("shareTicket", found[0], *found.span(), listed=listed))
        following = _NEXT_HANDLE.match(text, found.end())
        found = _HANDLE.match(text, following.end()) if following and listed else None
    return sightings


def label(text: str, separator: re.Match[str], strict: bool) -> list[Sighting]:
    """Read a group's name."""
    start, quote = separator.end(), separator["quote"]
    if strict:
        return []
    if quote and quote[-1] in "\"'`":
        end = _string_end(text, start, quote)
    else:
        stop = _LABEL_END.search(text, start, start + 64)
        end = stop.start() if stop else None
    if end is None or end - start > 400:
        return []
    value = _decoded(text[start:end], quote).strip()
    if not value or value.lower() in _PLAIN_WORDS:
        return []
    return [Sighting(LABEL, value, start, end)]


def raw_data(text: str, separator: re.Match[str], _strict: bool) -> list[Sighting]:
    """Read the text that the signature was made over, exactly as it was signed."""
    start, quote = separator.end(), separator["quote"]
    head = text[start : start + 16]
    if head[:1] == "{" and (not quote or head[1:2] == quote[-1:]):
        end = _json_end(text, start)
        return [Sighting("rawData", text[start:end], start, end)] if end else []
    if re.match(r"%(?:25)*7[Bb]", head):
        encoded = re.match(r"[^\s&\"'<>]+", text[start : start + _LONGEST])
        value = _percent_decoded(encoded[0]) if encoded else ""
        return [Sighting("rawData", value, start, start + encoded.end())] if encoded else []
    if quote and head[:1] in "{\\&":
        end = _string_end(text, start, quote)
        value = _decoded(text[start:end], quote) if end else ""
        if end and value.startswith("{") and '"iv' not in value:
            return [Sighting("rawData", value, start, end)]
    return []


def _json_end(text: str, start: int) -> int | None:
    try:
        _, length = json.JSONDecoder().raw_decode(text[start : start + _LONGEST])
    except (ValueError, RecursionError):
        return None
    return start + int(length)


def _string_end(text: str, start: int, quote: str) -> int | None:
    """Return where a string literal ends, by the number of backslashes before its quote."""
    sign = quote[-1]
    depth = quote.count("\\")
    doubled = quote.endswith(sign * 2) and len(quote) > 1
    position = start
    limit = min(len(text), start + _LONGEST)
    while found := _STRING_END.search(text, position, limit):
        position = found.end()
        backslashes = len(found[1])
        if found[2] != sign or (doubled and text[position : position + 1] != sign):
            continue
        if backslashes == depth or backslashes < depth or (not depth and backslashes % 2 == 0):
            return found.start() if backslashes == depth or depth else found.end(1)
    return None


def _decoded(raw: str, quote: str) -> str:
    if quote.endswith('""'):
        raw = raw.replace('""', '"')
    if "&" in quote or "&quot;" in raw or "&#34;" in raw:
        raw = html.unescape(raw)
    if "%22" in quote or "%27" in quote:
        raw = _percent_decoded(raw)
    depth = quote.count("\\").bit_length()
    return unescaping.unescape(raw, depth + 1)


def _percent_decoded(text: str) -> str:
    """Undo percent-encoding; a plus is a space where everything else is encoded too."""
    if "+" in text and "{" not in text:
        text = text.replace("+", " ")
    for _ in range(3):
        if not re.match(r"%(?:25)*7[Bb]", text):
            break
        text = urllib.parse.unquote(text)
    return text
