"""Each way text gets written differently on its way here, and its undoing.

None of the characters handled here occurs in base64, so undoing them never loses anything.
A line wrap may have cut an escape in two, so whitespace inside one is allowed.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Final

from inspector.tickets.decryption.repair.marked import Marked
from inspector.tickets.elision import ELIDED

SOFT_PLUS: Final = "\x1f"
"""A `+` that stood beside percent-encoding: it may be a `+` or a form's space."""

_ELIDED: Final = re.compile(ELIDED, re.VERBOSE | re.IGNORECASE)
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")
_INVISIBLE: Final = re.compile(
    r"""
    (?:
        [\xad\u034f]                            # soft hyphen, grapheme joiner
      | [\u061c\u200e\u200f\u202a-\u202e]       # marks of writing direction
      | [\u200b-\u200d\u2060-\u206f]            # spaces and joiners without width
      | [\u115f\u1160\u3164\uffa0]              # fillers of Hangul
      | [\u17b4\u17b5\u180b-\u180f]             # vowels of Khmer, selectors of Mongolian
      | [\ufe00-\ufe0f\U000e0000-\U000e0fff]    # selectors of variants, tags
      | [\ufeff\ufff0-\ufffb]                   # byte-order mark, annotations
    )
    | \A\xef\xbb\xbf                            # a byte-order mark that was read as Latin-1
    """,
    re.VERBOSE,
)
_FOLDED: Final = re.compile(r"[^\x00-\x7f\s]")
_LOOKALIKES: Final = {
    "∕": "/",
    "⁄": "/",
    "−": "-",
    "‒": "-",
    "–": "-",
    "—": "-",
    "‐": "-",
    "‑": "-",
}
_TAG: Final = re.compile(r"<\s*+(?:/\s*+)?[A-Za-z][^<>]{0,200}>  # `<br/>` `</b >`", re.VERBOSE)
_TAG_END: Final = re.compile(">")
_ENTITY: Final = re.compile(
    r"""
      &\s*+(?:
          \#\s*+(?:
              [xX](?:\s*+[0-9a-fA-F]){1,6}    # `x2b` `X2⏎B`
            | [0-9](?:\s*+[0-9]){0,6}         # `43` `4⏎3`
          )
        | [A-Za-z](?:\s*+[A-Za-z]){1,23}      # `plus` `pl⏎us`
      )\s*+;
    | &\#(?:[xX][0-9a-fA-F]{2}|[0-9]{2})      # `&#x2b` `&#43`
    """,
    re.VERBOSE,
)
_PERCENT: Final = re.compile(
    r"""
      %\s*[CcDdEeFf]\s*[0-9A-Fa-f](?:\s*%\s*[89ABab]\s*[0-9A-Fa-f])+  # `%EF%BC%8B` `%C2⏎%A0`
    | (?:%\s*[0-9A-Fa-f]\s*[0-9A-Fa-f])+?                             # `%2B` `%⏎3D`
    | %\s*u\s*[0-9A-Fa-f]{4}                                          # `%u002b`
    """,
    re.VERBOSE,
)
_PLUS: Final = re.compile(r"\+")
_ESCAPE: Final = re.compile(
    r"""\\(?:
        u\{?\s*((?:[0-9A-Fa-f]\s*){3}[0-9A-Fa-f])\}?  # `u002b` `u{002b}` `u00⏎2b`
      | x\s*([0-9A-Fa-f]\s*[0-9A-Fa-f])               # `x2b` `x2⏎b`
      | (\s+)                                         # `⏎`
      | (.)                                           # `/` `n`
      | $
    )""",
    re.VERBOSE,
)
_SPLIT_ESCAPE: Final = re.compile(
    r"""
    (?<=\\)\s+                 # `\⏎n`
    (?=
        [nrt]
      | u(?:\s*[0-9A-Fa-f]){4}      # `u002b` `u00⏎2b`
      | x(?:\s*[0-9A-Fa-f]){2}      # `x2b`
    )
    """,
    re.VERBOSE,
)
_QUOTE: Final = "\"'`´‘’‚‛“”„‟«»‹›「」『』〝〞〟＂＇"
_JOINT: Final = re.compile(
    rf"""
    [{_QUOTE}]\s*+(?:[+.&\\-]\s*+)?[{_QUOTE}]  # `" + "` `'⏎'` `“”`
    """,
    re.VERBOSE,
)
_QUOTES: Final = re.compile(
    rf"""
      \A\s*[@$bBuUrRfF]{{1,2}}(?=[{_QUOTE}])      # `b"` ` @"`
    | (?<=[{_QUOTE}])\s*\+\s*\Z                   # `" + `
    | [{_QUOTE},;，；、。()\[\]{{}}<>|]             # `"` `,` `]`
    """,
    re.VERBOSE,
)
_LABEL: Final = re.compile(
    rf"""
    \A[\s{_QUOTE}{{]*                                 # `{{ "`
    (?:session[_-]?key|encrypt(?:ed)?[_-]?data|iv)    # `session_key` `encrypteddata` `iv`
    [{_QUOTE}\s]*(?::|=(?!=))[>\s]*                   # `": ` ` => `
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PRINTABLE_QUOTED: Final = re.compile(
    r"""
      =3[dD]                                # `=3D`
    | =[ \t]*\r?\n(?=\s*[A-Za-z0-9+/])      # `=⏎r7BX`
    """,
    re.VERBOSE,
)
_URL_SAFE: Final = re.compile(r"[-_]")


def fold_elisions(marked: Marked) -> Marked:
    """Write whatever stands for characters that were left out or masked as `…`."""
    return marked.substitute(_ELIDED, lambda _: "…", None)


def drop_invisible(marked: Marked) -> Marked:
    """Take out zero-width and control characters and a byte-order mark."""
    if marked.text.isascii():
        return marked
    return marked.substitute(_INVISIBLE, lambda _: "", "invisible_removed")


def drop_controls(marked: Marked) -> Marked:
    """Take out control characters; done once, as `SOFT_PLUS` is one."""
    return marked.substitute(_CONTROLS, lambda _: "", "invisible_removed")


def fold_width(marked: Marked) -> Marked:
    """Turn full-width and other forms of ASCII characters into ASCII."""
    if marked.text.isascii():
        return marked
    return marked.substitute(_FOLDED, lambda match: folded(match[0]), "fullwidth_folded")


def folded(character: str) -> str:
    """Return the ASCII character that this one is a form of, or itself."""
    plain = unicodedata.normalize("NFKC", character)
    if len(plain) == 1 and "!" <= plain <= "~":
        return plain
    return _LOOKALIKES.get(character, character)


def unescape_html(marked: Marked) -> Marked:
    """Turn `&#43;`, `&plus;` and the like back; tags become the line breaks they draw."""
    if "<" in marked.text and ">" in marked.text:
        marked = marked.substitute(_TAG, lambda _: "\n", "html_unescaped", _TAG_END)
    if "&" not in marked.text:
        return marked
    return marked.substitute(_ENTITY, lambda match: _entity(match[0]), "html_unescaped")


def _entity(entity: str) -> str:
    tight = "".join(entity.split())
    text = html.unescape(tight if tight.endswith(";") else tight + ";")
    return entity if text == tight else _visible(text)


def decode_percent(marked: Marked) -> Marked:
    """Undo one layer of percent-encoding; a bare `+` beside it becomes a `SOFT_PLUS`."""
    if "%" not in marked.text or not _PERCENT.search(marked.text):
        return marked
    marked = marked.substitute(_PLUS, lambda _: SOFT_PLUS, None)
    return marked.substitute(_PERCENT, lambda match: _octets(match[0]), "percent_decoded")


def _octets(run: str) -> str:
    digits = "".join(run.replace("%", "").split())
    if digits[:1] == "u":
        return _visible(chr(int(digits[1:], 16)))
    return _visible(bytes.fromhex(digits).decode("utf-8", "replace"))


def _visible(text: str) -> str:
    r"""Drop control characters that an escape stood for, such as `\u0000`."""
    return _CONTROLS.sub("", text)


def unescape(marked: Marked) -> Marked:
    r"""Undo one layer of escapes of JSON, PHP, JavaScript and shells: `\/`, `\"`, `\u002b`."""
    if "\\" not in marked.text:
        return marked
    return marked.substitute(_ESCAPE, _escape, "escapes_removed")


def _escape(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    if code:
        return _visible(chr(int("".join(code.split()), 16)))
    if match[3]:
        return "\n"
    return {"n": "\n", "r": "\n", "t": "\t", "b": "", "f": "", "v": ""}.get(
        match[4] or "", match[4] or ""
    )


def join_split_escapes(marked: Marked) -> Marked:
    r"""Read a backslash, a line break and an `n` as the `\n` that a wrap cut in two."""
    if "\\" not in marked.text:
        return marked
    return marked.substitute(_SPLIT_ESCAPE, lambda _: "", "whitespace_removed")


def join_literals(marked: Marked) -> Marked:
    """Join string literals that stand one after the other or have a `+` between them."""
    return marked.substitute(_JOINT, lambda _: "", "quotes_removed")


def unquote(marked: Marked) -> Marked:
    """Take off quotes, brackets, commas, semicolons and a field's name."""
    text = marked.text
    if ":" in text or "=" in text:
        marked = marked.substitute(_LABEL, lambda _: "", "quotes_removed")
    return marked.substitute(_QUOTES, lambda _: "", "quotes_removed")


def unprint(marked: Marked) -> Marked:
    """Undo quoted-printable mail: `=3D` and a `=` at a line's end."""
    if "=" not in marked.text.rstrip("=\r\n\t "):
        return marked
    return marked.substitute(
        _PRINTABLE_QUOTED, lambda match: "=" if match[0][1:2] == "3" else "", "escapes_removed"
    )


def from_url_alphabet(marked: Marked) -> Marked:
    """Turn the alphabet of base64url into that of base64."""
    return marked.substitute(_URL_SAFE, lambda match: "+" if match[0] == "-" else "/", "base64url")
