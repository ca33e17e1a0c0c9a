"""From what a reader saw to tickets: group, complete, drop what is no ticket, label."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from inspector.tickets.capture.capture import Capture, Span
from inspector.tickets.capture.scanning import matching
from inspector.tickets.capture.scanning.groups import Group, local_groups, merge_upward
from inspector.tickets.capture.scanning.labels import labels_of
from inspector.tickets.capture.scanning.matching import Matcher
from inspector.tickets.capture.scanning.nesting import scopes
from inspector.tickets.capture.scanning.shapes import Shape, shape
from inspector.tickets.capture.scanning.sightings import LABEL, Scan, Sighting, Trust
from inspector.tickets.capture.scanning.tokens import LONG, SHORT
from inspector.tickets.capture.scanning.trial_decryption import TrialDecryption
from inspector.tickets.fields import MAIN_FIELDS
from inspector.tickets.ticket import ATTRIBUTES, Ticket

Tokens = Callable[[], Sequence[Sighting]]
"""Gives the unnamed tokens of the text; asked only when something is lacking."""


def assemble(text: str, reading: Scan, unnamed: Tokens) -> Capture:
    """Return the tickets of a reading, in the order of the text, and where their fields stand."""
    sightings = _trusted(reading.sightings)
    trial = TrialDecryption()
    groups = _grouped(text, reading, sightings, trial)
    if not reading.rows:
        _complete(groups, sightings, Matcher(trial), unnamed)
        matching.one_app_id(groups, [s for s in sightings if s.field == "appid"])
        groups = _without_copies(groups)
    groups = matching.spread_handles([g for g in groups if _is_ticket(g, trial)])
    if not reading.rows:
        groups = _without_leftovers(groups)
    groups = sorted(groups, key=lambda group: group.start)
    return _capture(groups, labels_of(text, groups, reading.frames))


def _trusted(sightings: Sequence[Sighting]) -> list[Sighting]:
    """Drop fields with a weak name where a better name for the same field is in the text."""
    named = {s.field for s in sightings if s.trust is Trust.NAMED}
    return [s for s in sightings if s.trust is Trust.NAMED or s.field not in named]


def _grouped(
    text: str, reading: Scan, sightings: Sequence[Sighting], trial: TrialDecryption
) -> list[Group]:
    tree, innermost = scopes(text, sightings, reading.frames)
    groups = local_groups(sightings, innermost)
    matcher = Matcher(trial)
    for name, assign in (("session_key", matcher.assign_keys), ("iv", matcher.assign_ivs)):
        found = [s for s in sightings if s.field == name]
        if len({sighting.value for sighting in found}) > 1:
            assign(groups, found)
    return merge_upward(groups, tree, apart=reading.rows)


def _complete(
    groups: list[Group], sightings: Sequence[Sighting], matcher: Matcher, unnamed: Tokens
) -> None:
    """Give groups what they lack, from named fields first and then from unnamed tokens."""
    if not any(_incomplete(group) for group in groups):
        return
    named = {name: [s for s in sightings if s.field == name] for name in MAIN_FIELDS}
    matcher.assign_keys(groups, named["session_key"])
    matcher.assign_ivs(groups, named["iv"])
    if any(_incomplete(group) for group in groups):
        tokens = unnamed()
        short = [token for token in tokens if token.field == SHORT]
        matcher.assign_data(groups, [token for token in tokens if token.field == LONG])
        matcher.assign_keys(groups, short)
        matcher.assign_ivs(groups, short)
    matching.nearest_keys(groups, named["session_key"])


def _incomplete(group: Group) -> bool:
    given = [name for name in MAIN_FIELDS if name in group.fields]
    return 0 < len(given) < len(MAIN_FIELDS)


def _without_copies(groups: Sequence[Group]) -> list[Group]:
    """Make one of groups that say the same ticket again, such as a preview and its expansion."""
    kept: dict[str, list[Group]] = {}
    result: list[Group] = []
    for group in groups:
        mark = (group.value("iv") or "")[:8] + "/" + (group.value("encryptedData") or "")[:8]
        twins = kept.setdefault(mark, [])
        twin = next((t for t in twins[-8:] if mark != "/" and t.joins(group)), None)
        if twin and not group.missing("encryptedData"):
            twin.absorb(group)
        else:
            twins.append(group)
            result.append(group)
    return result


def _is_ticket(group: Group, trial: TrialDecryption) -> bool:
    """Tell a ticket from fields that only happen to have a name like its fields."""
    if group.handles or not group.missing("shareTicket"):
        return True
    main = [group.fields[name] for name in MAIN_FIELDS if name in group.fields]
    if [s.field for s in main] == ["iv"] and shape("iv", main[0].value) is not Shape.WHOLE:
        return False
    if any(sighting.trust is Trust.NAMED for sighting in main):
        return True
    key, data = group.value("session_key"), group.value("encryptedData")
    return key is not None and data is not None and trial.key_fits(key, data)


def _without_leftovers(groups: Sequence[Group]) -> list[Group]:
    """Drop keys and ivs that no data took, where the text holds data."""
    if all(group.missing("encryptedData") for group in groups):
        return list(groups)
    return [
        group
        for group in groups
        if not group.missing("encryptedData") or not group.missing("shareTicket")
    ]


def _capture(groups: Sequence[Group], labels: Sequence[str | None]) -> Capture:
    tickets = tuple(
        Ticket(
            **{attribute: group.value(wire) for wire, attribute in ATTRIBUTES.items()}, label=label
        )
        for group, label in zip(groups, labels, strict=True)
    )
    spans = [
        Span(index, name, sighting.start, sighting.end)
        for index, group in enumerate(groups)
        for name, sighting in group.fields.items()
        if name != LABEL
    ]
    return Capture(tickets, spans=tuple(sorted(spans, key=lambda s: (s.start, s.end, s.ticket))))
