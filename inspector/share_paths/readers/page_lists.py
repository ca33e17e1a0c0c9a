"""Manifests and tab bars: pages that stand in a list, or alone in a member of that name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from inspector.share_paths.forms import is_page_like
from inspector.share_paths.link import Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_path
from inspector.share_paths.source.values import Node, Value

LISTS: Final = ("pages",)
MEMBERS: Final = ("pagePath", "pagepath", "page", "path")


def read(pasted: Pasted) -> list[Parsed]:
    """Take the pages of `pages`, and what is called a page and looks like one."""
    found = [read_path(page) for node in pasted.source.nodes for page in _pages(node)]
    return [parsed for parsed in found if parsed.share_path.page]


def _pages(node: Node) -> Iterator[str]:
    for name in LISTS:
        items = node.members.get(name)
        for item in items if isinstance(items, list) else ():
            yield from _page(item)
    for name in MEMBERS:
        yield from _page(node.members.get(name))


def _page(value: Value) -> Iterator[str]:
    if isinstance(value, str) and is_page_like(value, loose=True):
        yield value
