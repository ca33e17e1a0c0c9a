"""Objects, calls, tags and messages: request bodies, compile modes, navigation, cards, menus."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from inspector.share_paths.forms import is_page_like, may_hold_path, read_node
from inspector.share_paths.link import Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_path
from inspector.share_paths.readers.launch_options import read_launch
from inspector.share_paths.readers.page_members import read_beside
from inspector.share_paths.source.values import Node

MOST_NODES: Final = 5_000


def read(pasted: Pasted) -> list[Parsed]:
    """Take every form that a target has, or launch options; else mere `path` and `url`."""
    nodes = [node for node in pasted.source.nodes if may_hold_path(node)][:MOST_NODES]
    particular = [(node, read_node(node, loose=False) or read_launch(node)) for node in nodes]
    found = [_marked(node, parsed) for node, parsed in particular if parsed is not None]
    if found:
        return [*found, *_alternatives(pasted, found[0].target)]
    loose = (read_beside(node) or read_node(node, loose=True) for node in nodes)
    found = [parsed for parsed in loose if parsed is not None]
    return [*found, *_alternatives(pasted, found[0].target)] if found else []


def _alternatives(pasted: Pasted, target: str | None) -> Iterator[Parsed]:
    """Yield the paths that the code takes under another condition."""
    for text in pasted.source.alternatives:
        if "/" in text and is_page_like(text):
            yield read_path(text, target)


def _marked(node: Node, parsed: Parsed) -> Parsed:
    """Mark the compile mode that its list names as the current one."""
    current = node.owner.members.get("current") if node.owner is not None else None
    is_current = type(current) is int and current == node.number and node.count > 1
    return replace(parsed, current=True) if is_current else parsed
