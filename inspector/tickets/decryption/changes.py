"""What was changed to open a ticket: repairs, warnings, proposals and the values used."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from inspector.findings import Finding, Severity
from inspector.tickets.decryption.base64_text import decode_loosely, encode
from inspector.tickets.decryption.repair import Change, Reading, clean
from inspector.tickets.decryption.search import first_block
from inspector.tickets.decryption.search.data_slips import fixes_block, fixes_first_block
from inspector.tickets.decryption.search.pasted import Pasted
from inspector.tickets.decryption.search.proof import Opened, is_proof
from inspector.tickets.decryption.search.solution import Solution
from inspector.tickets.fields import BLOCK, MAIN_FIELDS
from inspector.tickets.ticket import Ticket
from inspector.tickets.verdict import Proposal, Repair

MOST_FIXED: Final = 3
"""Corrupt blocks in which a single wrong character is looked for."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What was changed on the way to a verdict, and what a reader must know of it."""

    repaired: Ticket
    repairs: tuple[Repair, ...]
    findings: tuple[Finding, ...]
    proposals: tuple[Proposal, ...]


def collect(ticket: Ticket, pasted: Mapping[str, Pasted], solution: Solution) -> Changes:
    """Return what was changed for a solution, and the ticket with the values it used."""
    values = {"session_key": solution.key, "iv": solution.iv, "encryptedData": solution.data}
    repaired, side_repairs = _beside(ticket)
    repairs: list[Repair] = []
    for role, reading in values.items():
        if reading is None or _is_supposed(reading, solution):
            continue
        source = solution.sources.get(role, role)
        if role == "session_key" and solution.key_from == "known":
            source = ""
        repaired = repaired.with_field(role, reading.text)
        repairs += [_repair(change, source) for change in _worth(reading, solution) if source]
    if solution.is_swapped:
        repaired = _without_moved(repaired, pasted, solution)
        repairs += [
            Repair("fields_swapped", name, 1)
            for role, name in solution.sources.items()
            if role != name
        ]
    if solution.legacy and solution.key is not None:
        repaired = repaired.with_field("iv", solution.key.text)
    repairs += side_repairs
    findings = [_warning(repair) for repair in repairs]
    findings += _about_origin(solution, pasted)
    return Changes(
        repaired, tuple(repairs), tuple(findings), _proposals(ticket, repaired, solution, repairs)
    )


def without(changed: Changes, ticket: Ticket, fields: Collection[str | None]) -> Changes:
    """Return it without the changes of fields that hold something else, which stay as pasted."""
    repaired = changed.repaired
    for role in MAIN_FIELDS:
        if role in fields:
            repaired = repaired.with_field(role, ticket.field(role))
    repairs = tuple(each for each in changed.repairs if each.field not in fields)
    findings = tuple(each for each in changed.findings if each.field not in fields)
    return replace(changed, repaired=repaired, repairs=repairs, findings=findings)


def _repair(change: Change, source: str) -> Repair:
    return Repair(change.code, source, change.count, change.places)


def _worth(reading: Reading, solution: Solution) -> tuple[Change, ...]:
    """Return the changes to tell: that `=` is missing says nothing of data that is cut anyway."""
    if solution.opened or solution.no_payload or reading is not solution.data:
        return reading.changes
    return tuple(change for change in reading.changes if change.code != "padding_restored")


def _is_supposed(reading: Reading, solution: Solution) -> bool:
    """Say whether a `+` is put back that left no trace and that nothing proves."""
    proved = solution.opened or solution.no_payload or is_proof(solution.bits)
    return not proved and any(change.code == "plus_restored" for change in reading.changes)


def _warning(repair: Repair) -> Finding:
    parameters = {"count": repair.count}
    return Finding(repair.code, Severity.WARNING, repair.field, parameters)


def _about_origin(solution: Solution, pasted: Mapping[str, Pasted]) -> list[Finding]:
    """Return what is to be said of an iv or key that was not pasted in its field."""
    findings = []
    if solution.legacy and solution.opened is not None:
        findings.append(
            Finding("legacy_iv", Severity.INFO if "iv" not in pasted else Severity.WARNING, "iv")
        )
    if solution.key_from == "known":
        findings.append(Finding("known_key", Severity.WARNING, "session_key"))
    if solution.opened is not None:
        findings += _about_first_block(solution, solution.opened)
    return findings


