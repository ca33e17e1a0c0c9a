from __future__ import annotations

import dataclasses
import json
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.exact_json.parsing import parse
from inspector.findings import Finding, Severity
from inspector.tickets import Outcome, Proposal, Ticket, Verdict
from inspector.tickets.masking.personal_data import Redaction, Shown

KEY, IV = "AAECAwQFBgcICQoLDA0ODw==", "Dw4NDAsKCQgHBgUEAwIBAA=="
ID_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
IDS = st.text(ID_CHARACTERS, min_size=20, max_size=30).filter(
    lambda text: len(set(text)) > 9 and sum(map(str.isdigit, text)) > 2
)
PHONES = st.text("0123456789", min_size=8, max_size=13).filter(
    lambda text: len(text) != 10 and text[0] != "0"
)
NAMES = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=4, max_size=9)


def opened(payload: Any, kind: str | None, **fields: str | None) -> Verdict:
    ticket = Ticket(KEY, IV, "QUJD" * 40, **fields)
    text = payload if isinstance(payload, str) else json.dumps(payload)
    return Verdict(ticket, ticket, Outcome.OPENED, kind, payload, text, data=text.encode())


def everything(verdict: Verdict) -> str:
    proposals = [dict(proposal.fields) for proposal in verdict.proposals]
    proofs = (proposal.proof for proposal in verdict.proposals)
    parameters = [dict(finding.parameters) for finding in (*verdict.findings, *proofs)]
    return json.dumps([verdict.to_dict(), proposals, parameters], ensure_ascii=False)


@given(IDS, IDS, PHONES, NAMES, st.sampled_from([Outcome.OPENED, Outcome.PARTLY]))
def test_no_sensitive_value_leaks(
    open_id: str, union_id: str, phone: str, name: str, outcome: Outcome
) -> None:
    payload = {
        "openId": open_id,
        "unionId": union_id,
        "phoneNumber": phone,
        "nickName": name,
        "avatarUrl": f"https://avatars.example/{open_id}/132",
        "newIdentifier": open_id[::-1],
        "contact": {"mobile": int(phone), "list": [union_id[::-1], {phone: True}]},
        union_id + "9": 1,
    }
    raw = json.dumps({"nickName": name, "avatarUrl": "x://" + union_id})
    verdict = dataclasses.replace(
        opened(payload, "user_info", raw_data=raw, label=name, share_ticket=open_id),
        outcome=outcome,
        findings=(Finding("x", Severity.INFO, None, {"a": f"{name}: {quote(open_id)}", "b": 1}),),
        proposals=(Proposal("y", {"iv": open_id}, Finding("z", Severity.INFO, None, {"c": name})),),
    )
    masked = everything(Redaction().verdict(verdict))
    for secret in (open_id, union_id, phone, name, KEY, KEY.rstrip("="), "QUJDQUJD"):
        assert secret not in masked
        assert secret[::-1] not in masked or secret == phone
        assert json.dumps(secret)[1:-1] not in masked


@given(IDS, st.integers(0, 40), st.integers(0, 40))
def test_nothing_leaks_from_a_text_in_pieces(secret: str, start: int, end: int) -> None:
    app_id = "wx0a1b2c3d4e5f6789"
    text = f'{{"openGId":"~{secret}","watermark":{{"timestamp":1535624932,"appid":"{app_id}"}}}}'
    piece = "\ufffd" * start + text[start : len(text) - end]
    verdict = dataclasses.replace(opened({}, None), outcome=Outcome.PARTLY, payload=None,
                                  plaintext=piece)  # fmt: skip
    masked = Redaction().verdict(verdict).plaintext or ""
    left = secret[max(start - 13, 0) :]
    assert len(left) < 4 or left not in masked
    assert (app_id in masked) is (end <= 3)


def test_equal_values_stay_recognisable_across_verdicts() -> None:
    redaction = Redaction()
    first = redaction.verdict(opened({"openGId": "G-1", "watermark": {"appid": "wx"}}, None))
    payloads = [{"opengid": "G-2"}, {"opengid": "G-1"}, {"openGId": "G-2"}]
    others = [redaction.verdict(opened(payload, "group_enter")).payload for payload in payloads]
    assert first.payload == {"openGId": "openGId#1", "watermark": {"appid": "wx"}}
    assert others == [{"opengid": "opengid#1"}, {"opengid": "openGId#1"}, {"openGId": "opengid#1"}]


