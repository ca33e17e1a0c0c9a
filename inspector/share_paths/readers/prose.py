"""Where links and paths stand in prose, and where they end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from inspector.findings import Finding, Severity

PATH_HEAD: Final = re.compile(r"(?:\\?/)?[\w.-]+(?:\\?/[\w.-]+)+/?[?&？]")
NEXT_PATH: Final = re.compile(r"[\s，。；、\u4e00-\u9fff](?:/?[\w.-]+/)+[\w.-]+\?", re.ASCII)
"""A second path, between which and the first there are words."""
NEXT_GLUED: Final = re.compile(
    r"(?<=[\u4e00-\u9fff])(?=/?(?:[A-Za-z][\w.-]*/)+[\w.-]+\?)"
    r"|(?<=[,;|])(?=/?(?:[A-Za-z][\w-]*/)*pages?/[\w./-]+\?)",
    re.ASCII,
)
"""Where it begins when no blank parts the words, or the sign of a list, from either."""
_JOINT: Final = (
    r"(?:\s{1,9}(?:or|and|vs|then|/|\||[-=]+>|[\u2192\u27a1\u21d2]|[\u4e00-\u9fff]{1,12})\s{1,9}"
    r"|\s{0,9}(?:[、，；\u2192]|[和或与及]|或者|以及)\s{0,9})"
)
"""What stands between two paths of a list."""
NEXT_LISTED: Final = re.compile(rf"{_JOINT}(?:/?(?:[\w-]+/)*pages?/|/[\w-]+/)[\w-]", re.ASCII)
"""A second path that may be a mere page."""
BETWEEN: Final = re.compile(r"[\u4e00-\u9fff,;|]")
"""What stands between two paths without a blank."""
RUN: Final = re.compile(r"[\w./-]+")
"""Letters, digits and what else a page is made of, as many as stand together."""
SCHEME: Final = re.compile(r"(?:weixin|https?|mp|plugin(?:-private)?|(?<=#)小程序)\Z")
LONGEST_SCHEME: Final = len("plugin-private")
REST: Final = re.compile(r"""[^\s"'`<>|，。；、（）「」『』【】《》“”←→]+""")
PAGE_BEFORE_QUERY: Final = re.compile(r"/?[\w.-]+(?:/[\w.-]+)+")
PAGE: Final = re.compile(r"/?(?:[\w-]+/)+[\w-]+")
PAGES_FOLDER: Final = re.compile(r"(?:\A|/)pages?/")
GLUED: Final = re.compile(r"[^\s/?=&\\]*[^\x00-\x7f](?=\\{0,3}/?[A-Za-z])")
"""Words, Chinese in the end, to which a page was glued: 打开pages/a?id=1, 第1步：pages/a?id=1."""
MARKDOWN_LINK: Final = re.compile(r"\[[^\[\]]*\]\((?=/?\w)")
IN_SIGNS: Final = re.compile(r"[^\s/?&%\\]*[<>(（［\[【「『“：:|→=](?!//|\d)")
"""Signs to which a page was glued, a tag around it among them: (pages/a?id=1), path->pages/a."""
CLOSERS: Final = {")": "(", "]": "["}
BLANKS_TO_THE_END: Final = re.compile(r"[ \t]*(?:\n|\Z)")
WRAPPED: Final = re.compile(
    r"(?<=[A-Za-z0-9_/%-][?&])\s+(?=[A-Za-z_%][\w.%-]*=)"  # `?` … `id=1`
    r"|(?<=[^\s&])\s+(?=&(?:amp;)?[A-Za-z_][\w.-]*=)"  # `id=1` … `&t=x`
    r"|(?<=[A-Za-z0-9_])\s+(?=\?[A-Za-z_][\w.-]*=)"  # `pages/a` … `?id=1`
)
"""Where a program broke the line of a path, or a hand put a blank before its `&`."""
ENDED: Final = re.compile(
    r"(?P<kept>[?&][^\s=&?]*=[!-%'->@-~]+|\A/?[\w.-]+(?:/[\w.-]+)+)"
    r"(?P<words>(?:[，。；、！）】」』》”←→]|？(?!\w*[=＝]))(?:.|\n)*)",
    re.ASCII,
)
"""A value or page of plain letters, and the punctuation of a sentence behind it."""
GLUED_TO_PAGE: Final = re.compile(
    r"(?P<kept>/?[\w.-]+(?:/[\w.-]+)+)(?P<words>(?![？＆＝／])[^\x00-\x7f][^?&=？＆＝]*)\Z",
    re.ASCII,
)
GLUED_TO_VALUE: Final = re.compile(
    r"(?:\A|[?&])(?P<name>[^\s=&?]*)=(?P<kept>[!-%'-<>-~]+)(?P<words>[^\x00-\x7f]+)\Z"
)
ENCODED_WORDS: Final = re.compile(r"%[EeFf][0-9A-Fa-f]%[89ABab][0-9A-Fa-f]  # `%E7%BE`", re.VERBOSE)
QUERY: Final = re.compile(
    r"(?<![\w./?&=%-])[A-Za-z_]\w*=[^\s&=，。；、）」』】]+(?:&[A-Za-z_]\w*=[^\s&=，。；、）」』】]*)*"
)
"""A query that stands apart from its page: 页面 pages/a 参数 id=1&t=x."""

