"""A text to be read: what all readers want to know of it, found out once."""

from __future__ import annotations

import base64
import binascii
import json
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, Final

from inspector.long_texts import match_end, short_matches
from inspector.tickets.capture.scanning import tokens
from inspector.tickets.capture.scanning.field_names import FieldNames
from inspector.tickets.capture.scanning.interest import stretches
from inspector.tickets.capture.scanning.pairs import PairScanner
from inspector.tickets.capture.scanning.shapes import is_wrapped_text
from inspector.tickets.capture.scanning.sightings import Frame, Scan, Sighting, Trust

HEAD: Final = 20_000
"""Characters that readers look at to score a text."""
_LEAST: Final = 60
"""Letters of base64 of 45 bytes, as JSON with a ticket in it has at least."""
_WRAPPED = re.compile(rf"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{{{_LEAST}}}")
_LETTERS = re.compile(r"[A-Za-z0-9+/_-]+")
_REST = re.compile(r"[A-Za-z0-9+/_-]+={0,2}  # `r7BX+KkL==`", re.VERBOSE)
_LARGE: Final = 1_000_000
"""Characters from which only the stretches that may name a field are looked at closely."""


class Cancelled(Exception):
    """The one who asked for the reading wants no more of it."""


class Source:
    """One text with its pairs of names and values."""

    def __init__(
        self,
        text: str,
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self.text = text
        self.names = FieldNames()
        self._progress = progress
        self._cancelled = cancelled

    @cached_property
    def _scanner(self) -> PairScanner:
        return PairScanner(self.text, self.names)

    @cached_property
    def head(self) -> str:
        """The beginning, without leading white space."""
        return self.text[:HEAD].lstrip("\ufeff \t\r\n")

    @cached_property
    def tail(self) -> str:
        """The end, without trailing white space."""
        return self.text[-200:].rstrip()

    @cached_property
    def parsed(self) -> Any:
        """The text as JSON, or None when it is none."""
        if self.head[:1] not in ("{", "[", '"') or self.tail[-1:] not in ("}", "]", '"'):
            return None
        try:
            hook = _object if len(self.text) > _LARGE else None
            return json.loads(self.text.lstrip("\ufeff"), object_pairs_hook=hook)
        except (ValueError, RecursionError):
            return None

    @cached_property
    def pairs(self) -> tuple[Sighting, ...]:
        """All known names with their values, wherever and however they stand."""
        return tuple(self.scan(0, len(self.text)))

    @cached_property
    def plain_scan(self) -> Scan:
        """What a reader sees that knows nothing beyond names: one object, assembled once."""
        return Scan(self.pairs)

    def with_pairs(self, found: Sequence[Sighting], frames: tuple[Frame, ...] = ()) -> Scan:
        """Return the pairs together with what a reader found beside them.

        A weak name within a value that was found is no name: data may begin a line with `ed+`.
        """
        if not found and not frames:
            return self.plain_scan
        outer = sorted(found, key=_start)
        pairs = (pair for pair in self.pairs if not _is_weak_within(pair, outer))
        return Scan(tuple(sorted([*pairs, *found], key=_start)), frames)

    def scan(self, start: int, end: int) -> Iterator[Sighting]:
        """Yield the pairs of a stretch, those inside base64-wrapped text included."""
        found: list[Sighting] = []
        large = end - start > _LARGE
        for first, last in stretches(self.text, start, end) if large else [(start, end)]:
            begin = max(first, found[-1].end) if found else first
            found.extend(self._scanner.scan(begin, last, self.tick))
        inner = self._unwrapped(start, end, found)
        yield from sorted([*found, *inner], key=lambda s: s.start) if inner else found

    def inner_pairs(self, text: str, start: int, end: int) -> list[Sighting]:
        """Return the pairs of a text that a stretch of this one stands for."""
        scanner = PairScanner(text, self.names)
        return [replace(sighting, start=start, end=end) for sighting in scanner.scan()]

    def _unwrapped(self, start: int, end: int, found: list[Sighting]) -> list[Sighting]:
        taken = {sighting.start for sighting in found}
        inner: list[Sighting] = []
        for match in short_matches(self.text, _WRAPPED, _LEAST, start, end):
            first = match.start()
            if first in taken or not is_wrapped_text(match[0]):
                continue
            last = match_end(self.text, _REST, _LETTERS, first, end)
            text = unwrap(self.text[first:last])
            if text:
                inner.extend(self.inner_pairs(text, first, last))
        return inner

    def unnamed(self, taken: tuple[Sighting, ...] = ()) -> list[Sighting]:
        """Return base64 of the right length that stands without a known name; and odd values."""
        return [*tokens.tokens(self.text, taken), *self._scanner.odd]

    def tick(self, position: int) -> None:
        """Tell how far the reading came, and stop it when it is wanted no more.

        Raises:
            Cancelled: The one who asked wants no more.
        """
        if self._cancelled and self._cancelled():
            raise Cancelled
        if self._progress:
            self._progress(position / max(len(self.text), 1))


def _object(members: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of JSON; a function of Python's lets other threads go on now and then."""
    return dict(members)


def _start(sighting: Sighting) -> int:
    return sighting.start


def _is_weak_within(pair: Sighting, outer: Sequence[Sighting]) -> bool:
    """Tell whether a value of a weak name lies within one of others, which are sorted."""
    if pair.trust is Trust.NAMED or not outer:
        return False
    before = outer[bisect_left(outer, pair.start, key=_start) - 1]
    return before.start < pair.start and pair.end <= before.end


def unwrap(token: str) -> str | None:
    """Return the text inside base64, or None when it holds none."""
    body = token.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(body + "=" * (-len(body) % 4)).decode("utf-8")
    except (binascii.Error, ValueError):
        return None
