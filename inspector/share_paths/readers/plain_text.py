"""What is left: a bare path, several of them, a path encoded as a whole, or no path at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from inspector.findings import Finding, Severity
from inspector.share_paths.encoding import decode_leniently
from inspector.share_paths.link import Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import double_encoded, read_path, several_paths
from inspector.share_paths.share_path import SharePath

PATH_HEAD: Final = re.compile(r"/?[\w.-]+(?:/[\w.-]+)+/?[?&]")
RUN: Final = re.compile(r"[\w./-]+")
"""Letters, digits and what else a page is made of, as many as stand together."""
SCHEME: Final = re.compile(r"(?:weixin|https?|mp|(?<=#)小程序)\Z")
REST: Final = re.compile(r"""[^\s"'<>，。；）]+""")
PAGE_BEFORE_QUERY: Final = re.compile(r"/?[\w.-]+(?:/[\w.-]+)+")
PAGE: Final = re.compile(r"/(?:[\w-]+/)+[\w-]+")
PAGE_ON_A_LINE: Final = re.compile(r"(?:[\w-]+/)+[\w-]+")
BLANKS_TO_THE_END: Final = re.compile(r"[ \t]*(?:\n|\Z)")
WHOLLY_ENCODED: Final = re.compile(
    r"(?:%2F|https?%3A%2F%2F|weixin%3A%2F%2F|[\w.-]+%2F)[^\s/?=&]*", re.IGNORECASE
)
SHORTEST_PAGE: Final = re.compile(r"/?[^\s/?=&{}<>\"'`]+(?:/[^\s?=&{}<>\"'`]*)?")


def decoded_as_a_whole(text: str) -> str | None:
    """Return what a text says that was encoded with its separators; None when it was not."""
    if not WHOLLY_ENCODED.fullmatch(text):
        return None
    decoded = decode_leniently(text)[0]
    return decoded if decoded != text else None


def in_prose(text: str) -> list[str]:
    """Return the links and paths between other words; none when the text is itself a path."""
    one_line = "\n" not in text
    if one_line and (PATH_HEAD.match(text) or not re.search(r"\s", text)):
        return []
    return list(_links_and_paths(text))


def _links_and_paths(text: str) -> Iterator[str]:
    """Yield each link, and each path with a query, a leading slash or a line of its own.

    Every run of the text is looked at once, whatever it holds.
    """
    at = 0
    while run := RUN.search(text, at):
        at = run.end()
        scheme = SCHEME.search(text, max(run.start(), at - len("weixin")), at)
        if scheme and text.startswith("://", at):
            rest = REST.match(text, at)
            at = rest.end() if rest else at
            start = scheme.start() - text.startswith("小程序", scheme.start())
            yield text[start:at]
            continue
        if text.startswith("?", at) and PAGE_BEFORE_QUERY.fullmatch(run[0]):
            rest = REST.match(text, at)
            at = rest.end() if rest else at
            yield text[run.start() : at]
            continue
        page = run[0].rstrip(".")
        if PAGE.fullmatch(page) or (
            PAGE_ON_A_LINE.fullmatch(page) and _has_its_own_line(text, run)
        ):
            yield page


def _has_its_own_line(text: str, run: re.Match[str]) -> bool:
    """Tell whether nothing but blanks stands beside it."""
    start = run.start()
    while start and text[start - 1] in " \t":
        start -= 1
    first = start == 0 or text[start - 1] == "\n"
    return first and BLANKS_TO_THE_END.match(text, run.end()) is not None


def read(pasted: Pasted) -> Parsed:
    """Take a bare path; without one, give an empty share path and say so."""
    parsed = read_path(pasted.text)
    if not is_path(pasted.text, parsed.share_path):
        return nothing()
    return parsed


def nothing() -> Parsed:
    """Return what text without a path gives."""
    return Parsed(SharePath(""), None, findings=(Finding("no_path", Severity.ERROR),))


def is_path(text: str, share_path: SharePath) -> bool:
    """Tell whether a text can be meant as a page with parameters, and is no prose."""
    if not text or text[0] in "{[<" or "\n" in text:
        return False
    head = text.partition("?")[0].partition("&")[0]
    return bool(share_path.parameters) or SHORTEST_PAGE.fullmatch(head) is not None


def told_several(parsed: Parsed, count: int) -> Parsed:
    """Say that the first of several paths was taken."""
    told = (several_paths(count, 1),) if count > 1 else ()
    return replace(parsed, findings=(*told, *parsed.findings))


def told_encoded(parsed: Parsed) -> Parsed:
    """Say that a text was encoded once too often."""
    return replace(parsed, findings=(double_encoded("path"), *parsed.findings))
