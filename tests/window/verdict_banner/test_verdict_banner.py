"""The banner says what is so, and its buttons do it."""

from __future__ import annotations

import hashlib
import secrets
from base64 import b64encode
from dataclasses import replace

from PySide6.QtWidgets import QLabel, QPushButton

from inspector.tickets import Ticket
from tests.window.left_hand import LeftHand, as_json
from tests.window.sealing import GROUP, sealed

APP_ID = "wx0123456789abcdef"


def show(hand: LeftHand, ticket: Ticket) -> str:
    """Load a ticket and return what the banner says once it is judged."""
    hand.state.load([ticket])
    hand.verdict()
    return hand.banner.words.headline


def buttons(hand: LeftHand) -> dict[str, QPushButton]:
    found = hand.banner.findChildren(QPushButton)
    return {button.text(): button for button in found if button.isVisibleTo(hand.banner)}


def chips(hand: LeftHand) -> list[str]:
    return [text for _, text in hand.banner.words.chips]


def other_key() -> str:
    return b64encode(secrets.token_bytes(16)).decode()


def test_an_empty_window_says_what_to_paste(hand: LeftHand) -> None:
    assert hand.banner.words.headline == "Paste a ticket to see what it says"
    assert "Open files …" in buttons(hand)


def test_opened_is_not_verified(hand: LeftHand) -> None:
    assert show(hand, sealed(GROUP)) == "Opened · Group share"
    assert hand.banner.words.tone == "ok"
    assert chips(hand) == [f"App id {APP_ID}, not compared", "No signature to check"]


def test_app_id_and_signature_have_marks_of_their_own(hand: LeftHand) -> None:
    ticket, raw = sealed(GROUP), '{"nickName":"x"}'
    signature = hashlib.sha1((raw + (ticket.session_key or "")).encode()).hexdigest()
    show(hand, replace(ticket, app_id=APP_ID, raw_data=raw, signature=signature))
    assert chips(hand) == ["✓ App id matches", "✓ Signature matches"]
    show(hand, replace(ticket, app_id="wx" + "f" * 16, raw_data=raw, signature="0" * 40))
    assert chips(hand) == [f"✗ App id is another one: {APP_ID}", "✗ Signature does not match"]
    assert hand.banner.words.tone == "warn"


def test_a_wrong_key_says_what_to_do_and_what_sdks_answer(hand: LeftHand) -> None:
    show(hand, replace(sealed(GROUP), session_key=other_key()))
    words = hand.banner.words
    assert words.tone == "err"
    assert "wx.login" in words.meaning
    assert "-41003" in words.sdk
    assert "Load key file …" in buttons(hand)


def test_a_key_seen_before_is_tried_and_taken_at_a_click(hand: LeftHand) -> None:
    ticket = replace(sealed(GROUP), label="chat 7")
    show(hand, ticket)
    hand.state.clear()
    show(hand, replace(ticket, session_key=other_key()))
    assert hand.banner.words.tone == "err"
    assert "Another session key of this sitting opens it." in hand.banner.words.meaning
    assert "chat 7" in hand.banner.words.spoken
    buttons(hand)["Use this session key"].click()
    assert hand.key.text() == ticket.session_key
    hand.verdict()
    assert hand.banner.words.headline == "Opened · Group share"


def test_keys_that_were_tried_in_vain_are_counted(hand: LeftHand) -> None:
    hand.state.add_keys([other_key(), other_key()], "keys.txt")
    show(hand, replace(sealed(GROUP), session_key=other_key()))
    assert "None of the 2 other session keys" in hand.banner.words.meaning


def test_what_is_missing_is_named(hand: LeftHand) -> None:
    show(hand, replace(sealed(GROUP), session_key=None, iv=None))
    assert hand.banner.words.headline == "Still missing: session_key, iv"
    assert hand.banner.words.tone == "info"


def test_damage_is_partly_opened_with_the_rest_readable(hand: LeftHand) -> None:
    ticket = sealed(GROUP)
    data = ticket.encrypted_data or ""
    headline = show(hand, replace(ticket, encrypted_data=data[:64] + "AAAA" + data[68:]))
    assert headline.startswith("Partly opened · ")
    assert any(mark.tone == "err" for mark in hand.field("encryptedData").edit.marks)


def test_repairs_are_applied_at_a_click(hand: LeftHand) -> None:
    ticket = sealed(GROUP)
    show(hand, replace(ticket, iv=f' "{ticket.iv}", '))
    assert hand.banner.words.headline.startswith("Opened after ")
    next(b for title, b in buttons(hand).items() if title.startswith("Apply")).click()
    assert hand.iv.text() == ticket.iv


def test_it_is_heard_as_it_is_read(hand: LeftHand) -> None:
    show(hand, replace(sealed(GROUP), session_key=other_key()))
    spoken = hand.banner.accessibleName()
    shown = [
        label.text() for label in hand.banner.findChildren(QLabel) if label.isVisibleTo(hand.banner)
    ]
    assert all(text in spoken for text in shown if text)


def test_text_without_a_ticket_is_told(hand: LeftHand) -> None:
    hand.paste(hand.capture, "nothing of the kind")
    hand.wait(lambda: hand.banner.words.tone == "info")
    assert hand.banner.words.headline == "No ticket was found in what was pasted"


def test_every_finding_can_be_reached(hand: LeftHand) -> None:
    ticket = sealed('{"openGId":"a","openGId":"b"}')
    show(hand, ticket)
    verdict = hand.verdict()
    messages = hand.window.context.messages
    spoken = hand.banner.words.spoken
    assert len(verdict.findings) > 1
    for finding in verdict.findings:
        assert messages.finding(finding).text in spoken


def test_hostile_text_is_shown_as_text(hand: LeftHand) -> None:
    ticket = sealed('{"watermark":{"appid":"<b>bold</b><img src=x>","timestamp":1}}')
    show(hand, ticket)
    for label in hand.banner.findChildren(QLabel):
        assert not label.text() or label.textFormat().name == "PlainText"
    assert any("<b>bold</b>" in chip for chip in chips(hand))


def test_a_capture_with_a_wrong_key_names_it(hand: LeftHand) -> None:
    ticket = replace(sealed(GROUP), session_key=other_key())
    hand.paste(hand.capture, as_json(ticket))
    assert hand.verdict().cause == "session_key_wrong"
    assert hand.banner.words.tone == "err"
