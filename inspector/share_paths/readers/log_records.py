"""Records of a log in JSON that name a path: `{"level": "info", "msg": "to pages/a?b=1 ok"}`."""

from __future__ import annotations

import re
from typing import Final

from inspector.share_paths.link import Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.readers import members, words
from inspector.share_paths.readers.page_members import read_beside
from inspector.share_paths.source.values import Node

MARKS: Final = frozenset(
    """
    level lvl severity levelname loglevel logger ts timestamp @timestamp time stream traceId
    trace_id requestId request_id hostname pid
    """.split()  # noqa: SIM905 - a list of words is read more easily
)
"""Members that say that an object is a record; one of them and a message must be there."""
MESSAGES: Final = frozenset({"msg", "message", "@message", "log"})
"""Members that say so by themselves, where they hold more than one word."""
MAY_HOLD_PATH: Final = re.compile(r"/[\w.-]+[?？]|://|\A\s{0,9}\{[^\n]*\bquery\b")
MOST_NODES: Final = 5_000
MOST_CHARACTERS: Final = 100_000
MOST_LAYERS: Final = 2


def read(pasted: Pasted) -> list[Parsed]:
    """Take the paths out of the texts of every record, records within records included."""
    return _read(pasted, MOST_LAYERS)


def _read(pasted: Pasted, layers: int) -> list[Parsed]:
    found: list[Parsed] = []
    for node in pasted.source.nodes[:MOST_NODES]:
        if _is_record(node):
            beside = read_beside(node)
            found += [beside] if beside else []
            for text in node.members.values():
                if isinstance(text, str) and MAY_HOLD_PATH.search(text):
                    found += _in_text(Pasted(text[:MOST_CHARACTERS]), layers)
    return found


def _is_record(node: Node) -> bool:
    """Tell a record from the options of a page, which hold names of their own."""
    if node.call:
        return False
    marks, messages = MARKS & node.members.keys(), MESSAGES & node.members.keys()
    return (
        len(marks) > 1
        or (bool(marks) and bool(messages))
        or any(map(_speaks, map(node.text, messages)))
    )


def _speaks(text: str | None) -> bool:
    return text is not None and (" " in text.strip() or text.startswith("{"))


def _in_text(text: Pasted, layers: int) -> list[Parsed]:
    """Take a form that the text holds, or what it names between its words."""
    found = members.read(text) or (_read(text, layers - 1) if layers else [])
    return found or words.read(text)
