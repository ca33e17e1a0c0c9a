"""How far a value without quotes goes on: over blanks that were plus signs, and over lines."""

from __future__ import annotations

import re
from typing import Final

from inspector.tickets.capture.scanning import field_names, shapes, unescaping
from inspector.tickets.elision import ELIDED
from inspector.tickets.fields import BLOCK

PAD: Final = r"""(?:
      =
    | %(?:25)*3[Dd]                        # `%3D` `%253d`
    | \\{1,31}+(?:u003[dD]|x3[dD]|=)       # `\u003d` `\=`
    | &(?:amp;)*(?:\#61|\#x3[dD]|equals);  # `&#61;` `&equals;`
    | ＝
)"""
BODY: Final = r"""(?:
      [A-Za-z0-9+/_\-]++                                                   # `r7BXXKkL`
    | \\{1,31}+(?:/|u00(?:2[bBdDfF]|5[fF])|x(?:2[bBdDfF]|5[fF])|u2026)     # `\/` `\u002b`
    | %(?:25)*(?:2[BbDdFf]|5[Ff]|[Ee]2%(?:25)*80%(?:25)*[Aa]6)             # `%2B` `%252F`
    | (?>(?:%(?:25)*5[Cc]){1,31})%(?:25)*2[Ff]                             # `%5C%2F`
    | &(?:amp;)*(?:\#(?:43|47|45|95|x2[bBdDfF]|x5[fF])|plus|sol|lowbar);   # `&#43;` `&sol;`
    | [\u200b-\u200f\u2060\ufeff\u00ad]                                   # marks without width
    | [\uff0b\uff0d\uff0f-\uff19\uff21-\uff3a\uff3f\uff41-\uff5a]             # `＋` `Ａ`
    | (?i:ELIDED)
)""".replace("ELIDED", ELIDED)
PLAIN_SIGN: Final = r"""(?:
      [A-Za-z0-9+/_-]
    | \\{1,31}+/         # `\/`
    | %(?:25)*2[BbFf]    # `%2B` `%252f`
)"""
PLAIN_SIGNS: Final = re.compile(rf"(?:[A-Za-z0-9+/_-]++|{PLAIN_SIGN})+", re.VERBOSE)
"""What most long values are made of, each of it a unit of `BODY`."""
RUN: Final = rf"(?>{BODY}+)(?>{PAD}{{0,4}})"
_PADDED = re.compile(rf"{PAD}\Z", re.VERBOSE)
_MORE_ON_LINE = re.compile(
    rf"""
    (?:[ ]{{1,4}}|(?:%20){{1,4}})    # ` ` `%20`
    (?P<piece>{RUN})                # `r7BXXKkL==`
    (?P<after>.?)                    # `"`
    """,
    re.VERBOSE,
)
_MORE_BELOW = re.compile(
    rf"""
    [ \t]*+(?:\r?\n|\\{{1,31}}+r\\{{1,31}}+n|\\{{1,31}}+n)     # `⏎` ` \r\n` `\n`
    [ \t]{{0,40}}+(?>(?:(?:>{{1,9}}|[|#*]|//)[ \t]{{1,9}}+){{0,4}})  # `> ` ` // ` `# > `
    (?P<piece>{RUN})                                          # `r7BXXKkL==`
    (?P<after>.?)                                              # `"`
    """,
    re.VERBOSE,
)
_SPACE = re.compile(r"\s")
_AFTER: Final = frozenset(" \t\r\n\"'`,;&<>)]}|\\%…。，；、」”")
BLANKS_BEHIND: Final = re.compile(
    r"""
    (?:[ ]{1,3}|(?:%20){1,3})      # ` ` `%20%20`
    (?=&|[ ]HTTP/|\r?\n|$)         # `&` ` HTTP/`
    """,
    re.VERBOSE,
)
"""Blanks that nobody writes behind a value: they may have been its last plus signs."""
_WORD = re.compile(r"[a-z]{4,}  # `failed`", re.VERBOSE)
_ENDS = re.compile(
    r"""
    (?:[ ]|%20){0,3}                          # ` `, which was a plus sign
    (?:[&,;"'`<)\]}|]|\\|HTTP/|\r?\n|$)       # `&` `,` `HTTP/`
    """,
    re.VERBOSE,
)
"""What stands behind a value and no more of it."""
_LONGEST: Final = 10_000
"""Characters of data whose rest is sought; each short piece looks through all of them."""
_UNSURE: Final = 6
"""Pieces that look like words before a value is taken to be over."""


