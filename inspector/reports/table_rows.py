"""A judged row -> the cells of a table: the user's own, the verdict's, the payload's fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from inspector.findings import Severity
from inspector.messages import Messages, speaking
from inspector.moments import utc_time
from inspector.reports.batches import cell
from inspector.reports.judged import Judged
from inspector.reports.rendering import payload_json, secrets_in
from inspector.tickets import Verdict
from inspector.tickets.masking.session_keys import Mask
from inspector.tickets.payload.headline import headline_of
from inspector.tickets.payload.watermark import read_watermark

VERDICT_COLUMNS: Final = (
    "file",
    "row",
    "outcome",
    "cause",
    "explanation",
    "id",
    "kind",
    "appid",
    "time",
    "findings",
    "repairs",
    "key_file",
    "key_row",
    "key_owner",
    "payload",
)
"""What a table gets beside the user's own columns and the fields of the payloads."""
MOST_FIELDS: Final = 40
"""Fields of one payload that become columns."""
SEPARATOR: Final = "\x00"


class TableCells(NamedTuple):
    """The cells of one row."""

    names: tuple[str, ...]
    """The user's own columns."""
    own: tuple[str, ...]
    verdict: tuple[str, ...]
    """One for each of `VERDICT_COLUMNS`."""
    fields: tuple[tuple[str, str], ...]
    """Path in the payload -> value."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """Makes the cells of a row; session keys are masked in all of them."""

    language: str = "en"
    show_secrets: bool = False

    def __call__(self, judged: Judged) -> TableCells:
        """Return the cells."""
        columns = judged.row.columns
        made = TableCells(
            tuple(columns),
            tuple(columns.values()),
            _verdict_cells(judged, speaking(self.language)),
            tuple(_fields(judged.verdict.payload)),
        )
        if self.show_secrets:
            return made
        mask = Mask(secrets_in(judged))
        values = [*made.own, *made.verdict, *(text for each in made.fields for text in each)]
        return _masked(made, mask) if mask.finds(SEPARATOR.join(values)) else made


def _masked(made: TableCells, mask: Mask) -> TableCells:
    return TableCells(
        made.names,
        tuple(map(mask.text, made.own)),
        tuple(map(mask.text, made.verdict)),
        tuple((mask.text(name), mask.text(value)) for name, value in made.fields),
    )


def _verdict_cells(judged: Judged, messages: Messages) -> tuple[str, ...]:
    row, verdict, key = judged.row, judged.verdict, judged.key
    mark = read_watermark(verdict.payload)
    headline = headline_of(verdict.payload, verdict.kind)
    wrong = next((f for f in verdict.findings if f.severity is Severity.ERROR), None)
    others = [messages.sentence(f) for f in verdict.findings if f is not wrong]
    repairs = [f"{r.code} ({r.field}, {r.count})" for r in verdict.repairs]
    return (
        row.file,
        str(row.number),
        verdict.outcome.value,
        verdict.cause or "",
        messages.advised(wrong) if wrong else "",
        headline.value if headline else "",
        verdict.kind or "",
        (mark.app_id or "") if mark else "",
        utc_time(mark.timestamp) if mark and mark.timestamp is not None else "",
        messages.joined(*others),
        ", ".join(repairs),
        key.file if key else "",
        str(key.number) if key else "",
        "; ".join(f"{name}: {text}" for name, text in key.owner.items()) if key else "",
        _payload(verdict),
    )


def _payload(verdict: Verdict) -> str:
    """Return the payload as JSON, or what could be read where it is none."""
    if verdict.payload is None:
        return verdict.plaintext or ""
    return verdict.payload if isinstance(verdict.payload, str) else payload_json(verdict)


def _fields(payload: Any) -> Iterator[tuple[str, str]]:
    """Give the fields of a payload that become columns: those of objects in it by their path."""
    if not isinstance(payload, dict):
        return
    left = MOST_FIELDS
    for name, value in payload.items():
        if name == "watermark":
            continue  # it has columns of its own, app and time
        inner = value.items() if isinstance(value, dict) and value else [("", value)]
        for under, each in inner:
            if left <= 0:
                return
            left -= 1
            yield f"{name}.{under}" if under else name, cell(each)
