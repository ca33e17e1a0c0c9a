"""A report as one HTML page: no script, nothing loaded, readable in light and dark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from inspector.tickets.report.markdown import left_out
from inspector.tickets.report.report import Report, ReportFinding, ReportTicket
from inspector.visible import visible

_SIGNS: Final = {"error": "✖", "warning": "⚠", "info": "ℹ"}
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE: Final = """
:root { color-scheme: light dark; --line: #8884; --soft: #8881; }
body { font: 15px/1.5 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif;
  max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; } h3 { font-size: 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem;
  border-bottom: 1px solid var(--line); }
code, pre { font: 13px/1.5 ui-monospace, Consolas, Menlo, monospace; overflow-wrap: anywhere; }
pre { background: var(--soft); padding: .8rem; border-radius: 6px; white-space: pre-wrap; }
ul { padding-left: 0; list-style: none; } li { margin: .4rem 0; }
.error > b { color: #c62828; } .warning > b { color: #b26a00; } .info > b { color: #1565c0; }
.note, footer { opacity: .75; }
@media (prefers-color-scheme: dark) {
  .error > b { color: #ff8a80; } .warning > b { color: #ffb74d; } .info > b { color: #82b1ff; } }
"""


def as_html(report: Report) -> str:
    """Return the report as a whole HTML page."""
    language = report.messages.language.replace("_", "-")
    parts = (
        "<!doctype html>",
        f'<html lang="{language}"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{_text(report.title)}</title><style>{_STYLE}</style></head><body>",
        f'<h1>{_text(report.title)}</h1><p class="note">{_text(report.masking)}</p>',
        *(part for ticket in report.tickets for part in _ticket(ticket, report)),
        f"<footer><hr>{_text(report.made_by)}</footer></body></html>",
    )
    return "\n".join(parts) + "\n"


def _ticket(ticket: ReportTicket, report: Report) -> Iterator[str]:
    _ = report.messages.gettext
    label = f" · {ticket.label}" if ticket.label else ""
    yield f"<section><h2>{_text(ticket.heading + label)}</h2>"
    for heading, findings in ((_("Findings"), ticket.findings), (_("Repairs"), ticket.repairs)):
        if findings:
            yield f"<h3>{_text(heading)}</h3><ul>"
            yield from (*map(_finding, findings), "</ul>")
    if ticket.payload is not None:
        yield f"<h3>{_text(_('Payload'))}</h3>"
    if ticket.fields:
        rows = ((_code(f.pointer), _code(f.value), _text(f.meaning)) for f in ticket.fields)
        yield from _table((_("Field"), _("Value"), _("Meaning")), rows)
        if ticket.fields_left_out:
            yield f"<p>{_text(left_out(ticket, report))}</p>"
    if ticket.payload is not None:
        yield f"<pre>{_text(ticket.payload)}</pre>"
    if ticket.plaintext is not None:
        yield f"<h3>{_text(_('Readable text'))}</h3><pre>{_text(ticket.plaintext)}</pre>"
    yield f"<h3>{_text(_('Fields'))}</h3>"
    yield from _table((_("Name"), _("Value")), ((_text(n), _code(v)) for n, v in ticket.facts))
    yield "</section>"


def _finding(finding: ReportFinding) -> str:
    sdk = f" ({_code(finding.sdk)})" if finding.sdk else ""
    return (
        f'<li class="{finding.severity.value}"><b>{_SIGNS[finding.severity.value]} '
        f"{_text(finding.severity_word)}</b> {_text(finding.text)} "
        f"<span>{_text(finding.advice)}</span>{sdk}</li>"
    )


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield "<table><thead><tr>" + "".join(f"<th>{_text(cell)}</th>" for cell in head)
    yield "</tr></thead><tbody>"
    yield from ("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    yield "</tbody></table>"


def _text(text: str) -> str:
    return escape(visible(text, lines=True))


def _code(text: str) -> str:
    return f"<code>{_text(text)}</code>"
