"""The request body of `generatescheme`: an encrypted URL scheme."""

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
    """Write the body for a scheme that lives as long as the platform allows."""
    query = write_query(share_path.enabled)
    path = write_page(share_path, slash=True)
    body = {
        "jump_wxa": {"path": path, "query": query, "env_version": options.env},
        "expire_type": 1,
        "expire_interval": LONGEST_DAYS,
    }
    return Written(body_text(body), counted=query)


def read(pasted: Pasted) -> Parsed | None:
    """Take a body with `jump_wxa`, also of the NFC request."""
    jump = pasted.mapping.get("jump_wxa")
    if not isinstance(jump, dict):
        return None
    path, query, env = (str(jump.get(name) or "") for name in ("path", "query", "env_version"))
    return read_page_and_query(path, query, "scheme", Options(env=env or "release"))
