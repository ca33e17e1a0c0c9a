"""Reads tags and their attributes (WXML, Vue, JSX, HTML), and the elements of an XML message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from inspector.share_paths.source.reader import read_expression, with_blanks
from inspector.share_paths.source.values import ABSENT, Node, Value

TAG: Final = re.compile(r"<([A-Za-z][\w:.-]*)(?=[\s/>])")
ATTRIBUTE: Final = re.compile(
    r"""\s*(?!/?>)([@:#\w.$-]+)(?:\s*=\s*
        (?: "(?P<double>[^"]*)" | '(?P<single>[^']*)'
          | \{(?P<code>(?>(?:[^{}`]|\{[^{}]*\}|`[^`]*`)*))\}
          | (?P<bare>[^\s"'<>=]+) ))?""",
    re.VERBOSE,
)
COMMENT: Final = re.compile(r"<!--[^-]*(?:-(?!->)[^-]*)*-->")
ELEMENT: Final = re.compile(
    r"<([A-Za-z_]\w*)>(?:\s*+<!\[CDATA\[((?>(?:[^\]]|\](?!\]>))*))\]\]>\s*+|([^<]*+))</\1>"
)
MESSAGE: Final = re.compile(r"<xml>", re.IGNORECASE)


def tags_in(text: str) -> Iterator[Node]:
    """Yield a node for each tag with attributes; its `call` is `<name`."""
    if "<" not in text:
        return
    text = COMMENT.sub(" ", text) if "-->" in text else text
    for tag in TAG.finditer(text):
        node = Node(call=f"<{tag[1]}")
        at = tag.end()
        while attribute := ATTRIBUTE.match(text, at):
            at = attribute.end()
            node.members[_plain_name(attribute[1])] = _value(attribute)
        if node.members:
            yield node


def _plain_name(written: str) -> str:
    """Return the name of an attribute without the sign that binds it."""
    return written.removeprefix("v-bind:").lstrip(":")


def _value(attribute: re.Match[str]) -> Value:
    """Return what an attribute holds; bound to an expression, what that comes to."""
    if attribute["code"] is not None:
        return read_expression(attribute["code"])
    written = attribute["double"]
    written = attribute["single"] if written is None else written
    written = attribute["bare"] if written is None else written
    if written is None:
        return ABSENT
    plain = unescape(written)
    if attribute[1].startswith((":", "v-bind:")):
        return read_expression(plain)
    return with_blanks(plain)


def message_in(text: str) -> Iterator[Node]:
    """Yield a node for each XML message: its elements and what they hold."""
    if "</" not in text or not ELEMENT.search(text):
        return
    for part in MESSAGE.split(text):
        members: dict[str, Value] = {}
        for element in ELEMENT.finditer(part):
            held = element[2] if element[2] is not None else unescape(element[3])
            members[element[1]] = with_blanks(held.strip())
        if members:
            yield Node(members=members, call="<xml")
