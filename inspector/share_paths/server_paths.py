"""Paths of servers, which look like pages: those of request lines and of calls that send one."""

from __future__ import annotations

import re
from typing import Final

from inspector.share_paths.link import Parsed

METHOD: Final = "GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS"
LINE: Final = re.compile(rf"""\b(?:{METHOD})(?:["'`:,\]\[]|[ \t]){{1,12}}(/[^\s?"'`#]*)""")
"""`GET /api/share`, in a log, too."""
CALL: Final = re.compile(
    rf"""(?:\b(?:request|fetch|axios|ajax|Fetch|[rR]oute|http|RequestMapping|(?:Get|Post)Mapping)
        |[.@$](?:{METHOD}|get|post|put|delete|patch|http))
        \(\s{{0,20}}(?:\{{\s{{0,20}}url["']?:\s{{0,20}})?["'`](/?[^\s?"'`]+)""",
    re.VERBOSE,
)
"""`axios.get('/api/share')`, `@app.route('/api/share')`."""
MEMBER: Final = re.compile(rf"""\bmethod["']?\s{{0,9}}[:=]\s{{0,9}}["']?(?:{METHOD})\b""")
ADDRESS: Final = re.compile(
    r"""\b(?:ur[il]|path|endpoint)["']?\s{0,9}[:=]\s{0,9}["'`]?(/[^\s?"'`,}]+)"""
)
LONGEST_OBJECT: Final = 4_000
"""A longer text with a method somewhere is more than one request."""
OPENED: Final = re.compile(r"navigateTo|redirectTo|reLaunch|switchTab|onShare(?:App|Time)")
"""What says of a path beside it that it is a page, called like an address of the server or not."""
COMMAND: Final = re.compile(r"\bcurl\b[^\n/]{0,80}[ \t](/[^\s?\"'`]+)")
PAGES_FOLDER: Final = re.compile(r"(?:\A|/)(?:pages?|sub\w*|packages?\w*|pkg\w*)/", re.IGNORECASE)
MEANT_ANYWHERE: Final = frozenset({None, "share_message", "navigate", "url_link", "timeline"})
"""Targets whose forms a request has, too."""
HINT: Final = re.compile(rf"\b(?:{METHOD}|request|fetch|axios|ajax|curl)\b|[.@$]\w+\(|Mapping\(")


def without_server_paths(text: str, found: list[Parsed]) -> list[Parsed]:
    """Return the paths without those which the text sends to a server.

    One whose folder says that it is a page stays: the web build of a mini program has such
    addresses.
    """
    asked = [each for each in found if _may_be_of_server(each)]
    if not asked or not HINT.search(text):
        return found
    served = set(_served(text))
    return [each for each in found if each not in asked or each.share_path.page not in served]


def _may_be_of_server(parsed: Parsed) -> bool:
    page = parsed.share_path.page
    plain = parsed.target in MEANT_ANYWHERE and parsed.options.scene is None
    return bool(page) and plain and not PAGES_FOLDER.search(page)


def _served(text: str) -> list[str]:
    patterns = [LINE, COMMAND]
    if not OPENED.search(text):
        patterns.append(CALL)
        patterns += [ADDRESS] * (len(text) <= LONGEST_OBJECT and bool(MEMBER.search(text)))
    return [path.strip("/") for pattern in patterns for path in pattern.findall(text)]
