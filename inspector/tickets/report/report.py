"""What stands in a report of tickets, in words and already masked, before it has a form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from inspector import __version__
from inspector.exact_json.json_pointer import pointer
from inspector.exact_json.members import walk
from inspector.exact_json.writing import write, write_scalar
from inspector.findings import Finding, Severity
from inspector.messages import Messages
from inspector.moments import local_time, utc_time
from inspector.tickets.masking.personal_data import Redaction, Shown
from inspector.tickets.payload.kinds import kinds, meaning, title
from inspector.tickets.verdict import OUTCOME_WORDS, Outcome, Verdict

MOST_ROWS: Final = 500
"""Fields explained one by one; the payload as JSON stands there whole."""
LONGEST_PLACE: Final = 400
"""Characters of a field's JSON Pointer."""

SEVERITIES: Final = {
    Severity.ERROR: "Error",
    Severity.WARNING: "Warning",
    Severity.INFO: "Note",
}
MASKING: Final = {
    Shown(): "Personal data and session_key are masked; equal masks mean equal values.",
    Shown(keys=True): "Personal data is masked, session_key is not.",
    Shown(personal=True): "session_key is masked, personal data is not.",
    Shown(personal=True, keys=True): (
        "Nothing is masked: personal data and session_key are in the clear."
    ),
}


@dataclass(frozen=True, slots=True)
class ReportFinding:
    """A finding in words."""

    severity: Severity
    severity_word: str
    text: str
    advice: str
    sdk: str


@dataclass(frozen=True, slots=True)
class ReportField:
    """A field of the payload: where it stands, what it says, what it means."""

    pointer: str
    value: str
    """The JSON text of the value."""
    meaning: str


@dataclass(frozen=True, slots=True)
class ReportTicket:
    """One ticket of a report."""

    heading: str
    """Outcome and kind, such as `Opened · Group share`."""
    label: str | None
    facts: tuple[tuple[str, str], ...]
    """Name and value: the call, the fields that were pasted."""
    findings: tuple[ReportFinding, ...]
    repairs: tuple[ReportFinding, ...]
    fields: tuple[ReportField, ...]
    fields_left_out: int
    """How many fields of the payload are not in `fields`."""
    payload: str | None
    """The payload as indented JSON, or the text of one that is text."""
    plaintext: str | None
    """What could be read where that is no payload."""
    verdict: Verdict
    """The masked verdict that all this comes from."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report, ready to be written in any form."""

    title: str
    masking: str
    """A sentence: what is masked in it."""
    made_by: str
    tickets: tuple[ReportTicket, ...]
    shown: Shown
    messages: Messages


def build_report(verdicts: tuple[Verdict, ...], shown: Shown, language: str) -> Report:
    """Return the report of some verdicts, masked alike throughout."""
    messages = Messages(language)
    redaction = Redaction(shown)
    for verdict in verdicts:
        redaction.learn(verdict)
    masked = [redaction.verdict(verdict) for verdict in verdicts]
    return Report(
        title=messages.ngettext("Ticket report", "Report of {count} tickets", len(masked)).format(
            count=len(masked)
        ),
        masking=messages.gettext(MASKING[shown]),
        made_by=f"Share Ticket Inspector {__version__}",
        tickets=tuple(_ticket(verdict, messages) for verdict in masked),
        shown=shown,
        messages=messages,
    )


def _ticket(verdict: Verdict, messages: Messages) -> ReportTicket:
    repaired = {repair.code for repair in verdict.repairs}
    payload, is_json = verdict.payload, not isinstance(verdict.payload, str)
    rows = _rows(payload) if is_json and payload is not None else iter(())
    fields = tuple(_field(*row, verdict.kind, messages) for row in islice(rows, MOST_ROWS))
    return ReportTicket(
        heading=_heading(verdict, messages),
        label=verdict.ticket.label,
        facts=tuple(_facts(verdict, messages)),
        findings=tuple(
            _worded(finding, messages)
            for finding in verdict.findings
            if finding.code not in repaired
        ),
        repairs=tuple(
            _worded(
                Finding(each.code, Severity.WARNING, each.field, {"count": each.count}), messages
            )
            for each in verdict.repairs
        ),
        fields=fields,
        fields_left_out=sum(1 for _ in rows),
        payload=None if payload is None else write(payload, 2) if is_json else payload,
        plaintext=verdict.plaintext if verdict.outcome is not Outcome.OPENED else None,
        verdict=verdict,
    )


def _heading(verdict: Verdict, messages: Messages) -> str:
    state = messages.gettext(OUTCOME_WORDS[verdict.outcome])
    if verdict.is_stored:
        state = messages.gettext("Saved verdict: {verdict}").format(verdict=state)
    parts = [state]
    if verdict.kind:
        parts.append(messages.gettext(title(verdict.kind)))
    return " · ".join(parts)


def _facts(verdict: Verdict, messages: Messages) -> Iterator[tuple[str, str]]:
    kind = kinds().get(verdict.kind or "")
    if kind:
        yield messages.gettext("Call"), ", ".join(kind.apis)
    for name, value in verdict.fields.items():
        if value:
            yield name, value


def _worded(finding: Finding, messages: Messages) -> ReportFinding:
    words = messages.finding(finding)
    severity = messages.gettext(SEVERITIES[finding.severity])
    return ReportFinding(
        finding.severity, severity, messages.sentence(finding), words.advice, words.sdk
    )


def _rows(payload: Any) -> Iterator[tuple[list[str | int], Any]]:
    """Give names and value of everything in a payload that holds no members, in its order."""
    for _, keys, value in walk(payload):
        if not isinstance(value, (dict, list)) or not value:
            yield keys, value


def _field(keys: list[str | int], value: Any, kind: str | None, messages: Messages) -> ReportField:
    """Explain one value. The place of one that lies under very long names is shortened."""
    place = pointer(keys)
    text = write(value) if isinstance(value, (dict, list)) else write_scalar(value)
    shown = place if len(place) <= LONGEST_PLACE else f"{place[: LONGEST_PLACE // 2]}…"
    return ReportField(shown, text, _meaning(kind, place, value, messages))


def _meaning(kind: str | None, pointer: str, value: Any, messages: Messages) -> str:
    known = meaning(kind, pointer)
    if known is None:
        return messages.gettext("unknown field")
    parts = [messages.gettext(known.meaning)]
    word = known.word(value)
    if word:
        parts.append(messages.gettext(word))
    if known.time == "seconds" and isinstance(value, int) and not isinstance(value, bool):
        parts.append(f"{local_time(value)} ({utc_time(value)})")
    return " · ".join(parts)
