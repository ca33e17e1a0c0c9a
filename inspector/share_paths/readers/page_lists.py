"""Manifests and tab bars: pages that stand in a list, or alone in a member of that name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from inspector.share_paths.forms import is_page_like
from inspector.share_paths.link import Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_path, with_query
from inspector.share_paths.readers.page_members import read_beside
from inspector.share_paths.source.values import Node, Value

LISTS: Final = ("pages",)
SOURCE_FILE: Final = re.compile(r"\.(?:mpx|n?vue)\Z")
"""What frameworks allow behind a page of a list."""
MEMBERS: Final = ("pagePath", "pagepath", "page", "path")


def read(pasted: Pasted) -> list[Parsed]:
    """Take the pages of `pages`, and what is called a page and looks like one."""
    found = [parsed for node in pasted.source.nodes for parsed in _read(node)]
    return [parsed for parsed in found if parsed.share_path.page]


def _read(node: Node) -> Iterator[Parsed]:
    """Yield the pages of the lists, and the page of the node with the query beside it."""
    beside = read_beside(node)
    if beside is not None:
        yield beside
        return
    query, root = node.members.get("query"), node.members.get("root")
    folder = f"{root.strip('/')}/" if isinstance(root, str) and root.strip("/") else ""
    for name in LISTS:
        items = node.members.get(name)
        for item in items if isinstance(items, list) else ():
            yield from (read_path(folder + page) for page in _page(item))
    for name in MEMBERS:
        for page in _page(node.members.get(name)):
            parsed = read_path(page)
            yield with_query(parsed, query) if isinstance(query, str) else parsed


def _page(value: Value) -> Iterator[str]:
    page = SOURCE_FILE.sub("", value) if isinstance(value, str) else ""
    if page and is_page_like(page, loose=True):
        yield page