def _about_first_block(solution: Solution, opened: Opened) -> Iterator[Finding]:
    """Tell what rests on the iv alone and is in doubt."""
    if solution.equal_ivs:
        yield Finding("iv_undecided", Severity.WARNING, "iv", {"count": solution.equal_ivs})
    name = first_block.unproved_id(opened.text)
    if name is not None:
        yield Finding("id_unproved", Severity.WARNING, "iv", {"name": name})


def _without_moved(repaired: Ticket, pasted: Mapping[str, Pasted], solution: Solution) -> Ticket:
    """Clear the fields whose values belong elsewhere and that nothing came into."""
    for name in pasted:
        if name not in solution.sources:
            repaired = repaired.with_field(name, None)
    return repaired


def _beside(ticket: Ticket) -> tuple[Ticket, list[Repair]]:
    """Clean the app id and the signature, which are plain words."""
    repairs: list[Repair] = []
    for name in ("appid", "signature"):
        text = ticket.field(name)
        if not text or len(text) > 1000 or (text.isalnum() and text.isascii()):
            continue
        marked = clean(text)[0]
        bare = "".join(marked.text.split())
        if not (bare.isalnum() and bare.isascii()):
            continue
        if bare != text.strip():
            repairs += [_repair(change, name) for change in marked.changes]
        ticket = ticket.with_field(name, bare)
    return ticket, repairs


def _proposals(
    ticket: Ticket, repaired: Ticket, solution: Solution, repairs: Iterable[Repair]
) -> tuple[Proposal, ...]:
    """Return what may be accepted: all fields as they were used, then each other iv."""
    others = [
        Proposal("typo_corrected", {"iv": iv.text}, _opens(solution)) for iv in solution.other_ivs
    ]
    used = _proposal_of_used(ticket, repaired, solution, repairs)
    return (used, *others) if used else tuple(others)


def _proposal_of_used(
    ticket: Ticket, repaired: Ticket, solution: Solution, repairs: Iterable[Repair]
) -> Proposal | None:
    """Return one proposal for all fields whose value would change, with what proves it."""
    changed = {
        name: repaired.field(name)
        for name in MAIN_FIELDS
        if repaired.field(name) != ticket.field(name)
    }
    if solution.legacy:
        changed.pop("iv", None)
    corrected = solution.is_swapped or solution.key_from != "pasted"
    if not changed or not (solution.opened or (corrected and is_proof(solution.bits))):
        return None
    codes = [repair.code for repair in repairs]
    if solution.key_from == "known":
        codes.insert(0, "known_key")
    ranked = [c for c in ("known_key", "fields_swapped", "typo_corrected") if c in codes]
    proof = _opens(solution) if solution.opened else _proof("proof_readable", solution)
    return Proposal((ranked or codes or ["padding_restored"])[0], changed, proof)


def _opens(solution: Solution) -> Finding:
    return _proof("proof_opens", solution)


def _proof(code: str, solution: Solution) -> Finding:
    """Return the finding that says why a proposal is believed."""
    size = len(solution.data.data) // BLOCK if solution.data else 0
    return Finding(code, Severity.INFO, "encryptedData", {"count": size})


def data_proposals(solution: Solution, findings: Iterable[Finding]) -> tuple[Proposal, ...]:
    """Propose the data with its wrong character corrected, one for each corrupt block."""
    corrupt = next((f.parameters for f in findings if f.code == "data_damaged"), None)
    if corrupt is None or solution.skip or solution.data is None:
        return ()
    first = corrupt.get("first")
    count = corrupt.get("count")
    if not isinstance(first, int) or not isinstance(count, int) or count > MOST_FIXED:
        return ()
    index = first // BLOCK
    fixed = fixes_first_block(solution) if index == 0 else fixes_block(solution, index)
    if fixed is None or len(fixed) % 4 == 1:
        return ()
    proof = Finding("proof_readable", Severity.INFO, "encryptedData", {"count": index + 1})
    return (Proposal("typo_corrected", {"encryptedData": encode(decode_loosely(fixed))}, proof),)