def test_what_names_nobody_is_kept() -> None:
    mark = {"timestamp": 1535624932, "appid": "wx0123456789abcdef"}
    payload = {"stepInfoList": [{"timestamp": 1535624932, "step": 812}], "watermark": mark}
    verdict = Redaction().verdict(opened(payload, "we_run", app_id="wx0123456789abcdef"))
    assert verdict.payload == {
        "stepInfoList": [{"timestamp": 1535624932, "step": "step#1"}],
        "watermark": mark,
    }
    assert verdict.ticket.app_id == "wx0123456789abcdef"
    assert verdict.ticket.iv == IV
    kept = {"new": "words in a sentence", "count": 5, "ok": True, "none": None, "empty": ""}
    assert Redaction().value(kept) == kept
    assert Redaction().value({"createTime": 1535624932, "total": 15356249321}) == {
        "createTime": 1535624932,
        "total": "total#1",
    }


def test_a_text_payload_is_masked_whole() -> None:
    activity = "1151_" + "oAbc+d-e_" * 9
    verdict = Redaction().verdict(opened(activity, "activity_id"))
    assert (verdict.payload, verdict.plaintext) == ("activity_id#1", "activity_id#1")


def test_keys_and_personal_data_are_two_choices() -> None:
    payload = {"openGId": "G-12345", KEY: {"of": [KEY]}}
    verdict = opened(payload, "group_share", raw_data=f'{{"k":"{KEY}"}}')
    personal = Redaction(Shown(personal=True)).verdict(verdict)
    assert personal.payload == {"openGId": "G-12345", "session_key#1": {"of": ["session_key#1"]}}
    assert personal.ticket.encrypted_data == verdict.ticket.encrypted_data
    assert KEY not in everything(personal)
    keys = Redaction(Shown(keys=True)).verdict(verdict)
    assert keys.ticket.session_key == KEY
    assert "G-12345" not in everything(keys)
    assert personal.data is keys.data is None  # the bytes hold both
    assert Redaction(Shown(personal=True, keys=True)).verdict(verdict) is verdict


def test_a_key_that_is_the_iv_too_is_masked_in_both_places() -> None:
    ticket = Ticket(KEY, KEY, "QUJD")
    verdict = Redaction().verdict(Verdict(ticket, ticket, Outcome.OPENED))
    assert verdict.ticket.iv == verdict.ticket.session_key == "session_key#1"


def test_fields_in_each_others_places_are_masked() -> None:
    ticket = Ticket("QUJD" * 40, KEY, IV, app_id="not an app id", label=KEY)
    verdict = Redaction().verdict(Verdict(ticket, ticket, Outcome.NOT_OPENED))
    assert KEY not in everything(verdict)


@pytest.mark.parametrize("place", ["signature", "app_id"])
def test_only_what_has_the_form_of_its_field_is_shown(place: str) -> None:
    harmless = {"signature": "75e81ceda165f4ffa64f4068af58c64b8f54b88c", "app_id": "wx" + "0a" * 8}
    for value in ("Mei 13800138000", KEY, "oQ9z_mei-0123456789ABCDEFGHI", harmless[place]):
        ticket = dataclasses.replace(Ticket(KEY, IV, "QUJD"), **{place: value})
        for outcome in (Outcome.OPENED, Outcome.NOT_OPENED):
            masked = Redaction().verdict(Verdict(ticket, ticket, outcome)).ticket
            assert (getattr(masked, place) == value) is (value == harmless[place])


def test_repeated_names_stay_repeated() -> None:
    verdict = opened({}, "group_share")
    payload = parse('{"openGId":"one-1234","openGId":"two-1234"}')
    verdict = dataclasses.replace(verdict, payload=payload, plaintext="x")
    assert Redaction().verdict(verdict).plaintext == '{"openGId":"openGId#1","openGId":"openGId#2"}'


@pytest.mark.parametrize("payload", [[[[]]], "", 0, None, {}, {"a": [1, {"b": "c"}]}, -5])
def test_every_value_can_be_masked(payload: Any) -> None:
    assert Redaction().value(payload) == payload


def test_deep_values_are_masked_whole() -> None:
    value: Any = ["G-123456789"]
    for _ in range(500):
        value = [value]
    assert "G-123456789" not in repr(Redaction().value(value))


def test_keys_of_one_verdict_are_masked_in_all_others() -> None:
    redaction = Redaction()
    ticket = Ticket("EBESExQVFhcYGRobHB0eHw==", IV, "QUJD")
    redaction.learn(Verdict(ticket, ticket, Outcome.OPENED))
    verdict = opened({"text": f"the key is {ticket.session_key}!"}, None)
    assert redaction.verdict(verdict).payload == {"text": "the key is session_key#1!"}
