"""Columns: what each holds, as it was recognised or as a user says, and the rows of it."""

from __future__ import annotations

import pytest

from inspector.reports import MEANINGS, Columns
from inspector.reports.columns import RowMaker, unique, unwrapped
from inspector.tickets import Ticket
from tests.cli.running import mint

COLUMNS = Columns(("key", "iv", "data", "chat"), {"session_key": 0, "iv": 1}, (3,))


@pytest.mark.parametrize(
    ("wishes", "fields", "texts"),
    [
        ({}, {"session_key": 0, "iv": 1}, (3,)),
        ({"data": "encryptedData"}, {"session_key": 0, "iv": 1, "encryptedData": 2}, (3,)),
        ({"iv": "session_key"}, {"session_key": 1}, (3,)),
        ({"iv": "session_key", "key": "iv"}, {"session_key": 1, "iv": 0}, (3,)),
        ({"1": "other"}, {"iv": 1}, (3,)),
        ({"4": "encryptedData"}, {"session_key": 0, "iv": 1, "encryptedData": 3}, ()),
        ({"chat": "other"}, {"session_key": 0, "iv": 1}, ()),
        ({"key": "text", "data": "text"}, {"iv": 1}, (0, 2, 3)),
        ({"0": "iv", "5": "iv", "none": "iv", "": "iv"}, {"session_key": 0, "iv": 1}, (3,)),
    ],
)
def test_a_user_says_what_columns_hold_by_name_or_number(
    wishes: dict[str, str], fields: dict[str, int], texts: tuple[int, ...]
) -> None:
    made = COLUMNS.with_meanings(wishes)
    assert (made.names, dict(made.fields), made.texts) == (COLUMNS.names, fields, texts)
    for name, meaning in wishes.items():
        assert not made.has(name) or made.meaning(made.names.index(_name(name))) == meaning


def _name(name: str) -> str:
    return COLUMNS.names[int(name) - 1] if name.isdecimal() else name


def test_no_column_has_two_meanings_and_no_field_two_columns() -> None:
    for meaning in MEANINGS:
        for other in MEANINGS:
            made = COLUMNS.with_meanings({"key": meaning, "data": other})
            places = [*made.fields.values(), *made.texts]
            assert len(set(places)) == len(places)


def test_names_are_never_empty_and_never_alike() -> None:
    assert unique(["a", "", "a", '="a"', "a (2)", "  "]) == [
        "a",
        "column 2",
        "a (2)",
        "a (3)",
        "a (2) (2)",
        "column 6",
    ]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('="00123"', "00123"),
        ('="a ""b"""', 'a "b"'),
        ('=""', ""),
        ('="', '="'),
        ('=T("00123")', "00123"),
        ('="0012"&"3 ""4"""', '00123 "4"'),
        ('="00123" ', "00123"),
        ('="a"+1', '="a"+1'),
        ("=A1", "=A1"),
        ("", ""),
    ],
)
def test_a_text_that_was_written_as_a_formula_is_that_text(cell: str, text: str) -> None:
    assert unwrapped(cell) == text


def test_a_row_may_lack_cells_or_have_more_than_there_are_columns() -> None:
    made = mint()
    maker = RowMaker("f", Columns(("n", "iv", "d", "k"), {"iv": 1, "encryptedData": 2}))
    (short,) = maker.rows(4, ["7", made.iv or "", made.encrypted_data or ""])
    assert (short.number, dict(short.columns)) == (4, {"n": "7", "k": ""})
    assert short.ticket == Ticket(None, made.iv, made.encrypted_data)
    (wide,) = maker.rows(5, ["7", made.iv or "", made.encrypted_data or "", "x", "y"])
    assert dict(wide.columns) == {"n": "7", "k": "x", "column 5": "y"}
    assert wide.ticket == short.ticket


def test_what_columns_hold_comes_before_what_a_text_says() -> None:
    made, other = mint(), mint()
    text = f"session_key={other.session_key}&iv={made.iv}&encryptedData={made.encrypted_data}"
    maker = RowMaker("f", Columns(("key", "chat"), {"session_key": 0}, (1,)))
    (row,) = maker.rows(2, [made.session_key or "", text])
    assert row.ticket == Ticket(made.session_key, made.iv, made.encrypted_data)
    assert dict(row.columns) == {"chat": text}


def test_a_key_in_a_text_column_completes_the_row() -> None:
    made = mint()
    maker = RowMaker("f", Columns(("chat", "iv", "data"), {"iv": 1, "encryptedData": 2}, (0,)))
    (row,) = maker.rows(1, [f"session_key: {made.session_key}", made.iv, made.encrypted_data])
    assert row.ticket.session_key == made.session_key
    assert row.ticket.encrypted_data == made.encrypted_data
