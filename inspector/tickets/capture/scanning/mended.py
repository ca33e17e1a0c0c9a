"""A text with its damaged values mended: read where something in it was not understood as it is.

The forms of captures know what stands around a value; what damage does to the value itself is the
same in all of them. Here nothing but values is looked at: signs that stand for one of base64,
marks that nobody sees, blanks that were plus signs, lines that were one. Whether a value really
was damaged that way is not known here: a mended text is believed where it opens more tickets, or
where nothing opens and only in plain signs the values are as long as they have to be.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from inspector.long_texts import holds, matches
from inspector.tickets.capture.scanning import broken_values, shapes, unescaping
from inspector.tickets.capture.scanning.edits import Edit, Edited
from inspector.tickets.capture.scanning.shapes import Belief

_SIGN = re.compile(
    r"""
      [\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]              # without width
    | [\uff0b\uff0d\uff0f-\uff19\uff1d\uff21-\uff3a\uff3f\uff41-\uff5a]         # `＋` `Ａ`
    | (?>(?:\\|%(?:25)*5c){1,31})(?:
          u(?:200[b-f]|202[a-e]|2060|206[6-9]|feff|ff[0-5][0-9a-f])            # `u200b`
        | (?:u00|x)(?:ad|2[bdf]|3d|5f)                                         # `u002b`
        | /                                                                   # `/`
      )
    | %(?:25)*(?:
          c2%(?:25)*ad                                                        # `c2%ad`
        | e2%(?:25)*8(?:0%(?:25)*(?:8[b-f]|a[a-e])|1%(?:25)*a[06-9])           # `e2%80%8b`
        | ef%(?:25)*b(?:b%(?:25)*bf|[cd]%(?:25)*[89ab][0-9a-f])                # `ef%bc%8b`
      )
    | (?<!=)(?<!3d)%(?:25)*0[ad]                                              # `%0a`
    | (?<!=)(?<!3d)(?>(?:%(?:25)*5c){1,31})[rn]                                # `%5cn`
    | %(?:25)*(?:2[0bdf]|3d|5f)                                               # `%2b` `%2520`
    | &(?:amp;)*(?:\#(?:4[357]|95|61|x(?:2[bdf]|5f|3d))|plus|sol|lowbar|equals);  # `&#43;`
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What stands for a sign of base64, or for nothing, in a value."""
_SIGNED = re.compile(
    rf"""
    (?<![A-Za-z0-9+/_=-])
    (?>(?:[A-Za-z0-9+/_=-]++|{_SIGN.pattern})+)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Base64 with such signs in it."""
_DATA = re.compile(r"[A-Za-z0-9+/_-]{43,}  # base64 of two blocks", re.VERBOSE)
_BORDER = re.compile(r"[^A-Za-z0-9+/_-]")
_LEAST: Final = 20
"""Characters of a value, as it is written, at least."""
_REACH: Final = 60
"""Characters of what stands for one sign, at most."""


def with_plain_signs(text: str) -> Edited | None:
    """Return a text with its values in the signs of base64; None where all are so."""
    signs = list(_signs(text)) if holds(text, _SIGN, _REACH) else []
    return Edited(text, signs) if signs else None


def mended(text: str, plain: Edited | None) -> Edited | None:
    """Return a text with its values whole, too; `plain` is the text `with_plain_signs`."""
    edits = list(broken_values.mending(plain.text if plain else text))
    return Edited(plain.text if plain else text, edits, plain) if edits else plain


def holds_more(text: str, count: int) -> bool:
    """Tell whether more than so many different values of a text look like data."""
    seen: set[str] = set()
    for run in matches(text, _DATA, _BORDER):
        if shapes.is_random(run[0][: broken_values.LOOK], Belief.UNNAMED):
            seen.add(run[0])
            if len(seen) > count:
                return True
    return False


def _signs(text: str) -> Iterator[Edit]:
    """Yield the signs of base64 for what stands for them in values."""
    for run in _SIGNED.finditer(text):
        if len(run[0]) >= _LEAST:
            for sign in _SIGN.finditer(text, *run.span()):
                yield Edit(*sign.span(), _plain(sign[0]))


def _plain(sign: str) -> str:
    """Return the sign of base64 that one stands for, or nothing for a mark without width."""
    text = unescaping.plain_text(unescaping.plain_base64(sign))
    plain = unicodedata.normalize("NFKC", text)
    return plain if plain.isascii() and len(plain) == 1 and plain.isprintable() else ""
