"""Groups: the fields that belong to one ticket, found by where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from inspector.tickets.capture.scanning.likeness import is_better, same
from inspector.tickets.capture.scanning.nesting import Scope
from inspector.tickets.capture.scanning.sightings import Sighting, Trust
from inspector.tickets.fields import MAIN_FIELDS

_NEAR: Final = 4
"""Groups before and after a weak one that may take it in."""


@dataclass(slots=True, eq=False)
class Group:
    """Some or all fields of one ticket."""

    fields: dict[str, Sighting] = field(default_factory=dict)
    handles: list[Sighting] = field(default_factory=list)
    """The elements of a `shareTickets` array."""
    scopes: dict[str, Scope] = field(default_factory=dict)
    """Where each field stands; none for one that was given to it from afar."""

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

    @property
    def is_whole(self) -> bool:
        """Whether key, iv and data are there."""
        return all(name in self.fields for name in MAIN_FIELDS)

    @property
    def is_weak(self) -> bool:
        """Whether none of its fields has a name that means nothing else."""
        named = Trust.NAMED
        return not self.handles and all(s.trust is not named for s in self.fields.values())

    @property
    def spread(self) -> int:
        """How far its main fields stand apart."""
        starts = [self.fields[name].start for name in MAIN_FIELDS if name in self.fields]
        return max(starts, default=0) - min(starts, default=0)

    def missing(self, name: str) -> bool:
        """Tell whether a field is not there."""
        return name not in self.fields

    def has_any(self, sightings: Iterable[Sighting]) -> bool:
        """Tell whether some of these very fields are among its own."""
        return any(self.fields.get(sighting.field) is sighting for sighting in sightings)

    def value(self, name: str) -> str | None:
        """Return a field's value, or None."""
        sighting = self.fields.get(name)
        return sighting.value if sighting else None

    def is_explicit(self, name: str) -> bool:
        """Tell whether brackets hold a field and the data together, and no second ticket."""
        scope = self.scopes.get("encryptedData")
        together = scope is not None and scope is self.scopes.get(name)
        return together and scope is not None and scope.is_explicit and not scope.is_crowded

    def holds_together(self, name: str, other: str) -> bool:
        """Tell whether two fields are there and stand in one structure or paragraph."""
        one, two = self.scopes.get(name), self.scopes.get(other)
        return one is not None and two is not None and one.is_beside(two)

    @property
    def inherits_app_id(self) -> bool:
        """Whether its app id stands outside the structure or paragraph that holds its data."""
        place, data = self.scopes.get("appid"), self.scopes.get("encryptedData")
        if self.missing("appid") or (place and data and place.holds(data)):
            return False
        beside = (self.scopes.get(name) for name in ("session_key", "iv"))
        if not place or not data or place.is_explicit or (data.is_explicit and data in beside):
            return True
        return place.paragraph() is not data.paragraph()

    def take(self, sighting: Sighting, scope: Scope | None) -> bool:
        """Add a field; False when another value of it stands here already."""
        if sighting.listed and sighting.field == "shareTicket":
            self.handles.append(sighting)
            return True
        own = self.fields.get(sighting.field)
        if own is not None and not same(own.value, sighting.value):
            return False
        if own is None or sighting.trust > own.trust or is_better(sighting, own):
            self._set(sighting, scope)
        return True

    def give(self, sighting: Sighting) -> None:
        """Set a field to a value that stands elsewhere."""
        self._set(sighting, None)

    def drop(self, name: str) -> None:
        """Take a field away."""
        del self.fields[name]
        self.scopes.pop(name, None)

    def _set(self, sighting: Sighting, scope: Scope | None) -> None:
        self.fields[sighting.field] = sighting
        if scope is None:
            self.scopes.pop(sighting.field, None)
        else:
            self.scopes[sighting.field] = scope

    def joins(self, other: Group) -> bool:
        """Tell whether two groups can be one: no field has two values."""
        if self.handles and other.handles:
            return False
        return all(
            same(self.fields[name].value, sighting.value)
            for name, sighting in other.fields.items()
            if name in self.fields
        )

    def absorb(self, other: Group) -> None:
        """Take over all fields of another group."""
        for name, sighting in other.fields.items():
            self.take(sighting, other.scopes.get(name))
        self.handles.extend(other.handles)

    def copy(self) -> Group:
        """Return a group with the same fields."""
        return Group(dict(self.fields), list(self.handles), dict(self.scopes))


