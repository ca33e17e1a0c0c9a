"""Handles pasted where a key or data belongs."""

from __future__ import annotations

import pytest

from inspector.tickets.decryption.diagnosis.handles import find_handles, handle_of
from inspector.tickets.decryption.search.pasted import Pasted

HANDLE = "3bf2d1c8-5e0a-4f7b-9c61-a70e94d2b815"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (HANDLE, "share_ticket_handle"),
        (f' "{HANDLE}",', "share_ticket_handle"),
        ("53_" + "aB-_" * 14, "cloud_id"),
        ("033" + "aB1" * 9 + "Zz", "login_code"),
        ("0a3" + "cB1" * 9 + "Zz", "login_code"),
        ("0123456789abcdef" * 4, "login_code"),
        ("A" * 22 + "==", None),
        ("", None),
        ("x" * 500, None),
    ],
)
def test_what_a_text_is_instead(text: str, code: str | None) -> None:
    assert handle_of(text) == code


def test_the_data_comes_first() -> None:
    found = find_handles([Pasted("session_key", HANDLE), Pasted("encryptedData", HANDLE)])
    assert [finding.field for finding in found] == ["encryptedData", "session_key"]
