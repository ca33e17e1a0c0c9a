"""Undoing what a form did to a value: escapes of strings, percent signs, entities, joints."""

from __future__ import annotations

import html
import re
from typing import Final

SPACE = r"(?:\s|%(?:25)*(?:20|0[AaDd9])|\\{1,31}+[nrt]|&nbsp;)"
"""Whitespace in any spelling."""
JOINT = (
    r"(?:[\\^`]{0,31}+[\"']\s{0,200}(?:[+.&\\]\s{0,9}_?)?\s{0,200}[bBuUrR@]?[\\^`]{0,31}+[\"']"
    r"(?=[A-Za-z0-9+/=_\-\\])(?!\w{1,40}[\\^`]{0,31}+[\"']\s{0,9}[:=])"
    r"|[\\^`]\r?\n)"
)
"""Where a string literal is interrupted: `" + "`, `' .⏎ '`, or a line continued by `\\`."""
_ROUNDS: Final = 4
_JOINT = re.compile(JOINT)
_BACKSLASHED = re.compile(r"\\{1,31}+(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([nrt])|([/\"'=+]))")
_PERCENT = re.compile(r"%(?:25)*(?:([0-7][0-9A-Fa-f])|[Ee]2%(?:25)*80%(?:25)*[Aa]6)")
"""An encoded ASCII character, or the ellipsis of a console."""
_ENTITY = re.compile(r"&(?:amp;)*(#?\w{2,8};)")
_ESCAPE = re.compile(
    r"\\(u[0-9A-Fa-f]{4}(?:\\u[0-9A-Fa-f]{4})*|x[0-9A-Fa-f]{2}|\r?\n|.)", re.DOTALL
)
_LETTERS: Final = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


def plain_base64(raw: str) -> str:
    """Return a base64 value with every layer of escapes undone.

    None of the signs that escapes are made of occurs in base64, so no layer needs counting.
    """
    text = raw
    for _ in range(_ROUNDS):
        before = text
        if '"' in text or "'" in text or "\n" in text:
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
