"""What source code spells: texts with blanks, objects, and values that only a run would know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from inspector.share_paths.blanks import blank


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that comes from a variable or a call."""

    name: str
    """What the blank for it is called: `item.id`."""
    built: Node | None = field(default=None, compare=False)
    """The object that a chain of calls built, where it did."""


class Absent:
    """`undefined`, or what could not be read at all."""


ABSENT: Final = Absent()

Value = object
"""A `str` (which may hold blanks), an `int`, a `bool`, None for null, `ABSENT`, an `Unknown`,
a `Node`, or a list of values."""


class Growing(str):
    """A text to which calls add: `new StringBuilder()`."""

    glue = ""
    """What stands between two that are added: `new StringJoiner("&")`."""
    is_sure = True
    """False where only a call that adds was seen: it may be a list that gets other paths, too."""

    def grown(self, text: str) -> Growing:
        """Return what comes of it once this text is added."""
        more = Growing(text)
        more.glue, more.is_sure = self.glue, self.is_sure
        return more

    def takes(self, added: Value) -> bool:
        """Tell whether what is added goes on with it, and begins nothing of its own."""
        is_open = self[-1:] in ("=", "&", "?")
        return self.is_sure or is_open or (isinstance(added, str) and added[:1] in ("&", "?"))


@dataclass(slots=True, eq=False)
class Node:
    """An object, the attributes of a tag, or the members that stand together in a text."""

    members: dict[str, Value] = field(default_factory=dict)
    call: str = ""
    """The function whose argument it is: `wx.navigateTo`; the name of a tag: `<navigator`;
    `=` for members that were assigned, `(` for a body of code."""
    key: str = ""
    """The member of `owner` whose value it is, or in whose list it stands."""
    owner: Node | None = None
    number: int = 0
    """Its place in that list, from 0."""
    count: int = 1
    """How many objects the list holds."""
    first: str = ""
    """The first argument of the call, where that is a text."""
    texts: tuple[str, ...] = ()
    """All arguments of the call that are texts, in order."""

    def text(self, *names: str) -> str | None:
        """Return the first of some members that is a text, with blanks where it is not known."""
        for name in names:
            value = self.members.get(name)
            if isinstance(value, str):
                return value
            if isinstance(value, Unknown):
                return blank(value.name)
        return None

    def decapitalised(self) -> Node:
        """Return the node with the names that Go and C# begin with a capital written small."""
        members = {_small(name): value for name, value in self.members.items()}
        return replace(self, members=members, key=_small(self.key))

    def has(self, name: str) -> bool:
        """Tell whether there is a member of that name with a value."""
        return not isinstance(self.members.get(name, ABSENT), Absent)


def _small(name: str) -> str:
    return name[:1].lower() + name[1:]


def as_text(value: Value) -> str | None:
    """Return a simple value as JavaScript joins it to a text; None for an object or a list."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Unknown):
        return blank(value.name)
    return "" if value is None or isinstance(value, Absent) else None


def pairs(members: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    """Yield name and text of the simple members."""
    for name, value in members.items():
        text = None if isinstance(value, Absent) or value is None else as_text(value)
        if text is not None:
            yield name, text
