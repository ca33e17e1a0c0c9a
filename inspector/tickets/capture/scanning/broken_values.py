"""Values that blanks or line ends break into pieces: how they become whole.

A blank within a value was a plus sign, or was put there with line ends when the value was wrapped;
which of it is told by the length that a value must have. The words before and behind it are left
out, as few of them as possible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from operator import attrgetter
from typing import Final

from inspector.long_texts import matches
from inspector.tickets.capture.scanning import shapes
from inspector.tickets.capture.scanning.edits import Edit
from inspector.tickets.capture.scanning.shapes import Belief
from inspector.tickets.fields import BLOCK

_BASE64: Final = r"[A-Za-z0-9+/_-]"
_BORDER = re.compile(r"[^A-Za-z0-9+/_=\s>|#*-]")
"""What stands neither in a value nor where its lines begin."""
_LINE_END = r"""
    [ \t]{0,40}\r?\n[ \t]{0,40}(?>(?:[>|\#*]{1,4}[ \t]{0,4}){0,4})  # `⏎` `⏎> ` `⏎>> `
"""
_MORE = rf"(?:(?:[ \xa0]{{1,3}}|{_LINE_END}){_BASE64}++)"
_BLOCK = re.compile(
    rf"""
    (?<!{_BASE64})
    (?>
        [ ]{{1,3}}{_BASE64}++{_MORE}*
      | {_BASE64}++(?:{_MORE}+|(?=={_LINE_END}=))              # `r7BXXKkL qrSN⏎n05n0qiA`
    )
    (?:
        (?:{_LINE_END})?(?P<padding>=(?:(?:{_LINE_END})?=)?)   # `==`
      | (?P<behind>[ ]{{1,2}})(?=[^ A-Za-z0-9+/_=-]|$)         # ` `, which was a plus sign
    )?
    """,
    re.VERBOSE,
)
_NO_WORDS = re.compile(r"[a-z][A-Z]|[0-9][A-Za-z]|[A-Za-z][0-9]  # `kL`", re.VERBOSE)
"""What twenty characters of data hold, and few words of a language do."""
_PIECE = re.compile(_BASE64 + "+")
_AROUND: Final = ((0, 0), (1, 0), (0, 1), (2, 0), (1, 1))
"""How many plus signs a value lost before it and behind it."""
_SHORT: Final = 22
"""Characters of a key without its padding."""
_MOST_WORDS: Final = 3
"""Words behind a value that end in no sign of their own."""
_WIDEST: Final = 80
"""Characters of a line of a wrapped value at most."""
_LEAST: Final = 20
"""Characters of a line at least."""
_MOST_TRIED: Final = 6
"""Ways of the right length that are looked at."""
LOOK: Final = 400
"""Characters that are enough to tell data from words."""


def mending(text: str) -> Iterator[Edit]:
    """Yield what makes values whole, in the order of the text."""
    for block in matches(text, _BLOCK, _BORDER):
        if _NO_WORDS.search(text, *block.span()):
            yield from _mending(text, block)


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to make a value of a block: pieces, and how many signs fill the gaps of it."""

    first: int
    last: int
    before: int
    behind: int
    blanks: Sequence[int]
    left_out: int
    """Characters of other pieces."""
    uneven: bool
    """Whether pieces of different lengths are joined on one line, which no wrapping leaves."""

    @property
    def unlikeliness(self) -> tuple[bool, int, int]:
        """Words beside a value are few, and blanks around it mostly are just that."""
        return self.uneven, self.left_out, self.before + self.behind


def _mending(text: str, block: re.Match[str]) -> list[Edit]:
    """Return what makes one value of a block, or nothing."""
    padding = block["padding"] or ""
    end = block.start("padding") if padding else block.end()
    pieces = [piece.span() for piece in _PIECE.finditer(text, block.start(), end)]
    ends = [block.start(), *(end for _, end in pieces)]
    starts = [*(start for start, _ in pieces), end]
    gaps = [text[one:other] for one, other in zip(ends, starts, strict=True)]
    pads = "=" * padding.count("=")
    joined = [Edit(ends[-1], block.end(), pads)] if pads and gaps[-1] + padding != pads else []
    lengths = [end - start for start, end in pieces]
    if (first := _wrapped_text(text, pieces)) is not None:
        return [*_closings(pieces, first), *joined]
    blanks = [0 if "\n" in gap else len(gap) for gap in gaps]
    ways = [*_of_length(lengths, blanks, len(pads)), *_closed(lengths, blanks, len(pads))]
    for way in islice(sorted(ways, key=attrgetter("unlikeliness")), _MOST_TRIED):
        if _is_two_values(lengths, gaps, way):
            continue
        edits = [*_edits(pieces, way), *joined]
        start, stop = pieces[way.first][0] - way.before, pieces[way.last][1] + way.behind
        if _is_random(text, edits, start, stop):
            return edits
    return []


def _is_two_values(lengths: Sequence[int], gaps: Sequence[str], way: _Way) -> bool:
    """Tell whether a line end parts a key or an iv from what is whole without it."""
    widths = lengths[way.first : way.last]
    if len(set(widths)) == 1 and lengths[way.last] <= widths[0] <= _WIDEST:
        return False  # lines of a wrapped value
    for cut in (way.first + 1, way.last):
        both = sum(lengths[way.first : cut]), sum(lengths[cut : way.last + 1])
        if "\n" in gaps[cut] and _SHORT in both and all(_is_whole(size, 0) for size in both):
            return True
    return False


def _wrapped_text(text: str, pieces: Sequence[tuple[int, int]]) -> int | None:
    """Return the first of the lines, all of one width, of a text that base64 wraps."""
    for first, (start, end) in enumerate(pieces[: _MOST_WORDS + 1]):
        widths = {end - start for start, end in pieces[first:-1]}
        if len(widths) == 1 and end - start >= _LEAST and shapes.is_wrapped_text(text[start:end]):
            return first
    return None


def _closings(pieces: Sequence[tuple[int, int]], first: int) -> Iterator[Edit]:
    for one, other in pairwise(pieces[first:]):
        yield Edit(one[1], other[0], "")


def _edits(pieces: Sequence[tuple[int, int]], way: _Way) -> Iterator[Edit]:
    """Yield what fills or closes the gaps of a value."""
    start, end = pieces[way.first][0], pieces[way.last][1]
    if way.before:
        yield Edit(start - way.before, start, "+" * way.before)
    for at in range(way.first, way.last):
        yield Edit(pieces[at][1], pieces[at + 1][0], "+" * way.blanks[at + 1])
    if way.behind:
        yield Edit(end, end + way.behind, "+" * way.behind)


def _of_length(lengths: Sequence[int], blanks: Sequence[int], pads: int) -> Iterator[_Way]:
    """Yield the ways that make something as long as a value is."""
    fewest = len(lengths) if pads else max(len(lengths) - _MOST_WORDS, 1)
    for count in range(len(lengths), fewest - 1, -1):
        length = sum(lengths[:count]) + sum(blanks[1:count])
        left_out = sum(lengths[count:])
        for first in range(count):
            for before, behind in _AROUND:
                fits = before <= blanks[first] and behind <= (0 if pads else blanks[count])
                if fits and _is_whole(length + before + behind, pads):
                    yield _Way(first, count - 1, before, behind, blanks, left_out, uneven=False)
            length -= lengths[first] + blanks[first + 1]
            left_out += lengths[first]


def _closed(lengths: Sequence[int], blanks: Sequence[int], pads: int) -> Iterator[_Way]:
    """Yield the ways that make a value by joining pieces, as blanks for line ends part them."""
    for way in _of_length(lengths, [0] * len(blanks), pads):
        on_one_line = any(blanks[way.first + 1 : way.last + 1])
        yield replace(way, uneven=on_one_line and len(set(lengths[way.first : way.last])) > 1)


def _is_whole(length: int, pads: int) -> bool:
    """Tell whether so many characters, padding aside, may be a key, an iv or data."""
    size = length * 6 // 8
    if length % 4 == 1 or (pads and (length + pads) % 4):
        return False
    return length == _SHORT or (size >= 2 * BLOCK and size % BLOCK == 0)


def _is_random(text: str, edits: Sequence[Edit], start: int, end: int) -> bool:
    """Tell whether what edits make of a value looks like data; its beginning says enough."""
    head = ""
    for edit in edits:
        if len(head) > LOOK or edit.start >= end:
            break
        head += text[start : edit.start] + edit.text
        start = edit.end
    head += text[start : min(end, start + LOOK)]
    return shapes.is_random(head[:LOOK], Belief.UNNAMED)
