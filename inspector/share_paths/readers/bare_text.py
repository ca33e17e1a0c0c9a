"""A text that is a path or a query from its first character to its last."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from inspector.share_paths.arrival import unfold_link
from inspector.share_paths.escapes import without_escapes
from inspector.share_paths.link import Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_path
from inspector.share_paths.readers import plain_text, prose
from inspector.share_paths.source.reader import with_blanks

BARE_QUERY: Final = re.compile(
    r"""
    (?![{\[<"`]|=(?:[A-Z]+\()?")(?:
        (?:\$\{[^{}\s]*\}&)+\$\{[^{}\s]*\}\Z            # `${a}&${b}`
      | (?:\$\{[^{}\s]*\}&)*[^\s/?=&:({＝]*[=＝]          # `${a}&b=` `b=`
    )
    """,
    re.VERBOSE,
)
WRITTEN_QUERY: Final = re.compile(r"(?=[^=]*=)(?:\$\{[^{}\s]*\}|[\w.~!*'()%=&-])+", re.ASCII)
"""A query in which all is encoded that has to be; code has other signs, too."""
QUOTED_PATH: Final = re.compile(r"""[^=]*=\s*(?:["'`][^"'`]*/|["'`]{3}|@")""")
NAMED_PATH: Final = re.compile(
    r"(?:(?:[Pp]ath|[Pp]age(?:[Pp]ath)?|[Rr]oute)\s*[=＝]|\w+\s*=>)\s*(?=/?[\w-]+/[\w/-]+\?)"
)
"""What stands before a path: path=pages/a/b?id=1 is no query, which would have encoded the mark."""
JOINT: Final = re.compile(r"""["'`]\s*[+.]\s*[\w$(]""")
"""The end of a text in code, to which a variable is added."""
MERE_PAGE: Final = re.compile(r"/[^\s?+]*")
"""A page in which a quote and a dot are letters like others."""

OBJECT_BEHIND: Final = re.compile(
    r"""\s[\w .:>=-]{0,40}\{\s*["']?(?:path|query|pathName|scene)["']?\s*:"""
)
"""Launch options behind what only looks like a path: the place in a log where they were printed."""


def read(pasted: Pasted) -> list[Parsed]:
    """Take it, unless it goes on as code."""
    text = prose.unwrapped(pasted.text)
    if WRITTEN_QUERY.fullmatch(text):
        return [_query(text)]
    if (
        not text
        or "\n" in text
        or OBJECT_BEHIND.search(text)
        or (JOINT.search(text) and not MERE_PAGE.fullmatch(text))
        or prose.GLUED.match(text)
        or prose.holds_next(text)
    ):
        return []
    if NAMED_PATH.match(text):
        return []
    if BARE_QUERY.match(text) and not QUOTED_PATH.match(text):
        return [_query(text)]
    if text.startswith("/") and pasted.is_one_word:
        written, told = prose.without_words(text)
        parsed = read_path(with_blanks(written), "share_message")
        return [replace(parsed, findings=(*told, *parsed.findings))]
    if prose.PATH_HEAD.match(text):
        path = plain_text.bare_path(text)
        return [path] if path else []
    return []


def _query(text: str) -> Parsed:
    parsed = read_path(f"?{without_escapes(with_blanks(text))[0]}", "timeline")
    return unfold_link(parsed) or parsed
