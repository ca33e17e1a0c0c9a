"""Each row of the table is whole, and each code has its sentences."""

from __future__ import annotations

import re

from inspector import assets
from inspector.findings import Finding, Severity
from inspector.messages import LANGUAGES, speaking
from inspector.tickets.capture.neighbours.table import FUNCTIONS, neighbours

ALL = {
    "already_decrypted", "api_failed", "server_error", "no_share_ticket", "phone_code",
    "login_code", "cloud_id", "share_ticket_handle", "open_id", "app_id", "app_secret",
    "undefined_value", "own_session_id", "message_push", "pay_notice", "api_encryption",
    "other_scheme", "empty_encrypted_data", "share_path",
}  # fmt: skip


def test_every_code_has_its_row_and_its_sentences() -> None:
    assert {row.code for row in neighbours()} >= ALL
    for row in neighbours():
        for language in LANGUAGES:
            words = speaking(language).finding(Finding(row.code, Severity.ERROR))
            assert words.text
            assert words.advice


def test_every_row_says_how_it_is_recognised() -> None:
    table = assets.table("neighbours")
    used = set()
    for row in table["rows"]:
        assert row.keys() & {"form", "members", "text", "by"}
        assert row.get("form", "own_session_id") in table["forms"]
        assert row.get("by", "path") in FUNCTIONS
        used.add(row.get("by"))
        for wanted in row.get("members", ()):
            for names, pattern in wanted.items():
                assert re.fullmatch("[a-z0-9|]+", names)
                re.compile(pattern)
        for pattern in row.get("reasons", ()):
            re.compile(pattern)
        assert "" in row.get("reasons", {"": ""})
    assert used - {None} == set(FUNCTIONS)
