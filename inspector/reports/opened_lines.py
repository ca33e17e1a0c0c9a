"""The lines of JSON of rows that opened as they stand, put together of few pieces."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from json.encoder import encode_basestring as quote
from typing import Final

from inspector.reports.alike import Said
from inspector.reports.columns import RowMaker
from inspector.reports.rendering import HEAD, NULL, TAIL, JsonLine, encoded
from inspector.tickets import Outcome
from inspector.tickets.masking.session_keys import MASK, trace_of

HOLE: Final = "\0"
"""What no JSON text holds, and stands for what a row fills in."""
FORMULA: Final = ':"='
"""How a cell begins that a spreadsheet wrote as a formula; a quote within a text is escaped."""


class OpenedLines:
    """Makes the lines of rows that opened as they stand, with nothing beside the main fields.

    What the lines of one table have in common is filled in once. `fields` gives the key, the iv
    and the data of a row.
    """

    def __init__(
        self, line: JsonLine, maker: RowMaker, fields: Callable[[Sequence[str]], tuple[str, ...]]
    ) -> None:
        self._masked = "" if line.show_secrets else quote(MASK)
        self._fields = fields
        self._own = maker.own
        head = HEAD % (
            quote(maker.file), HOLE, NULL, Outcome.OPENED, NULL, f'"{HOLE}"', HOLE, HOLE, HOLE,
            "[]", HOLE, f'"{HOLE}"', f'"{HOLE}"', HOLE, NULL, NULL, NULL,
        )  # fmt: skip
        self._head = head.split(HOLE)
        columns = ",".join(f"{_percent(quote(name))}:%s" for name in maker.own_names)
        self._tail = TAIL % (NULL, f"{{{columns}}}")

    def line(
        self, number: int, cells: list[str], app_id: str | None, said: Said, findings: str
    ) -> bytes | None:
        """Return the line of a row.

        None where it may show the session key, or a cell is no text as it stands, but a formula.

        Args:
            number: The row's in its file.
            cells: One for each column; key, iv and data are clean.
            app_id: What the row has beside them.
            said: What its payload says.
            findings: What is told of it: as JSON, the items of a list.
        """
        kind, _, _, text, payload = said
        key, iv, data = self._fields(cells)
        shown = self._masked or quote(key)
        a, b, c, d, e, f, g, h, i, end = self._head
        head = (
            f"{a}{number}{b}{kind}{c}{payload}{d}{quote(text)}{e}{findings}"
            f"{f}{shown}{g}{iv}{h}{data}{i}{quote(app_id) if app_id else NULL}{end}"
        )
        tail = self._tail % tuple(map(quote, self._own(cells)))
        if self._masked:
            trace = trace_of(key)
            if trace in head or trace in tail:
                return None
        return None if FORMULA in tail else encoded(head) + encoded(tail)


def _percent(text: str) -> str:
    return text.replace("%", "%%")