LONGEST_LIST: Final = 1_000
"""A longer text is a log: its pages stand beside its paths by chance."""
MOST_SHOWN: Final = 40


def is_between_words(text: str) -> bool:
    """Tell whether a text begins with words, or holds a second path behind some."""
    begins = (sign.match(text) for sign in (GLUED, MARKDOWN_LINK, IN_SIGNS))
    return any(begins) or holds_next(text)


def holds_next(text: str) -> bool:
    """Tell whether a second path stands behind the first."""
    return any(form.search(text) for form in (NEXT_PATH, NEXT_LISTED, NEXT_GLUED))


def in_prose(text: str) -> list[str]:
    """Return the links and paths between other words; none when the text is itself a path."""
    one_path = PATH_HEAD.match(text) or not re.search(r"\s", text)
    if "\n" not in text and one_path and not is_between_words(text):
        return []
    words = list(_links_and_paths(text))
    certain = [word for word, is_certain in words if is_certain]
    if not certain or len(text) > LONGEST_LIST:
        return certain or [word for word, _ in words]
    return [word for word, is_certain in words if is_certain or _is_listed(word, text)]


def _is_listed(page: str, text: str) -> bool:
    """Tell whether a page is named in one breath with a path: `pages/a or pages/b?id=1`."""
    name = re.escape(page)
    return re.search(rf"{name}{NEXT_LISTED.pattern}|[\w-]{_JOINT}{name}(?![\w/])", text) is not None


def only_page(text: str) -> str | None:
    """Return the only page of a text in which a folder `pages` tells it from other words."""
    words = (word for word, _ in _links_and_paths(text))
    pages = dict.fromkeys(w.strip("/") for w in words if PAGES_FOLDER.search(w) and "?" not in w)
    return next(iter(pages)) if len(pages) == 1 else None


def unwrapped(text: str) -> str:
    """Return a text in which each path stands on one line."""
    return WRAPPED.sub("", text)


def query_apart(text: str) -> str | None:
    """Return the only query of a text that stands apart from any page."""
    found = QUERY.findall(text)
    return found[0].rstrip(",;:.") if len(found) == 1 else None


def without_words(path: str) -> tuple[str, list[Finding]]:
    """Return a path without the words of a sentence that were glued to its end, and say so.

    Punctuation ends a value of plain letters; so does Chinese where the path encodes its own.
    Elsewhere nobody can know: `id=1失败` may be 1, and `district=A区` is not A. There all is
    kept, and told.
    """
    ended = ENDED.search(path) or GLUED_TO_PAGE.match(path)
    glued = None if ended else GLUED_TO_VALUE.search(path)
    if glued and ENCODED_WORDS.search(path):
        ended = glued
    if ended:
        kept, shown = path[: ended.start("words")], {"words": ended["words"][:MOST_SHOWN]}
        name = re.split("[?&]", kept)[-1].partition("=")[0] if "=" in kept else "page"
        return kept, [Finding("words_left_out", Severity.INFO, name, shown)]
    if glued:
        shown = {"words": glued["words"][:MOST_SHOWN], "name": glued["name"]}
        return path, [Finding("words_kept", Severity.INFO, glued["name"], shown)]
    return path, []


def _links_and_paths(text: str) -> Iterator[tuple[str, bool]]:
    """Yield each link, and each path with a query, a leading slash or a line of its own.

    They are certain; a page that only its folder `pages` tells from other words is not.
    Every run of the text is looked at once, whatever it holds.
    """
    at = 0
    while run := RUN.search(text, at):
        at = run.end()
        if text.startswith("://", at) and (start := _scheme_start(text, run)) is not None:
            at = _end_of_rest(text, start, at)
            yield text[start:at], True
            continue
        if "/" not in run[0]:
            continue
        start = run.start()
        glued = GLUED.match(text, start, at)
        start = glued.end() if glued else start
        if text.startswith(("?", "？"), at) and PAGE_BEFORE_QUERY.fullmatch(text, start, at):
            at = _end_of_rest(text, start, at)
            yield text[start:at], True
            continue
        words = GLUED_TO_PAGE.match(text, start, at)
        end = words.start("words") if words else at
        page = text[start:end].rstrip(".")
        if PAGE.fullmatch(page):
            certain = _has_its_own_line(text, start, at) or page[0] == "/"
            if certain or PAGES_FOLDER.search(page):
                yield page, certain


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
    following = NEXT_GLUED.search(rest[0])
    if following:
        return at + _before_words(rest[0], following.start())
    signs = ",;:" if _has_its_own_line(text, start, rest.end()) else ",;:.!?！？；～…"
    end = at + len(rest[0].rstrip(signs))
    word = text[start:end]
    closing = "".join(sign for sign, opener in CLOSERS.items() if opener not in word)
    return max(at, start + len(word.rstrip(closing)))


def _before_words(text: str, end: int) -> int:
    """Return where the Chinese words, or the sign of a list, begin that end at a place."""
    while end and BETWEEN.match(text, end - 1):
        end -= 1
    return end


def _has_its_own_line(text: str, start: int, end: int) -> bool:
    """Tell whether nothing but blanks stands beside it."""
    while start and text[start - 1] in " \t":
        start -= 1
    first = start == 0 or text[start - 1] == "\n"
    return first and BLANKS_TO_THE_END.match(text, end) is not None
