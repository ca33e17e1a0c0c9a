"""Handles pasted where a key or data belongs."""

from __future__ import annotations

from uuid import uuid4

import pytest

from inspector.tickets.decryption.diagnosis.handles import find_handles, handle_of
from inspector.tickets.decryption.search.pasted import Pasted


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (str(uuid4()), "share_ticket_handle"),
        (f' "{uuid4()}",', "share_ticket_handle"),
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
    handle = str(uuid4())
    found = find_handles([Pasted("session_key", handle), Pasted("encryptedData", handle)])
    assert [finding.field for finding in found] == ["encryptedData", "session_key"]
