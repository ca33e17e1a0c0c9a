"""The argument of `App.onLaunch` and `App.onShow`, as a console prints it."""

from __future__ import annotations

from inspector.share_paths.arrival import unfold
from inspector.share_paths.forms import scene_number
from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_path
from inspector.share_paths.readers.page_members import PAGES
from inspector.share_paths.readers.page_options import read_members
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.source.values import Node


def read(pasted: Pasted) -> list[Parsed]:
    """Take objects with a `path` and a `query` object, or a `path` and a scene value."""
    found = map(read_launch, pasted.source.nodes)
    return [parsed for parsed in found if parsed is not None]


def read_launch(node: Node) -> Parsed | None:
    """Take one object; None when it is another kind."""
    path, query = node.text("path"), node.members.get("query")
    if path is None and isinstance(node.members.get("options"), Node):
        path, query = node.text("route", "__route__"), node.members["options"]
        if path is None:
            return None
    if path is None and isinstance(query, Node):
        path = node.text(*PAGES)
    scene = node.members.get("scene")
    if node.call.startswith("<") or "pathName" in node.members or not node.members:
        return None
    if not isinstance(query, Node) and (path is None or type(scene) is not int):
        return None
    options = Options(scene=scene_number(scene) if type(scene) is int else None)
    parsed = Parsed(SharePath(""), None, options)
    if isinstance(query, Node):
        parsed = read_members(query.members, options)
    elif isinstance(query, str) and query:
        parsed = read_path(f"?{query.removeprefix('?')}", None, options)
    at = read_path(path or "")
    parameters = [*at.share_path.parameters, *parsed.share_path.parameters]
    findings = (*at.findings, *parsed.findings)
    return unfold(Parsed(SharePath(at.share_path.page, parameters), None, options, findings))
