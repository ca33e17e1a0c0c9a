"""A report as JSON: the terminal's lines, with the advice and what is masked."""

from __future__ import annotations

from typing import Any

from inspector.exact_json.parsing import write
from inspector.tickets.report.report import Report, ReportTicket
from inspector.visible import visible


def as_json(report: Report) -> str:
    """Return the report as one indented JSON document."""
    masked = {"personal": not report.shown.personal, "keys": not report.shown.keys}
    document = {
        "report": "share-ticket",
        "version": 1,
        "made_by": report.made_by,
        "masked": masked,
        "tickets": [_ticket(ticket, report.messages.language) for ticket in report.tickets],
    }
    return visible(write(document, 2), lines=True) + "\n"


def _ticket(ticket: ReportTicket, language: str) -> dict[str, Any]:
    line = ticket.verdict.to_dict(language=language)
    del line["reader"]
    line["headline"] = ticket.heading
    line["advice"] = [
        finding.advice for finding in (*ticket.findings, *ticket.repairs) if finding.advice
    ]
    line["meanings"] = {field.pointer: field.meaning for field in ticket.fields}
    return line
