"""The text that somebody pasted, freed of its wrapping, and what stands in it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import Final

from inspector.share_paths.source.calls import Source
from inspector.share_paths.source.markup import message_in, tags_in
from inspector.share_paths.source.reader import read_source

EDGES: Final = " \t\r\n\f\v\u3000\u00a0\ufeff\u200b\u2060"
QUOTED: Final = re.compile(r"""(["'`“‘])(.*)["'`”’][,;]?""", re.DOTALL)
PATH_HEAD: Final = re.compile(r"/|[^=?&'\s]+/|[a-z]+://|#小程序")
INNER_QUOTE: Final = re.compile(
    r"""(?<!\\)["'`](?:\s*[+,.):;}\]]|\s*=>)|[+,(]\s*(?<!\\)["'`]|=>\s*["'`]"""
)
"""A quote inside that ends or begins a text of its own: the whole is code, not one text."""
_ROW: Final = r"""[ \t]*"?([\w$.-]+)"?:[ \t]*("[^"\n]*"),?[ \t]*\n"""
ROW: Final = re.compile(_ROW)
UNFOLDED: Final = re.compile(
    r"^[ \t\u25b6-\u25be]*query:[ \t]*(?:Object)?[ \t]*\n"
    rf"(?P<rows>(?:{_ROW})+)"
    r"[ \t\u25b6-\u25be]*(?:\[\[Prototype\]\]|__proto__):.*$",
    re.MULTILINE,
)
"""The rows of a query that somebody unfolded in a console, up to its prototype."""
SPACE: Final = re.compile(r"\s")
GO_MAP: Final = re.compile(r"\bmap\[string\](?:interface\{\}|any|string)(?=\{)")
"""The type before the brace of a map in Go: it says nothing."""
BARE_PAGE: Final = re.compile(
    r"(?<=[:=] )(/?(?:[\w-]+/)*pages?/[\w-]+(?:/[\w-]+)*(?:\?[^\s,;{}\"']*)?)(?=[\s,;}])"
)
"""A page without quotes, as a console prints it behind a name: to code it is a division."""
ADDED: Final = re.compile(r"^[+-](?=\s*[\"']?[\w$-]+[\"']?\s*:\s)", re.MULTILINE)
"""The sign before a member on a line of a diff, which would add it to the line above."""
OBJECTIVE_C: Final = re.compile(r"\[NSString\s+stringWithFormat:\s*@(?=\")")
VERBATIM: Final = re.compile(r'\$?@\$?"(\s*[{\[]\s*""(?:[^"]|"")*)"')
"""JSON in a verbatim text of C#, in which each quote stands twice."""
TRIPLE: Final = re.compile(r'"""(\s*[{\[](?:(?!""").)*)"""', re.DOTALL)
"""JSON between the three quotes of Python, C#, Kotlin."""
DUMPED: Final = re.compile(r'\["(\w+)"\]=>\s*string\(\d+\) ("[^"\n]*")')
"""A member as `var_dump` of PHP prints it."""


class Pasted:
    """A pasted text.

    Attributes:
        text: The text without surrounding white space, byte order mark and quotes.
    """

    def __init__(self, text: str) -> None:
        self.text = _unwrapped(text.strip(EDGES))

    @cached_property
    def is_one_word(self) -> bool:
        """True when there is no white space in the text."""
        return bool(self.text) and SPACE.search(self.text) is None

    @cached_property
    def source(self) -> Source:
        """The objects, calls, tags and texts that stand in it."""
        source = read_source(_folded(self.text))
        nodes = [*source.nodes, *tags_in(self.text), *message_in(self.text)]
        return replace(source, nodes=nodes)


def _folded(text: str) -> str:
    """Return a text in which what only one language or console writes stands as in JSON."""
    text = UNFOLDED.sub(_with_braces, text) if "\n" in text else text
    text = GO_MAP.sub("", text) if "map[" in text else text
    text = DUMPED.sub(r'"\1": \2,', text) if "]=>" in text else text
    text = BARE_PAGE.sub(r'"\1"', text) if "page" in text and "{" in text else text
    text = ADDED.sub("", text) if "\n" in text else text
    text = OBJECTIVE_C.sub("sprintf(", text) if "[NSString" in text else text
    text = TRIPLE.sub(r"\1", text) if '"""' in text else text
    return VERBATIM.sub(_as_literal, text) if '""' in text else text


def _as_literal(verbatim: re.Match[str]) -> str:
    return verbatim[1].replace('""', '"')


def _with_braces(query: re.Match[str]) -> str:
    members = (f'"{name}": {value}' for name, value in ROW.findall(query["rows"]))
    return f"query: {{{', '.join(members)}}}"


def _unwrapped(text: str) -> str:
    """Drop quotes around a path; `'` can also be the first character of a name."""
    quoted = QUOTED.fullmatch(text)
    if quoted is None or INNER_QUOTE.search(quoted[2]):
        return text
    inner = quoted[2].strip(EDGES)
    return inner if quoted[1] not in "'" or PATH_HEAD.match(inner) else text
