"""A page in one member of an object and its query in another, as records and events have them."""

from __future__ import annotations

import re
from typing import Final

from inspector.share_paths.forms import is_page_like, with_members
from inspector.share_paths.link import Parsed
from inspector.share_paths.query import read_path, with_query
from inspector.share_paths.source.assignments import ASSIGNED
from inspector.share_paths.source.values import Node, pairs

PAGES: Final = (
    *("path", "page", "pagePath", "page_path", "route", "pageRoute", "page_route"),
    *("currentPage", "current_page", "pageName", "page_name"),
)
QUERIES: Final = (
    *("query", "params", "options", "pageQuery", "page_query", "pageParams", "page_params"),
    *("queryString", "query_string", "pageOptions", "page_options", "parameters", "search"),
)
PAGE: Final = re.compile(r"/?[\w-]+(?:/[\w-]+)+")
QUERY: Final = re.compile(r"\??[^\s=&?]+=")


def read_beside(node: Node) -> Parsed | None:
    """Return the page of a node with the query that stands beside it; None without either."""
    if node.call not in ("", ASSIGNED):
        return None
    page = next(filter(_is_page, map(node.text, PAGES)), None)
    query = next((node.members[name] for name in QUERIES if name in node.members), None)
    if page is None or not is_page_like(page):
        return None
    if isinstance(query, Node) and query.members:
        return with_members(read_path(page), pairs(query.members))
    if isinstance(query, str) and QUERY.match(query):
        return with_query(read_path(page), query)
    return None


def _is_page(text: str | None) -> bool:
    return text is not None and PAGE.fullmatch(text) is not None
