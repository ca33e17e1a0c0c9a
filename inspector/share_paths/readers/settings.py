"""Names and values without quotes: environment files, properties, YAML, objects printed by code.

Every line is one name and one value, or the whole text is one printed object; anything else is
left to the other readers. The first words of a name say which settings belong together:
`WX_PAGE` and `WX_SCENE` do, `HOME_PATH` and `SHARE_PATH` do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from inspector.share_paths.escapes import without_escapes
from inspector.share_paths.forms import DOLLAR_VALUE, is_page_like, known_text, read_node
from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import read_path, with_query
from inspector.share_paths.readers.launch_options import read_launch
from inspector.share_paths.source.expressions import literal
from inspector.share_paths.source.reader import with_blanks
from inspector.share_paths.source.values import Node

LINE: Final = re.compile(
    r"(?:-[ \t])?(?:(?:export|set|setenv|ENV|ARG|-e|--env)[ \t]++|\$env:)?"
    r"[\"'\[]?(?P<name>[A-Za-z_][\w.-]*+|[\u4e00-\u9fff]\w*+(?=[ \t]*+[=＝]))[\"'\]]?"
    r"(?:[ \t]*+(?:=>|[=:＝])[ \t]*+|[ \t]++(?=/))"
    r"(?P<value>[^\s\"'`]*+|\"[^\"]*+\";?|'[^']*+';?|[^\"'`/?]*+)"
)
COMMENT: Final = re.compile(r"(?<!\s)\s+#(?:\s.*)?\Z")
"""A comment behind a value."""
BESIDE: Final = re.compile(
    r"[ \t]*(?:(?:#|//|!|;|---).*|\[[\w. -]*\]|Array|stdClass Object|[()])?[ \t]*"
)
"""Lines between the settings: comments, sections, the frame of a printed array."""
PRINTED: Final = re.compile(
    r"(?:map|&?[\w.$]*)[({\[](?P<fields>[A-Za-z_]\w*[=:][^\s\"'`,]*"
    r"(?:,?[ ]\w+[=:][^\s\"'`,]*)*)[)}\]]"
)
"""An object as Java, Go and their kin print it: `{page=a/b, scene=c}`, `map[page:a/b scene:c]`."""
FIELD: Final = re.compile(r"(\w+)[=:]([^\s,]*)")
WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+")
NAMES: Final = {
    "appid": "appid",
    "app_id": "appid",
    "check_path": "check_path",
    "env_version": "env_version",
    "page": "page",
    "page_path": "path",
    "page_title": "page_title",
    "pagepath": "path",
    "page_url": "page_url",
    "path": "path",
    "query": "query",
    "scene": "scene",
    "title": "title",
    "url": "path",
}
"""Last words of a name -> the member that it is."""
QUERIES: Final = ("query", "params", "options")
"""Names of settings under which those of the query are indented."""
PATHS: Final = ("path", "page", "page_url")
PAGE_FIRST: Final = re.compile(r"/?[\w.${}-]+(?:/[\w.${}-]+)+(?P<end>\?|\Z)")
MOST_LINES: Final = 5_000
MOST_LEVELS: Final = 20


@dataclass(frozen=True, slots=True)
class Setting:
    """One name and its value, and how far it is indented."""

    indent: int
    name: str
    value: str


def read(pasted: Pasted) -> list[Parsed]:
    """Take the settings that hold a path."""
    nodes = _nodes(_settings(pasted.text))
    if not any(_paths(node) for node in nodes):
        return []
    return [parsed for node in nodes if (parsed := _read(node)) is not None]


def _read(node: Node) -> Parsed | None:
    query = node.members.get("query")
    parsed = read_launch(node) if isinstance(query, Node) else read_node(node, loose=False)
    if parsed is None:
        path = next(iter(_paths(node)), None)
        named = "share_message" if path and path.startswith("/") else None
        options = Options(app_id=known_text(node, ("appid",)))
        parsed = read_path(path, named, options) if path else None
        parsed = with_query(parsed, query) if parsed and isinstance(query, str) else parsed
    return parsed


def _paths(node: Node) -> list[str]:
    values = [node.members.get(name) for name in PATHS]
    return [value for value in values if isinstance(value, str) and _is_path(value)]


def _is_path(value: str) -> bool:
    plain = without_escapes(value)[0]
    return PAGE_FIRST.match(plain) is not None and is_page_like(plain)


def _settings(text: str) -> list[Setting]:
    printed = PRINTED.fullmatch(text)
    if printed:
        return [Setting(0, name, value) for name, value in FIELD.findall(printed["fields"])]
    lines = text.splitlines()
    if len(lines) > MOST_LINES or (len(lines) == 1 and not _is_single(text)):
        return []
    found = []
    for line in lines:
        setting = LINE.fullmatch(line.strip()) or LINE.fullmatch(COMMENT.sub("", line.strip()))
        if setting is not None:
            indent = len(line) - len(line.lstrip())
            found.append(Setting(indent, setting["name"], _unquoted(setting["value"])))
        elif not BESIDE.fullmatch(line):
            return []
    return found


def _unquoted(value: str) -> str:
    """Return a value without its quotes; between double ones code may insert something."""
    plain = value.rstrip(";")
    if plain[:1] not in "\"'":
        plain = COMMENT.sub("", plain)
    return literal(plain) if plain[:1] == '"' else plain.strip("\"'")


def _is_single(line: str) -> bool:
    """Tell a setting from a query, which is a name and a value, too: `from=a/b&to=c`."""
    setting = LINE.fullmatch(line)
    page = PAGE_FIRST.match(without_escapes(setting["value"].strip("\"';"))[0]) if setting else None
    if setting is None or page is None:
        return False
    return page["end"] == "?" or _split_name(setting["name"])[1] in PATHS


def _nodes(settings: list[Setting]) -> list[Node]:
    """Return objects of the settings that belong together."""
    nodes: list[Node] = []
    latest: dict[tuple[str, str], Node] = {}
    for owners, setting in _with_owners(settings):
        around = latest.get(("\n".join(owners[:-1]), ""))
        if owners and owners[-1] in QUERIES and around is not None:
            _query_of(around).members[setting.name] = with_blanks(setting.value)
            continue
        prefix, member = _split_name(setting.name)
        if member is None and _is_path(setting.value) and "?" in without_escapes(setting.value)[0]:
            prefix, member = setting.name, "path"
        if member is None or not setting.value:
            continue
        key = "\n".join(owners), prefix
        if key not in latest or member in latest[key].members:
            latest[key] = _node(owners)
            nodes.append(latest[key])
        value = DOLLAR_VALUE.sub(r"${\1}", setting.value)
        latest[key].members[member] = with_blanks(value)
    return nodes


def _query_of(node: Node) -> Node:
    """Return the object that the lines below `query:` fill."""
    query = node.members.get("query")
    if not isinstance(query, Node):
        query = node.members["query"] = Node(key="query", owner=node)
    return query


def _node(owners: list[str]) -> Node:
    return Node(key=owners[-1] if owners else "", call="" if owners else "=")


def _with_owners(settings: list[Setting]) -> Iterator[tuple[list[str], Setting]]:
    """Yield each setting with the names under which it is indented."""
    above: list[Setting] = []
    for setting in settings:
        while above and above[-1].indent >= setting.indent:
            above.pop()
        yield [owner.name for owner in above], setting
        if not setting.value and len(above) < MOST_LEVELS:
            above.append(setting)


def _split_name(name: str) -> tuple[str, str | None]:
    """Return the first words of a name, and the member that its last words are."""
    words = [word.lower() for word in WORD.findall(name)]
    for count in (2, 1):
        member = NAMES.get("_".join(words[-count:])) if len(words) >= count else None
        if member:
            return "_".join(words[:-count]), member
    return name, None
