"""Which fields stand in one object, one line, one paragraph: the tree that they hang in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from inspector.long_texts import short_matches
from inspector.tickets.capture.scanning.sightings import Frame, Sighting

_TOKEN = re.compile(
    r"""
      (?P<blank>\n[ \t\r]*\n)     # `⏎⏎` `⏎ ⏎`
    | (?P<line>\n)                # `⏎`
    | (?P<open>[{\[(])            # `{`
    | (?P<close>[}\])])           # `]`
    | %(?>(?:25)*)(?:
          (?P<popen>[57][Bb])     # `7B`
        | (?P<pclose>[57][Dd])    # `5D`
      )
    """,
    re.VERBOSE,
)
_TAGGED = re.compile(
    rf"""{_TOKEN.pattern}
    | <(?P<slash>/?)(?P<tag>[A-Za-z][\w:.-]{{0,60}})  # `<td` `</iv`
      (?:\s[^<>]{{0,400}})?(?P<self>/?)>              # ` class="a">` `/>`
    """,
    re.VERBOSE,
)
_LONGEST: Final = 500
"""Characters of a tag, and more; of an empty line that is full of blanks, too."""
_VOID: Final = frozenset(
    ["input", "br", "meta", "img", "hr", "link", "param", "col", "area", "base"]
)
_PAIRS: Final = {"}": "{", "]": "[", ")": "("}
_LOOSE: Final = frozenset(["text", "frame", "paragraph", "line"])
_LOOK_BACK: Final = 8
"""How many unclosed brackets a closing one may leave behind before it is ignored."""
_DEEPEST: Final = 48
"""Deeper nesting counts as this deep."""


@dataclass(slots=True, eq=False)
class Scope:
    """One node of the tree: the text, a frame, a paragraph, a line or a bracket."""

    parent: Scope | None
    kind: str
    depth: int
    is_crowded: bool = False
    """True once the fields of a second ticket were seen in it."""

    @property
    def is_explicit(self) -> bool:
        """Whether brackets or tags hold together what stands in it, not only nearness."""
        return self.kind not in _LOOSE

    def holds(self, other: Scope) -> bool:
        """Tell whether another scope is this one or lies in it."""
        here: Scope | None = other
        while here and here.depth > self.depth:
            here = here.parent
        return here is self

    def is_beside(self, other: Scope) -> bool:
        """Tell whether one of two holds the other, or they are lines of one paragraph."""
        if self.holds(other) or other.holds(self):
            return True
        loose = not (self.is_explicit or other.is_explicit)
        return loose and self.paragraph() is other.paragraph()

    def paragraph(self) -> Scope:
        """Return the paragraph that it lies in, or else the outermost scope."""
        here = self
        while here.parent and here.kind != "paragraph":
            here = here.parent
        return here


def scopes(
    text: str, sightings: Sequence[Sighting], frames: Sequence[Frame] = ()
) -> tuple[list[Scope], list[Scope]]:
    """Return all scopes, parents before children, and the innermost one of each sighting."""
    tree = _Tree(tagged="</" in text)
    innermost: list[Scope] = []
    remaining = iter(frames)
    frame = next(remaining, None)
    position = 0
    for sighting in sightings:
        while frame and frame.end <= sighting.start:
            frame = next(remaining, None)
        if frame and frame.start <= sighting.start and tree.frame is not frame:
            tree.enter(frame)
            position = frame.start
        elif tree.frame and (frame is None or sighting.start < frame.start):
            position = max(position, tree.frame.end)
            tree.enter(None)
        tree.walk(text, position, sighting.start)
        innermost.append(tree.here())
        # The signed text is walked through: fields inside it have a scope of their own.
        inside = sighting.field == "rawData"
        position = max(position, sighting.start if inside else sighting.end)
    return tree.scopes, innermost


class _Tree:
    """The scopes that are open at one place of the text."""

    def __init__(self, *, tagged: bool) -> None:
        self._pattern = _TAGGED if tagged else _TOKEN
        self.scopes: list[Scope] = []
        self._root = self._add(None, "text")
        self.frame: Frame | None = None
        self._base = self._root
        self._clear()

    def enter(self, frame: Frame | None) -> None:
        """Begin a frame, or the text between frames."""
        self.frame = frame
        self._base = self._add(self._root, "frame")
        self._clear()

    def _clear(self) -> None:
        self._paragraph: Scope | None = None
        self._line: Scope | None = None
        self._open: list[tuple[str, Scope | None]] = []
        self._bottom = self._base

    def _add(self, parent: Scope | None, kind: str) -> Scope:
        scope = Scope(parent, kind, parent.depth + 1 if parent else 0)
        self.scopes.append(scope)
        return scope

    def walk(self, text: str, start: int, end: int) -> None:
        """Follow brackets, tags and line ends over a stretch."""
        for match in short_matches(text, self._pattern, _LONGEST, start, end):
            kind = match.lastgroup
            if kind in ("line", "blank"):
                self._line = None
                self._paragraph = None if kind == "blank" else self._paragraph
            elif kind in ("open", "close"):
                sign = match[0]
                self._bracket(_PAIRS.get(sign, sign), closing=kind == "close")
            elif kind in ("popen", "pclose"):
                sign = "{" if match[0][-2] == "7" else "["
                self._bracket(sign, closing=kind == "pclose")
            elif not match["self"] and match["tag"].lower() not in _VOID:
                self._bracket("<" + match["tag"], closing=bool(match["slash"]))

    def _bracket(self, sign: str, *, closing: bool) -> None:
        if not closing:
            # The scope itself is made when a field is seen in it; its line is known now.
            self._open.append((sign, None))
            if len(self._open) == 1:
                self._bottom = self._anchor()
            return
        for back in range(1, min(_LOOK_BACK, len(self._open)) + 1):
            if self._open[-back][0] == sign:
                del self._open[-back:]
                return

    def _anchor(self) -> Scope:
        if self._paragraph is None:
            self._paragraph = self._add(self._base, "paragraph")
        if self._line is None:
            self._line = self._add(self._paragraph, "line")
        return self._line

    def here(self) -> Scope:
        """Return the innermost open scope."""
        if not self._open:
            return self._anchor()
        return self._innermost()

    def _innermost(self) -> Scope:
        depth = min(len(self._open), _DEEPEST)
        known = next((i for i in range(depth - 1, -1, -1) if self._open[i][1]), -1)
        parent = (self._open[known][1] if known >= 0 else None) or self._bottom
        for at in range(known + 1, depth):
            sign = self._open[at][0]
            parent = self._add(parent, sign)
            self._open[at] = (sign, parent)
        return parent
