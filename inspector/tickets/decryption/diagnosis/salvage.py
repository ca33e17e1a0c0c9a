"""What can be parsed of JSON that is spoilt or cut off."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from inspector.exact_json import parsing
from inspector.exact_json.parsing import NotJson

LOST: Final = "�"
MOST_WORK: Final = 20_000_000
"""Characters that are read again and again at most, so that hostile text ends soon."""
_NAME: Final = re.compile(r'"([^"\\\ufffd]{1,100})"\s*:\s*')


def salvage(text: str) -> Any:
    """Return the members (or elements) that stand whole in a text, None when there are none.

    Undecodable bytes are U+FFFD in the text; no value that holds one is taken. Members of an
    object that is itself cut are given beside the others.
    """
    members: dict[str, Any] = {}
    at = work = 0
    decoder = json.JSONDecoder()
    while work < MOST_WORK and (match := _NAME.search(text, at)):
        at = match.end()
        try:
            _, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            work += len(text) - at
            elements = _elements(text, at, decoder)
            if elements:
                members[match[1]] = elements
                break
            continue
        value = _whole(text, at, end)
        if value is not None:
            members.setdefault(match[1], value[0])
        at = end
    return members or None


def complete(text: str) -> tuple[Any, int] | None:
    """Return the JSON object or array that a text begins with and where it ends."""
    if text[:1] not in ("{", "["):
        return None
    try:
        _, end = json.JSONDecoder().raw_decode(text)
        return parsing.parse(text[:end]), end
    except (ValueError, RecursionError, NotJson):
        return None


def _whole(text: str, start: int, end: int) -> tuple[Any] | None:
    """Return the value as a tuple of one, None when it is spoilt or may go on."""
    piece = text[start:end]
    if LOST in piece or (piece[-1:] not in '"}]el' and text[end : end + 1] not in ",}] \n\r\t"):
        return None
    if end == len(text) and piece[-1:] not in '"}]':
        return None
    try:
        return (parsing.parse(piece),)
    except NotJson:
        return None


def _elements(text: str, at: int, decoder: json.JSONDecoder) -> list[Any]:
    """Return the elements that stand whole in an array that is cut."""
    elements: list[Any] = []
    if text[at : at + 1] != "[":
        return elements
    at += 1
    while True:
        try:
            _, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return elements
        value = _whole(text, at, end)
        if value is None or text[end : end + 1] not in (",", "]"):
            return elements
        elements.append(value[0])
        at = end + 1
