"""A page in one member of an object and its query in another, as records and events have them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from inspector.share_paths.forms import (
    APP_ID_NAMES,
    ENV_NAMES,
    dropped,
    is_page_like,
    known_text,
    with_members,
)
from inspector.share_paths.link import VERSIONS, Options, Parsed
from inspector.share_paths.query import read_path, with_query
from inspector.share_paths.source.assignments import ASSIGNED
from inspector.share_paths.source.values import Node, Value, pairs

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
    if node.call == ASSIGNED and PAGE.fullmatch(node.first):
        return with_members(read_path(node.first), pairs(node.members))
    page = next(filter(_is_page, map(node.text, PAGES)), None)
    query = next((node.members[name] for name in QUERIES if name in node.members), None)
    if page is None or not is_page_like(page):
        return None
    if "?" in page:
        return _with_its_own(page, query)
    parsed = read_path(page, None, _options(node))
    if isinstance(query, Node) and query.members:
        parsed = with_members(parsed, pairs(query.members))
    elif isinstance(query, str) and QUERY.match(query):
        parsed = with_query(parsed, query)
    else:
        return None
    told = [dropped("scene", 1)] if isinstance(node.members.get("scene"), str) else []
    return replace(parsed, findings=(*parsed.findings, *told))


def _options(node: Node) -> Options:
    """Return the app id and the version that stand beside a page."""
    env = known_text(node, ENV_NAMES)
    return Options(known_text(node, APP_ID_NAMES), env if env in VERSIONS else None)


def _with_its_own(page: str, query: Value) -> Parsed | None:
    """Return a path that has a query; another one beside it, as for Moments, is told."""
    if not isinstance(query, str) or not QUERY.match(query):
        return None
    parsed = read_path(page, "share_message" if page.startswith("/") else None)
    other = read_path(f"?{query.removeprefix('?')}").share_path
    told = [dropped("query", 1)] if other.parameters != parsed.share_path.parameters else []
    return replace(parsed, findings=(*parsed.findings, *told))


def _is_page(text: str | None) -> bool:
    return text is not None and PAGE.fullmatch(text.partition("?")[0]) is not None
