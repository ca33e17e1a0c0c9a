"""The banner says what is so, and its buttons do it."""

from __future__ import annotations

import hashlib
import secrets
from base64 import b64encode
from dataclasses import replace

from PySide6.QtWidgets import QLabel, QPushButton, QTreeView

from inspector.findings import Finding, Severity
from inspector.messages import Messages
from inspector.tickets import Outcome, Proposal, Ticket, Verdict, read
from inspector.tickets.capture.neighbours.verdict import without_ticket
from inspector.tickets.cases.case_verdict import read_verdict, write_verdict
from inspector.window.proposals import proposal_titles
from inspector.window.verdict_banner.words import verdict_words
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


def marks(hand: LeftHand) -> list[str]:
    return [mark.text for mark in hand.banner.words.marks]


def other_key() -> str:
    return b64encode(secrets.token_bytes(16)).decode()


def test_an_empty_window_says_what_to_paste(hand: LeftHand) -> None:
    assert not hand.banner.isVisible()
    texts = [label.text() for label in hand.window.findChildren(QLabel) if label.isVisible()]
    assert "Text that holds the three fields" in texts
    titles = {b.text() for b in hand.window.findChildren(QPushButton) if b.isVisible()}
    assert {"Paste", "Try a sample", "Open files…"} <= titles


def test_opened_is_not_verified(hand: LeftHand) -> None:
    assert show(hand, sealed(GROUP)) == "Decrypted · Group share"
    assert hand.banner.words.tone == "ok"
    assert marks(hand) == ["No AppID given, not checked", "No signature given, not checked"]


def test_app_id_and_signature_have_marks_of_their_own(hand: LeftHand) -> None:
    ticket, raw = sealed(GROUP), '{"nickName":"x"}'
    signature = hashlib.sha1((raw + (ticket.session_key or "")).encode()).hexdigest()
    show(hand, replace(ticket, app_id=APP_ID, raw_data=raw, signature=signature))
    assert marks(hand) == ["AppID matches", "Signature matches"]
    show(hand, replace(ticket, app_id="wx" + "f" * 16, raw_data=raw, signature="0" * 40))
    assert marks(hand) == [f"AppID is another one: {APP_ID}", "Signature does not match"]
    assert hand.banner.words.tone == "warn"


def test_a_saved_verdict_vouches_for_nothing() -> None:
    mark = {"appid": APP_ID, "timestamp": 1}
    ticket = Ticket(None, None, None, app_id=APP_ID)
    seen = Verdict(ticket, ticket, Outcome.OPENED, "group_share", {"watermark": mark})
    written = write_verdict(seen)
    words = verdict_words(Messages("en"), read_verdict(written, ticket))
    assert (words.tone, words.headline) == ("info", "Saved verdict: Decrypted · Group share")
    assert [mark.tone for mark in words.marks] == ["plain", "plain"]
    assert "nothing was decrypted or checked here" in words.meaning


def test_a_wrong_key_says_what_to_do_and_what_sdks_answer(hand: LeftHand) -> None:
    show(hand, replace(sealed(GROUP), session_key=other_key()))
    words = hand.banner.words
    assert words.tone == "err"
    assert "wx.login" in " ".join(words.steps)
    assert ("plain", "SDKs return -41003 here.") in words.details
    assert "Load key file…" in buttons(hand)
    buttons(hand)["Replace session_key"].click()
    assert hand.key.hasFocus()
    assert hand.key.hasSelectedText()


def test_a_key_seen_before_is_tried_and_taken_at_a_click(hand: LeftHand) -> None:
    ticket = replace(sealed(GROUP), label="chat 7")
    show(hand, ticket)
    hand.state.clear()
    show(hand, replace(ticket, session_key=other_key()))
    assert hand.banner.words.tone == "err"
    assert (
        "A session_key used since you opened the window decrypts it." in hand.banner.words.meaning
    )
    assert "chat 7" in hand.banner.words.spoken
    buttons(hand)["Use this session_key"].click()
    assert hand.key.text() == ticket.session_key
    hand.verdict()
    assert hand.banner.words.headline == "Decrypted · Group share"


def test_keys_that_were_tried_in_vain_are_counted(hand: LeftHand) -> None:
    hand.state.add_keys([other_key(), other_key()], "keys.txt")
    show(hand, replace(sealed(GROUP), session_key=other_key()))
    assert "None of the 2 other session_keys" in hand.banner.words.meaning


def test_what_is_missing_is_named(hand: LeftHand) -> None:
    show(hand, replace(sealed(GROUP), session_key=None, iv=None))
    assert hand.banner.words.headline == "Still missing: session_key, iv"
    assert hand.banner.words.tone == "info"


