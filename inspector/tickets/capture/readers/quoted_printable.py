"""The source of a mail, whose lines are cut and whose `=` is written `=3D`."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import Final

from inspector.tickets.capture.reader import CaptureReader
from inspector.tickets.capture.scanning.sightings import Scan, Sighting
from inspector.tickets.capture.scanning.source import Source

_ESCAPES = re.compile(
    r"""
    (?:
        =[ \t]{0,9}\r?\n  # `=⏎`
      | =[0-9A-F]{2}      # `=3D`
    )+
    """,
    re.VERBOSE,
)
_CUT = re.compile(r"=[ \t]{0,9}\r?\n")
_LONGEST_LINE: Final = 76
_CUT_LINE = re.compile(
    rf"""
    ^[^\n]{{{_LONGEST_LINE - 4},{_LONGEST_LINE - 1}}}(?<!=)=\r?$
    """,
    re.VERBOSE | re.MULTILINE,
)


def score(source: Source) -> float:
    """Be sure where padding is escaped, or a `=` is and lines are cut at their usual length."""
    if "=3D" not in source.head:
        return 0.0
    return 0.95 if "=3D=3D" in source.head or _CUT_LINE.search(source.head) else 0.0


def read(source: Source) -> Scan:
    """Return every known name with its value in the text that was meant."""
    plain = _Plain(source.text)
    inner = Source(plain.text)
    return Scan(tuple(plain.in_source(sighting) for sighting in inner.pairs))


class _Plain:
    """The text that was meant, and where it stands in its source."""

    def __init__(self, text: str) -> None:
        pieces: list[str] = []
        self._starts: list[int] = []
        """Where each plain stretch begins in the text that was meant."""
        self._shifts: list[int] = []
        """How much further its characters stand in the source."""
        done = length = 0
        for run in _ESCAPES.finditer(text):
            meant = bytes.fromhex(_CUT.sub("", run[0]).replace("=", "")).decode("utf-8", "replace")
            self._add(length, done - length)
            pieces += [text[done : run.start()], meant]
            length += run.start() - done + len(meant)
            done = run.end()
        self._add(length, done - length)
        self.text = "".join((*pieces, text[done:]))

    def _add(self, start: int, shift: int) -> None:
        self._starts.append(start)
        self._shifts.append(shift)

    def in_source(self, sighting: Sighting) -> Sighting:
        """Return a sighting of this text as one of the source."""
        start, end = sighting.start, sighting.end
        last = self._shifts[bisect_right(self._starts, end) - 1]
        return replace(
            sighting,
            start=start + self._shifts[bisect_right(self._starts, start) - 1],
            end=end + last,
        )


READERS: Final = (CaptureReader("a mail's source", "mail", score, read),)
