"""A judged row -> what is written of it: a line of JSON, or the cells of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from json.encoder import encode_basestring as quote
from typing import Any, Final

from inspector.exact_json.parsing import write
from inspector.findings import Finding
from inspector.messages import speaking
from inspector.reports.judged import Judged
from inspector.reports.row import Cells
from inspector.tickets import Outcome, Ticket, Verdict
from inspector.tickets.masking.session_keys import MASK, Mask, secrets_of

NULL: Final = "null"
MOST_REMEMBERED: Final = 1_000
"""Sets of column names whose texts are remembered."""


@dataclass(slots=True)
class JsonLine:
    """Makes one line of JSON of a row: where it stood, the verdict, whose key, the own columns.

    Every row of a file goes through here, so the line is put together by hand, and searched for
    session keys once as a whole. Where one is found, or nothing can be sure, the slow way is
    taken, which goes through every value. Half surrogates stay in it; who encodes it escapes them.
    """

    language: str = "en"
    show_secrets: bool = False
    _names: dict[tuple[str, ...], list[str]] = field(default_factory=dict, init=False)

    def __call__(self, judged: Judged) -> str:
        """Return the line, without its end."""
        line = self._line(judged)
        if self.show_secrets:
            return line
        mask = Mask(secrets_in(judged))
        return write(mask.value(self._values(judged))) if mask.finds(line) else line

    def __reduce__(self) -> tuple[type[JsonLine], tuple[str, bool]]:
        return JsonLine, (self.language, self.show_secrets)

    def _line(self, judged: Judged) -> str:
        row, verdict = judged.row, judged.verdict
        label = verdict.ticket.label
        return (
            f'{{"file":{quote(row.file)},"row":{row.number}'
            f',"label":{NULL if label is None else quote(label)}'
            f',"reader":null,"outcome":"{verdict.outcome}"'
            f',"cause":{_text(verdict.cause)},"kind":{_text(verdict.kind)}'
            f',"payload":{payload_json(verdict)},"plaintext":{_text(verdict.plaintext)}'
            f',"findings":[{self._findings(verdict.findings)}]'
            f',"repairs":{_repairs(verdict)}'
            f',"fields":{_fields(verdict.repaired, show_key=self.show_secrets)}'
            f',"key":{NULL if judged.key is None else write(_origin(judged))}'
            f',"columns":{self._columns(row.columns)}}}'
        )

    def _values(self, judged: Judged) -> dict[str, Any]:
        """Return what is in the line as a value."""
        return {
            "file": judged.row.file,
            "row": judged.row.number,
            **judged.verdict.to_dict(language=self.language),
            "key": None if judged.key is None else _origin(judged),
            "columns": dict(judged.row.columns),
        }

    def _findings(self, findings: Iterable[Finding]) -> str:
        sentence = speaking(self.language).sentence
        return ",".join(
            [
                f'{{"code":"{each.code}","severity":"{each.severity}"'
                f',"field":{_text(each.field)},"message":{quote(sentence(each))}}}'
                for each in findings
            ]
        )

    def _columns(self, cells: Mapping[str, str]) -> str:
        if not isinstance(cells, Cells):
            return write(dict(cells))
        names = self._names.get(cells.names)
        if names is None:
            if len(self._names) > MOST_REMEMBERED:
                self._names.clear()
            names = self._names[cells.names] = [f"{quote(name)}:" for name in cells.names]
        pairs = zip(names, cells.values_, strict=True)
        return f"{{{','.join([name + quote(value) for name, value in pairs])}}}"


def payload_json(verdict: Verdict) -> str:
    """Return the JSON text of a payload on one line.

    What opened whole is JSON already: its own text loses nothing, and takes no time.
    """
    payload, text = verdict.payload, verdict.plaintext
    if payload is None:
        return NULL
    is_plain = verdict.outcome is Outcome.OPENED and text is not None and "\\" not in text
    if is_plain and text is not None and isinstance(payload, dict | list) and text.isprintable():
        return text
    return write(payload)


def _text(text: str | None) -> str:
    return NULL if text is None else quote(text)


def _repairs(verdict: Verdict) -> str:
    if not verdict.repairs:
        return "[]"
    return write([{"code": r.code, "field": r.field, "count": r.count} for r in verdict.repairs])


def _fields(used: Ticket, *, show_key: bool) -> str:
    """Return the fields that were used."""
    key = used.session_key
    return (
        f'{{"session_key":{_text(key if show_key or key is None else MASK)}'
        f',"iv":{_text(used.iv)},"encryptedData":{_text(used.encrypted_data)}'
        f',"appid":{_text(used.app_id)},"rawData":{_text(used.raw_data)}'
        f',"signature":{_text(used.signature)},"shareTicket":{_text(used.share_ticket)}}}'
    )


def _origin(judged: Judged) -> dict[str, Any] | None:
    """Return where the key stands that opened a row, and what stands beside it."""
    key = judged.key
    return (
        None
        if key is None
        else {
            "file": key.file,
            "row": key.number,
            "owner": dict(key.owner),
        }
    )


def secrets_in(judged: Judged) -> Iterator[str | None]:
    """Give every session key that a row knows of."""
    yield judged.row.ticket.session_key
    yield from secrets_of(judged.verdict)
    if judged.key is not None:
        yield judged.key.key
