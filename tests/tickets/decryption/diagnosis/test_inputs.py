"""What is wrong with the fields themselves."""

from __future__ import annotations

import pytest

from inspector.tickets.decryption.diagnosis.inputs import field_problem, missing, unreadable
from inspector.tickets.decryption.search.pasted import Pasted


@pytest.mark.parametrize(
    ("name", "text", "code", "count"),
    [
        ("session_key", "A" * 20, "session_key_length", 15),
        ("iv", "A" * 30, "iv_length", 22),
        ("encryptedData", "A" * 62, "encrypted_data_length", 46),
        ("iv", "A" * 10 + "#" + "A" * 11, "not_base64", 1),
        ("encryptedData", "A" * 30 + "…" + "A" * 30, "elided", None),
    ],
)
def test_problems(name: str, text: str, code: str, count: int | None) -> None:
    found = field_problem(Pasted(name, text))
    assert found is not None
    assert (found.code, found.field, found.parameters.get("count")) == (code, name, count)


def test_fields_without_problem() -> None:
    key = Pasted("session_key", "A" * 22 + "==")
    data = Pasted("encryptedData", "A" * 64)
    assert unreadable({"session_key": key, "encryptedData": data}) == []
    assert [f.code for f in missing({"session_key": key, "encryptedData": data})] == ["iv_missing"]


def test_the_place_of_a_foreign_character_is_counted_from_one() -> None:
    finding = field_problem(Pasted("iv", "AA*AAAAAAAAAAAAAAAAAAA=="))
    assert finding is not None
    assert (finding.code, finding.parameters["place"]) == ("not_base64", 3)
