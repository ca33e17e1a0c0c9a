"""The text that somebody pasted, freed of its wrapping, and what stands in it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from html import unescape
from typing import Final

from inspector.share_paths import unfolded
from inspector.share_paths.other_notations import rewritten, with_templates, without_cells
from inspector.share_paths.source.assignments import ASSIGNED
from inspector.share_paths.source.calls import Source
from inspector.share_paths.source.markup import message_in, tags_in
from inspector.share_paths.source.reader import read_source
from inspector.share_paths.source.values import Node, pairs

EDGES: Final = " \t\r\n\f\v\u3000\u00a0\ufeff\u200b\u2060"
QUOTED: Final = re.compile(r"""(["'`“‘])(.*)["'`”’][,;]?""", re.DOTALL)
PATH_HEAD: Final = re.compile(r"/|[^=?&'\s]+/|[a-z]+://|#小程序")
INNER_QUOTE: Final = re.compile(
    r"""(?<!\\)["'`](?:\s*[+,.):;}\]]|\s*=>)|[+,(]\s*(?<!\\)["'`]|=>\s*["'`]"""
)
"""A quote inside that ends or begins a text of its own: the whole is code, not one text."""
SPACE: Final = re.compile(r"\s")


class Pasted:
    """A pasted text.

    Attributes:
        text: The text without surrounding white space, byte order mark and quotes.
    """

    def __init__(self, text: str) -> None:
        self.text = _unwrapped(with_templates(without_cells(text.strip(EDGES))))

    @cached_property
    def is_one_word(self) -> bool:
        """True when there is no white space in the text."""
        return bool(self.text) and SPACE.search(self.text) is None

    @cached_property
    def source(self) -> Source:
        """The objects, calls, tags and texts that stand in it."""
        source = read_source(rewritten(unfolded.folded(self.text)))
        tags = list(tags_in(self.text))
        attributes = {(name, v) for tag in tags for name, v in pairs(tag.members)}
        code = [node for node in source.nodes if not _is_attribute(node, attributes)]
        return replace(source, nodes=[*code, *tags, *message_in(self.text)])


def _is_attribute(node: Node, attributes: set[tuple[str, str]]) -> bool:
    """Tell an attribute of a tag, which looks like an assignment to code."""
    assigned = node.call == ASSIGNED and bool(node.members)
    return assigned and all((n, unescape(v)) in attributes for n, v in pairs(node.members))


def _unwrapped(text: str) -> str:
    """Drop quotes around a path; `'` can also be the first character of a name."""
    quoted = QUOTED.fullmatch(text)
    if quoted is None or INNER_QUOTE.search(quoted[2]):
        return text
    inner = quoted[2].strip(EDGES)
    return inner if quoted[1] not in "'" or PATH_HEAD.match(inner) else text
