"""Undoing what a form did to a value: escapes of strings, percent signs, entities, joints."""

from __future__ import annotations

import html
import re
import urllib.parse
from typing import Final

from inspector.long_texts import has_any, holds

SPACE = r"""(?:
      \s
    | %(?:25)*(?:20|0[AaDd9])  # `%20` `%0A` `%2509`
    | \\{1,31}+[nrt]           # `\n` `\\t`
    | &nbsp;
)"""
"""Whitespace in any spelling."""
JOINT = r"""(?:
      [\\^`]{0,31}+["']                        # `"` `\"` `^'`: a literal ends,
      \s{0,200}(?:[+.&\\]\s{0,9}_?)?\s{0,200}  # ` + ` ` & _⏎`
      [bBuUrR@]?[\\^`]{0,31}+["']              # `"` `b'` `\"`: and the next one begins
      (?=[A-Za-z0-9+/=_\-\\])                  # `Q`: with more of the value,
      (?!\w{1,40}[\\^`]{0,31}+["']\s{0,9}(?:[:=]|->))  # not with the next name, as in `"iv":`
    | [\\^`]\r?\n                              # `\⏎` `^⏎`
)"""
"""Where a string literal is interrupted: `" + "`, `' .⏎ '`, or a line continued by `\\`."""
REMARK = r"""(?>
    (?:
        [\[(<]|%(?:25)*(?:3[Cc]|5[Bb]|28)                                     # `[` `%3C`
      | (?:\{|%(?:25)*7[Bb]){2}                                               # `{{` `%7B%7B`
      | (?:[$\#]|%(?:25)*2[345])(?:\{|%(?:25)*7[Bb])                          # `${` `%24%7B`
    )
    (?>(?:
        [\w +-]                                                              # `m` `+`
      | \\{1,31}+u[0-9A-Fa-f]{4}                                              # `\u7701`
      | %(?:25)*(?:20|[89A-Fa-f][0-9A-Fa-f])                                   # `%20` `%E7`
    ){1,120})
    (?:[\])>]|%(?:25)*(?:3[Ee]|5[Dd]|29)|(?:\}|%(?:25)*7[Dd]){1,2})           # `]` `%3E` `%7D%7D`
)"""
"""Words in brackets, in whatever encoding the text is."""
_ROUNDS: Final = 4
BLANK = r"""(?:
      (?<=%[0-9A-Fa-f]{2})(?:%(?:25)*20|\+)(?=%(?:25)*(?:2[Aa]|[CcEe][23]))  # `%2A+%2A`
    | (?<=u[0-9A-Fa-f]{4})[ ](?=\\{1,31}+u)                                # `\u25cf \u25cf`
)"""
"""A blank between the encoded signs of a mask."""
_ENCODED_REMARK = re.compile(rf"(?=%){REMARK}|{BLANK}", re.VERBOSE)
_JOINT = re.compile(JOINT, re.VERBOSE)
_JOINING: Final = (*"\"'", *(sign + end for sign in "\\^`" for end in ("\n", "\r\n")))
"""What is in every joint."""
_ESCAPING = re.compile(r"[\"'\n\\%&]")
_BACKSLASHED = re.compile(
    r"""\\{1,31}+(?:
          u([0-9A-Fa-f]{4})  # `u002b`
        | x([0-9A-Fa-f]{2})  # `x2B`
        | ([nrt])            # `n`
        | ([/"'=+])          # `/`
    )""",
    re.VERBOSE,
)
_PERCENT = re.compile(
    r"""%(?:25)*(?:
          ([0-7][0-9A-Fa-f])               # `2B`
        | [Ee]2%(?:25)*80%(?:25)*[Aa]6     # `E2%80%A6` `E2%2580%25A6`
    )""",
    re.VERBOSE,
)
"""An encoded ASCII character, or the ellipsis of a console."""
_ENTITY = re.compile(r"&(?:amp;)*(\#?\w{2,8};)  # `&#43;` `&amp;plus;`", re.VERBOSE)
_UNICODE = re.compile(r"\\{1,31}+u([0-9A-Fa-f]{4})  # `\u25cf` `\\u003c`", re.VERBOSE)
_ESCAPE = re.compile(
    r"""\\(
          u[0-9A-Fa-f]{4}(?:\\u[0-9A-Fa-f]{4})*  # `u6d4b\u8bd5`: surrogates stay together
        | x[0-9A-Fa-f]{2}                        # `x2b`
        | \r?\n                                  # `⏎`
        | .                                      # `n` `"`
    )""",
    re.VERBOSE | re.DOTALL,
)
_LETTERS: Final = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


def plain_base64(raw: str) -> str:
    """Return a base64 value with every layer of escapes undone.

    None of the signs that escapes are made of occurs in base64, so no layer needs counting.
    """
    text = raw
    for _ in range(_ROUNDS if holds(raw, _ESCAPING, 1) else 0):
        before = text
        if has_any(text, *_JOINING):
            text = _JOINT.sub("", text)
        if "\\" in text:
            text = _BACKSLASHED.sub(_unbackslash, text)
        if "%" in text:
            text = _PERCENT.sub(_unpercent, text)
        if "&" in text:
            text = _ENTITY.sub(lambda match: html.unescape("&" + match[1]), text)
        if text == before:
            break
    return text


def plain_text(raw: str) -> str:
    """Return a text with the escapes of URLs, strings and markup undone, whatever they mean."""
    text = raw
    for _ in range(_ROUNDS):
        before = text
        text = urllib.parse.unquote(text)
        if "\\u" in text:
            text = _UNICODE.sub(lambda match: chr(int(match[1], 16)), text)
        text = html.unescape(text)
        if text == before:
            break
    return text


def with_blanks(raw: str) -> str:
    """Return a value in which the blanks of percent-encoded masks are no `+`, as in URLs."""
    return _ENCODED_REMARK.sub(lambda match: match[0].replace("+", "%20"), raw)


def _unpercent(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else "…"


def _unbackslash(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    if code:
        return chr(int(code, 16))
    return _LETTERS[match[3]] if match[3] else match[4]


def unescape(text: str, rounds: int = 1) -> str:
    """Return a string literal's text, its backslashes undone as often as it was nested."""
    for _ in range(rounds):
        if "\\" not in text:
            break
        text = _ESCAPE.sub(_unescape_one, text)
    return text


def _unescape_one(match: re.Match[str]) -> str:
    code = match[1]
    if code[0] == "u" and len(code) > 1:
        units = b"".join(int(u, 16).to_bytes(2, "big") for u in re.findall(r"u(....)", code))
        return units.decode("utf-16-be", "surrogatepass" if _lone(units) else "strict")
    if code[0] == "x" and len(code) > 1:
        return chr(int(code[1:], 16))
    return "" if code[-1] == "\n" else _LETTERS.get(code, code)


def _lone(units: bytes) -> bool:
    try:
        units.decode("utf-16-be")
    except UnicodeDecodeError:
        return True
    return False
