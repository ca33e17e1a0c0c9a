"""A ticket that nothing proves, since its key fits no data, is found whole where names tell it."""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Callable
from random import Random

import pytest

from inspector.tickets import judge, read
from inspector.tickets.damage import text_damage
from tests.tickets.capture.capture_forms import Minted, mint, whole

FEW_LOST = 1
"""Of some twenty: one value in some thousands looks like a word."""


def spew(m: Minted) -> str:
    rows = (("SessionKey", m.key), ("IV", m.iv), ("EncryptedData", m.data))
    return "\n".join(f' {n}: (string) (len={len(v)}) "{v}",' for n, v in rows)


def aligned(m: Minted) -> str:
    rows = (("session_key", m.key), ("iv", m.iv), ("encrypted_data", m.data))
    return "\n".join(f"    {name:<14} = '{value}'" for name, value in rows)


def quoted_twice(m: Minted) -> str:
    lines = [m.data[at : at + 72] for at in range(0, len(m.data), 72)]
    head = f">> session_key: {m.key}\n>> iv: {m.iv}\n>> encryptedData:\n>> "
    return head + "\n>> ".join(lines) + "\n> ok"


def constructor(m: Minted) -> str:
    return (
        f"const pc = new WXBizDataCrypt('{m.app}', '{m.key}')\n"
        f"const data = pc.decryptData('{m.data}', '{m.iv}')"
    )


@pytest.mark.parametrize("form", [spew, aligned, quoted_twice, constructor])
def test_a_ticket_with_a_key_of_another_one_is_whole(form: Callable[[Minted], str]) -> None:
    lost = []
    for _ in range(20):
        m = mint(size=secrets.randbelow(27) + 1)
        other = Minted(**{**vars(m), "key": mint().key})
        tickets = read(form(other)).tickets
        found = [(t.session_key, t.iv, "".join((t.encrypted_data or "").split())) for t in tickets]
        lost += [] if found == [(other.key, other.iv, m.data)] else [form(other)]
    assert len(lost) <= FEW_LOST, lost[0]


def as_json(m: Minted) -> str:
    return json.dumps(whole(m))


def as_json_in_json(m: Minted) -> str:
    return json.dumps({"body": json.dumps(whole(m))})


def as_response(m: Minted) -> str:
    return json.dumps({"login": {"session_key": m.key}, "share": {"iv": m.iv, "data": m.data}})


@pytest.mark.parametrize("form", [as_json, as_json_in_json, as_response])
@pytest.mark.parametrize("name", ["invisible", "full_width", "unicode_escaped", "json_escaped"])
def test_what_stands_for_signs_of_base64_hides_no_value(
    form: Callable[[Minted], str], name: str
) -> None:
    """JSON writes marks and wide letters as escapes, which no value holds otherwise."""
    damage, lost = getattr(text_damage, name), []
    for _ in range(20):
        m = mint(size=secrets.randbelow(27) + 1)
        pasted = Minted(**{**vars(m), "key": mint().key, "data": damage(m.data, Random(m.data))})
        tickets = read(form(pasted)).tickets
        judged = [judge(ticket) for ticket in tickets]
        told = [(v.repaired.iv, v.repaired.encrypted_data, v.cause) for v in judged]
        right = [(m.iv, m.data, "session_key_wrong")]
        lost += [] if told == right else [form(pasted)]
    assert len(lost) <= FEW_LOST, lost[0]


@pytest.mark.parametrize("name", ["payload", "data", "body"])
def test_base64_of_a_text_is_no_data_whatever_its_length(name: str) -> None:
    lost = []
    for size in range(24):
        m = mint()
        text = json.dumps({**whole(m), "pad": "x" * size})
        wrapped = base64.b64encode(text.encode()).decode()
        tickets = read(f"{name}={wrapped}").tickets
        lost += [] if [t.iv for t in tickets] == [m.iv] else [wrapped]
    assert len(lost) <= FEW_LOST, lost[0]
