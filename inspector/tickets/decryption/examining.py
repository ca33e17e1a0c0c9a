"""The long way to a verdict: repairs, searches, and what is wrong where none of them helps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from inspector.findings import Finding, Severity, in_order
from inspector.tickets.decryption import changes, cipher
from inspector.tickets.decryption.context import JudgeContext
from inspector.tickets.decryption.diagnosis import handles, inputs, other_schemes
from inspector.tickets.decryption.diagnosis.partial import corrupts_beginning, read_partly
from inspector.tickets.decryption.diagnosis.salvage import salvage
from inspector.tickets.decryption.search.key_slips import SlippedKeys
from inspector.tickets.decryption.search.pasted import Pasted
from inspector.tickets.decryption.search.proof import is_proof
from inspector.tickets.decryption.search.solution import Solution
from inspector.tickets.decryption.search.unlocking import (
    as_it_stands,
    fields_of,
    fitting_key,
    slip_search,
    unlock,
)
from inspector.tickets.fields import BLOCK, MAIN_FIELDS
from inspector.tickets.ticket import Ticket
from inspector.tickets.verdict import BlockState, Outcome, Verdict, whole_states


def examine(
    context: JudgeContext,
    keys: tuple[str, ...],
    cancelled: Callable[[], bool],
    slipped: SlippedKeys | None,
) -> Verdict:
    """Return the verdict of a ticket that does not open as it stands, see `judging.judge`."""
    pasted = _pasted(context.ticket)
    if any(found.field == "encryptedData" for found in handles.find_handles(pasted.values())):
        return _verdict(context, pasted, Solution())
    solution = unlock(pasted, keys, cancelled, slipped)
    if solution.opened is None and solution.no_payload is None and not is_proof(solution.bits):
        solution = as_it_stands(solution)
    verdict = _verdict(context, pasted, solution)
    if verdict.outcome is Outcome.OPENED or "session_key" not in pasted or is_proof(solution.bits):
        return verdict
    fitting = fitting_key(pasted, keys, cancelled)
    if fitting is None:
        return verdict
    proposals = changes.collect(context.ticket, pasted, fitting).proposals
    return replace(verdict, proposals=(*proposals, *verdict.proposals))


def slipped_keys(tickets: Iterable[Ticket]) -> SlippedKeys:
    """Look for a slip in the keys of many tickets together, which is faster than one by one."""
    searches = (slip_search(fields_of(_pasted(ticket))) for ticket in tickets)
    return SlippedKeys([each for each in searches if each is not None])


def _verdict(context: JudgeContext, pasted: Mapping[str, Pasted], solution: Solution) -> Verdict:
    if solution.opened is not None:
        return _opened(context, pasted, solution)
    problem, other_ivs = solution.no_payload, bool(solution.other_ivs)
    if problem is not None and not corrupts_beginning(problem, other_ivs=other_ivs):
        return _no_payload(context, pasted, solution)
    if is_proof(solution.bits) or solution.no_payload is not None:
        return _partly(context, pasted, solution)
    return _not_opened(context, pasted, solution)


def _pasted(ticket: Ticket) -> dict[str, Pasted]:
    given = {
        role: Pasted(role, text) for role in MAIN_FIELDS if (text := ticket.field(role)) is not None
    }
    return {role: each for role, each in given.items() if not each.is_empty}


def _opened(context: JudgeContext, pasted: Mapping[str, Pasted], solution: Solution) -> Verdict:
    opened = solution.opened
    assert opened is not None  # noqa: S101 - the caller looked
    changed = changes.collect(context.ticket, pasted, solution)
    data = opened.text.encode("utf-8") + bytes([opened.padding]) * opened.padding
    findings = [
        *context.of_opened(changed.repaired, opened.payload),
        *context.of_signature(changed.repaired),
        *changed.findings,
    ]
    return Verdict(
        context.ticket,
        changed.repaired,
        Outcome.OPENED,
        kind=opened.kind,
        payload=opened.payload,
        plaintext=opened.text,
        data=data,
        blocks=whole_states(len(data), opened.padding),
        findings=in_order([*findings, *_about_padding(opened.padding)]),
        repairs=changed.repairs,
        proposals=changed.proposals,
    )


def _about_padding(padding: int) -> list[Finding]:
    """Tell of padding that is right, and that many libraries refuse."""
    if padding <= BLOCK:
        return []
    return [Finding("long_padding", Severity.INFO, "encryptedData", {"count": padding})]


def _no_payload(context: JudgeContext, pasted: Mapping[str, Pasted], solution: Solution) -> Verdict:
    """Everything decrypted, and it is no payload."""
    problem = solution.no_payload
    assert problem is not None  # noqa: S101 - the caller looked
    changed = changes.collect(context.ticket, pasted, solution)
    data = problem.text.encode() + bytes([problem.padding]) * problem.padding
    findings = [
        Finding("not_json", Severity.ERROR, "encryptedData", {"reason": str(problem)}),
        *context.of_signature(changed.repaired),
        *changed.findings,
    ]
    return Verdict(
        context.ticket,
        changed.repaired,
        Outcome.PARTLY,
        payload=salvage(problem.text),
        plaintext=problem.text,
        data=data,
        blocks=whole_states(len(data), problem.padding),
        findings=in_order(findings),
        repairs=changed.repairs,
        proposals=changed.proposals,
    )


def _partly(context: JudgeContext, pasted: Mapping[str, Pasted], solution: Solution) -> Verdict:
    changed = changes.collect(context.ticket, pasted, solution)
    fields = {role: pasted[name] for role, name in solution.sources.items() if name in pasted}
    problems = {f.field or "": f for each in fields.values() if (f := inputs.field_problem(each))}
    problems = {role: problems[name] for role, name in solution.sources.items() if name in problems}
    partial = read_partly(solution, fields, problems)
    if partial is None or ("iv" not in solution.sources and _other_scheme(pasted)):
        return _not_opened(context, pasted, solution)
    missing = [f for f in inputs.missing(pasted) if f.field not in solution.sources]
    missing = [f for f in missing if f.field == "iv"]
    errors = [f for f in partial.findings if f.severity is Severity.ERROR]
    unsaid = [] if errors or missing else [Finding("iv_wrong", Severity.ERROR, "iv")]
    findings = [
        *missing,
        *partial.findings,
        *unsaid,
        *context.of_partial(changed.repaired, partial.payload),
        *context.of_signature(changed.repaired),
        *changed.findings,
    ]
    proposals = (*changed.proposals, *changes.data_proposals(solution, partial.findings))
    return Verdict(
        context.ticket,
        changed.repaired,
        Outcome.INCOMPLETE if missing else Outcome.PARTLY,
        kind=partial.kind,
        payload=partial.payload,
        plaintext=partial.plaintext,
        data=partial.data,
        blocks=partial.blocks,
        findings=in_order(findings),
        repairs=changed.repairs,
        proposals=proposals,
    )


def _not_opened(context: JudgeContext, pasted: Mapping[str, Pasted], solution: Solution) -> Verdict:
    """No key fits: say what is wrong with the inputs, or that they do not belong together."""
    found = handles.find_handles(pasted.values())
    handled = {finding.field for finding in found}
    errors = _input_errors(context, pasted, found)
    missing = [f for f in errors if f.code in inputs.ABSENT]
    changed = changes.without(
        changes.collect(context.ticket, pasted, solution), context.ticket, handled
    )
    data = solution.data.data if solution.data else b""
    whole = data[: len(data) // BLOCK * BLOCK]
    decrypted = None
    if not errors and solution.key is not None and whole:
        iv = solution.iv or solution.key
        decrypted = cipher.decrypt(solution.key.data, iv.data, whole)
        errors = [Finding("session_key_wrong", Severity.ERROR, "session_key")]
        if len(whole) == BLOCK:  # decrypted with the iv alone, it shows nothing of the key
            errors.append(Finding("one_block", Severity.INFO, "iv"))
    findings = [
        *errors,
        *context.of_signature(changed.repaired),
        *changed.findings,
    ]
    return Verdict(
        context.ticket,
        changed.repaired,
        Outcome.INCOMPLETE if missing else Outcome.NOT_OPENED,
        data=decrypted,
        blocks=(BlockState.CORRUPT,) * (len(decrypted or b"") // BLOCK),
        findings=in_order(findings),
        repairs=changed.repairs,
    )


def _input_errors(
    context: JudgeContext, pasted: Mapping[str, Pasted], found: list[Finding]
) -> list[Finding]:
    """Return the errors of the inputs: what was found instead, what is missing, what is corrupt."""
    handled = {finding.field for finding in found}
    share_ticket = context.ticket.share_ticket
    if not found and "encryptedData" not in pasted and share_ticket and share_ticket.strip():
        found = [Finding("share_ticket_handle", Severity.ERROR, "shareTicket")]
    if (other := _other_scheme(pasted)) is not None:
        return [other]
    unreadable = [f for f in inputs.unreadable(pasted) if f.field not in handled]
    missing = inputs.empty(context.ticket, inputs.missing(pasted))
    return [*found, *missing, *unreadable]


def _other_scheme(pasted: Mapping[str, Pasted]) -> Finding | None:
    return other_schemes.other_scheme(*(pasted.get(role) for role in MAIN_FIELDS))
