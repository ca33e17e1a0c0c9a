"""Rows of bytes: hex, characters and what is known of each block."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inspector.exact_json.parsing import parse
from inspector.tickets import BlockState, Outcome, Verdict
from inspector.tickets.fields import BLOCK
from inspector.window.payload_panel.byte_rows import Rows, byte_place, byte_trail
from tests.window.sealing import sealed


def verdict_of(text: str) -> Verdict:
    ticket = sealed(text)
    data = text.encode()
    return Verdict(ticket, ticket, Outcome.OPENED, None, parse(text), text, data)


@given(st.binary(max_size=100))
def test_the_rows_hold_every_byte_once(data: bytes) -> None:
    rows = Rows(data)
    assert b"".join(rows.bytes(row) for row in range(len(rows))) == data
    assert " ".join(rows.hex(row) for row in range(len(rows))) == data.hex(" ")


@given(st.binary(max_size=100) | st.text(max_size=60).map(str.encode))
def test_cells_never_overlap_nor_leave_their_row(data: bytes) -> None:
    rows = Rows(data)
    for row in range(len(rows)):
        end = 0
        for cell in rows.cells(row):
            assert cell.column >= end
            end = cell.column + cell.width
            assert end <= len(rows.bytes(row))


@given(st.text(alphabet=st.characters(categories=["L", "N"]), max_size=60))
def test_readable_text_is_read_across_rows(text: str) -> None:
    rows = Rows(text.encode())
    assert "".join(rows.text(row) for row in range(len(rows))) == text


def test_missing_blocks_have_rows() -> None:
    rows = Rows(b"x" * BLOCK, (BlockState.READABLE, BlockState.MISSING))
    assert len(rows) == 2
    assert rows.state(1) is BlockState.MISSING
    assert rows.hex(1) == " ".join(["··"] * BLOCK)
    assert rows.text(1) == ""


def test_a_member_and_its_bytes_find_each_other() -> None:
    text = '{"昵称": "群聊", "n": 12}'
    verdict = verdict_of(text)
    _, place = byte_place(verdict, False, (1,), bool)
    assert place is not None
    assert verdict.data is not None
    assert verdict.data[slice(*place)] == b'"n": 12'
    assert byte_trail(verdict, place[0] + 5, bool) == (1,)
    _, name = byte_place(verdict, False, (0,), bool)
    assert name is not None
    assert verdict.data[slice(*name)].decode() == '"昵称": "群聊"'


def test_bytes_that_say_something_else_are_not_marked() -> None:
    text = '{"a": 1}'
    ticket = sealed(text)
    verdict = Verdict(ticket, ticket, Outcome.PARTLY, None, parse(text), text, b"\0" * 16)
    assert byte_place(verdict, False, (0,), bool) == ((0,), None)


def test_no_control_character_is_shown_as_itself() -> None:
    data = bytes(range(32)) + b"\x7f"
    rows = Rows(data, (BlockState.CORRUPT,) * 3)
    shown = "".join(rows.text(row) for row in range(len(rows)))
    assert not any(ord(each) < 0x20 or ord(each) == 0x7F for each in shown)
