"""The masked verdict within a case file: enough of it to show again what was seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from inspector.exact_json.parsing import JsonObject
from inspector.findings import Finding, Severity
from inspector.tickets.ticket import WIRE_NAMES, Ticket
from inspector.tickets.verdict import STORED, BlockState, Outcome, Repair, Verdict

NOT_REMEMBERED: Final = frozenset(
    [
        STORED,
        "app_id_ok",
        "signature_ok",
        "signature_form",
        "proof_opens",
        "known_key",
        "key_of_file",
    ]
)
"""What only checking can say; anybody may have written it into a file."""


class NoVerdict(ValueError):
    """A value is not what `write_verdict` wrote."""


def write_verdict(verdict: Verdict) -> dict[str, Any]:
    """Return the JSON of a verdict; what only serves to correct the fields is left out."""
    return {
        "outcome": verdict.outcome.value,
        "kind": verdict.kind,
        "payload": verdict.payload,
        "plaintext": verdict.plaintext,
        "blocks": [block.value for block in verdict.blocks],
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity.value,
                "field": finding.field,
                "parameters": {name: _plain(v) for name, v in finding.parameters.items()},
            }
            for finding in verdict.findings
        ],
        "repairs": [
            {"code": repair.code, "field": repair.field, "count": repair.count}
            for repair in verdict.repairs
        ],
        "used": {w: v for w in WIRE_NAMES.values() if (v := verdict.repaired.field(w)) is not None},
    }


def read_verdict(value: Any, ticket: Ticket) -> Verdict:
    """Return the verdict that `write_verdict` wrote; `ticket` is the one it belongs to.

    It says of itself that it was not reached here (`stored_verdict`), and praises nothing.

    Raises:
        NoVerdict: the value is something else.
    """
    try:
        return Verdict(
            ticket=ticket,
            repaired=_used(value.get("used"), ticket),
            outcome=Outcome(value["outcome"]),
            kind=_text(value.get("kind")),
            payload=value.get("payload"),
            plaintext=_text(value.get("plaintext")),
            blocks=tuple(BlockState(block) for block in value.get("blocks") or ()),
            findings=(
                Finding(STORED, Severity.WARNING),
                *_remembered(value.get("findings") or ()),
            ),
            repairs=tuple(_repair(each) for each in value.get("repairs") or ()),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise NoVerdict from error


def _plain(value: object) -> object:
    """Return a parameter as a JSON value; what JSON does not know becomes text."""
    if isinstance(value, (str, int, float, type(None))):
        return value
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return str(value)


def _remembered(values: Iterable[Mapping[str, Any]]) -> Iterator[Finding]:
    """Give the findings of a stored verdict, but none that says that something was checked."""
    findings = map(_finding, values)
    return (finding for finding in findings if finding.code not in NOT_REMEMBERED)


def _finding(value: Mapping[str, Any]) -> Finding:
    parameters = {
        str(name): tuple(map(str, item)) if isinstance(item, list) else item
        for name, item in JsonObject(value.get("parameters") or {}).items()
    }
    severity = Severity(value["severity"])
    return Finding(str(value["code"]), severity, _text(value.get("field")), parameters)


def _repair(value: Mapping[str, Any]) -> Repair:
    count = value["count"]
    if not isinstance(count, int):
        raise TypeError
    return Repair(str(value["code"]), str(value["field"]), count)


def _used(value: Any, ticket: Ticket) -> Ticket:
    for wire in WIRE_NAMES.values():
        used = _text((value or {}).get(wire))
        ticket = replace(ticket) if used is None else ticket.with_field(wire, used)
    return ticket


def _text(value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise TypeError
    return value
