from __future__ import annotations

import base64
import inspect
import json
import shutil
import subprocess
from typing import Any

import pytest
from hypothesis import given, settings

from inspector.exact_json.parsing import parse
from inspector.tickets import Outcome, Ticket, judge
from inspector.tickets.damage import DAMAGES
from inspector.tickets.minting import Minted, MintSpec, mint, mint_many, mintable_kinds
from inspector.tickets.minting.mint import SEEDED_TIME
from inspector.tickets.payload.signature import sign
from tests.exact_json.test_parsing import JSON_VALUES

NOW = 1_600_000_000
DEMO = """
const crypto = require('crypto');
const tickets = JSON.parse(require('fs').readFileSync(0, 'utf8'));
console.log(JSON.stringify(tickets.map((ticket) => {
  const key = Buffer.from(ticket.session_key, 'base64');
  const iv = Buffer.from(ticket.iv, 'base64');
  const decipher = crypto.createDecipheriv('aes-128-cbc', key, iv);
  decipher.setAutoPadding(true);
  const text = decipher.update(Buffer.from(ticket.encryptedData, 'base64'), null, 'utf8');
  return text + decipher.final('utf8');
})));
"""


def wire(minted: Minted) -> dict[str, str | None]:
    ticket = minted.ticket
    return {"session_key": ticket.session_key, "iv": ticket.iv,
            "encryptedData": ticket.encrypted_data}  # fmt: skip


@pytest.mark.skipif(not shutil.which("node"), reason="Node.js is not on this machine")
def test_the_official_node_demos_steps_open_every_kind() -> None:
    minted = [mint(MintSpec(kind), now=NOW) for kind in mintable_kinds()]
    tickets = json.dumps([wire(each) for each in minted])
    done = subprocess.run(
        ["node", "-e", DEMO], input=tickets, capture_output=True, encoding="utf-8", check=True
    )
    assert json.loads(done.stdout) == [each.plaintext for each in minted]


@pytest.mark.parametrize("kind", mintable_kinds())
def test_every_kind_opens_and_is_recognised(kind: str) -> None:
    minted = mint(MintSpec(kind), now=NOW)
    verdict = judge(minted.ticket, now=NOW)
    assert (verdict.outcome, verdict.kind, verdict.cause) == (Outcome.OPENED, kind, None)
    assert verdict.payload == minted.payload
    assert minted.findings == ()


def test_app_id_and_time_are_as_wished() -> None:
    minted = mint(MintSpec(app_id="wx0123456789abcdef", timestamp=5), now=NOW)
    assert minted.payload["watermark"] == {"timestamp": 5, "appid": "wx0123456789abcdef"}
    assert minted.ticket.app_id == "wx0123456789abcdef"
    assert mint(MintSpec(), now=NOW).payload["watermark"]["timestamp"] == NOW


def test_a_seed_makes_everything_reproducible() -> None:
    spec = MintSpec(seed=7, damages=("other_key", "spaces_for_plus"))
    first, again = list(mint_many(spec, 5)), list(mint_many(spec, 9))
    assert first == again[:5]
    assert len({each.session_key for each in again}) == 9
    assert first[0].payload["watermark"]["timestamp"] == SEEDED_TIME
    assert mint(MintSpec(seed=8)).session_key != mint(MintSpec(seed=7)).session_key


def test_without_a_seed_keys_are_fresh_each_time() -> None:
    keys = {each.session_key for each in mint_many(MintSpec(), 20)}
    ivs = {each.whole.iv for each in mint_many(MintSpec(), 20)}
    assert len(keys) == len(ivs) == 20
    assert all(len(base64.b64decode(key, validate=True)) == 16 for key in keys)


def test_no_key_can_be_given() -> None:
    names = {*inspect.signature(MintSpec).parameters, *inspect.signature(mint_many).parameters}
    assert not [name for name in names if "key" in name or "iv" in name]


@given(JSON_VALUES)
@settings(max_examples=40)
def test_any_payload_is_sealed_exactly(payload: Any) -> None:
    minted = mint(MintSpec("user_info", payload=payload, seed=1))
    if payload is not None and not isinstance(payload, str):
        assert parse(minted.plaintext) == payload


def test_a_given_payload_is_stamped_only_when_asked() -> None:
    payload = parse('{"openGId":"G","watermark":{"appId":"a","x":1.50},"n":1,"n":2}')
    assert mint(MintSpec(payload=payload)).plaintext.endswith('"n":1,"n":2}')
    stamped = mint(MintSpec(payload=payload, app_id="b", timestamp=9)).payload
    assert stamped["watermark"] == {"appId": "b", "x": 1.5, "timestamp": 9}
    assert mint(MintSpec("activity_id", payload="text", app_id="b")).plaintext == "text"


def test_raw_data_is_signed_where_the_call_signs_it() -> None:
    for kind in ("user_info", "user_profile", "work_user"):
        minted = mint(MintSpec(kind))
        assert minted.ticket.raw_data is not None
        assert minted.ticket.signature == sign(minted.ticket.raw_data, minted.session_key)
        assert "openId" not in minted.raw_data
        assert "watermark" not in minted.raw_data
    assert mint(MintSpec()).ticket.signature is None


@pytest.mark.parametrize("name", DAMAGES)
def test_every_damage_can_be_wished_for(name: str) -> None:
    minted = mint(MintSpec("user_info", seed=3, damages=(name,)))
    assert minted.ticket != minted.whole
    assert minted.findings == ()
    assert (minted.damage, minted.outcome) == (name, DAMAGES[name].outcome)
    assert judge(minted.whole, now=NOW).outcome is Outcome.OPENED


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damage_that_cannot_show_is_told(name: str) -> None:
    minted = mint(MintSpec(payload={}, seed=1, damages=(name,)))
    told = "damage_without_effect" in [finding.code for finding in minted.findings]
    assert told is (minted.ticket == minted.whole) is (minted.damage is None)


def test_a_payload_without_watermark_cannot_belong_to_another_app() -> None:
    minted = mint(MintSpec("activity_id", damages=("other_app",)))
    assert [finding.code for finding in minted.findings] == ["damage_without_effect"]
    assert (minted.ticket, minted.cause) == (minted.whole, None)


def test_several_damages_are_taken_in_turn() -> None:
    tickets = mint_many(MintSpec(seed=1, damages=("other_key", "other_iv")), 3)
    assert [each.damage for each in tickets] == ["other_key", "other_iv", "other_key"]


@pytest.mark.parametrize(
    "spec", [MintSpec("of_tomorrow"), MintSpec("alipay_phone"), MintSpec(damages=("x",))]
)
def test_what_cannot_be_minted_is_refused(spec: MintSpec) -> None:
    with pytest.raises(KeyError):
        mint(spec)


def test_nothing_secret_stands_in_a_repr() -> None:
    minted = mint(MintSpec())
    assert minted.session_key not in repr(minted)
    assert isinstance(minted.whole, Ticket)
