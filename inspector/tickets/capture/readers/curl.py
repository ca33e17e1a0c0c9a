"""Command lines of curl, in every shell, and of what browsers copy beside it."""

from __future__ import annotations

import re
import urllib.parse
from typing import Final

from inspector.long_texts import short_matches
from inspector.tickets.capture.reader import CaptureReader
from inspector.tickets.capture.scanning.sightings import Frame, Scan
from inspector.tickets.capture.scanning.source import Source

_COMMAND = re.compile(
    r"""
      (?:^|[\s;&|`(])
      (?:curl(?:\.exe)?|wget|http|Invoke-(?:WebRequest|RestMethod)|iwr|irm)\s  # `curl ` `iwr `
    | \bfetch\(                                                                # `fetch(`
    | \bwx\.request\(                                                          # `wx.request(`
    """,
    re.VERBOSE | re.MULTILINE,
)
_LONGEST: Final = 30
"""Characters of a command's name, and more."""
_ADDRESS = re.compile(
    r"""
    https?\^?:[^\s"'`^<>]{1,2000}  # `https://example.com/?a=1`
    """,
    re.VERBOSE,
)


def score(source: Source) -> float:
    """Be rather sure where a command begins."""
    found = _COMMAND.search(source.head)
    if not found:
        return 0.0
    return 0.85 if found.start() < 200 else 0.55


def read(source: Source) -> Scan:
    """Return every known name with its value, each command a frame."""
    starts = [match.start() for match in short_matches(source.text, _COMMAND, _LONGEST)]
    ends = [*starts[1:], len(source.text)]
    frames = tuple(
        Frame(start, end, _path(source.text, start, end))
        for start, end in zip(starts, ends, strict=True)
    )
    return source.with_pairs((), frames)


def _path(text: str, start: int, end: int) -> str | None:
    found = _ADDRESS.search(text, start, min(end, start + 20_000))
    try:
        return urllib.parse.urlsplit(found[0]).path if found else None
    except ValueError:
        return None


READERS: Final = (CaptureReader("a curl command", "curl", score, read),)
