"""From what a reader saw to tickets: group, complete, drop what is no ticket, label."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from inspector.tickets.capture.capture import Capture, Span
from inspector.tickets.capture.scanning import matching
from inspector.tickets.capture.scanning.groups import Group, local_groups, merge_upward
from inspector.tickets.capture.scanning.labels import labels_of
from inspector.tickets.capture.scanning.matching import Matcher
from inspector.tickets.capture.scanning.nesting import scopes
from inspector.tickets.capture.scanning.shapes import Belief, Shape, is_base64, is_worded, shape
from inspector.tickets.capture.scanning.sightings import LABEL, Scan, Sighting, Trust
from inspector.tickets.capture.scanning.tokens import LONG, SHORT
from inspector.tickets.capture.scanning.trial_decryption import TrialDecryption
from inspector.tickets.fields import MAIN_FIELDS
from inspector.tickets.payload.signature import sign
from inspector.tickets.ticket import ATTRIBUTES, Ticket

Tokens = Callable[[], Sequence[Sighting]]
"""Gives the unnamed tokens of the text; asked only where it names fields."""


def assemble(text: str, scan: Scan, unnamed: Tokens) -> Capture:
    """Return the tickets of a scan, in the order of the text, and where their fields stand."""
    raw = [sighting for sighting in scan.sightings if sighting.field == "rawData"]
    apart = _outside(scan, raw)
    if apart is not scan:
        # What was signed may be all of another ticket: first whether data stands beside it.
        scan = _outside(scan, _signed(_groups(text, apart, unnamed)))
    groups = _groups(text, scan, unnamed)
    return _capture(groups, labels_of(text, groups, scan.frames))


def _outside(scan: Scan, signed: Sequence[Sighting]) -> Scan:
    """Return a scan without what some signed texts, which are sorted, hold."""
    outside = [s for s in scan.sightings if s.field == "rawData" or not _lies_in(s, signed)]
    return scan if len(outside) == len(scan.sightings) else replace(scan, sightings=tuple(outside))


def _signed(groups: Sequence[Group]) -> list[Sighting]:
    """Return the signed texts of tickets whose data stands beside them."""
    found = [g.fields["rawData"] for g in groups if g.holds_together("rawData", "encryptedData")]
    return sorted(found, key=attrgetter("start"))


def _lies_in(sighting: Sighting, others: Sequence[Sighting]) -> bool:
    """Tell whether a sighting stands within one of some others, which are sorted."""
    at = bisect_right(others, sighting.start, key=lambda other: other.start) - 1
    return at >= 0 and sighting.start < others[at].end


def _groups(text: str, scan: Scan, unnamed: Tokens) -> list[Group]:
    """Return the groups of fields that are tickets, in the order of the text."""
    trial = TrialDecryption()
    tree, innermost = scopes(text, scan.sightings, scan.frames)
    matcher = Matcher(trial)
    local = local_groups(scan.sightings, innermost)
    named = {name: [s for s in scan.sightings if s.field == name] for name in MAIN_FIELDS}
    if len(tree) > 1 and not scan.rows:
        _prove([group for _, group in local], named, matcher)
    groups = merge_upward(local, tree, apart=scan.rows)
    if not scan.rows:
        _complete(groups, named, matcher, unnamed)
        matching.give_app_ids(groups, [s for s in scan.sightings if s.field == "appid"])
        groups = _without_copies(groups)
    groups = matching.spread_handles([g for g in groups if _is_ticket(g, trial)])
    if not scan.rows:
        groups = _without_leftovers(groups)
    return sorted(groups, key=lambda group: group.start)


def _prove(
    groups: Sequence[Group], named: Mapping[str, Sequence[Sighting]], matcher: Matcher
) -> None:
    """Give groups the named values that open their data, where the text has a choice."""
    for name, assign in (("session_key", matcher.assign_keys), ("iv", matcher.assign_ivs)):
        if len({sighting.value for sighting in named[name]}) > 1 or len(groups) > 1:
            assign(groups, named[name])


def _complete(
    groups: list[Group],
    named: Mapping[str, Sequence[Sighting]],
    matcher: Matcher,
    unnamed: Tokens,
) -> None:
    """Give groups what they miss, from named fields first and then from unnamed tokens."""
    _prove(groups, named, matcher)
    tokens = unnamed() if groups else ()
    short = [token for token in tokens if token.field == SHORT]
    long = [token for token in tokens if token.field == LONG]
    if any(_incomplete(group) or matcher.is_doubtful(group) for group in groups):
        matcher.assign_data(groups, long)
        matcher.assign_keys(groups, short)
        matcher.assign_ivs(groups, short)
        matcher.odd_values(groups, [token for token in tokens if token.field in MAIN_FIELDS])
    if long:
        keys, ivs = (
            sorted([*short, *named[name]], key=attrgetter("start"))
            for name in ("session_key", "iv")
        )
        groups += matcher.unnamed(groups, long, keys, ivs)
    matcher.nearest_keys(groups, named["session_key"])


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
    if main and all(is_worded(s.value) for s in main):
        return False  # an example of a document, not a ticket
    named = [sighting.field for sighting in main if sighting.trust is Trust.NAMED]
    whole = [s for s in main if shape(s.field, s.value, Belief.UNNAMED) is Shape.WHOLE]
    if named == ["iv"]:
        # Every cipher has an iv: beside a key and data of weak names two must look right.
        iv_and_data = len(main) < len(MAIN_FIELDS) and any(s.field == "iv" for s in whole)
        found = all(is_base64(s.value) for s in main) and (iv_and_data or len(whole) > 1)
    else:
        found = bool(named) or len(whole) == len(MAIN_FIELDS)
    if found:
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


def _value(group: Group, wire: str) -> str | None:
    """Return a field's value; of an object under `rawData` its text where that was signed."""
    sighting = group.fields.get(wire)
    verbatim = sighting.verbatim if sighting else None
    key, signature = group.value("session_key"), group.value("signature")
    if verbatim and key and signature and sign(verbatim, key) == signature.lower():
        return verbatim
    return group.value(wire)


def _capture(groups: Sequence[Group], labels: Sequence[str | None]) -> Capture:
    tickets = tuple(
        Ticket(
            **{attribute: _value(group, wire) for wire, attribute in ATTRIBUTES.items()},
            label=label,
            inherited="appid" if group.inherits_app_id else None,
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
