"""Members that code gives to an object one by one: `m.page = …`, `m.put("page", …)`, `.page(…)`.

A call gives members by its name and its arguments alone; whose they are is known by the name
before it, or by the chain of calls in which it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from inspector.share_paths.source.values import Node, Unknown, Value

ASSIGNED: Final = "="
"""The `call` of an object whose members were assigned."""
PUTTING: Final = re.compile(
    r"(?:fluent)?[pP]ut|(?:[sS]et|[aA]dd)(?:Property|(?:Query)?Param(?:eter)?|Field)?|[aA]ppend|with|"
    r"appendQueryParameter|(?:query|body)?[pP]aram|field|entry|of|SimpleEntry|JProperty|Pair|\w*(?:Key|Name)ValuePair"
)
"""Calls that take a name and its value."""
ENTRY: Final = re.compile(r"entry|SimpleEntry|\w*Pair|JProperty")
"""Calls that make one member of an object which stands around them."""
ALTERNATING: Final = re.compile(r"of|newHashMap|asMap")
"""Calls that take names and values in turn."""
SETTER: Final = re.compile(r"(?:set|with|Set|With)_?([A-Za-z]\w*)")
BUILDER: Final = re.compile(r"[a-z]\w*")
NAME: Final = re.compile(r"[A-Za-z_$][\w$-]{0,60}")


def is_name(value: Value) -> bool:
    """Tell whether a value is a text that can be the name of a member."""
    return isinstance(value, str) and NAME.fullmatch(value) is not None


def members_of_call(
    last: str, arguments: list[Value], *, is_method: bool, in_chain: bool
) -> Iterator[tuple[str, Value]]:
    """Yield the names and values that a call gives to an object; none for other calls.

    `last` is the name of the call without what stands before it; a method of one argument
    names a member only behind another call, as builders do, or as `setName`.
    """
    if len(arguments) == 1 and is_method:
        setter = SETTER.fullmatch(last)
        if setter:
            yield setter[1][:1].lower() + setter[1][1:], arguments[0]
        elif in_chain and BUILDER.fullmatch(last):
            yield last, arguments[0]
        return
    names, values = arguments[::2], arguments[1::2]
    known = PUTTING if len(arguments) == 2 else ALTERNATING
    if len(names) == len(values) and known.fullmatch(last) and all(map(is_name, names)):
        yield from zip(map(str, names), values, strict=True)


class Assignments:
    """The objects that get their members one by one, by the name under which code knows them."""

    def __init__(self, nodes: list[Node]) -> None:
        self._nodes = nodes
        self._known: dict[str, Node] = {}

    def begin(self, name: str | None = None) -> Node:
        """Return a new object; under a name, it takes the place of the earlier one."""
        node = Node(call=ASSIGNED)
        self._nodes.append(node)
        if name is not None:
            self._known[name] = node
        return node

    def set_aside(self, pairs: Node | None = None) -> Node | None:
        """Return the object that pairs have built, and go on with another one, or anew."""
        built = self._known.pop("", None)
        if pairs is not None:
            self._known[""] = pairs
        return built

    def find(self, name: str) -> Node | None:
        """Return the object of that name."""
        return self._known.get(name)

    def taking(self, owner: str, member: str) -> Node:
        """Return the object of a name; a new one where it has the member already."""
        node = self._known.get(owner)
        return self.begin(owner) if node is None or member in node.members else node

    def keep(self, node: Node, name: str, value: Value) -> None:
        """Give a member to an object; a built object learns whose member it is."""
        inner = value
        if isinstance(value, Unknown):
            inner = value.built or self.find(value.name) or value
        if isinstance(inner, Node) and inner is not node and inner.owner is None:
            inner.key, inner.owner = name, node
        node.members[name] = inner
