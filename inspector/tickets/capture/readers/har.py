"""HAR: the network log of browsers and proxies. Each exchange is a frame."""

from __future__ import annotations

import json
import re
import urllib.parse
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from inspector.findings import Finding, Severity
from inspector.tickets.capture.reader import CaptureReader
from inspector.tickets.capture.scanning.bodies import body
from inspector.tickets.capture.scanning.interest import is_interesting
from inspector.tickets.capture.scanning.sightings import Frame, Scan, Sighting
from inspector.tickets.capture.scanning.source import Source

_ENTRIES = re.compile(r"\"entries\"\s*:\s*\[")
_NEXT = re.compile(r"[\s,]*(?=\{)")
_NAME = re.compile("content-encoding", re.IGNORECASE)
_PICTURE = re.compile(
    "image|font|video|audio|text/css|application/(?:javascript|wasm)|text/javascr"
)
"""Bodies in which nobody looks for a ticket."""


def score(source: Source) -> float:
    """Be sure when the text begins as a log of entries."""
    head = source.head[:4000]
    return 0.98 if head[:1] == "{" and '"log"' in head and _ENTRIES.search(source.head) else 0.0


def read(source: Source) -> Scan:
    """Return what the exchanges hold, each a frame; those that name no field are none."""
    hidden: list[Sighting] = []
    frames: list[Frame] = []
    packed: Counter[str] = Counter()
    seen = {(sighting.field, sighting.start) for sighting in source.pairs}
    for start, end, entry in _entries(source):
        source.tick(start)
        raw = source.text[start:end]
        if is_interesting(raw) or '"base64"' in raw:
            frames.append(Frame(start, end, _request(entry)))
            texts = [
                *_hidden(source, start, end, entry, packed),
                *_parameters(source, start, end, entry),
            ]
            for text, place in texts:
                inner = source.inner_pairs(text, *place)
                hidden += [s for s in inner if (s.field, s.start) not in seen]
    scan = source.with_pairs(hidden, tuple(frames))
    return replace(scan, findings=_told(packed)) if packed else scan


def _told(packed: Mapping[str, int]) -> tuple[Finding, ...]:
    """Return what tells of bodies that could not be unpacked."""
    return tuple(
        Finding("body_compressed", Severity.WARNING, None, {"coding": coding, "count": count})
        for coding, count in packed.items()
    )


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


def _hidden(
    source: Source, start: int, end: int, entry: Any, packed: Counter[str]
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the texts kept in base64, with their places; count the codings that stay shut."""
    for side, part in (("request", "postData"), ("response", "content")):
        message = entry.get(side)
        content = message.get(part) if isinstance(message, dict) else None
        if not isinstance(content, dict) or content.get("encoding") != "base64":
            continue
        held = content.get("text")
        if not isinstance(held, str) or not held:
            continue
        found = body(held, _coding(message))
        if found.text:
            at = source.text.find(held[:200], start, end)
            yield found.text, (at, at + len(held)) if at >= 0 else (start, end)
        elif found.coding and not _PICTURE.match(str(content.get("mimeType"))):
            packed[found.coding] += 1


def _parameters(
    source: Source, start: int, end: int, entry: Any
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the parameters of a form with their places, whichever way round they are written."""
    request = entry.get("request")
    content = request.get("postData") if isinstance(request, dict) else None
    listed = content.get("params") if isinstance(content, dict) else None
    for each in listed if isinstance(listed, list) else ():
        name, value = (each.get("name"), each.get("value")) if isinstance(each, dict) else ("", "")
        if isinstance(name, str) and isinstance(value, str) and source.names.classify(name):
            yield json.dumps({name: value}), _place(source, start, end, value)


def _place(source: Source, start: int, end: int, value: str) -> tuple[int, int]:
    """Return where a value stands in the text, as JSON writes it; or the beginning."""
    for as_ascii in (True, False):
        written = json.dumps(value, ensure_ascii=as_ascii)[1:-1]
        at = source.text.find(written, start, end)
        if at >= 0:
            return at, at + len(written)
    return start, start


def _coding(message: Mapping[str, Any]) -> str:
    """Return the `Content-Encoding` of a request or a response."""
    headers = message.get("headers")
    named = (h for h in headers if isinstance(h, dict)) if isinstance(headers, list) else ()
    values = (str(h.get("value")) for h in named if _NAME.fullmatch(str(h.get("name"))))
    return next(values, "")


READERS: Final = (CaptureReader("a HAR file", "har", score, read),)
