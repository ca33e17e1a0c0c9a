"""Reports of tickets to hand to others: masked unless the user chose otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from inspector.tickets.masking.personal_data import MASKED, Shown
from inspector.tickets.report.report import build_report
from inspector.tickets.verdict import Verdict

__all__ = ["MASKED", "Format", "Shown", "write_report"]


class Format(StrEnum):
    """The forms a report is written in."""

    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"

    @property
    def suffix(self) -> str:
        """The usual ending of a file, such as `.md`."""
        return {"markdown": ".md", "html": ".html", "json": ".json"}[self.value]


def write_report(
    verdicts: Iterable[Verdict],
    form: Format = Format.MARKDOWN,
    *,
    shown: Shown = MASKED,
    language: str = "en",
) -> str:
    """Return a report of some tickets as text, to be stored as UTF-8.

    Phone numbers, ids, names, pictures and keys are masked, equal values alike, unless `shown`
    says otherwise; a session key stands in it only with `Shown(keys=True)`.
    """
    report = build_report(tuple(verdicts), shown, language)
    if form is Format.HTML:
        from inspector.tickets.report.html_page import as_html

        return as_html(report)
    if form is Format.JSON:
        from inspector.tickets.report.json_document import as_json

        return as_json(report)
    from inspector.tickets.report.markdown import as_markdown

    return as_markdown(report)
