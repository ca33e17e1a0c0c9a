"""Rows of cells that are whole and clean -> their lines of JSON, in bulk, with no objects between.

Nearly all rows of a large file are so: the three fields in columns of their own, at most an app
id beside them, nothing to repair. What is in any doubt is left to the usual way, which would
make the same lines, as a test shows. So this, like the straight way itself, is about time only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from json.encoder import encode_basestring as quote
from operator import add
from typing import Final, NamedTuple

from inspector.exact_json.parsing import duplicates
from inspector.reports.columns import RowMaker
from inspector.reports.rendering import JsonLine, OpenedRow
from inspector.reports.summary import Tally, tally_opened
from inspector.tickets.decryption import base64_text
from inspector.tickets.decryption.bulk import Sealed, decrypt_all
from inspector.tickets.decryption.straight import read_plain
from inspector.tickets.fields import BLOCK, MAIN_FIELDS
from inspector.tickets.payload.watermark import Watermark, judge_mark, read_watermark

APP_ID: Final = "appid"
LIKELY: Final = {*MAIN_FIELDS, APP_ID}
LEAST_DATA: Final = 2 * BLOCK
"""Bytes that cannot be a key in the wrong place."""
_APP_ID: Final = re.compile(r"wx[0-9a-f]{16}")


class StraightLine(NamedTuple):
    """The line of a row."""

    made: str
    key: tuple[str, str, int]
    """Its session key, with its file and number."""


class StraightLines:
    """Makes the lines of the rows of one table."""

    def __init__(self, maker: RowMaker, now: float, line: JsonLine) -> None:
        self._now = now
        self._line = line
        self._maker = maker
        self._file = quote(maker.file)
        fields = maker.columns.fields
        self._is_likely = set(fields) <= LIKELY and set(MAIN_FIELDS) <= set(fields)
        self._width = len(maker.columns.names)
        self._places = [fields.get(name, 0) for name in MAIN_FIELDS]
        self._app_id = fields.get(APP_ID)
        self._names = [f"{quote(name)}:" for name in maker.own_names]
        self._marks: list[Watermark] = []

    @property
    def tally(self) -> Tally:
        """The counts of the lines that were made."""
        return tally_opened(self._marks)

    def of(self, rows: Sequence[tuple[int, list[str]]]) -> list[StraightLine | None]:
        """Return the line of each row, given with its number; None for what is in doubt."""
        if not self._is_likely:
            return [None] * len(rows)
        sealed = [self._sealed(cells) for _, cells in rows]
        opened = iter(decrypt_all([each for each in sealed if each is not None]))
        return [
            None if each is None else self._made(number, cells, next(opened))
            for (number, cells), each in zip(rows, sealed, strict=True)
        ]

    def _sealed(self, cells: list[str]) -> Sealed | None:
        """Return what is to be decrypted of a row; None where a field is not clean."""
        if len(cells) != self._width:
            return None
        key, iv, data = [base64_text.exact(cells[at]) for at in self._places]
        is_clean = len(key) == len(iv) == BLOCK and not len(data) % BLOCK
        return Sealed(key, iv, data) if is_clean and len(data) >= LEAST_DATA and key != iv else None

    def _made(self, number: int, cells: list[str], decrypted: bytes) -> StraightLine | None:
        plain = read_plain(decrypted)
        app_id = None if self._app_id is None else cells[self._app_id]
        if plain is None or (app_id and not _APP_ID.fullmatch(app_id)):
            return None
        mark = read_watermark(plain.payload)
        if mark is None or mark.timestamp is None or duplicates(plain.payload):
            return None
        findings = judge_mark(mark, self._now, app_id)
        own = self._maker.own(cells)
        if len(findings) != 1 or "=" in [cell[:1] for cell in own]:
            return None
        key, iv, data = [cells[at] for at in self._places]
        columns = ",".join(map(add, self._names, map(quote, own)))
        row = OpenedRow(
            self._file, number, key, iv, data, app_id or None, plain.kind, plain.payload,
            plain.text, findings,
        )  # fmt: skip
        line = self._line.opened(row, f"{{{columns}}}")
        if not self._line.show_secrets and _trace(key) in line:
            return None
        self._marks.append(mark)
        return StraightLine(line, (key, self._maker.file, number))


def _trace(key: str) -> str:
    """Return a part of a key that every spelling of it has."""
    return max(key.rstrip("=").replace("+", "/").split("/"), key=len)
