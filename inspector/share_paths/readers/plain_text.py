"""What is left: a bare path, a text that was encoded as a whole, or no path at all."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from inspector.findings import Finding, Severity
from inspector.share_paths.encoding import decode_leniently
from inspector.share_paths.escapes import without_escapes
from inspector.share_paths.link import Parsed
from inspector.share_paths.query import double_encoded, read_path
from inspector.share_paths.readers.prose import without_words
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.source.reader import with_blanks

ESCAPED_SLASH: Final = re.compile(r"(?<!\\)\\++/")
ESCAPED_MARK: Final = re.compile(r"(?<!\\)\\++(?:u003[fF]|x3[fF])")
WHOLLY_ENCODED: Final = re.compile(
    r"(?:[\w.-]*%(?:25)*2F|(?:https?|weixin)%(?:25)*3A%(?:25)*2F)[^\s/?=&]*", re.IGNORECASE
)
ENCODED_CODE: Final = re.compile(r"(?=\S*%(?:22|27|60|3C))[^\s?=&\"{}<>]+", re.IGNORECASE)
CODE_HEAD: Final = re.compile(r"\s*(?:[{\[<]|return\b|[\w.$]+\s?\()")
"""How an object, a tag or a call begins, and no page."""
SHORTEST_PAGE: Final = re.compile(r"/?[^\s/?=&{}<>\"'`]+(?:/[^\s?=&{}<>\"'`]*)?")
CODE_FOR_A_QUERY: Final = re.compile(r"[^=\s]*\s+[^=\s]|[^=\s]*\s*=\s*[{\[]")
"""Several words before the first `=`, or an object behind it: `options = {…}` is no query."""
BETWEEN_WORDS: Final = re.compile(r"\s\S*/|\s--|\s[`\"'{(]")
"""What stands in a sentence, a command or code, and in no page with a blank in it by a slip."""


def decoded_as_a_whole(text: str) -> str | None:
    """Return what a text says that was encoded with its separators; None when it was not."""
    if not WHOLLY_ENCODED.fullmatch(text):
        return None
    decoded = decode_leniently(text)[0]
    return (decoded_as_a_whole(decoded) or decoded) if decoded != text else None


def decoded_code(text: str) -> str | None:
    """Return what a text says that may be code encoded as a whole: only a reader can tell."""
    decoded = decode_leniently(text)[0] if ENCODED_CODE.fullmatch(text) else ""
    return decoded if CODE_HEAD.match(decoded) else None


def without_escaped_slashes(text: str) -> str:
    """Return a text in which the pages that another text had escaped look like pages."""
    return ESCAPED_SLASH.sub("/", ESCAPED_MARK.sub("?", text))


def bare_path(text: str) -> Parsed | None:
    """Take a text that is a path, page or query and nothing else; None for other text."""
    text, told = without_words(text)
    parsed = read_path(with_blanks(text))
    if not is_path(text, parsed.share_path):
        return None
    target = "share_message" if text.startswith("/") else parsed.target
    return replace(parsed, target=target, findings=(*told, *parsed.findings))


def nothing() -> Parsed:
    """Return what text without a path gives."""
    return Parsed(SharePath(""), None, findings=(Finding("no_path", Severity.ERROR),))


def is_path(text: str, share_path: SharePath) -> bool:
    """Tell whether a text can be meant as a page with parameters, and is no prose."""
    if not text or text[0] in "{[<" or "\n" in text:
        return False
    head = re.split("[?&]", without_escapes(with_blanks(text))[0], maxsplit=1)[0]
    head = re.sub(r"\$\{[^{}]*\}", "x", head)
    if share_path.page and _is_several_words(head.strip()):
        return False
    code = not share_path.page and CODE_FOR_A_QUERY.match(head.strip())
    named = bool(share_path.parameters) and not code
    return named or SHORTEST_PAGE.fullmatch(head) is not None


def _is_several_words(head: str) -> bool:
    """Tell words of a sentence, a command or code from a page into which a slip put a blank."""
    is_ascii = all(word.isascii() for word in head.split()[:-1])
    return not is_ascii or BETWEEN_WORDS.search(head) is not None


def told_encoded(parsed: Parsed) -> Parsed:
    """Say that a text was encoded once too often."""
    return replace(parsed, findings=(double_encoded("path"), *parsed.findings))
