"""The words beside a field's name."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace

import pytest

from inspector.findings import Finding, Severity
from inspector.messages import Messages
from inspector.tickets import judge
from inspector.tickets.verdict import STORED
from inspector.window.ticket_panel.field_state import FieldState, field_state
from inspector.window.widgets.text import grouped
from tests.window.sealing import GROUP, sealed

ENGLISH = Messages("en")


def base64_of(size: int) -> str:
    return b64encode(bytes(size)).decode()


@pytest.mark.parametrize(
    ("name", "value", "text", "tone"),
    [
        ("iv", None, "", "plain"),
        ("iv", base64_of(16), "16 bytes", "plain"),
        ("session_key", base64_of(15), "15 bytes instead of 16 ✗", "err"),
        ("encryptedData", base64_of(112), "152 characters · 112 bytes", "plain"),
        ("appid", "wx123", "", "plain"),
        ("iv", "?", "1 character", "plain"),
    ],
)
def test_words_and_tone(name: str, value: str | None, text: str, tone: str) -> None:
    assert field_state(ENGLISH, name, value, None) == FieldState(text, tone)


def test_no_whole_blocks() -> None:
    state = field_state(ENGLISH, "encryptedData", base64_of(110), None)
    assert state.tone == "err"
    assert "not whole blocks of 16" in state.text


def test_what_decrypts_is_ticked_repaired_or_not() -> None:
    ticket = sealed(GROUP)
    for iv in (ticket.iv, f'"{ticket.iv}"'):
        verdict = judge(replace(ticket, iv=iv))
        assert field_state(ENGLISH, "iv", iv, verdict) == FieldState("16 bytes ✓", "ok")


@pytest.mark.parametrize("padding", ["", "=="])
def test_a_character_too_few_is_told_as_the_verdict_tells_it(padding: str) -> None:
    ticket = sealed(GROUP)
    iv = (ticket.iv or "")[:21] + padding
    verdict = judge(replace(ticket, iv=iv))
    assert verdict.cause == "iv_length"
    state = field_state(ENGLISH, "iv", iv, verdict)
    assert state == FieldState("21 characters instead of 22 ✗", "err")


def test_nothing_is_ticked_while_nothing_decrypts() -> None:
    ticket = replace(sealed(GROUP), session_key=sealed(GROUP).session_key)
    verdict = judge(ticket)
    assert field_state(ENGLISH, "iv", ticket.iv, verdict) == FieldState("16 bytes", "plain")
    key = field_state(ENGLISH, "session_key", ticket.session_key, verdict)
    assert key == FieldState("does not fit this data ✗", "err")


def test_app_id_and_signature_say_whether_they_match() -> None:
    ticket = replace(sealed(GROUP), app_id="wx0123456789abcdef", raw_data="{}", signature="0" * 40)
    verdict = judge(ticket)
    assert field_state(ENGLISH, "appid", ticket.app_id, verdict).text == "matches ✓"
    assert field_state(ENGLISH, "signature", ticket.signature, verdict).text == "does not match ✗"
    other = replace(ticket, app_id="wx" + "f" * 16)
    assert field_state(ENGLISH, "appid", other.app_id, judge(other)).text == "another one ✗"


def test_what_cannot_be_repaired_is_no_base64() -> None:
    ticket = replace(sealed(GROUP), iv="!!")
    state = field_state(ENGLISH, "iv", ticket.iv, judge(ticket))
    assert (state.tone, "not base64" in state.text) == ("err", True)


def test_a_huge_value_is_counted_without_being_decoded() -> None:
    state = field_state(ENGLISH, "encryptedData", "A" * 8_000_000 + "AAAA" * 16, None)
    assert state.text.startswith("8,000,064 characters")


def test_thousands_are_parted() -> None:
    assert [grouped(9_999), grouped(1_234_567)] == ["9,999", "1,234,567"]


def test_a_saved_verdict_ticks_nothing() -> None:
    ticket = sealed(GROUP)
    verdict = judge(ticket)
    saved = replace(verdict, findings=(Finding(STORED, Severity.WARNING), *verdict.findings))
    for name in ("session_key", "iv", "encryptedData"):
        assert field_state(ENGLISH, name, ticket.field(name), saved).tone == "plain"
