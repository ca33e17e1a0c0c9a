"""A new payload kind is one row of the table and nothing else."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from inspector.tickets import Outcome, judge, read
from inspector.tickets.minting import MintSpec, mint, mintable_kinds
from inspector.tickets.minting.forms.client import result_of
from inspector.tickets.payload.headline import headline_of
from inspector.tickets.payload.kinds import meaning, recognise, title
from inspector.window.state.ticket_rows import ticket_row
from tests.invented_rows import changed_table

ROW: dict[str, Any] = {
    "title": "Lottery",
    "apis": ["wx.getLottery"],
    "shapes": [{"type": "object", "has": ["drawId", "places"]}],
    "fields": {
        "/drawId": {"meaning": "the draw", "type": "string", "sensitivity": "id"},
        "/places": {"meaning": "the places", "type": "array", "sensitivity": "none"},
        "/places/*": {"meaning": "one place", "type": "integer", "sensitivity": "none"},
    },
    "unmarked": ["drawId"],
    "identity": ["drawId"],
    "template": {"drawId": "D{digits 12}", "places": [3, 1], "watermark": "$watermark"},
}

TEXT_ROW: dict[str, Any] = {
    "title": "Lottery slip",
    "apis": ["wx.getLotterySlip"],
    "shapes": [
        {
            "type": "string",
            "pattern": "slip_[a-z0-9]{40,}",
            "alone": "slip_[a-z0-9]{40,}",
            "first": "slip_[a-z0-9]*",
            "rest": "[a-z0-9]*",
            "least": 45,
        }
    ],
    "fields": {"": {"meaning": "the slip", "type": "string", "sensitivity": "id"}},
    "identity": ["slip"],
    "result": {"valid": True},
    "template": "slip_{hex 60}",
}


@pytest.fixture(autouse=True)
def _new_rows() -> Iterator[None]:
    def add(table: Any) -> None:
        table["kinds"] |= {"lottery": ROW, "slip": TEXT_ROW}

    with changed_table("payload_kinds", add):
        yield


KINDS = pytest.mark.parametrize("kind", ["lottery", "slip"])


def test_it_has_its_words() -> None:
    place = meaning("lottery", "/places/1")
    assert title("lottery") == "Lottery"
    assert place is not None
    assert place.meaning == "one place"


@KINDS
def test_it_is_minted_and_opened(kind: str) -> None:
    assert kind in mintable_kinds()
    minted = mint(MintSpec(kind, seed=1))
    verdict = judge(minted.ticket, now=0)
    assert recognise(minted.payload) == kind
    assert not minted.findings
    assert (verdict.outcome, verdict.kind, verdict.cause) == (Outcome.OPENED, kind, None)


@KINDS
def test_what_tells_it_from_another_is_shown(kind: str) -> None:
    verdict = judge(mint(MintSpec(kind, seed=1)).ticket, now=0)
    headline = headline_of(verdict.payload, verdict.kind)
    assert headline is not None
    assert headline.name == {"lottery": "drawId", "slip": "slip"}[kind]
    assert ticket_row(verdict).identity == headline.value


@KINDS
def test_a_wrong_iv_is_told_from_a_head_cut_off(kind: str) -> None:
    ticket = mint(MintSpec(kind, seed=1)).ticket
    wrong_iv = judge(replace(ticket, iv=base64.b64encode(bytes(range(16))).decode()), now=0)
    data = base64.b64decode(ticket.encrypted_data or "")
    cut = replace(ticket, encrypted_data=base64.b64encode(data[32:]).decode())
    assert wrong_iv.cause == "iv_wrong"
    assert wrong_iv.kind == (kind if kind == "lottery" else None)
    assert judge(cut, now=0).cause != "iv_wrong"


@KINDS
@pytest.mark.parametrize("watermark", [True, False])
def test_it_is_known_when_it_was_decrypted_already(kind: str, watermark: bool) -> None:
    payload = mint(MintSpec(kind, seed=1)).payload
    if isinstance(payload, dict) and not watermark:
        del payload["watermark"]
    text = payload if isinstance(payload, str) else json.dumps(payload)
    finding = read(text).findings[0]
    assert finding.code == "already_decrypted"
    assert finding.parameters["reason"] == title(kind)


def test_the_result_of_its_call_is_written() -> None:
    result = result_of(mint(MintSpec("slip", seed=1)))
    assert result["errMsg"] == "getLotterySlip:ok"
    assert result["valid"] is True
