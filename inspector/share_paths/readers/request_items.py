"""Names and values side by side: `page=pages/a scene=id=1`, as httpie, curl and logs write them.

A word is `name=value`, `name==value`, `name:=JSON` or `name[inner]=value`, in the quotes of a
shell. Words of any other form, such as the command itself, are passed over.
"""

from __future__ import annotations

import re
from typing import Final

from inspector.share_paths.forms import is_page_like, read_node
from inspector.share_paths.link import Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_path
from inspector.share_paths.readers.launch_options import read_launch
from inspector.share_paths.readers.page_members import read_beside
from inspector.share_paths.source.assignments import ASSIGNED
from inspector.share_paths.source.reader import read_expression, with_blanks
from inspector.share_paths.source.values import Node, Value

CONTINUED: Final = re.compile(r"[ \t][\\`^][ \t]*\r?\n")
"""Where a command goes on in the next line, in any shell."""
WORD: Final = re.compile(r"""(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+""")
ITEM: Final = re.compile(
    r"""["']?(?P<name>[A-Za-z_][\w-]*)(?:\[(?P<inner>\w+)\])?(?P<sign>:=|==?)(?P<value>.+)""",
    re.DOTALL,
)
QUOTE: Final = re.compile(r"""\\(.)|"((?:[^"\\]|\\.)*)"|'([^']*)'""", re.DOTALL)
ESCAPED: Final = re.compile(r'\\(["\\$`])')
CODE: Final = re.compile(r"(?:^|\s)<[A-Za-z]|[{(]\s*$", re.MULTILINE)
"""A tag, whose attributes look alike, or code in braces."""
ARGUMENT: Final = re.compile(r"""["'`][,;)]+\Z""")
"""The end of an argument in code."""
PAGES: Final = ("path", "page", "page_url", "pathName", "pagePath", "pagepath")
COMMAND: Final = re.compile(r"(?:\S*[$#>]\s+)?(?:https?|xhs?|curl(?:ie)?|wget)\s", re.IGNORECASE)
LONGEST_LINE: Final = 20_000
MOST_LINES: Final = 1_000
FEWEST: Final = 2
"""Items that say that a line is made of them, where no command does."""


def read(pasted: Pasted) -> list[Parsed]:
    """Take the path of each line of items."""
    if "=" not in pasted.text or CODE.search(pasted.text):
        return []
    lines = CONTINUED.sub(" ", pasted.text).splitlines()[:MOST_LINES]
    found = (_read_line(line) for line in lines if len(line) <= LONGEST_LINE)
    return [parsed for parsed in found if parsed is not None]


def _read_line(line: str) -> Parsed | None:
    items = [item for word in WORD.findall(line) if (item := ITEM.fullmatch(word))]
    if any(ARGUMENT.search(item["value"]) for item in items):
        return None
    if len(items) < FEWEST and not (items and COMMAND.match(line)):
        return None
    root = Node(call=ASSIGNED)
    inner: dict[str, Node] = {}
    for item in items:
        name, value = item["name"], _value(item)
        if item["inner"]:
            node = inner.setdefault(name, Node(key=name, owner=root))
            root.members[name] = node
            node.members[item["inner"]] = value
        else:
            root.members[name] = value
            if isinstance(value, Node):
                value.key, value.owner = name, root
                inner[name] = value
    return next(filter(None, map(_read, [*inner.values(), root])), None)


def _read(node: Node) -> Parsed | None:
    """Take an object that holds a page."""
    page = next((text for name in PAGES if (text := node.text(name))), "")
    if not is_page_like(page):
        return None
    return read_node(node, loose=False) or read_launch(node) or read_beside(node) or read_path(page)


def _value(item: re.Match[str]) -> Value:
    """Return what an item holds; `:=` says that it is JSON."""
    written = item["value"]
    if item[0][0] in "\"'":
        written = written.removesuffix(item[0][0])
    plain = QUOTE.sub(_unquoted, written)
    return read_expression(plain) if item["sign"] == ":=" else with_blanks(plain)


def _unquoted(quote: re.Match[str]) -> str:
    if quote[1] is not None:
        return quote[1]
    return quote[3] if quote[3] is not None else ESCAPED.sub(r"\1", quote[2])
