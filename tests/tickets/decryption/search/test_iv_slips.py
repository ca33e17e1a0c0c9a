"""An iv with one slip is found when the first block leaves one only."""

from __future__ import annotations

from random import Random

import pytest

from inspector.tickets.damage import Sealed
from inspector.tickets.damage.typing_slips import SLIPS
from inspector.tickets.decryption.base64_text import decode_loosely
from inspector.tickets.decryption.cipher import decrypt
from inspector.tickets.decryption.search import iv_slips
from inspector.tickets.decryption.search.pasted import Pasted
from tests.tickets.payloads import KINDS, text_of


@pytest.mark.parametrize("name", SLIPS)
def test_a_first_block_that_is_known_whole_decides(name: str) -> None:
    for number in range(5):
        random = Random(f"{name}{number}")
        sealed = Sealed.fresh(text_of(KINDS["phone_number"](random)), random)
        raw_blocks = decrypt(sealed.key, bytes(16), sealed.data)
        slipped = SLIPS[name](sealed.ticket.iv or "", random)
        ((iv, opened),) = iv_slips.find(raw_blocks, Pasted("iv", slipped), None)
        assert decode_loosely(iv) == sealed.iv
        assert opened.text == sealed.plaintext


def test_a_slip_that_several_ivs_explain_gives_them_all() -> None:
    random = Random(4)
    sealed = Sealed.fresh('{"openGId":"G' + "a" * 27 + '"}', random)
    raw_blocks = decrypt(sealed.key, bytes(16), sealed.data)
    iv = sealed.ticket.iv or ""
    found = iv_slips.find(raw_blocks, Pasted("iv", iv[:19] + iv[20:]), None)
    assert len(found) > 1
    assert sealed.iv in [decode_loosely(text) for text, _ in found]


def test_what_opens_is_doubted_only_for_a_kind_that_it_is_not() -> None:
    random = Random(5)
    mark = '"watermark":{"timestamp":1535624932,"appid":"wx1234567890123456"}'
    for name, doubted in (("openid", False), ("unionid", False), ("o0enGId", True)):
        sealed = Sealed.fresh(f'{{"{name}":"t{"G" * 28}",{mark}}}', random)
        raw_blocks = decrypt(sealed.key, bytes(16), sealed.data)
        found = iv_slips.find(raw_blocks, Pasted("iv", sealed.ticket.iv or ""), sealed.plaintext)
        assert bool(found) is doubted, name
