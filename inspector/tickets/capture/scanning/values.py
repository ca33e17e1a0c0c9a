"""Taking the value that stands at a place: how far it reaches, and what it says."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from inspector.long_texts import holds, match_end, without
from inspector.tickets.capture.scanning import shapes, unescaping
from inspector.tickets.capture.scanning.open_ends import (
    BLANKS_BEHIND,
    BODY,
    PAD,
    PLAIN_SIGNS,
    RUN,
    count_blanks,
    lost_around,
    open_end,
)
from inspector.tickets.capture.scanning.shapes import Shape
from inspector.tickets.elision import PLACEHOLDER
from inspector.tickets.fields import BLOCK

_TOKEN = re.compile(RUN, re.VERBOSE)
_QUOTED = re.compile(
    rf"(?>(?:{BODY}|{unescaping.SPACE}|{unescaping.JOINT}|\*+)+)(?>{PAD}{{0,4}})", re.VERBOSE
)
_PLAIN_LINES = re.compile(rf"(?:{PLAIN_SIGNS.pattern}|\s)+", re.VERBOSE)
"""What most long ones of these are made of."""
_CLOSED = re.compile(
    rf"""
    (?>{unescaping.SPACE}*)
    (?:
        [\\^`]{{0,31}}+["']                        # `"` `\"`
      | [`”’」』]                                  # `”`
      | (?>(?:%(?:25)*5[Cc]){{0,31}})%(?:25)*2[27]   # `%22` `%5C%22`
      | &(?:amp;)*(?:quot|apos|\#34|\#39)          # `&quot` `&amp;#39`
      | \\{{1,31}}+(?:u00|x)2[27]                  # `\u0022`
      | \$\(\[char                                 # `$([char`
      | $
    )
    """,
    re.VERBOSE,
)
_ENCODED = re.compile(
    rf"""
    (?>(?:
        {BODY}
      | {unescaping.REMARK}
      | %(?:25)*(?!2[0267Cc]|3[AaDd]|7[BbDd])[2-9A-Fa-f][0-9A-Fa-f]     # `%2A` `%E2`
      | {unescaping.BLANK}
      | (?>(?:%(?:25)*7[Bb]){{1,3}})[\w.]{{1,40}}(?>(?:%(?:25)*7[Dd]){{1,3}})  # `%7Biv%7D`
      | \\{{1,31}}+u(?!00[01]|002[0267cC]|003[aA]|007[bBdD])[0-9A-Fa-f]{{4}}  # `\u25cf` `\u003c`
      | &(?:amp;)*(?:lt|gt|\#x?[0-9A-Fa-f]{{3,5}});                      # `&lt;` `&#9679;`
    )+)
    (?>{PAD}{{0,4}})
    """,
    re.VERBOSE,
)
"""A value with signs in it that are no base64, in whatever encoding the text is."""
_ENCODING: Final = ("%", "\\", "&", "[", "(", "<", "$", "#", "{")
_FILLED_IN = re.compile(
    rf"""
    {PLACEHOLDER}                                  # `${{sessionKey}}` `YOUR_SESSION_KEY`
    (?=\s*(?:[\\"'`,;&)\]|}}”]|%(?:25)*2[267]|\n|$))  # `"` `%22`
    """,
    re.VERBOSE,
)
_PREFIX = re.compile(r"\r?\n[ \t]*(?:(?:>+|[|#*]|//)[ \t]+)+  # `⏎>> ` `⏎ // # `", re.VERBOSE)
_LONGEST_PREFIX: Final = 200
_RULE = re.compile(
    r"([*=#~_-])\1{9,99}[ ][^\n]{1,60}[ ]\1{9,99}  # `********** 1. row **********`", re.VERBOSE
)
"""A line between the rows of a table, which begins like a mask."""
_SPACE = re.compile(r"\s")
_LONGEST_MASK: Final = 500
"""Characters of a mask of letters and what stands behind it, a few more than one may have."""
_BLANKS: Final = " \t\u3000\xa0"


LONG_REFUSAL: Final = 400
"""A refused value of so many characters is not looked through again for what is within it."""


class Value(NamedTuple):
    """A value and where its raw text stands."""

    text: str
    start: int
    end: int

    def past(self, place: int) -> int:
        """Return where to go on after it was refused: behind it when it is long."""
        return max(place, self.end) if self.end - self.start > LONG_REFUSAL else place


class Masks:
    """Finds encoded masks in one text; a long run that is none is looked through once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._none_until = 0

    def at(self, start: int, longest: int = 8_000) -> Value | None:
        """Return the value that begins at a place if the encoded signs in it are a mask."""
        if start < self._none_until:
            return None
        run = _ENCODED.match(self._text, start, start + longest)
        if run is None or _RULE.match(self._text, start):
            return None
        plain = unescaping.plain_text(unescaping.with_blanks(run[0]))
        value = Value(plain, start, run.end())
        is_worded = shapes.is_worded(plain) and not goes_on(self._text, value)
        if is_worded or shapes.is_masked(plain):
            return value
        self._none_until = value.past(self._none_until)
        return None


def base64_value(
    text: str,
    start: int,
    *,
    quoted: bool,
    of_a_part: bool = False,
    blanks: str = "",
    masks: Masks | None = None,
) -> Value | None:
    """Return the base64 value that begins at a place; damaged ones as they stand.

    Args:
        text: The whole text.
        start: Where the value begins.
        quoted: Whether a quote opens it, so that one ends it.
        of_a_part: Whether it is a part of a form, which a line that begins with `--` ends.
        blanks: Blanks before it that may have been its first plus signs: `" "`, `"%20%20"`.
        masks: What finds its masks; whoever looks at many places of a text has one for all.
    """
    if quoted:
        end = match_end(text, _QUOTED, _PLAIN_LINES, start)
        if end > start and _CLOSED.match(text, end):
            return _value(text, start, end)
    ruled = _RULE.match(text, start)
    end = start if ruled else match_end(text, _TOKEN, PLAIN_SIGNS, start)
    masked = (masks or Masks(text)).at(start) if text[end : end + 1] in _ENCODING else None
    if masked or end == start:
        return masked
    most = count_blanks(blanks)
    value = _value(text, start, open_end(text, start, end, of_a_part=of_a_part, lost=most))
    return _with_lost_signs(text, value, blanks)


def worded_value(text: str, start: int) -> Value | None:
    """Return the value that begins at a place if it is a mask of letters or words and no more."""
    run = _FILLED_IN.match(text, start) or _TOKEN.match(text, start, start + _LONGEST_MASK)
    value = Value(tidy(run[0]), start, run.end()) if run else None
    is_mask = value and shapes.is_worded(value.text)
    return value if value and is_mask and not goes_on(text, value) else None


def goes_on(text: str, value: Value) -> bool:
    """Tell whether a value is only the beginning of an expression, an address or a word."""
    after = text[value.end : value.end + 2]
    if after[:1].isalnum() and shapes.is_worded(value.text):
        return True  # `xxx年`
    return after[:1] in ("(", "[", "@") or (after[:1] in (".", ":") and after[1:2].isalnum())


def _value(text: str, start: int, end: int) -> Value:
    """Cut white space off both ends, but leave a space that may have been a plus sign."""
    raw = text[start:end]
    first = start + len(raw) - len(raw.lstrip())
    last = start + len(raw.rstrip())
    value = tidy(text[first:last])
    size = shapes.decoded_size(value)
    if size is not None and size % BLOCK == 0:
        return Value(value, first, last)
    before, after = text[start:first], text[last:end]
    if before and not before.strip(" "):
        value, first = before + value, start
    if after and not after.strip(" ") and not value.endswith("="):
        value, last = value + after, end
    return Value(value, first, last)


def _with_lost_signs(text: str, value: Value, before: str) -> Value:
    """Take in the blanks around a value that make it whole, once they are plus signs again."""
    behind = BLANKS_BEHIND.match(text, value.end)
    most = count_blanks(before)
    lost = lost_around(text, value.start, value.end, most) if most or behind else None
    if lost is None:
        return value
    start = value.start - lost[0] * len(before) // max(most, 1)
    blanks = behind[0] if behind else ""
    end = value.end + lost[1] * len(blanks) // max(count_blanks(blanks), 1)
    return Value(" " * lost[0] + value.text + " " * lost[1], start, end)


def behind_words(text: str, value: Value, field: str) -> Value:
    """Return the last piece of a value that is whole by itself, without the words before it."""
    start = 1 + max(text.rfind(blank, value.start, value.end) for blank in _BLANKS)
    if start <= value.start or shapes.fits(field, shapes.decoded_size(value.text)):
        return value
    piece = tidy(text[start : value.end])
    words = text[value.start : start]
    is_whole = shapes.shape(field, piece) is Shape.WHOLE
    return Value(piece, start, value.end) if is_whole and not shapes.is_random(words) else value


def tidy(raw: str) -> str:
    """Return a base64 value as its form meant it: escapes undone, wrapped lines joined."""
    return _joined(unescaping.plain_base64(raw).strip())


def _joined(value: str) -> str:
    """Join wrapped base64 where that makes it whole; leave ambiguous damage as it stands."""
    if "\n" in value and holds(value, _PREFIX, _LONGEST_PREFIX):
        value = _PREFIX.sub("\n", value)
    together = without(value, _SPACE)
    if together == value:
        return value
    size = shapes.decoded_size(together)
    if size and size % BLOCK == 0:
        return together
    return value
