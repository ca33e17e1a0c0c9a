"""What is left: a bare path, several of them, a path encoded as a whole, or no path at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from inspector.findings import Finding, Severity
from inspector.share_paths.encoding import decode_leniently
from inspector.share_paths.escapes import without_escapes
from inspector.share_paths.link import Parsed
from inspector.share_paths.query import double_encoded, read_path
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.source.reader import with_blanks

PATH_HEAD: Final = re.compile(r"(?:\\?/)?[\w.-]+(?:\\?/[\w.-]+)+/?[?&？]")
RUN: Final = re.compile(r"[\w./-]+")
"""Letters, digits and what else a page is made of, as many as stand together."""
SCHEME: Final = re.compile(r"(?:weixin|https?|mp|plugin(?:-private)?|(?<=#)小程序)\Z")
LONGEST_SCHEME: Final = len("plugin-private")
REST: Final = re.compile(r"""[^\s"'<>|，。；、（）「」『』【】《》“”]+""")
PAGE_BEFORE_QUERY: Final = re.compile(r"/?[\w.-]+(?:/[\w.-]+)+")
PAGE: Final = re.compile(r"/(?:[\w-]+/)+[\w-]+")
PAGE_ON_A_LINE: Final = re.compile(r"(?:[\w-]+/)+[\w-]+")
ESCAPED_SLASH: Final = re.compile(r"(?<!\\)\\++/")
ESCAPED_MARK: Final = re.compile(r"(?<!\\)\\++(?:u003[fF]|x3[fF])")
GLUED: Final = re.compile(r"[^\x00-\x7f]+(?=\\{0,3}/?[A-Za-z])")
"""Chinese words to which a page was glued: 打开pages/a?id=1."""
MARKDOWN_LINK: Final = re.compile(r"\[[^\[\]]*\]\((?=/?\w)")
IN_SIGNS: Final = re.compile(r"[^\s/?&%\\]*[<>(（［\[【「『“：:|→=](?!//|\d)")
"""Signs to which a page was glued, a tag around it among them: (pages/a?id=1), path->pages/a."""
CLOSERS: Final = {")": "(", "]": "["}
BLANKS_TO_THE_END: Final = re.compile(r"[ \t]*(?:\n|\Z)")
WHOLLY_ENCODED: Final = re.compile(
    r"(?:%2F|https?%3A%2F%2F|weixin%3A%2F%2F|[\w.-]+%2F)[^\s/?=&]*", re.IGNORECASE
)
ENCODED_CODE: Final = re.compile(r"(?=\S*%(?:22|27|60|3C))[^\s?=&\"{}<>]+", re.IGNORECASE)
CODE_HEAD: Final = re.compile(r"\s*(?:[{\[<]|return\b|[\w.$]+\s?\()")
"""How an object, a tag or a call begins, and no page."""
SHORTEST_PAGE: Final = re.compile(r"/?[^\s/?=&{}<>\"'`]+(?:/[^\s?=&{}<>\"'`]*)?")


def decoded_as_a_whole(text: str) -> str | None:
    """Return what a text says that was encoded with its separators; None when it was not."""
    if not WHOLLY_ENCODED.fullmatch(text):
        return None
    decoded = decode_leniently(text)[0]
    return decoded if decoded != text else None


def decoded_code(text: str) -> str | None:
    """Return what a text says that may be code encoded as a whole: only a reader can tell."""
    decoded = decode_leniently(text)[0] if ENCODED_CODE.fullmatch(text) else ""
    return decoded if CODE_HEAD.match(decoded) else None


def in_prose(text: str) -> list[str]:
    """Return the links and paths between other words; none when the text is itself a path."""
    if "\n" not in text and (PATH_HEAD.match(text) or not re.search(r"\s", text)):
        within = any(sign.match(text) for sign in (GLUED, MARKDOWN_LINK, IN_SIGNS))
        return list(_links_and_paths(text)) if within else []
    return list(_links_and_paths(text))


def without_escaped_slashes(text: str) -> str:
    """Return a text in which the pages that another text had escaped look like pages."""
    return ESCAPED_SLASH.sub("/", ESCAPED_MARK.sub("?", text))


def _links_and_paths(text: str) -> Iterator[str]:
    """Yield each link, and each path with a query, a leading slash or a line of its own.

    Every run of the text is looked at once, whatever it holds.
    """
    at = 0
    while run := RUN.search(text, at):
        at = run.end()
        if text.startswith("://", at) and (start := _scheme_start(text, run)) is not None:
            at = _end_of_rest(text, start, at)
            yield text[start:at]
            continue
        if "/" not in run[0]:
            continue
        start = run.start()
        glued = GLUED.match(text, start, at)
        start = glued.end() if glued else start
        if text.startswith(("?", "？"), at) and PAGE_BEFORE_QUERY.fullmatch(text, start, at):
            at = _end_of_rest(text, start, at)
            yield text[start:at]
            continue
        page = text[start:at].rstrip(".")
        alone = PAGE_ON_A_LINE.fullmatch(page) is not None and _has_its_own_line(text, start, at)
        if alone or PAGE.fullmatch(page):
            yield page


def _scheme_start(text: str, run: re.Match[str]) -> int | None:
    """Return where a link begins whose scheme ends with a run."""
    scheme = SCHEME.search(text, max(run.start(), run.end() - LONGEST_SCHEME), run.end())
    if scheme is None:
        return None
    return scheme.start() - text.startswith("小程序", scheme.start())


def _end_of_rest(text: str, start: int, at: int) -> int:
    """Return where a path ends that began at `start`, without the punctuation behind it."""
    rest = REST.match(text, at)
    if rest is None:
        return at
    signs = ",;:" if _has_its_own_line(text, start, rest.end()) else ",;:.!?！？；～…"
    end = at + len(rest[0].rstrip(signs))
    word = text[start:end]
    closing = "".join(sign for sign, opener in CLOSERS.items() if opener not in word)
    return max(at, start + len(word.rstrip(closing)))


def _has_its_own_line(text: str, start: int, end: int) -> bool:
    """Tell whether nothing but blanks stands beside it."""
    while start and text[start - 1] in " \t":
        start -= 1
    first = start == 0 or text[start - 1] == "\n"
    return first and BLANKS_TO_THE_END.match(text, end) is not None


def bare_path(text: str) -> Parsed | None:
    """Take a text that is a path, page or query and nothing else; None for other text."""
    parsed = read_path(with_blanks(text))
    if not is_path(text, parsed.share_path):
        return None
    return replace(parsed, target="share_message") if text.startswith("/") else parsed


def nothing() -> Parsed:
    """Return what text without a path gives."""
    return Parsed(SharePath(""), None, findings=(Finding("no_path", Severity.ERROR),))


def is_path(text: str, share_path: SharePath) -> bool:
    """Tell whether a text can be meant as a page with parameters, and is no prose."""
    if not text or text[0] in "{[<" or "\n" in text:
        return False
    head = re.split("[?&]", without_escapes(with_blanks(text))[0], maxsplit=1)[0]
    head = re.sub(r"\$\{[^{}]*\}", "x", head)
    code = not share_path.page and re.search(r"\s", head.partition("=")[0].strip())
    named = bool(share_path.parameters) and not code
    return named or SHORTEST_PAGE.fullmatch(head) is not None


def told_encoded(parsed: Parsed) -> Parsed:
    """Say that a text was encoded once too often."""
    return replace(parsed, findings=(double_encoded("path"), *parsed.findings))
