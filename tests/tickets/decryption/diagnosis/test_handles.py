"""Handles pasted where a key or data belongs."""

from __future__ import annotations

import pytest

from inspector.tickets import Ticket, judge
from inspector.tickets.decryption.diagnosis.handles import find_handles, handle, handle_of
from inspector.tickets.decryption.search.pasted import Pasted

HANDLE = "3bf2d1c8-5e0a-4f7b-9c61-a70e94d2b815"


@pytest.mark.parametrize(
    ("text", "in_key", "elsewhere"),
    [
        (HANDLE, "own_session_id", "share_ticket_handle"),
        (f' "{HANDLE}",', "own_session_id", "share_ticket_handle"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl", "own_session_id", None),
        ("Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl", "own_session_id", None),
        ("s:Rw3xq0Yv8K2mPq7TzL5nB1cD.4fGh6jKl", "own_session_id", None),
        ("53_" + "aB-_" * 14, "cloud_id", "cloud_id"),
        ("033" + "aB1" * 9 + "Zz", "login_code", "login_code"),
        ("0a3" + "cB1" * 9 + "Zz", "login_code", "login_code"),
        ("0123456789abcdef" * 4, "phone_code", "phone_code"),
        ("0123456789abcdef" * 2, "app_secret", None),
        ("oGZUI0egBJY1zhBYw2KhdUfwVJJE", "open_id", "open_id"),
        ("wx4f4bc4dec97d474b", "app_id", "app_id"),
        ("undefined", "undefined_value", "undefined_value"),
        (" [object Object] ", "undefined_value", "undefined_value"),
        ("[object+Object]", "undefined_value", "undefined_value"),
        ("A" * 22 + "==", None, None),
        ("", None, None),
        ("x" * 500, None, None),
        ("0" * 100_000, None, None),
    ],
)
def test_what_a_text_is_instead(text: str, in_key: str | None, elsewhere: str | None) -> None:
    assert handle_of(text) == in_key
    assert handle_of(text, "iv") == handle_of(text, "encryptedData") == elsewhere


def test_the_data_comes_first() -> None:
    found = find_handles([Pasted("session_key", HANDLE), Pasted("encryptedData", HANDLE)])
    assert [finding.field for finding in found] == ["encryptedData", "session_key"]


def test_a_value_that_was_never_set_is_repeated() -> None:
    found = handle(Pasted("iv", " undefined\n"))
    assert found is not None
    assert found.parameters == {"value": "undefined"}


def test_what_is_something_else_is_not_said_to_be_a_field_in_another_form() -> None:
    """A UUID is made of hex digits, and yet no session key written in hex."""
    verdict = judge(Ticket(HANDLE, "VXkjL34imE/PKgFxl4X3eg==", "QUJD" * 16))
    assert verdict.cause == "own_session_id"
    assert verdict.repairs == ()
    assert "hex_decoded" not in {finding.code for finding in verdict.findings}
    assert verdict.fields["session_key"] == HANDLE
