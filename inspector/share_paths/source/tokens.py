"""Cuts a text into tokens: literals, names, numbers, marks. Comments and space are dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from inspector.share_paths.encoding import join_surrogates

NAME, NUMBER, TEXT, MARK = "name", "number", "text", "mark"

_BEFORE_COMMENTS: Final = r"""
    (?P<space>  \s+
              | ```\w*                               # a fence around code in a chat
              | (?<![:\w/])//(?!/)[^\n]*             # a comment, but not in an address
"""
_BLOCK_COMMENT: Final = r"| /\*[^*]*(?:\*(?!/)[^*]*)*\*/"
_REST: Final = r"""
    )
  | (?P<text>   (?<!\\)"[^"\\\n]*(?:\\.[^"\\\n]*)*(?:"|(?=\n)|\\?\Z)
              | (?<![A-Za-z0-9_\\])'[^'\\\n]*(?:\\.[^'\\\n]*)*(?:'|(?=\n)|\\?\Z)
              | (?<=\b[fFbru])'[^'\\\n]*(?:\\.[^'\\\n]*)*(?:'|(?=\n)|\\?\Z)
              | (?<!\\)`(?>(?:
                    [^`\\$] | \\. | \$\{(?:[^{}`]|\{(?:[^{}]|\{[^{}]*\})*\}|`[^`]*`)*\} | \$
                )*)(?:`|\\?\Z)
    )
  | (?P<number> \d+(?:\.\d+)*(?![\w$]))
  | (?P<name>   [\w$\u2026]+)
  | (?P<mark>   =>|===?|!==?|\?\?=?|\?\.(?!\d)|\|\||&&|\+=|\+\+|->|::|\.\.\.?|.)
"""
_FLAGS: Final = re.VERBOSE | re.DOTALL
TOKEN: Final = re.compile(_BEFORE_COMMENTS + _BLOCK_COMMENT + _REST, _FLAGS)
"""Every character belongs to a token; a text that is not closed ends with its line."""
TOKEN_WITHOUT_COMMENT: Final = re.compile(_BEFORE_COMMENTS + _REST, _FLAGS)
"""The same where no comment ends any more: `*/*` in a header begins none."""
ESCAPE: Final = re.compile(
    r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(\r?\n|.))", re.DOTALL
)
PREFIXES_OF_TEXTS: Final = frozenset({"f", "F", "rf", "fr", "$"})
MOST_TOKENS: Final = 100_000
CONTROL: Final = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}


class Token(NamedTuple):
    """One piece of source code."""

    kind: str
    text: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Return the tokens of a text, as many as any real one has."""
    return islice(_tokens(text), MOST_TOKENS)


def _tokens(text: str) -> Iterator[Token]:
    last_end, at = text.rfind("*/"), 0
    for piece in TOKEN.finditer(text) if last_end >= 0 else ():
        if piece.start() > last_end:
            break
        at = piece.end()
        if (kind := piece.lastgroup) is not None and kind != "space":
            yield Token(kind, piece[0], piece.start(), at)
    for piece in TOKEN_WITHOUT_COMMENT.finditer(text, at):
        if (kind := piece.lastgroup) is not None and kind != "space":
            yield Token(kind, piece[0], *piece.span())


def prefixes_a_text(token: Token, after: Token) -> bool:
    """Tell `f'…'` of Python and `$"…"` of C# from `$'…'`, a plain text of bash."""
    if token.text not in PREFIXES_OF_TEXTS or after.kind != TEXT or after.start != token.end:
        return False
    return token.text != "$" or after.text[0] == '"'


def read_literal(text: str) -> str:
    """Return what a quoted text stands for; its end may be missing."""
    inner = text[1:-1] if len(text) > 1 and text[-1] == text[0] else text[1:]
    return join_surrogates(ESCAPE.sub(_unescaped, inner)) if "\\" in inner else inner


def _unescaped(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[3]
    if code:
        number = int(code, 16)
        return chr(number) if number <= 0x10FFFF else escape[0]
    if escape[4] in ("\n", "\r\n"):
        return ""
    return CONTROL.get(escape[4], escape[4])
