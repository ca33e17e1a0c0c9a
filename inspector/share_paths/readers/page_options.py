"""The argument of `Page.onLoad`, as a console prints it: names, and values still encoded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from inspector.findings import Finding
from inspector.share_paths.arrival import unfold
from inspector.share_paths.encoding import decode_leniently, looks_encoded
from inspector.share_paths.forms import read_node
from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import MOST_TOLD, double_encoded, lone_percent
from inspector.share_paths.readers import prose
from inspector.share_paths.readers.page_members import read_beside
from inspector.share_paths.share_path import Parameter, SharePath
from inspector.share_paths.source.assignments import ASSIGNED
from inspector.share_paths.source.values import Absent, Node, Value, pairs

NOT_OPTIONS: Final = {
    *("encryptedData", "session_key", "errMsg", "iv", "watermark", "shareTicket"),
    *("errcode", "errmsg", "path", "url", "pages", "openid"),
}
"""Members of tickets, answers and forms of which a reader of their own has found no path."""
PLACES: Final = {"", "options", "option", "query", "e", "params", "onLoad", "Object"}
"""What may stand before the brace."""
LONGEST_LINE: Final = 2_000
"""Characters of a line of a console that may name the page of the options in it."""
ROW: Final = re.compile(
    r"""[A-Za-z_$][\w$]*:\ *(?:"[^"]*"|'[^']*'|-?\d+|true|false|undefined|null),?\s*"""
)
"""One member of an object that a console shows unfolded."""


def read(pasted: Pasted) -> list[Parsed]:
    """Take the first object whose values are all texts or numbers, and which is no ticket."""
    root, *nodes = pasted.source.nodes
    if root.members and all(map(ROW.fullmatch, pasted.text.splitlines())):
        return [unfold(read_members(root.members, Options()))]
    for node in nodes:
        alone = node.owner in (None, root) or node.owner.call == ASSIGNED
        if alone and _is_options(node) and not _holds_form(node):
            return [unfold(_on_page(read_members(node.members, Options()), pasted.text))]
    return []


def _on_page(parsed: Parsed, text: str) -> Parsed:
    """Put in the page that stands beside the options: `onLoad pages/a/b {id: "1"}`."""
    page = prose.only_page(text) if len(text) <= LONGEST_LINE else None
    path = SharePath(page or "", parsed.share_path.parameters)
    return replace(parsed, share_path=path)


def _is_options(node: Node) -> bool:
    values = [v for v in node.members.values() if v is not None and not isinstance(v, Absent)]
    simple = bool(values) and all(isinstance(value, str | int) for value in values)
    return bool(
        simple
        and not node.call
        and node.count == 1
        and (node.key in PLACES or node.owner is None)
        and not NOT_OPTIONS & node.members.keys()
        and read_beside(node) is None
    )


def _holds_form(node: Node) -> bool:
    """Tell an answer that carries a form as a text, such as `data`, from the options of a page."""
    texts = (value for value in node.members.values() if isinstance(value, str))
    inner = (Pasted(text).source for text in texts if text.startswith("{"))
    return any(read_node(each, loose=False) for source in inner for each in source.nodes)


def read_members(members: Mapping[str, Value], options: Options) -> Parsed:
    """Decode each value once, as the page has to; names arrive decoded."""
    parameters: list[Parameter] = []
    findings: list[Finding] = []
    for name, text in pairs(members):
        decoded, malformed = decode_leniently(text)
        parameters.append(Parameter(name, decoded))
        if malformed:
            findings.append(lone_percent(name, malformed))
        elif looks_encoded(decoded) and name not in {"q", "scene"}:
            findings.append(double_encoded(name))
    return Parsed(SharePath("", parameters), None, options, tuple(findings[:MOST_TOLD]))
