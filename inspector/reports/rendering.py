"""A judged row -> what is written of it: a line of JSON, or the cells of a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from json.encoder import encode_basestring as quote
from operator import attrgetter
from typing import Any, Final

from inspector.exact_json.parsing import write
from inspector.exact_json.writing import escape_surrogates
from inspector.findings import Finding, Severity
from inspector.messages import speaking
from inspector.reports.ages import Ages
from inspector.reports.judged import Judged
from inspector.reports.row import Cells
from inspector.tickets import Outcome, Verdict
from inspector.tickets.masking.session_keys import MASK, Mask, secrets_of

NULL: Final = "null"
HEAD: Final = (
    '{"file":%s,"row":%s,"label":%s,"reader":null,"outcome":"%s","cause":%s,"kind":%s'
    ',"payload":%s,"plaintext":%s,"findings":[%s],"repairs":%s'
    ',"fields":{"session_key":%s,"iv":%s,"encryptedData":%s,"appid":%s,"rawData":%s'
    ',"signature":%s,"shareTicket":%s}'
)
FINDING: Final = '{"code":"%s","severity":"%s","field":%s,"message":%s}'
AGE: Final = "watermark_age"
TAIL: Final = ',"key":%s,"columns":%s}'
_beside: Final = attrgetter(
    "iv", "encrypted_data", "app_id", "raw_data", "signature", "share_ticket"
)
MOST_REMEMBERED: Final = 1_000
"""Sets of column names whose texts are remembered."""


@dataclass(slots=True)
class JsonLine:
    """Makes one line of JSON of a row: where it stood, the verdict, whose key, the own columns.

    Every row of a file goes through here, so the line is put together by hand, and searched for
    session keys once as a whole. Where one is found, or nothing can be sure, the slow way is
    taken, which goes through every value.
    """

    language: str = "en"
    show_secrets: bool = False
    _names: dict[tuple[str, ...], list[str]] = field(default_factory=dict, init=False)
    _ages: Ages | None = field(default=None, init=False)

    def __call__(self, judged: Judged) -> bytes:
        """Return the line in UTF-8, without its end; half surrogates are escaped."""
        line = self._line(judged)
        if not self.show_secrets:
            mask = Mask(secrets_in(judged))
            line = write(mask.value(self._values(judged))) if mask.finds(line) else line
        return encoded(line)

    def __reduce__(self) -> tuple[Callable[[str, bool], JsonLine], tuple[str, bool]]:
        return _in_worker, (self.language, self.show_secrets)

    def _line(self, judged: Judged) -> str:
        row, verdict = judged.row, judged.verdict
        used = verdict.repaired
        return (HEAD + TAIL) % (
            quote(row.file),
            row.number,
            _text(verdict.ticket.label),
            verdict.outcome,
            _text(verdict.cause),
            _text(verdict.kind),
            payload_json(verdict),
            _text(verdict.plaintext),
            self.findings(verdict.findings),
            _repairs(verdict),
            self.key(used.session_key),
            *map(_text, _beside(used)),
            NULL if judged.key is None else write(_origin(judged)),
            self._columns(row.columns),
        )

    def _values(self, judged: Judged) -> dict[str, Any]:
        """Return what is in the line as a value."""
        return {
            "file": judged.row.file,
            "row": judged.row.number,
            **judged.verdict.to_dict(language=self.language),
            "key": None if judged.key is None else _origin(judged),
            "columns": dict(judged.row.columns.items()),
        }

    def findings(self, findings: Iterable[Finding]) -> str:
        """Return findings as the items of a list."""
        sentence = speaking(self.language).sentence
        return ",".join(
            [
                FINDING % (each.code, each.severity, _text(each.field), quote(sentence(each)))
                for each in findings
            ]
        )

    def age(self, timestamp: int, seconds: int) -> str:
        """Return the finding that a watermark is so old, the only one of nearly every row."""
        if self._ages is None:
            self._ages = Ages(self._aged, speaking(self.language).age)
        return self._ages.text(timestamp, seconds)

    def _aged(self, local: str, utc: str, age: str) -> str:
        words = {"local": local, "utc": utc, "age": age}
        sentence = speaking(self.language).filled(AGE, words)
        return FINDING % (AGE, Severity.INFO, NULL, quote(sentence))

    def key(self, key: str | None) -> str:
        """Return a session key as it is shown."""
        return _text(key if self.show_secrets or key is None else MASK)

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


@cache
def _in_worker(language: str, show_secrets: bool) -> JsonLine:
    """Return the one that all batches of a worker share, so that it words nothing twice."""
    return JsonLine(language, show_secrets)


def encoded(line: str) -> bytes:
    """Return JSON as UTF-8; half surrogates, which it cannot hold, are escaped."""
    try:
        return line.encode()
    except UnicodeEncodeError:
        return escape_surrogates(line).encode()


def payload_json(verdict: Verdict) -> str:
    """Return the JSON text of a payload on one line.

    What opened whole is JSON already: its own text loses nothing, and takes no time.
    """
    payload, text = verdict.payload, verdict.plaintext
    if payload is None:
        return NULL
    is_plain = verdict.outcome is Outcome.OPENED and isinstance(payload, dict | list)
    return text if is_plain and text is not None and is_one_line(text) else write(payload)


def is_one_line(text: str) -> bool:
    """Say whether the text of a payload stands in a line as it is."""
    return "\\" not in text and text.isprintable()


def _text(text: str | None) -> str:
    return NULL if text is None else quote(text)


def _repairs(verdict: Verdict) -> str:
    if not verdict.repairs:
        return "[]"
    return write([{"code": r.code, "field": r.field, "count": r.count} for r in verdict.repairs])


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
