"""Where the members of a JSON text stand in it, and which member stands at a place.

Both ways read the text from its beginning, once: half a second for 5 MB, so off the window's
thread. The text must be JSON; of a text that breaks off, the part before the end is understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from inspector.exact_json.members import IndexPath

_TOKENS: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
PATIENCE: Final = 4096
"""So many tokens are read between two looks at whether anybody still waits."""


@dataclass(frozen=True, slots=True)
class TextRange:
    """Where one member stands, in code points of the text."""

    start: int
    """Where its name begins, or its value where it has no name."""
    value: int
    """Where its value begins."""
    end: int
    """One past its value."""


@dataclass(slots=True)
class _Step:
    """One token and the member it belongs to."""

    start: int
    end: int
    kind: str
    """`name`, `value`, `open`, `close`, or `mark` for a comma or colon."""
    trail: list[int]
    """The member, the same list for all steps: to be read at once."""


def place_of(text: str, trail: IndexPath, cancelled: Callable[[], bool] = bool) -> TextRange | None:
    """Return where a member stands; None where it is not there, or nobody waits any longer."""
    wanted = list(trail)
    start: int | None = None
    value: int | None = None
    for step in _steps(text, cancelled):
        if step.kind == "mark" or step.trail != wanted:
            continue
        if start is None:
            start = step.start
        if value is None and step.kind != "name":
            value = step.start
        if step.kind in ("value", "close"):
            return TextRange(start, step.start if value is None else value, step.end)
    if start is None:
        return None
    return TextRange(start, start if value is None else value, len(text))


def trail_at(text: str, offset: int, cancelled: Callable[[], bool] = bool) -> IndexPath | None:
    """Return the innermost member at an offset; None past the end of the value."""
    for step in _steps(text, cancelled):
        if step.end > offset:
            return tuple(step.trail)
    return None


def _steps(text: str, cancelled: Callable[[], bool]) -> Iterator[_Step]:
    trail: list[int] = []
    is_object: list[bool] = []
    name_next = False
    for number, token in enumerate(_TOKENS.finditer(text)):
        if number % PATIENCE == 0 and cancelled():
            return
        first = text[token.start()]
        if first in "{[":
            yield _Step(token.start(), token.end(), "open", trail)
            trail.append(0)
            is_object.append(first == "{")
            name_next = first == "{"
        elif first in "}]":
            if not trail:
                return
            trail.pop()
            is_object.pop()
            name_next = False
            yield _Step(token.start(), token.end(), "close", trail)
        elif first in ",:":
            yield _Step(token.start(), token.end(), "mark", trail)
            if first == "," and trail:
                trail[-1] += 1
                name_next = is_object[-1]
        else:
            yield _Step(token.start(), token.end(), "name" if name_next else "value", trail)
            name_next = False