def local_groups(
    sightings: Sequence[Sighting], scopes: Sequence[Scope]
) -> list[tuple[Scope, Group]]:
    """Group the fields that stand in the same innermost scope; one repeated begins anew."""
    here: dict[int, tuple[Scope, list[Group]]] = {}
    for sighting, scope in zip(sightings, scopes, strict=True):
        singles = here.setdefault(id(scope), (scope, []))[1]
        if not (sighting.listed and singles and singles[-1].handles):
            singles.append(Group())
        singles[-1].take(sighting, scope)
    local: list[tuple[Scope, Group]] = []
    for scope, singles in here.values():
        merged = _merged(singles)
        named = [group for group in merged if not group.is_weak]
        scope.is_crowded = sum(any(n in g.fields for n in MAIN_FIELDS) for g in named) > 1
        local += [(scope, group) for group in merged]
    return local


def merge_upward(
    groups: Iterable[tuple[Scope, Group]], tree: Sequence[Scope], *, apart: bool = False
) -> list[Group]:
    """Join groups that complete each other, the nearest relatives first.

    With `apart` the frames stay apart from each other, as the rows of a table.
    """
    waiting: dict[int, list[Group]] = {}
    for scope, group in groups:
        waiting.setdefault(id(scope), []).append(group)
    finished: list[Group] = []
    for scope in reversed(tree):
        here = waiting.pop(id(scope), None)
        if not here:
            continue
        merged = _merged(sorted(here, key=_start))
        if scope.parent is None or (apart and scope.kind == "frame"):
            finished.extend(merged)
        else:
            waiting.setdefault(id(scope.parent), []).extend(merged)
    return sorted(finished, key=_start)


def _merged(groups: Sequence[Group]) -> list[Group]:
    """Join neighbours, those with weak names in the way that gives more whole tickets."""
    weak = [group for group in groups if group.is_weak]
    if not weak or len(groups) == 1:
        return _joined(groups)
    alike = _joined([group.copy() for group in groups])
    after = _filled(_joined([group for group in groups if not group.is_weak]), _joined(weak))
    return max(after, alike, key=_order)


def _order(groups: Sequence[Group]) -> tuple[int, int, int]:
    """Weigh a grouping: by whole tickets, the better names in them, and how near fields stand."""
    whole = [group for group in groups if group.is_whole]
    named = sum(s.trust is Trust.NAMED for group in whole for s in group.fields.values())
    return len(whole), named, -sum(group.spread for group in whole)


def _joined(groups: Sequence[Group]) -> list[Group]:
    """Join neighbours as long as no field gets two values."""
    joined: list[Group] = []
    for group in groups:
        if joined and joined[-1].joins(group):
            joined[-1].absorb(group)
        else:
            joined.append(group)
    return joined


def _filled(groups: list[Group], weak: Sequence[Group]) -> list[Group]:
    """Give weak groups to the nearest ones that miss all that they have; the others stay apart."""
    apart: list[Group] = []
    for group in weak:
        at = bisect_left(groups, group.start, key=_start)
        near = groups[max(0, at - _NEAR) : at + _NEAR]
        fitting = [each for each in near if not each.fields.keys() & group.fields.keys()]
        if fitting:
            min(fitting, key=lambda each: abs(each.start - group.start)).absorb(group)
        else:
            apart.append(group)
    return sorted([*groups, *apart], key=_start)


def _start(group: Group) -> int:
    return group.start
