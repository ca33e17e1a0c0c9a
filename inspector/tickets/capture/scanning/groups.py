"""Groups: the fields that belong to one ticket, found by where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from inspector.tickets.capture.scanning.nesting import Scope
from inspector.tickets.capture.scanning.sightings import Sighting, Trust

_NOISE = re.compile(r"[^A-Za-z0-9]+")
_ELISION = re.compile(r"(?:…|\.{3})+")


def same(one: str, other: str) -> bool:
    """Tell whether two values are one, seen through damage or elided in the middle."""
    if one == other:
        return True
    first, second = _NOISE.sub("", one), _NOISE.sub("", other)
    return first == second or _elides(one, second) or _elides(other, first)


def _elides(short: str, whole: str) -> bool:
    parts = [_NOISE.sub("", part) for part in _ELISION.split(short)]
    if len(parts) < 2 or len(parts[0]) < 8:
        return False
    return whole.startswith(parts[0]) and whole.endswith(parts[-1])


@dataclass(slots=True, eq=False)
class Group:
    """Some or all fields of one ticket."""

    fields: dict[str, Sighting] = field(default_factory=dict)
    handles: list[Sighting] = field(default_factory=list)
    """The elements of a `shareTickets` array."""
    scope: Scope | None = None

    @property
    def start(self) -> int:
        """Where its data stands; without any, its first field; of an array, its element."""
        handle = self.fields.get("shareTicket")
        if handle and handle.listed:
            return handle.start
        for name in ("encryptedData", "iv", "session_key"):
            if name in self.fields:
                return self.fields[name].start
        return min((s.start for s in [*self.fields.values(), *self.handles]), default=0)

    def missing(self, name: str) -> bool:
        """Tell whether a field is not there."""
        return name not in self.fields

    def value(self, name: str) -> str | None:
        """Return a field's value, or None."""
        sighting = self.fields.get(name)
        return sighting.value if sighting else None

    def take(self, sighting: Sighting) -> bool:
        """Add a field; False when another value of it stands here already."""
        if sighting.listed and sighting.field == "shareTicket":
            self.handles.append(sighting)
            return True
        own = self.fields.get(sighting.field)
        if own is None or (sighting.trust > own.trust and own.trust is Trust.WEAK):
            self.fields[sighting.field] = sighting
            return True
        if same(own.value, sighting.value):
            if _better(sighting, own):
                self.fields[sighting.field] = sighting
            return True
        return sighting.trust is Trust.WEAK and own.trust is Trust.NAMED

    def joins(self, other: Group) -> bool:
        """Tell whether two groups can be one: no field has two values."""
        if self.handles and other.handles:
            return False
        return all(
            same(self.fields[name].value, sighting.value)
            or self.fields[name].trust is not sighting.trust
            for name, sighting in other.fields.items()
            if name in self.fields
        )

    def absorb(self, other: Group) -> None:
        """Take over all fields of another group."""
        for sighting in other.fields.values():
            self.take(sighting)
        self.handles.extend(other.handles)


def _better(new: Sighting, old: Sighting) -> bool:
    """Prefer the value that is whole over the one that is elided or damaged."""
    return len(_NOISE.sub("", new.value)) > len(_NOISE.sub("", old.value)) or (
        len(new.value) == len(old.value) and " " in old.value and " " not in new.value
    )


def local_groups(sightings: Sequence[Sighting], scopes: Sequence[Scope]) -> list[Group]:
    """Group the fields that stand in the same innermost scope; one repeated begins anew."""
    current: dict[int, Group] = {}
    groups: list[Group] = []
    for sighting, scope in zip(sightings, scopes, strict=True):
        group = current.get(id(scope))
        if group is None or not group.take(sighting):
            group = Group(scope=scope)
            group.take(sighting)
            groups.append(group)
            current[id(scope)] = group
    return groups


def merge_upward(
    groups: Iterable[Group], tree: Sequence[Scope], *, apart: bool = False
) -> list[Group]:
    """Join groups that complete each other, the nearest relatives first.

    With `apart` the frames stay apart from each other, as the rows of a table.
    """
    waiting: dict[int, list[Group]] = {}
    for group in groups:
        waiting.setdefault(id(group.scope), []).append(group)
    finished: list[Group] = []
    for scope in reversed(tree):
        here = waiting.pop(id(scope), None)
        if not here:
            continue
        merged = merge_sequence(sorted(here, key=lambda group: group.start))
        if scope.parent is None or (apart and scope.kind == "frame"):
            finished.extend(merged)
        else:
            waiting.setdefault(id(scope.parent), []).extend(merged)
    return sorted(finished, key=lambda group: group.start)


def merge_sequence(groups: Sequence[Group]) -> list[Group]:
    """Join neighbours as long as no field gets two values."""
    merged: list[Group] = []
    for group in groups:
        if merged and merged[-1].joins(group):
            merged[-1].absorb(group)
        else:
            merged.append(group)
    return merged
