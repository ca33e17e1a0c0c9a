"""Which row of a table names its columns, and what the columns hold, seen from its first rows."""

from __future__ import annotations

import pytest

from inspector.reports.recognition import recognise
from tests.cli.running import Minted, mint


def chat(made: Minted) -> str:
    return f"打不开 session_key={made.session_key}&iv={made.iv}&encryptedData={made.encrypted_data}"


@pytest.mark.parametrize("title", ["session_key", "iv", "June"])
def test_a_title_above_a_table_is_no_header_whatever_it_says(title: str) -> None:
    rows = [[title, "", ""], ["工单", "客户", "描述"]]
    rows += [[str(n), "甲", chat(mint())] for n in range(3)]
    found = recognise(rows)
    assert found.header == 1
    assert found.columns.names == ("工单", "客户", "描述")
    assert (dict(found.columns.fields), found.columns.texts) == ({}, (2,))


def test_of_two_columns_the_one_with_the_surer_name_holds_a_field() -> None:
    made = [mint() for _ in range(3)]
    header = ["key", "session_key", "iv", "encryptedData"]
    rows = [["7", m.session_key, m.iv, m.encrypted_data] for m in made]
    fields = dict(recognise([header, *rows]).columns.fields)
    assert fields == {"session_key": 1, "iv": 2, "encryptedData": 3}


@pytest.mark.parametrize("order", ["kid", "ikd", "dik", "dki", "kdi", "id", "dk"])
def test_without_names_key_and_iv_are_told_apart_by_what_they_open(order: str) -> None:
    names = {"k": "session_key", "i": "iv", "d": "encryptedData"}
    rows = []
    for _ in range(4):
        made = mint()
        values = {"k": made.session_key, "i": made.iv, "d": made.encrypted_data}
        rows.append([values[each] for each in order])
    found = recognise(rows)
    assert found.header is None
    assert dict(found.columns.fields) == {names[each]: at for at, each in enumerate(order)}


def test_of_two_equal_headers_the_first_names_the_columns() -> None:
    head = ["session_key", "iv", "encryptedData"]
    assert recognise([head, ["", "", "x y"], head, ["", "", "x y"]]).header == 0


def test_names_that_stand_twice_are_no_header() -> None:
    assert recognise([["a", "a", "b"], ["1", "2", "3"], ["4", "5", "6"]]).header is None
