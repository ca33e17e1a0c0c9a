"""What was changed is told, placed and proposed."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from inspector.findings import Severity
from inspector.tickets import Outcome, judge
from inspector.tickets.damage import Sealed
from inspector.tickets.decryption.base64_text import encode
from tests.tickets.payloads import KINDS, app_id_of, text_of

NOW = 1_800_000_000


def sealed(seed: int = 21) -> Sealed:
    random = Random(seed)
    text = text_of(KINDS["user_info"](random))
    return Sealed.fresh(text, random, app_id_of(text))


def test_every_repair_is_a_warning_too() -> None:
    ticket = sealed().ticket
    pasted = replace(ticket, iv=f'"{ticket.iv}",', encrypted_data=f"\ufeff{ticket.encrypted_data}")
    verdict = judge(pasted, now=NOW)
    told = {(repair.code, repair.field) for repair in verdict.repairs}
    assert told == {("quotes_removed", "iv"), ("invisible_removed", "encryptedData")}
    warned = {(f.code, f.field) for f in verdict.findings if f.severity is Severity.WARNING}
    assert told <= warned
    assert verdict.cause is None
    assert verdict.proposals[0].fields == {"iv": ticket.iv, "encryptedData": ticket.encrypted_data}


def test_swapped_fields_are_proposed_together() -> None:
    ticket = sealed().ticket
    verdict = judge(replace(ticket, session_key=ticket.iv, iv=ticket.session_key), now=NOW)
    assert {r.field for r in verdict.repairs if r.code == "fields_swapped"} == {"session_key", "iv"}
    (proposal,) = verdict.proposals
    assert proposal.code == "fields_swapped"
    assert proposal.fields == {"session_key": ticket.session_key, "iv": ticket.iv}


def test_a_field_that_gave_its_value_away_is_emptied() -> None:
    ticket = sealed().ticket
    legacy = replace(sealed(), iv=sealed().key).ticket
    pasted = replace(legacy, session_key=None, iv=ticket.session_key)
    verdict = judge(pasted, now=NOW)
    assert verdict.plaintext == sealed().plaintext
    assert verdict.fields["session_key"] == ticket.session_key
    assert "legacy_iv" in [finding.code for finding in verdict.findings]


@pytest.mark.parametrize("pasted", ["the key", "another", "none"])
@pytest.mark.parametrize("is_legacy", [True, False])
@pytest.mark.parametrize("text", [text_of(KINDS["group_share"](Random(3))), "no JSON, " * 9])
def test_the_key_is_taken_for_the_iv_only_where_it_opens_a_payload(
    text: str, is_legacy: bool, pasted: str
) -> None:
    fresh = Sealed.fresh(text, Random(7))
    secret = replace(fresh, iv=fresh.key) if is_legacy else fresh
    ivs = {
        "the key": secret.ticket.session_key,
        "another": encode(b"Another iv, 16 B"),
        "none": None,
    }
    verdict = judge(replace(secret.ticket, iv=ivs[pasted]), now=NOW)
    opens = is_legacy and text.startswith("{")
    assert (verdict.outcome is Outcome.OPENED) is opens
    severities = {f.code: f.severity for f in verdict.findings}
    told = severities.get("legacy_iv")
    wanted = {"the key": None, "another": Severity.WARNING, "none": Severity.INFO}[pasted]
    assert told is (wanted if opens else None)
    used = verdict.fields["iv"]
    assert used == (secret.ticket.session_key if opens else ivs[pasted])
    assert not any("iv" in proposal.fields for proposal in verdict.proposals)


def test_a_key_in_the_place_of_a_missing_iv_leaves_that_place_empty() -> None:
    ticket = sealed().ticket
    verdict = judge(replace(ticket, session_key=None, iv=ticket.session_key), now=NOW)
    assert verdict.fields["session_key"] == ticket.session_key
    assert verdict.fields["iv"] is None


@pytest.mark.parametrize("cut", [21, 22, 23])
def test_of_data_that_is_cut_no_padding_is_said_to_be_restored(cut: int) -> None:
    ticket = sealed().ticket
    verdict = judge(replace(ticket, encrypted_data=(ticket.encrypted_data or "")[:-cut]), now=NOW)
    assert verdict.cause == "data_truncated"
    assert "padding_restored" not in [repair.code for repair in verdict.repairs]


def test_app_id_and_signature_are_cleaned_beside() -> None:
    ticket = sealed().ticket
    verdict = judge(replace(ticket, app_id=f' "{ticket.app_id}" '), now=NOW)
    assert verdict.cause is None
    assert verdict.fields["appid"] == ticket.app_id
    assert [(r.code, r.field) for r in verdict.repairs] == [("quotes_removed", "appid")]


def test_no_proposal_without_proof() -> None:
    ticket = sealed().ticket
    verdict = judge(replace(ticket, session_key=f'"{"A" * 22}=="'), now=NOW)
    assert verdict.proposals == ()


def test_no_key_in_reprs() -> None:
    ticket = sealed().ticket
    verdict = judge(replace(ticket, session_key=f'"{ticket.session_key}"'), now=NOW)
    assert (ticket.session_key or "x") not in repr(verdict)


@pytest.mark.parametrize("length", [20, 21])
def test_no_plus_is_put_back_that_nothing_proves(length: int) -> None:
    ticket, other = sealed().ticket, sealed(22).ticket
    for name in ("session_key", "iv"):
        value = (other.field(name) or "")[:length]
        verdict = judge(ticket.with_field(name, value))
        assert verdict.cause == f"{name}_length"
        assert [repair.code for repair in verdict.repairs] == []
        assert verdict.repaired.field(name) == value


@pytest.mark.parametrize("name", ["session_key", "iv"])
def test_a_character_left_out_is_told_once(name: str) -> None:
    ticket = sealed().ticket
    value = ticket.field(name) or ""
    verdict = judge(ticket.with_field(name, value[:8] + value[9:]))
    assert verdict.repaired.field(name) == value
    assert [(repair.code, repair.count) for repair in verdict.repairs] == [("typo_corrected", 1)]
