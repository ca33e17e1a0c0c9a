"""Labels: what tells the tickets of one text apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from inspector.tickets.capture.scanning.groups import Group
from inspector.tickets.capture.scanning.sightings import LABEL, Frame

_TIME = re.compile(
    r"""
    (?:\d{4}[-/.]\d{2}[-/.]\d{2}[T ])?  # `2024-05-01 ` `2024/05/01T`
    \d{2}:\d{2}:\d{2}                   # `12:00:59`
    (?:[.,]\d{1,6})?                    # `.123` `,123456`
    """,
    re.VERBOSE,
)
_LINE_HEAD: Final = 200
_LONGEST: Final = 80


def labels_of(text: str, groups: Sequence[Group], frames: Sequence[Frame] = ()) -> list[str | None]:
    """Return one label a ticket: group name, request, time, or else the line.

    A single ticket is labelled by its group's name alone: nothing has to be told apart.
    """
    names = [_short(group.value(LABEL)) for group in groups]
    if len(groups) < 2:
        return names
    lines = _lines(text, [group.start for group in groups])
    for candidates in (
        names,
        [_request(frames, group.start) for group in groups],
        [_time(text, group.start) for group in groups],
    ):
        if None not in candidates and len(set(candidates)) == len(candidates):
            return candidates
    requests = [_request(frames, group.start) for group in groups]
    chosen = [name or request for name, request in zip(names, requests, strict=True)]
    return _distinct(chosen, lines)


def labelled(text: str, places: Iterable[tuple[int, int]]) -> Iterator[Frame]:
    """Yield parts of a text, in order, labelled by their line as tickets are."""
    line, position = 1, 0
    for start, end in places:
        line += text.count("\n", position, start)
        position = start
        yield Frame(start, end, f"L{line}")


def _distinct(names: Sequence[str | None], lines: Sequence[int]) -> list[str | None]:
    """Add the line where names are missing or repeated, and a count where lines are too."""
    labels: list[str | None] = []
    counts = Counter(names)
    seen: dict[str, int] = {}
    for name, line in zip(names, lines, strict=True):
        unique = name is not None and counts[name] == 1
        label = name if unique and name else f"{name} · L{line}" if name else f"L{line}"
        seen[label] = seen.get(label, 0) + 1
        labels.append(label if seen[label] == 1 else f"{label} · {seen[label]}")
    return labels


def _short(name: str | None) -> str | None:
    return name if name is None or len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"


def _lines(text: str, starts: Sequence[int]) -> list[int]:
    """Return the line of each place, counted from 1; the places are in order."""
    lines: list[int] = []
    line, position = 1, 0
    for start in starts:
        line += text.count("\n", position, start)
        position = max(position, start)
        lines.append(line)
    return lines


def _request(frames: Sequence[Frame], start: int) -> str | None:
    at = bisect_right(frames, start, key=lambda frame: frame.start) - 1
    if at < 0 or start >= frames[at].end:
        return None
    return _short(frames[at].label)


def _time(text: str, start: int) -> str | None:
    """Return the time at the head of a line, as logs write it."""
    head = text.rfind("\n", max(0, start - 4000), start) + 1
    found = _TIME.search(text, head, min(start, head + _LINE_HEAD))
    return found[0] if found else None
