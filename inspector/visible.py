r"""Pasted text made safe to look at: the one place that says what cannot be seen.

A text could otherwise rewrite the line of a terminal (control characters), show `gnp.exe` as
`exe.png` (marks of writing direction), or hide a difference (characters without width or ink).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_PICTURES: Final = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25aa-\u27bf"
    "\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001fbff"
)
"""Characters of which emoji are made; nicknames are full of them."""
UNSEEN: Final = (
    r"\x00-\x1f\x7f-\x9f"  # controls, ESC and C1 among them
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5"  # hyphens, fillers, vowels without ink
    r"\u180b-\u180f\u2800\u3164\uffa0\ufe00-\ufe0d"  # the same of other scripts
    r"\u00a0\u2000-\u200c\u200e\u200f"  # blanks that look like another blank
    r"\u2028-\u202f\u205f-\u206f\ufeff\ufff0-\ufffb"  # lines, directions, joiners, marks
    r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # no characters at all
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # controls of shorthand and music
    r"\U000e0000-\U000e0fff"  # tags, further variants
)
"""What cannot be seen wherever it stands, as the inside of a set of a pattern."""
_UNSEEN: Final = rf"""
      [{UNSEEN}]
    | (?<![{_PICTURES}\ufe0f])\u200d | \u200d(?![{_PICTURES}])  # a joiner outside an emoji
    | (?<![{_PICTURES}0-9\#*])[\ufe0e\ufe0f]              # a variant of no emoji
    """


@cache
def _unseen(*, lines: bool) -> re.Pattern[str]:
    """Return the pattern of what cannot be seen, but for the breaks and tabs of lines."""
    return re.compile(rf"(?![\n\t])(?:{_UNSEEN})" if lines else _UNSEEN, re.VERBOSE)


def visible(text: str, *, lines: bool = False) -> str:
    r"""Return a text with what cannot be seen, or turns its direction, as `\u202e`.

    Within JSON strings these escapes mean the same, so JSON stays the JSON it was.

    Args:
        text: Any text.
        lines: True for a text that is shown over several lines: line breaks and tabs stay.
            Without it no text can pretend to be a line of ours.
    """
    if text.isascii() and text.isprintable():  # most names and values
        return text
    return _unseen(lines=lines).sub(_escaped, text.replace("\r\n", "\n") if lines else text)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x10000:
        return f"\\u{code:04x}"
    pair = match[0].encode("utf-16-be").hex()
    return f"\\u{pair[:4]}\\u{pair[4:]}"
