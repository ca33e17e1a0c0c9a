"""Rows are judged in their order, alone or in a pool, and their keys stay hidden."""

from __future__ import annotations

import pytest

from inspector.reports import Row, Wishes, judge_rows
from inspector.reports import judging as module
from inspector.tickets import Ticket
from inspector.tickets.masking.session_keys import MASK
from tests.cli.running import Minted, mint


def row(number: int, made: Minted, **columns: str) -> Row:
    ticket = Ticket(made.session_key, made.iv, made.encrypted_data)
    return Row("r.csv", number, columns, ticket)


def test_a_row_gives_the_json_of_decode() -> None:
    made = mint({"openGId": "G1"})
    (result,) = judge_rows([row(7, made, user="A")], Wishes())
    assert (result.row.number, result.row.columns) == (7, {"user": "A"})
    assert result.data["outcome"] == "opened"
    assert result.data["payload"] == {"openGId": "G1"}


def test_a_key_is_masked_in_every_column() -> None:
    made = mint()
    rows = [row(1, made, note=f"key {made.session_key}.")]
    (masked,) = judge_rows(rows, Wishes())
    assert masked.row.columns == {"note": f"key {MASK}."}
    assert masked.data["fields"]["session_key"] == MASK
    (shown,) = judge_rows(rows, Wishes(show_secrets=True))
    assert shown.row.columns == {"note": f"key {made.session_key}."}
    assert shown.data["fields"]["session_key"] == made.session_key


def test_nothing_names_a_key_by_accident() -> None:
    made = mint()
    given = row(1, made, note=made.session_key)
    wishes = Wishes(keys=(made.session_key,))
    (result,) = judge_rows([given], wishes)
    assert made.session_key not in repr([given, wishes, result])


@pytest.mark.parametrize("rows_a_job", [1, 7, 100])
def test_a_pool_keeps_the_order(monkeypatch: pytest.MonkeyPatch, rows_a_job: int) -> None:
    monkeypatch.setattr(module, "ALONE", -1)
    monkeypatch.setattr(module, "CHUNK", rows_a_job)
    made = [mint({"openGId": f"G{n}"}) for n in range(40)]
    rows = [row(n, each) for n, each in enumerate(made)]
    results = list(judge_rows(rows, Wishes(), workers=2))
    assert [r.data["payload"]["openGId"] for r in results] == [f"G{n}" for n in range(40)]


def test_a_pool_ends_with_its_iterator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ALONE", -1)
    monkeypatch.setattr(module, "CHUNK", 2)
    results = judge_rows([row(n, mint()) for n in range(50)], Wishes(), workers=2)
    assert next(iter(results)).row.number == 0
    results.close()  # the fixture that looks for leaks does the rest