def open_end(text: str, start: int, end: int, *, of_a_part: bool, lost: int) -> int:
    """Return where a value without quotes ends: it may hold lost plus signs, or be wrapped.

    Its first stretch is known. So many plus signs may have been lost before it.
    """
    if _PADDED.search(text, max(start, end - 12), end) or shapes.is_lettered(text[start:end]):
        return end
    grown = _grown(text, start, end, of_a_part=of_a_part, lost=lost)
    if end - start < _UNSURE and lost_around(text, start, grown, lost) is None:
        return end
    return grown


def lost_around(text: str, start: int, end: int, most: int) -> tuple[int, int] | None:
    """Return how many plus signs before and behind a value make it whole, its gaps filled or not.

    Before it there may have been up to `most`, behind it as many as blanks stand there. None where
    no number gives it the right length.
    """
    plain = unescaping.plain_base64(text[start:end])
    both = {_SPACE.sub(filling, plain) for filling in ("+", "")}
    blanks = BLANKS_BEHIND.match(text, end)
    for behind in range(1 + (count_blanks(blanks[0]) if blanks else 0)):
        for before in range(most + 1):
            sizes = (shapes.decoded_size("+" * before + each + "+" * behind) for each in both)
            if any(size and size % BLOCK == 0 for size in sizes):
                return before, behind
    return None


def count_blanks(raw: str) -> int:
    """Return how many blanks `"  "` or `"%20%20"` is."""
    return raw.count("%20") or len(raw)


def _grown(text: str, start: int, end: int, *, of_a_part: bool, lost: int) -> int:
    """Return how far a value goes on over gaps and line ends."""
    position, unsure = end, 0
    while unsure < _UNSURE:
        more = _MORE_ON_LINE.match(text, position) or _MORE_BELOW.match(text, position)
        if not more or (more["after"] and more["after"] not in _AFTER):
            break
        if of_a_part and more["piece"].startswith("--"):
            break
        if field_names.is_main_name(more["piece"]):
            break  # it begins the next field, where a value has no `=` at its end
        if more["after"] in ("%", ">") and more["piece"].endswith("="):
            break  # a name and its value, as in `iv=%2F` and `iv=> r7BX`
        position = more.end("piece")
        if _PADDED.search(more["piece"][-12:]):
            is_name = lost_around(text, start, end, lost) is not None  # as in `iv= r7BX`
            longer = lost_around(text, start, position, lost)
            return end if is_name and longer is None else position
        if _is_data(more["piece"]) or _completes(text, start, end, more, lost):
            end, unsure = position, 0
        else:
            unsure += 1
    return end


def _completes(text: str, start: int, end: int, more: re.Match[str], lost: int) -> bool:
    """Tell whether a short piece is the rest of data without padding, which nothing follows."""
    position = more.end("piece")
    return (
        position - start < _LONGEST
        and (more["after"] == "&" or not _WORD.fullmatch(more["piece"]))
        and bool(_ENDS.match(text, position))
        and lost_around(text, start, end, lost) is None
        and lost_around(text, start, position, lost) is not None
    )


def _is_data(piece: str) -> bool:
    """Tell a piece of base64 from a word of the text that follows it."""
    return len(piece) >= 8 and shapes.is_random(piece, shapes.Belief.UNNAMED)
