"""Rows of other programs give what files give."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from inspector.reports import KnownKey, open_rows
from inspector.tickets.masking.session_keys import MASK
from tests.cli.running import mint


def test_each_dict_gives_its_result_in_order() -> None:
    made = [mint({"openGId": f"G{n}"}) for n in range(700)]
    given: Iterator[dict[str, Any]] = ({"n": n, "note": None, **t.wire} for n, t in enumerate(made))
    results = list(open_rows(given))
    assert [each["payload"]["openGId"] for each in results] == [f"G{n}" for n in range(700)]
    assert results[6]["columns"] == {"n": "6", "note": ""}
    assert results[6]["fields"]["session_key"] == MASK
    assert results[6]["row"] == 7


def test_keys_are_tried_and_secrets_shown_on_demand() -> None:
    made = mint()
    row = {"user": "A", "iv": made.iv, "data": made.encrypted_data}
    (each,) = open_rows([row], [KnownKey(made.session_key, "k", 2)], show_secrets=True)
    assert each["outcome"] == "opened"
    assert each["fields"]["session_key"] == made.session_key
    assert each["key"]["file"] == "k"


def test_a_row_without_anything_is_a_result() -> None:
    (each,) = open_rows([{"a": 1}])
    assert each["outcome"] == "no_ticket"
    assert list(open_rows([])) == []
