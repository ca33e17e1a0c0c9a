"""The request body of `generate_urllink`: a web address that opens the mini program."""

from __future__ import annotations

from typing import Final

from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_page_and_query, write_page, write_query
from inspector.share_paths.request_body import body_text
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.target import Written

LONGEST_DAYS: Final = 30


def write(share_path: SharePath, options: Options) -> Written:
    """Write the body for a link that lives as long as the platform allows."""
    query = write_query(share_path.enabled)
    body = {
        "path": write_page(share_path, slash=True),
        "query": query,
        "env_version": options.env,
        "expire_type": 1,
        "expire_interval": LONGEST_DAYS,
    }
    return Written(body_text(body), counted=query)


def read(pasted: Pasted) -> Parsed | None:
    """Take a body whose path and query are texts; a query object is that of a launch."""
    path, query = pasted.string("path"), pasted.string("query")
    if path is None or query is None or "scene" in pasted.mapping:
        return None
    options = Options(env=pasted.string("env_version") or "release")
    return read_page_and_query(path, query, "url_link", options)
