"""The argument of `App.onLaunch` and `App.onShow`, as a console prints it."""

from __future__ import annotations

from inspector.share_paths.arrival import unfold
from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_path
from inspector.share_paths.readers.page_options import read_members
from inspector.share_paths.share_path import SharePath


def read(pasted: Pasted) -> Parsed | None:
    """Take an object with a `path` and a `query` object, or a `path` and a scene value."""
    path, query = pasted.string("path"), pasted.mapping.get("query")
    scene = pasted.mapping.get("scene")
    options = Options(scene=scene) if type(scene) is int else Options()
    if isinstance(query, dict):
        parsed = read_members(query, options)
    elif isinstance(query, str) and query:
        parsed = read_path(f"?{query.removeprefix('?')}", None, options)
    elif path is not None:
        return read_path(path, None, options)
    else:
        return None
    at_page = SharePath(read_path(path or "").share_path.page, parsed.share_path.parameters)
    return unfold(Parsed(at_page, None, options, parsed.findings))
