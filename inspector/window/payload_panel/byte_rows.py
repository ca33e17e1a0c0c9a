"""The decrypted bytes as rows of 16: offsets, hex, and the characters where they begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from inspector.exact_json.members import IndexPath
from inspector.tickets import BlockState, Verdict
from inspector.tickets.fields import BLOCK
from inspector.window.payload_panel.json_ranges import place_of, trail_at

LONGEST_CHARACTER: Final = 4
"""Bytes of one character in UTF-8, at most."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One character, or a byte that is none, in the text column."""

    column: int
    """Of the byte that it begins at, 0 to 15."""
    width: int
    """How many bytes of this row it takes."""
    text: str
    """The character; `·` for a byte that cannot be shown."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Bytes and what is known of each block of them."""

    data: bytes = b""
    states: Sequence[BlockState] = ()

    def __len__(self) -> int:
        """Return how many rows there are: blocks missing at the end have theirs."""
        return max(-(-len(self.data) // BLOCK), len(self.states))

    def state(self, row: int) -> BlockState:
        """Return what is known of a block."""
        if row < len(self.states):
            return self.states[row]
        return BlockState.READABLE

    @property
    def first_wrong(self) -> int | None:
        """The first row that is corrupt or missing; None where there is none."""
        for state in (BlockState.CORRUPT, BlockState.MISSING):  # what is missing stands last
            if state in self.states:
                return self.states.index(state)
        return None

    def bytes(self, row: int) -> bytes:
        """Return the bytes of a row; none for a block that is missing."""
        return self.data[row * BLOCK : (row + 1) * BLOCK]

    def hex(self, row: int) -> str:
        """Return a row as hex digits, `··` where bytes are missing."""
        found = self.bytes(row).hex(" ")
        return found or " ".join(["··"] * BLOCK)

    def cells(self, row: int) -> list[Cell]:
        """Return the characters of a row; one that began in the row before leaves a gap."""
        if self.state(row) is BlockState.CORRUPT:
            return [Cell(n, 1, _ascii(byte)) for n, byte in enumerate(self.bytes(row))]
        start = row * BLOCK
        column = self._first_column(start)
        cells = []
        chunk = self.data[start : start + BLOCK + LONGEST_CHARACTER]
        here = len(self.bytes(row))
        while column < here:
            text, width = _character(chunk, column)
            cells.append(Cell(column, min(width, here - column), text))
            column += width
        return cells

    def text(self, row: int) -> str:
        """Return the characters of a row as one text."""
        return "".join(cell.text for cell in self.cells(row))

    def _first_column(self, start: int) -> int:
        """Return where the first character begins that does not belong to the row before."""
        for back in range(1, min(LONGEST_CHARACTER, start + 1)):
            text, width = _character(self.data[start - back : start + LONGEST_CHARACTER], 0)
            if text != "·" and width > back:
                return width - back
        return 0


def _ascii(byte: int) -> str:
    """Return the character of a byte of noise, where chance pieces of UTF-8 mean nothing."""
    return chr(byte) if 0x20 <= byte < 0x7F else "·"


def _character(data: bytes, at: int) -> tuple[str, int]:
    """Return the character that begins at a byte and its width; `·` where none does."""
    first = data[at]
    if first < 0x80:
        return (chr(first), 1) if chr(first).isprintable() else ("·", 1)
    width = 2 if first < 0xE0 else 3 if first < 0xF0 else 4
    try:
        text = data[at : at + width].decode("utf-8")
    except UnicodeDecodeError:
        return "·", 1
    return (text, width) if len(text) == 1 and text.isprintable() else ("·", width)


def rows_of(verdict: Verdict | None) -> Rows:
    """Return the rows of what a ticket was decrypted to."""
    if verdict is None or verdict.data is None:
        return Rows()
    return Rows(verdict.data, verdict.blocks)


def byte_place(
    verdict: Verdict, is_text: bool, trail: IndexPath, cancelled: Callable[[], bool]
) -> tuple[IndexPath, tuple[int, int] | None]:
    """Return first byte and one past the last of a member; None where they do not show it."""
    text, data = verdict.plaintext, verdict.data
    if text is None or data is None:
        return trail, None
    if is_text:
        return trail, (0, len(text.encode("utf-8", "surrogatepass")))
    place = place_of(text, trail, cancelled)
    if place is None:
        return trail, None
    start = len(text[: place.start].encode("utf-8", "surrogatepass"))
    member = text[place.start : place.end].encode("utf-8", "surrogatepass")
    found = data[start : start + len(member)] == member
    return trail, (start, start + len(member)) if found else None


def byte_trail(verdict: Verdict, offset: int, cancelled: Callable[[], bool]) -> IndexPath | None:
    """Return the member that a byte belongs to; None where there is none."""
    if verdict.plaintext is None or verdict.data is None:
        return None
    before = verdict.data[:offset].decode("utf-8", "ignore")
    return trail_at(verdict.plaintext, len(before), cancelled)
