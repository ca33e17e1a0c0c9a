"""How payloads begin: what the first 16 bytes of each kind hold, and what can follow them.

A row of `resources/payload_kinds.json` may say it under `beginnings`: the `text` a payload
begins with, the `only` other members it may have, `some` of which it has at least one, and the
form of its first `value`, where that is a text. Of a row that says nothing, it is what its
`fields` allow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any, Final

from inspector import assets
from inspector.tickets.fields import BLOCK
from inspector.tickets.payload.kinds import Kind, kinds

_NOTHING: Final = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Beginning:
    """How a payload of a known kind begins, written compactly."""

    text: str
    """Its first characters, up to a value that nothing is known of."""
    only: frozenset[str] = _NOTHING
    """The other members it may have; empty for any."""
    some: frozenset[str] = _NOTHING
    """Other members of which it has at least one; empty for no such rule."""
    needed: frozenset[str] = _NOTHING
    """Other members of which it has each."""
    value: str = ".*"
    """Form of its first value, a regular expression, where that is a text."""

    @property
    def block(self) -> str:
        """Its first 16 characters, filled up with `x` where a text value has begun."""
        return self.text[:BLOCK].ljust(BLOCK, "x")

    @property
    def follows(self) -> str:
        """What comes next, as far as that is known."""
        return self.text[BLOCK:]

    @property
    def name(self) -> str:
        """Its first name."""
        return self.text.split('"')[1]


@cache
def beginnings() -> tuple[Beginning, ...]:
    """Return how payloads of all known kinds begin."""
    table = assets.table("payload_kinds")
    rows = table["kinds"].items()
    return (
        *map(_beginning, table["beginnings"]),
        *chain.from_iterable(
            map(_beginning, row["beginnings"]) if "beginnings" in row else _allowed(kinds()[name])
            for name, row in rows
        ),
    )


@cache
def later_names() -> frozenset[str]:
    """Return the names that stand behind the first 16 bytes of payloads of known kinds only."""
    table = assets.table("payload_kinds")
    rows = (table, *table["kinds"].values())
    return frozenset(name for row in rows for name in row.get("known_by", ()))


@cache
def text_rests() -> tuple[tuple[re.Pattern[str], int], ...]:
    """Return the form of all that follows in text payloads, and the least length of each."""
    shapes = [shape for kind in kinds().values() for shape in kind.shapes if "rest" in shape]
    return tuple((re.compile(shape["rest"]), shape["least"]) for shape in shapes)


def _beginning(row: Mapping[str, Any]) -> Beginning:
    only, some = frozenset(row.get("only", ())), frozenset(row.get("some", ()))
    return Beginning(row["text"], only, some, value=row.get("value", ".*"))


def _allowed(kind: Kind) -> Iterator[Beginning]:
    """Give the beginnings that the fields of an object allow, in the order of the table."""
    names = tuple(kind.members)
    only = frozenset((*names, "watermark"))
    needed = frozenset(name for name in names if not kind.members[name].optional)
    for at, name in enumerate(names):
        for text in _members(kind, "", (*names[at:], "watermark"), BLOCK - 1):
            yield Beginning("{" + text, only, needed=needed - {name})
        if not kind.members[name].optional:
            return


def _members(kind: Kind, place: str, names: Sequence[str], room: int) -> Iterator[str]:
    """Give what may stand behind `{`, at least `room` characters where there are as many."""
    if not names:
        yield "}"
        return
    lead = f'"{names[0]}":'
    for value in _values(kind, f"{place}/{names[0]}", room - len(lead)):
        if len(lead + value) >= room:
            yield lead + value
        elif not names[1:]:
            yield lead + value + "}"
        else:
            left = room - len(lead + value) - 1
            rests = _members(kind, place, names[1:], left)
            yield from (f"{lead}{value},{rest}" for rest in rests)


def _values(kind: Kind, place: str, room: int) -> Iterator[str]:
    """Give what a value may be written as: whole, or as much as the room shows."""
    known = kind.fields.get(place)
    if room <= 0 or known is None:
        yield ""
        return
    for name in known.types:
        if name == "string":
            yield from ('"' + "x" * length + '"' for length in range(room - 1))
            yield '"' + "x" * (room - 1)
        elif name in ("integer", "number"):
            yield from ("1" * length for length in range(1, room + 1))
        elif name == "boolean":
            yield from ("true", "false")
        elif name == "array":
            yield "[]"
            yield from ("[" + item for item in _values(kind, f"{place}/*", room - 1))
        else:
            inner = [p.removeprefix(f"{place}/") for p in kind.fields if p.startswith(f"{place}/")]
            names = [name for name in inner if "/" not in name]
            yield from ("{" + text for text in _members(kind, place, names, room - 1))
