"""A first look at many known keys leaves out none that a close look would have found."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from inspector.tickets import Outcome, judge
from inspector.tickets.damage import DAMAGES, Sealed, damage
from inspector.tickets.decryption import base64_text
from inspector.tickets.decryption.search import likely_keys
from inspector.tickets.decryption.search.likely_keys import FEW
from inspector.tickets.decryption.search.pasted import Pasted
from tests.tickets.payloads import app_id_of, draw

NOW = 1_800_000_000


def others(random: Random, count: int) -> list[str]:
    return [base64_text.encode(random.randbytes(16)) for _ in range(count)]


@pytest.mark.parametrize("name", DAMAGES)
def test_many_keys_give_what_few_would(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(name)
    text = draw(random)
    sealed = Sealed.fresh(text, random, app_id_of(text))
    damaged = damage(sealed, name, random)
    keys = [*others(random, FEW + 5), sealed.ticket.session_key or ""]
    for pasted in (None, keys[0]):
        ticket = replace(damaged, session_key=pasted)
        quick = judge(ticket, now=NOW, known_keys=keys)
        with monkeypatch.context() as patch:
            patch.setattr(likely_keys, "FEW", len(keys))
            assert quick == judge(ticket, now=NOW, known_keys=keys)


def never() -> bool:
    return False


def test_nearly_all_wrong_keys_get_no_close_look() -> None:
    random = Random(1)
    sealed = Sealed.fresh(draw(random), random)
    key = sealed.ticket.session_key or ""
    keys = [*others(random, 3_000), f"  {key}\n"]
    data, iv = (Pasted(name, sealed.ticket.field(name) or "") for name in ("encryptedData", "iv"))
    likely = list(likely_keys.likely_keys(keys, data, iv, never))
    assert keys[-1] in likely[:-FEW]
    assert len(likely) < FEW + 30
    assert likely[-FEW:] == keys[:FEW]
    assert not list(likely_keys.likely_keys(keys, data, iv, lambda: True))
    assert list(likely_keys.likely_keys(keys[:FEW], data, iv, never)) == keys[:FEW]


def test_one_block_is_looked_at_with_the_iv() -> None:
    random = Random(2)
    sealed = Sealed.fresh("{}", random)
    ticket = replace(sealed.ticket, session_key=None)
    keys = [*others(random, 500), sealed.ticket.session_key or ""]
    assert judge(ticket, now=NOW, known_keys=keys).outcome is Outcome.OPENED
