"""Rows of cells that are whole and clean -> their lines of JSON, in bulk, with no objects between.

Nearly all rows of a large file are so: the three fields in columns of their own, at most an app
id beside them, nothing to repair. What is in any doubt is left to the usual way, which would
make the same lines, as a test shows. So this, like the straight way itself, is about time only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from inspector.findings import cause_of, in_order
from inspector.reports.alike import AlikePayloads
from inspector.reports.columns import RowMaker, picker
from inspector.reports.opened_lines import OpenedLines
from inspector.reports.rendering import JsonLine
from inspector.reports.summary import Tally, tally_opened
from inspector.tickets.decryption.base64_text import exact_all
from inspector.tickets.decryption.bulk import Sealed, decrypt_all
from inspector.tickets.decryption.search.first_block import is_usual
from inspector.tickets.decryption.straight import plain_text
from inspector.tickets.fields import BLOCK, MAIN_FIELDS
from inspector.tickets.payload.watermark import Watermark, judge_mark

APP_ID: Final = "appid"
LIKELY: Final = {*MAIN_FIELDS, APP_ID}
LEAST_DATA: Final = 2 * BLOCK
"""Bytes that cannot be a key in the wrong place."""
_NONE: Final = ("", "", "")
_APP_ID: Final = re.compile(r"wx[0-9a-f]{16}")


class StraightLines:
    """Makes the lines of the rows of one table."""

    def __init__(self, maker: RowMaker, now: float, line: JsonLine) -> None:
        self._now = now
        self._maker = maker
        self._line = line
        fields = maker.columns.fields
        self._is_likely = set(fields) <= LIKELY and set(MAIN_FIELDS) <= set(fields)
        self._width = len(maker.columns.names)
        self._fields = picker([fields.get(name, 0) for name in MAIN_FIELDS])
        self._app_id = fields.get(APP_ID)
        self._lines = OpenedLines(line, maker, self._fields)
        self._payloads = AlikePayloads()
        self._apps: list[str] = []
        self._times: list[int] = []

    @property
    def tally(self) -> Tally:
        """The counts of the lines that were made."""
        return tally_opened(self._apps, self._times)

    def of(self, rows: Sequence[tuple[int, list[str]]]) -> list[bytes | None]:
        """Return the line of each row, given with its number; None for what is in doubt."""
        if not self._is_likely:
            return [None] * len(rows)
        sealed = self._sealed(rows)
        opened = iter(decrypt_all([each for each in sealed if each is not None]))
        return [
            None if each is None else self._made(number, cells, next(opened))
            for (number, cells), each in zip(rows, sealed, strict=True)
        ]

    def _sealed(self, rows: Sequence[tuple[int, list[str]]]) -> list[Sealed | None]:
        """Return what is to be decrypted of each row; None where a field is not clean."""
        fields = [self._fields(cells) if len(cells) == self._width else _NONE for _, cells in rows]
        keys, ivs, texts = map(exact_all, zip(*fields, strict=True)) if fields else ((), (), ())
        return [
            (key, iv, data)
            if len(key) == len(iv) == BLOCK
            and len(data) >= LEAST_DATA
            and not len(data) % BLOCK
            and key != iv
            else None
            for key, iv, data in zip(keys, ivs, texts, strict=True)
        ]

    def _made(self, number: int, cells: list[str], decrypted: bytes) -> bytes | None:
        text = plain_text(decrypted)
        if text is None or not is_usual(text) or (said := self._payloads.read(text)) is None:
            return None
        app_id = None if self._app_id is None else cells[self._app_id]
        if app_id and not _APP_ID.fullmatch(app_id):
            return None
        _, app_of_mark, timestamp, _, _ = said
        findings = self._findings(app_of_mark, timestamp, app_id)
        if findings is None:
            return None
        line = self._lines.line(number, cells, app_id, said, findings)
        if line is not None:
            self._apps.append(app_of_mark or "")
            self._times.append(timestamp)
        return line

    def _findings(self, app_of_mark: str | None, timestamp: int, app_id: str | None) -> str | None:
        """Return what is to be told as JSON; None where something is wrong."""
        age = int(self._now) - timestamp
        if age >= 0 and not app_id:
            return self._line.age(timestamp, age)
        mark = Watermark(app_of_mark, timestamp)
        findings = in_order(judge_mark(mark, self._now, app_id))
        return self._line.findings(findings) if cause_of(findings) is None else None
