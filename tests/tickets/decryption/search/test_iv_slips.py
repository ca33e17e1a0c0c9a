"""An iv with one slip is found when the first block leaves one only."""

from __future__ import annotations

from random import Random

import pytest

from inspector.tickets.damage import Sealed
from inspector.tickets.damage.typing_slips import SLIPS
from inspector.tickets.decryption.cipher import decrypt
from inspector.tickets.decryption.search import iv_slips
from inspector.tickets.decryption.search.pasted import Pasted
from tests.tickets.payloads import KINDS, text_of


@pytest.mark.parametrize("name", SLIPS)
def test_a_first_block_that_is_known_whole_decides(name: str) -> None:
    for number in range(5):
        random = Random(f"{name}{number}")
        sealed = Sealed.fresh(text_of(KINDS["phone_number"](random)), random)
        turned = decrypt(sealed.key, bytes(16), sealed.data)
        slipped = SLIPS[name](sealed.ticket.iv or "", random)
        found = iv_slips.find(turned, Pasted("iv", slipped))
        assert found is not None
        assert found[0].data == sealed.iv
        assert found[1].text == sealed.plaintext


def test_a_slip_that_several_ivs_explain_is_left_open() -> None:
    random = Random(4)
    sealed = Sealed.fresh('{"openGId":"G' + "a" * 27 + '"}', random)
    turned = decrypt(sealed.key, bytes(16), sealed.data)
    iv = sealed.ticket.iv or ""
    assert iv_slips.find(turned, Pasted("iv", iv[:19] + iv[20:])) is None
