"""`query` of what `Page.onShareTimeline` returns: `a=1&b=2`; the page cannot be set."""

from __future__ import annotations

import re
from typing import Final

from inspector.share_paths.arrival import unfold_link
from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_page_and_query, write_query
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.target import Written

BARE_QUERY: Final = re.compile(r"""(?![{\[<"`])[^\s/?=&]*=""")


def write(share_path: SharePath, options: Options) -> Written:
    """Write the query alone."""
    del options
    query = write_query(share_path.enabled)
    return Written(query, counted=query)


def read(pasted: Pasted) -> Parsed | None:
    """Take a query without a page; the `q` of a scanned ordinary link is taken apart."""
    if not BARE_QUERY.match(pasted.text) or "\n" in pasted.text:
        return None
    parsed = read_page_and_query("", pasted.text, "timeline")
    return unfold_link(parsed) or parsed
