"""Giving groups what they lack: by what decrypts, and only then by what stands near."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

from inspector.tickets.capture.scanning.groups import Group
from inspector.tickets.capture.scanning.sightings import Sighting, Trust
from inspector.tickets.capture.scanning.trial_decryption import TrialDecryption

_TRIALS: Final = 400
"""Values of one field that are tried on one group, the nearest first."""
_ALL_TRIALS: Final = 100_000
"""Trials for a whole text; beyond it only nearness speaks."""


class Matcher:
    """Completes groups from the fields and unnamed tokens of the same text."""

    def __init__(self, trial: TrialDecryption) -> None:
        self._proof = trial
        self._left = _ALL_TRIALS

    def assign_keys(self, groups: Sequence[Group], keys: Sequence[Sighting]) -> None:
        """Give each group without a key the one that opens its data."""
        for group in groups:
            data = group.value("encryptedData")
            if data is not None and group.missing("session_key"):
                self._give(group, "session_key", keys, data)

    def assign_ivs(self, groups: Sequence[Group], ivs: Sequence[Sighting]) -> None:
        """Give each group without an iv the one that opens its first block."""
        for group in groups:
            data, key = group.value("encryptedData"), group.value("session_key")
            if data is not None and key is not None and group.missing("iv"):
                for iv in self._nearest(ivs, group.start):
                    if iv.value != key and self._proof.iv_fits(key, iv.value, data):
                        group.fields["iv"] = _as(iv, "iv")
                        break

    def assign_data(self, groups: Sequence[Group], tokens: Sequence[Sighting]) -> None:
        """Give each group that has a key but no data the data that its key opens."""
        for group in groups:
            key = group.value("session_key")
            if key is None or not group.missing("encryptedData"):
                continue
            for token in self._nearest(tokens, group.start):
                if self._proof.key_fits(key, token.value):
                    group.fields["encryptedData"] = _as(token, "encryptedData")
                    break

    def _give(self, group: Group, name: str, found: Sequence[Sighting], data: str) -> None:
        for sighting in self._nearest(found, group.start):
            if self._proof.key_fits(sighting.value, data):
                group.fields[name] = _as(sighting, name)
                return

    def _nearest(self, found: Sequence[Sighting], start: int) -> Iterable[Sighting]:
        """Yield values once each, those before the group first, the nearest of them first."""
        middle = bisect_left(found, start, key=_start)
        seen: set[str] = set()
        for index in chain(range(middle - 1, -1, -1), range(middle, len(found))):
            if self._left <= 0 or len(seen) >= _TRIALS:
                return
            sighting = found[index]
            if sighting.value not in seen:
                seen.add(sighting.value)
                self._left -= 1
                yield sighting


def _start(sighting: Sighting) -> int:
    return sighting.start


def _as(sighting: Sighting, name: str) -> Sighting:
    return Sighting(name, sighting.value, sighting.start, sighting.end, Trust.NAMED)


def nearest_keys(groups: Sequence[Group], keys: Sequence[Sighting]) -> None:
    """Give what is still without a key the last one before it, or else the first after it."""
    ordered = sorted(keys, key=lambda key: key.start)
    for group in groups:
        if group.missing("encryptedData") or not group.missing("session_key") or not ordered:
            continue
        before = bisect_left(ordered, group.start, key=_start)
        group.fields["session_key"] = _as(ordered[max(before - 1, 0)], "session_key")


def one_app_id(groups: Sequence[Group], app_ids: Sequence[Sighting]) -> None:
    """Give every ticket the app id when the text names only one."""
    if len({sighting.value for sighting in app_ids}) != 1:
        return
    for group in groups:
        if not group.missing("encryptedData"):
            group.fields.setdefault("appid", app_ids[0])


def spread_handles(groups: Sequence[Group]) -> list[Group]:
    """Give the handles of an array to the results that follow; the others stay by themselves."""
    waiting: list[Sighting] = []
    spread: list[Group] = []
    for group in sorted(groups, key=_first):
        if group.handles:
            spread.extend(Group({"shareTicket": handle}) for handle in waiting)
            waiting = list(group.handles)
            group.handles = []
        if group.fields:
            if waiting and group.missing("shareTicket") and not group.missing("encryptedData"):
                group.fields["shareTicket"] = waiting.pop(0)
            spread.append(group)
    spread.extend(Group({"shareTicket": handle}) for handle in waiting)
    known = {g.value("shareTicket") for g in spread if len(g.fields) > 1}
    return [g for g in spread if len(g.fields) > 1 or g.value("shareTicket") not in known]


def _first(group: Group) -> int:
    return min((s.start for s in [*group.handles, *group.fields.values()]), default=0)
