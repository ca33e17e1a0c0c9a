"""A report as Markdown, in the tables and fences that GitHub, GitLab and chats understand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from inspector.tickets.report.report import Report, ReportFinding, ReportTicket
from inspector.visible import visible

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>#|~&])")
_TICKS: Final = re.compile("`+")


def as_markdown(report: Report) -> str:
    """Return the report as Markdown."""
    lines = [f"# {_text(report.title)}", "", f"> {_text(report.masking)}", ""]
    for ticket in report.tickets:
        lines += _ticket(ticket, report)
    lines += ["---", _text(report.made_by), ""]
    return "\n".join(lines)


def _ticket(ticket: ReportTicket, report: Report) -> Iterator[str]:
    _ = report.messages.gettext
    label = f" · {ticket.label}" if ticket.label else ""
    yield from (f"## {_text(ticket.heading + label)}", "")
    for heading, findings in ((_("Findings"), ticket.findings), (_("Repairs"), ticket.repairs)):
        if findings:
            yield from (f"### {_text(heading)}", "", *map(_finding, findings), "")
    if ticket.payload is not None:
        yield from (f"### {_text(_('Payload'))}", "")
    if ticket.fields:
        yield from _table(
            (_("Field"), _("Value"), _("Meaning")),
            ((_code(f.pointer), _code(f.value), _text(f.meaning)) for f in ticket.fields),
        )
        if ticket.fields_left_out:
            yield from (_text(left_out(ticket, report)), "")
    yield from _block(ticket.payload, "json" if ticket.fields else "")
    if ticket.plaintext is not None:
        yield from (f"### {_text(_('Readable text'))}", "")
        yield from _block(ticket.plaintext, "")
    yield from (f"### {_text(_('Fields'))}", "")
    yield from _table((_("Name"), _("Value")), ((_text(n), _code(v)) for n, v in ticket.facts))


def left_out(ticket: ReportTicket, report: Report) -> str:
    """Return the sentence that tells how many fields are not explained one by one."""
    return report.messages.ngettext(
        "{count} more field is in the JSON only.",
        "{count} more fields are in the JSON only.",
        ticket.fields_left_out,
    ).format(count=ticket.fields_left_out)


def _finding(finding: ReportFinding) -> str:
    advice = f" {_text(finding.advice)}" if finding.advice else ""
    sdk = f" ({_code(finding.sdk)})" if finding.sdk else ""
    return f"- **{_text(finding.severity_word)}**: {_text(finding.text)}{advice}{sdk}"


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(map(_text, head)) + " |"
    yield "|" + " --- |" * len(head)
    yield from ("| " + " | ".join(row) + " |" for row in rows)
    yield ""


def _text(text: str) -> str:
    """Return a text that Markdown shows as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(visible(text, lines=True).split()))


def _code(text: str) -> str:
    """Return a text as code within a table cell."""
    shown = visible(text, lines=True).replace("\n", " ").replace("|", "\\|")
    ticks = "`" * (_longest_ticks(shown) + 1)
    padding = " " if "`" in shown or shown != shown.strip() or not shown else ""
    return f"{ticks}{padding}{shown}{padding}{ticks}"


def _block(text: str | None, language: str) -> Iterator[str]:
    """Give a text as a fenced block that nothing within it can close."""
    if text is not None:
        fence = "`" * max(3, _longest_ticks(text) + 1)
        yield from (f"{fence}{language}", visible(text, lines=True), fence, "")


def _longest_ticks(text: str) -> int:
    return max((len(ticks) for ticks in _TICKS.findall(text)), default=0)
