"""Gaps: the whitespace left in a field, each with the number of `+` that it may stand for.

A space may be a `+` that a form decoder turned, or noise; a line break is noise, but a `+` at
the line's end may have vanished into it. What the gap's surroundings say orders the options;
`readings` and the beam search try them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from inspector.tickets.decryption.repair.escapes import SOFT_PLUS
from inspector.tickets.decryption.repair.marked import Marked

ELISION: Final = re.compile(r"…|⋯|‥|\.{2,}  # `…` `...`", re.VERBOSE)
_PIECES: Final = re.compile(
    r"""
      ([A-Za-z0-9+/]+)       # `r7BX+/`
    | \s+                    # ` ` `⏎`
    | [^A-Za-z0-9+/\s]+      # `?` `*-*`
    """,
    re.VERBOSE,
)
_LINE_END: Final = re.compile(
    r"""
    (?<![^\S ])[^\S ]*                    # whitespace but no space, from its beginning on
    [\n\r\x0b\x0c\x85\u2028\u2029]\s*+    # `⏎` `⏎  `
    """,
    re.VERBOSE,
)
_OTHER_SPACE: Final = re.compile(rf"[^\S \xa0{SOFT_PLUS}]+")
_SOFT_PLUS: Final = re.compile(SOFT_PLUS)
_SPACE: Final = re.compile(r"[ \xa0]")
_BREAK: Final = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]")
MOST_OPTIONS: Final = 4
MOST_GAPS: Final = 5000
"""Texts with more gaps than that are read by one rule: breaks are noise, spaces are `+`."""
STANDARD_WIDTHS: Final = (64, 76, 32, 72, 80, 60, 48)


@dataclass(frozen=True, slots=True)
class Gap:
    """Whitespace between two chunks of base64, or at an end."""

    text: str
    """The whitespace as it stands, `SOFT_PLUS` included; empty at an end without any."""
    start: int
    """Index into the cleaned text."""
    options: tuple[int, ...] = (0,)
    """How many `+` it may stand for, likeliest first."""

    @property
    def spaces(self) -> int:
        """How many characters of it may have been a `+`."""
        return self.text.count(" ") + self.text.count("\xa0") + self.text.count(SOFT_PLUS)

    @property
    def is_break(self) -> bool:
        """Whether it holds a line break."""
        return bool(_BREAK.search(self.text))


@dataclass(frozen=True, slots=True)
class GappedText:
    """A cleaned field: gap, chunk, gap, chunk, ..., gap."""

    marked: Marked
    chunks: tuple[str, ...] = field(repr=False)
    gaps: tuple[Gap, ...]
    """One more than chunks."""
    pads: int
    """How many `=` stand at the end."""
    illegal: tuple[int, ...] = ()
    """Indices of characters outside the alphabet; each stands as `A` in its chunk."""

    @property
    def size(self) -> int:
        """Characters of base64 without gaps and `=`."""
        return sum(map(len, self.chunks))

    @property
    def is_ambiguous(self) -> bool:
        """Whether any gap has more than one option."""
        return any(len(gap.options) > 1 for gap in self.gaps)


def split(marked: Marked, *, drop_illegal: bool = False) -> GappedText:
    """Cut a cleaned text into chunks and gaps; illegal characters become `A` or are dropped."""
    if len(marked.text.split(maxsplit=MOST_GAPS + 1)) > MOST_GAPS + 1:
        marked = _without_gaps(marked)
    gaps = [Gap("", 0)]
    chunks: list[list[str]] = [[]]
    illegal: list[int] = []
    end = len(marked.text.rstrip("=\t\n\r \xa0" + SOFT_PLUS))
    for match in _PIECES.finditer(marked.text, 0, end):
        piece = match[0]
        if match[1] is not None:
            chunks[-1].append(piece)
        elif piece.isspace():
            gaps.append(Gap(piece, match.start()))
            chunks.append([])
        else:
            illegal += range(match.start(), match.end())
            chunks[-1].append("" if drop_illegal else "A" * len(piece))
    if not chunks[0] and len(gaps) > 1:
        del gaps[0], chunks[0]
    tail = marked.text[end:]
    gaps.append(Gap(tail.partition("=")[0], end))
    joined = tuple(map("".join, chunks))
    return _with_options(GappedText(marked, joined, tuple(gaps), tail.count("="), tuple(illegal)))


def _without_gaps(marked: Marked) -> Marked:
    """Decide every gap of a very long text by one rule."""
    for noise in (_LINE_END, _OTHER_SPACE):
        marked = marked.substitute(noise, lambda _: "", "whitespace_removed")
    marked = marked.substitute(_SOFT_PLUS, lambda _: "+", None)
    if is_spaced_out(marked.text):
        return marked.substitute(_SPACE, lambda _: "", "whitespace_removed")
    return marked.substitute(_SPACE, lambda _: "+", "space_to_plus")


def is_spaced_out(text: str) -> bool:
    """Return whether spaces are too many to have been `+`."""
    return text.count(" ") * 8 > len(text)


def _with_options(gapped: GappedText) -> GappedText:
    if len(gapped.gaps) == 2 and not gapped.gaps[0].text and not gapped.gaps[1].text:
        return gapped
    wraps = _wraps_of_spaces(gapped)
    indent = _indent(gapped)
    width = _line_width(gapped, indent)
    gaps: list[Gap] = []
    for index, gap in enumerate(gapped.gaps):
        is_end = index in (0, len(gapped.gaps) - 1)
        if gap.is_break and not is_end:
            missing = width - _line_before(gapped, index, indent) if width else 0
            options = _break_options(gap, indent, missing)
        else:
            options = _space_options(gap, likely=0 if is_end or index in wraps else gap.spaces)
            if is_end and gap.spaces and "%" not in gap.text:
                options = _space_options(gap, likely=0)
        gaps.append(Gap(gap.text, gap.start, options))
    return GappedText(gapped.marked, gapped.chunks, tuple(gaps), gapped.pads, gapped.illegal)


def _space_options(gap: Gap, *, likely: int) -> tuple[int, ...]:
    most = min(gap.spaces, MOST_OPTIONS - 1)
    likely = min(likely, most)
    return (likely, *sorted((n for n in range(most + 1) if n != likely), reverse=likely > 0))


def _break_options(gap: Gap, indent: int, missing: int) -> tuple[int, ...]:
    """Options of a line break: spaces around it that are no indentation, or what is missing."""
    before = _BREAK.split(gap.text)[0]
    spare = before.count(" ") + before.count(SOFT_PLUS)
    after = _indent_of(gap, indent)
    most = min(spare + after + 2, MOST_OPTIONS - 1)
    likely = min(most, after + (missing if 0 < missing <= spare + 2 else 0))
    return (likely, *(n for n in range(most + 1) if n != likely))


def _indent_of(gap: Gap, common: int) -> int:
    """Return the spaces after a break that are more than the common indentation."""
    after = _BREAK.split(gap.text)[-1]
    return max(0, after.count(" ") + after.count(SOFT_PLUS) - common)


def _line_before(gapped: GappedText, index: int, indent: int) -> int:
    """Return the characters of the line that ends in gap `index`, spaces inside it included."""
    length = 0
    while index > 0:
        index -= 1
        length += len(gapped.chunks[index])
        gap = gapped.gaps[index]
        if gap.is_break:
            return length + _indent_of(gap, indent)
        length += gap.spaces if index else 0
    return length


def _line_width(gapped: GappedText, indent: int) -> int:
    """Return the width that most lines have, or 0 where there are no lines."""
    last = len(gapped.gaps) - 1
    lines = [
        _line_before(gapped, index, indent)
        for index, gap in enumerate(gapped.gaps)
        if gap.is_break and 0 < index < last
    ]
    if not lines:
        return 0
    counted = Counter(lines).most_common()
    best = max(counted, key=lambda item: (item[1], item[0]))[0]
    longest = max(lines)
    return longest if longest - best <= 2 else best


def _indent(gapped: GappedText) -> int:
    """Return the spaces that every line starts with."""
    starts = [_BREAK.split(gap.text)[-1].count(" ") for gap in gapped.gaps[1:-1] if gap.is_break]
    return min(starts, default=0)


def _wraps_of_spaces(gapped: GappedText) -> set[int]:
    """Return the gaps that stand at every n-th place: lines joined by spaces."""
    stops: dict[int, int] = {}
    at = 0
    for index, chunk in enumerate(gapped.chunks[:-1]):
        at += len(chunk)
        gap = gapped.gaps[index + 1]
        if gap.is_break:
            return set()
        for offset in range(len(gap.text)):
            stops[at + offset] = index + 1
        at += len(gap.text)
    total = at + len(gapped.chunks[-1])
    for width in dict.fromkeys((*STANDARD_WIDTHS, *sorted(stops))):
        expected = range(width, total, width + 1)
        enough = len(expected) > 1 or width in STANDARD_WIDTHS
        if width > 3 and expected and enough and all(place in stops for place in expected):
            return {stops[place] for place in expected}
    return set()
