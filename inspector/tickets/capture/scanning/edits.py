"""A text after some edits, which knows where each of its places was before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from inspector.tickets.capture.scanning.sightings import Frame, Scan, Sighting


class Edit(NamedTuple):
    """What is written instead of a stretch of a text."""

    start: int
    end: int
    text: str


class Edited:
    """A text after some edits."""

    def __init__(self, text: str, edits: Iterable[Edit], before: Edited | None = None) -> None:
        """Make the edits, which are in the order of the text; it may itself be an edited one."""
        self._before = before
        self._new: list[int] = []
        """Where each stretch begins, kept or written anew."""
        self._old: list[tuple[int, int]] = []
        """Where each of them was."""
        pieces: list[str] = []
        position = length = 0
        for edit in (*edits, Edit(len(text), len(text), "")):
            kept = Edit(position, edit.start, text[position : edit.start])
            for start, end, piece in (kept, edit):
                if piece:
                    self._new.append(length)
                    self._old.append((start, end))
                    pieces.append(piece)
                    length += len(piece)
            position = edit.end
        self.text = "".join(pieces)

    def start(self, place: int) -> int:
        """Return where a stretch began before that begins here now."""
        at = max(bisect_right(self._new, place) - 1, 0)
        old = self._within(at, place)
        return self._before.start(old) if self._before else old

    def end(self, place: int) -> int:
        """Return where a stretch ended before that ends here now."""
        at = max(bisect_left(self._new, place) - 1, 0)
        following = self._new[at + 1] if at + 1 < len(self._new) else len(self.text)
        old = self._old[at][1] if place == following and self._old else self._within(at, place)
        return self._before.end(old) if self._before else old

    def _within(self, at: int, place: int) -> int:
        if not self._old:
            return 0
        start, end = self._old[at]
        return min(start + place - self._new[at], end)

    def scan(self, scan: Scan) -> Scan:
        """Return what was seen in this text with the places that it had before."""
        frames = (Frame(self.start(f.start), self.end(f.end), f.label) for f in scan.frames)
        return replace(scan, sightings=tuple(self.sightings(scan.sightings)), frames=tuple(frames))

    def sightings(self, found: Iterable[Sighting]) -> Iterator[Sighting]:
        """Yield sightings with the places that they had before."""
        for each in found:
            yield replace(each, start=self.start(each.start), end=self.end(each.end))
