"""HAR: the network log of browsers and proxies. Each exchange is a frame."""

from __future__ import annotations

import json
import re
import urllib.parse
from collections.abc import Iterator
from typing import Any, Final

from inspector.tickets.capture.reader import CaptureReader
from inspector.tickets.capture.scanning.interest import is_interesting
from inspector.tickets.capture.scanning.sightings import Frame, Scan, Sighting
from inspector.tickets.capture.scanning.source import Source, unwrap

_ENTRIES = re.compile(r"\"entries\"\s*:\s*\[")
_NEXT = re.compile(r"[\s,]*(?=\{)")


def score(source: Source) -> float:
    """Be sure when the text begins as a log of entries."""
    head = source.head[:4000]
    return 0.98 if head[:1] == "{" and '"log"' in head and _ENTRIES.search(source.head) else 0.0


def read(source: Source) -> Scan:
    """Return what the exchanges hold, each a frame; those that name no field are none."""
    hidden: list[Sighting] = []
    frames: list[Frame] = []
    seen = {(sighting.field, sighting.start) for sighting in source.pairs}
    for start, end, entry in _entries(source):
        source.tick(start)
        raw = source.text[start:end]
        if is_interesting(raw) or '"base64"' in raw:
            frames.append(Frame(start, end, _request(entry)))
            bodies = _hidden(source, start, end, entry)
            hidden += [s for s in bodies if (s.field, s.start) not in seen]
    return source.with_pairs(hidden, tuple(frames))


def _entries(source: Source) -> Iterator[tuple[int, int, Any]]:
    """Yield each exchange with its place; what is broken off at the end is none."""
    opening = _ENTRIES.search(source.text)
    position = opening.end() if opening else len(source.text)
    decoder = json.JSONDecoder(strict=False)
    while following := _NEXT.match(source.text, position):
        start = following.end()
        try:
            entry, position = decoder.raw_decode(source.text, start)
        except (ValueError, RecursionError):
            return
        yield start, position, entry


def _request(entry: Any) -> str | None:
    """Return `POST /share/open` for an exchange."""
    request = entry.get("request")
    if not isinstance(request, dict) or not isinstance(request.get("url"), str):
        return None
    try:
        path = urllib.parse.urlsplit(request["url"]).path or "/"
    except ValueError:
        path = request["url"]
    return f"{request.get('method') or 'GET'} {path}"


def _hidden(source: Source, start: int, end: int, entry: Any) -> list[Sighting]:
    """Return the fields of a response body that the log keeps in base64."""
    response = entry.get("response")
    content = response.get("content") if isinstance(response, dict) else None
    if not isinstance(content, dict) or content.get("encoding") != "base64":
        return []
    body = content.get("text")
    text = unwrap(body) if isinstance(body, str) else None
    if not text or not isinstance(body, str):
        return []
    at = source.text.find(body[:200], start, end)
    place = (at, at + len(body)) if at >= 0 else (start, end)
    return source.inner_pairs(text, *place)


READERS: Final = (CaptureReader("a HAR file", "har", score, read),)
