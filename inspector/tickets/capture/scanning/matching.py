"""Giving groups what they miss: by what decrypts, and only then by what stands near."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import Final

from inspector.tickets.capture.scanning.groups import Group
from inspector.tickets.capture.scanning.shapes import Shape, is_worded, shape
from inspector.tickets.capture.scanning.sightings import Sighting, Trust
from inspector.tickets.capture.scanning.trial_decryption import TrialDecryption

_TRIALS: Final = 400
"""Values of one field that are tried on one group, the nearest first."""
_BESIDE: Final = 80
"""Characters between a field and one beside it."""
_NEAR: Final = 4
"""Keys before and after data that may be meant for it without opening it."""
_MOST_UNNAMED: Final = 200
"""Values that may be data of no group, before no more are looked at."""
_NEAR_UNNAMED: Final = 60
"""Values around each of them that are tried as its key."""
_TWO_BLOCKS: Final = 44
"""Characters of base64 that hold two blocks."""
_ALL_TRIALS: Final = 100_000
"""Trials for a whole text; beyond it only nearness speaks."""
_ALL_LOOKS: Final = 10 * _ALL_TRIALS
"""Values that are looked at for them, the same one at each of its places."""


class Matcher:
    """Completes groups from the fields and unnamed tokens of the same text."""

    def __init__(self, trial: TrialDecryption) -> None:
        self._trial = trial
        self._left = _ALL_TRIALS
        self._looks = _ALL_LOOKS

    def is_doubtful(self, group: Group) -> bool:
        """Tell whether nearness alone gave a group its key, which opens nothing."""
        key, data = group.value("session_key"), group.value("encryptedData")
        if key is None or data is None or group.is_explicit("session_key"):
            return False
        return not self._trial.key_fits(key, data)

    def assign_keys(self, groups: Sequence[Group], keys: Sequence[Sighting]) -> None:
        """Give each group the key that opens its data, where it has none that does.

        A wrong key that brackets hold together with the data stays: it is what was used.
        """
        for group in groups:
            data = group.value("encryptedData")
            if data and (group.missing("session_key") or self.is_doubtful(group)):
                self._give(group, "session_key", keys, data)

    def _give(self, group: Group, name: str, found: Sequence[Sighting], data: str) -> None:
        for sighting in self._nearest(found, group.start):
            if self._trial.key_fits(sighting.value, data):
                group.give(_as(sighting, name))
                return

    def assign_ivs(self, groups: Sequence[Group], ivs: Sequence[Sighting]) -> None:
        """Give each group that its key opens the iv that opens its first block, likewise."""
        for group in groups:
            data, key = group.value("encryptedData"), group.value("session_key")
            if data is None or key is None or group.is_explicit("iv"):
                continue
            own = group.fields.get("iv")
            if own is not None and not self._trial.key_fits(key, data):
                continue
            known = () if own is None else (own,)
            found = self._trial.fitting_iv(key, chain(known, self._nearest(ivs, group.start)), data)
            if found is not None and found is not own:
                group.give(_as(found, "iv"))

    def odd_values(self, groups: Sequence[Group], odd: Sequence[Sighting]) -> None:
        """Give groups without a field what stands under its name beside them, whatever it is."""
        fields = sorted((s for g in groups for s in g.fields.values()), key=_start)
        for value in odd:
            at = bisect_left(fields, value.start, key=_start)
            beside = fields[max(0, at - 1) : at + 1]
            near = [s for s in beside if max(s.start - value.end, value.start - s.end) < _BESIDE]
            group = next((g for g in groups if g.missing(value.field) and g.has_any(near)), None)
            other = "iv" if value.field == "encryptedData" else "encryptedData"
            given = group.value(other) if group else None
            if group and given and not is_worded(given):
                group.give(_as(value, value.field))

    def assign_data(self, groups: Sequence[Group], tokens: Sequence[Sighting]) -> None:
        """Give each group that has a key but no data the data that its key opens."""
        for group in groups:
            key = group.value("session_key")
            if key is None or not group.missing("encryptedData"):
                continue
            for token in self._nearest(tokens, group.start):
                if self._trial.key_fits(key, token.value):
                    group.give(_as(token, "encryptedData"))
                    break

    def unnamed(
        self,
        groups: Sequence[Group],
        data: Sequence[Sighting],
        keys: Sequence[Sighting],
        ivs: Sequence[Sighting],
    ) -> list[Group]:
        """Return a group for each data that no group has and that one of the nearest keys opens.

        Where its iv is a group by itself, it becomes that one. Nothing names the data: of two
        blocks only what an iv opens, too, is believed.
        """
        owned = {group.value("encryptedData") for group in groups}
        alone = {g.start: g for g in groups if [*g.fields] == ["iv"]}
        found: list[Group] = []
        for token in [each for each in data if each.value not in owned][:_MOST_UNNAMED]:
            near = islice(self._nearest(keys, token.start), _NEAR_UNNAMED)
            key = next((k for k in near if self._trial.key_fits(k.value, token.value)), None)
            if key is None:
                continue
            near = islice(self._nearest(ivs, token.start), _NEAR_UNNAMED)
            iv = self._trial.fitting_iv(key.value, near, token.value)
            if iv is None and len(token.value) <= _TWO_BLOCKS:
                continue
            group = alone.pop(iv.start, None) if iv else None
            if group is None:
                group = Group()
                found.append(group)
            for name, sighting in (("encryptedData", token), ("session_key", key), ("iv", iv)):
                if sighting is not None and group.missing(name):
                    group.give(_as(sighting, name))
            owned.add(token.value)
        return found

    def nearest_keys(self, groups: Sequence[Group], keys: Sequence[Sighting]) -> None:
        """Give what is still without a key the last one before it, or else the first after it.

        A key that opens other data belongs there: whole data that it does not open misses a key,
        also where the key stands above both, for a login renews it.
        """
        ordered = sorted(keys, key=_start)
        opening = self._opening(groups)
        for group in groups:
            key, data = group.fields.get("session_key"), group.value("encryptedData")
            if data is None:
                continue
            if key is not None and key.value in opening and self._is_foreign(key, group):
                group.drop("session_key")
                key = None
            if key is None:
                middle = bisect_left(ordered, group.start, key=_start)
                near = [*ordered[max(0, middle - _NEAR) : middle][::-1]]
                near += ordered[middle : middle + _NEAR]
                free = (k for k in near if k.value not in opening or not self._is_foreign(k, group))
                found = next(free, None)
                if found:
                    group.give(_as(found, "session_key"))

    def _opening(self, groups: Sequence[Group]) -> set[str]:
        """Return the keys that open the data of their groups."""
        pairs = ((group.value("session_key"), group.value("encryptedData")) for group in groups)
        return {key for key, data in pairs if key and data and self._trial.key_fits(key, data)}

    def _is_foreign(self, key: Sighting, group: Group) -> bool:
        """Tell whether a key that opens other data cannot be meant for this, too."""
        data = group.value("encryptedData") or ""
        if self._trial.key_fits(key.value, data) or group.is_explicit("session_key"):
            return False
        return shape("encryptedData", data) is Shape.WHOLE

    def _nearest(self, found: Sequence[Sighting], start: int) -> Iterable[Sighting]:
        """Yield values once each, those before the group first, the nearest of them first."""
        middle = bisect_left(found, start, key=_start)
        seen: set[str] = set()
        for index in chain(range(middle - 1, -1, -1), range(middle, len(found))):
            if self._left <= 0 or self._looks <= 0 or len(seen) >= _TRIALS:
                return
            self._looks -= 1
            sighting = found[index]
            if sighting.value not in seen:
                seen.add(sighting.value)
                self._left -= 1
                yield sighting


def _start(sighting: Sighting) -> int:
    return sighting.start


def _as(sighting: Sighting, name: str) -> Sighting:
    return replace(sighting, field=name, trust=Trust.NAMED)


def give_app_ids(groups: Sequence[Group], app_ids: Sequence[Sighting]) -> None:
    """Give every ticket the app id when the text names only one."""
    if len({sighting.value for sighting in app_ids}) != 1:
        return
    for group in groups:
        if not group.missing("encryptedData") and group.missing("appid"):
            group.give(app_ids[0])


def spread_handles(groups: Sequence[Group]) -> list[Group]:
    """Give the handles of an array to the results that follow; the others stay by themselves."""
    waiting: list[Sighting] = []
    spread: list[Group] = []
    for group in sorted(groups, key=_first):
        if group.handles:
            spread.extend(_of_handle(handle) for handle in waiting)
            own = group.value("shareTicket")
            others = {handle.value: handle for handle in group.handles if handle.value != own}
            waiting = list(others.values())
            group.handles = []
        if group.fields:
            if waiting and group.missing("shareTicket") and not group.missing("encryptedData"):
                group.give(waiting.pop(0))
            spread.append(group)
    spread.extend(_of_handle(handle) for handle in waiting)
    known = {g.value("shareTicket") for g in spread if len(g.fields) > 1}
    return [g for g in spread if len(g.fields) > 1 or g.value("shareTicket") not in known]


def _first(group: Group) -> int:
    return min((s.start for s in [*group.handles, *group.fields.values()]), default=0)


def _of_handle(handle: Sighting) -> Group:
    group = Group()
    group.give(handle)
    return group