def test_damage_is_partly_opened_with_the_rest_readable(hand: LeftHand) -> None:
    ticket = sealed(GROUP)
    data = ticket.encrypted_data or ""
    headline = show(hand, replace(ticket, encrypted_data=data[:64] + "AAAA" + data[68:]))
    assert headline.startswith("Partly decrypted · ")
    assert any(mark.tone == "err" for mark in hand.field("encryptedData").edit.marks)


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
    assert hand.banner.words.headline == "No share data was found in what was pasted"


def test_a_text_without_a_ticket_takes_the_place_of_the_ticket_before(hand: LeftHand) -> None:
    ticket = sealed(GROUP)
    hand.paste(hand.capture, as_json(ticket))
    hand.verdict()
    hand.paste(hand.capture, "")
    hand.find(QPushButton, "editCaptureButton").click()
    hand.capture.selectAll()
    hand.paste(hand.capture, '{"errMsg":"getShareInfo:fail no permission"}')
    hand.wait(lambda: "getShareInfo" in hand.banner.words.headline)
    assert hand.key.text() == hand.iv.text() == hand.data.toPlainText() == ""
    assert hand.find(QTreeView, "payloadTree").model().rowCount() == 0
    assert not hand.find(QLabel, "headlineValue").isVisible()
    hand.undo()
    hand.wait(lambda: hand.key.text() == ticket.session_key)
    assert hand.verdict().outcome is Outcome.OPENED


def test_a_payload_that_was_decrypted_already_is_shown(hand: LeftHand) -> None:
    hand.paste(hand.capture, GROUP)
    hand.wait(lambda: hand.state.verdict is not None)
    assert "decrypted already" in hand.banner.words.headline
    assert hand.find(QLabel, "headlineValue").text() == "tGmade-up-for-this-test_12345"
    assert hand.find(QTreeView, "payloadTree").model().rowCount() == 2
    assert hand.banner.words.marks == ()


def test_a_pasted_path_goes_into_the_builder_at_a_click(hand: LeftHand) -> None:
    hand.paste(hand.capture, "/pages/detail/detail?id=7&from=%E7%BE%A4")
    hand.wait(lambda: "Use in Share path" in buttons(hand))
    buttons(hand)["Use in Share path"].click()
    assert hand.window.workspace == "share_path"
    path = hand.window.state.path.draft.share_path
    assert (path.page, [p.value for p in path.parameters]) == ("pages/detail/detail", ["7", "群"])


def test_typed_fields_stay_beside_a_text_without_a_ticket(hand: LeftHand) -> None:
    hand.type(hand.iv, "typed")
    hand.paste(hand.capture, "nothing of the kind")
    hand.wait(lambda: hand.sheet.read)
    assert hand.iv.text() == "typed"


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
    show(hand, replace(ticket, app_id=APP_ID))
    assert any("<b>bold</b>" in mark for mark in marks(hand))


def test_a_capture_with_a_wrong_key_names_it(hand: LeftHand) -> None:
    ticket = replace(sealed(GROUP), session_key=other_key())
    hand.paste(hand.capture, as_json(ticket))
    assert hand.verdict().cause == "session_key_wrong"
    assert hand.banner.words.tone == "err"


def test_the_headline_of_an_error_is_its_likeliest_cause() -> None:
    for language, stop in (("en", "encrypted with"), ("zh_CN", "加密时所用的那个")):
        verdict = without_ticket(read("Error: Illegal Buffer"))
        words = verdict_words(Messages(language), verdict)
        heading, *others = words.meaning.splitlines()
        assert words.headline.endswith(stop)
        assert heading.endswith((":", "："))
        assert len(others) == 4
        assert words.steps


def test_several_ivs_that_are_proposed_are_told_apart(hand: LeftHand) -> None:
    good, other = sealed(GROUP), sealed(GROUP)
    proof = Finding("proof_opens", Severity.INFO, "encryptedData", {"count": 8})
    proposals = [
        Proposal("typo_corrected", {"iv": good.iv}, proof),
        Proposal("typo_corrected", {"iv": other.iv}, proof),
        Proposal("fields_swapped", {"iv": good.iv, "session_key": other.session_key}, proof),
    ]
    titles = proposal_titles(hand.window.context.messages, proposals)
    assert titles == [f"Use iv {good.iv}", f"Use iv {other.iv}", "Swap the fields"]
    assert proposal_titles(hand.window.context.messages, proposals[1:])[0] == (
        "Use the corrected value"
    )
