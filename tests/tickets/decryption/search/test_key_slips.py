"""A key with one slip is found, and no key where none fits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from string import ascii_letters

import pytest

from inspector.tickets.damage import Sealed
from inspector.tickets.damage.typing_slips import SLIPS
from inspector.tickets.decryption.base64_text import decode_loosely
from inspector.tickets.decryption.repair import Reading
from inspector.tickets.decryption.search.key_slips import SlippedKeys, SlipSearch, find_all
from inspector.tickets.decryption.search.pasted import Pasted
from inspector.tickets.decryption.search.slips import slips
from tests.tickets.payloads import draw


def never() -> bool:
    return False


def find(
    pasted: Pasted, data: bytes, ivs: list[bytes], cancelled: Callable[[], bool]
) -> Reading | None:
    return find_all([SlipSearch(pasted, data, tuple(ivs))], cancelled)[0]


@pytest.mark.parametrize("name", SLIPS)
def test_the_key_is_found(name: str) -> None:
    random = Random(name)
    sealed = Sealed.fresh(draw(random), random)
    slipped = Pasted("session_key", SLIPS[name](sealed.ticket.session_key or "", random))
    found = find(slipped, sealed.data, [sealed.iv], never)
    assert found is not None
    assert found.data == sealed.key
    assert "typo_corrected" in [change.code for change in found.changes]


@pytest.mark.parametrize("lost", [0, 5, 21])
def test_the_place_of_a_lost_character_lies_in_the_text(lost: int) -> None:
    random = Random(lost)
    key = "".join(random.sample(ascii_letters, 21)) + "w"
    sealed = replace(Sealed.fresh(draw(random), random), key=decode_loosely(key))
    pasted = key[:lost] + key[lost + 1 :]
    found = find(Pasted("session_key", pasted), sealed.data, [sealed.iv], never)
    assert found is not None
    (places,) = (change.places for change in found.changes if change.code == "typo_corrected")
    assert places == (min(lost, len(pasted) - 1),)


def test_nothing_fits_a_random_key_and_a_search_can_be_cancelled() -> None:
    random = Random(1)
    sealed = Sealed.fresh(draw(random), random)
    other = Pasted("session_key", "A" * 22 + "==")
    assert find(other, sealed.data, [sealed.iv], never) is None
    slipped = Pasted("session_key", "x" + (sealed.ticket.session_key or "")[1:])
    assert find(slipped, sealed.data, [sealed.iv], lambda: True) is None
    assert find(slipped, b"", [], never) is None


def test_many_searches_together_find_what_each_finds_alone() -> None:
    random = Random(7)
    searches, wanted = [], []
    for number in range(24):
        sealed = Sealed.fresh(draw(random), random)
        name = list(SLIPS)[number % len(SLIPS)]
        text = SLIPS[name](sealed.ticket.session_key or "", random)
        if number % 3 == 0:
            text = "x" * 22 + "=="  # which fits nothing
        data = sealed.data[16:] if number % 5 == 0 else sealed.data
        searches.append(SlipSearch(Pasted("session_key", text), data, (sealed.iv,)))
        wanted.append(None if number % 3 == 0 else sealed.key)
    found = find_all(searches, never)
    assert [each.data if each else None for each in found] == wanted
    known = SlippedKeys(searches)
    assert [known.find(each, never) for each in searches] == found
    assert [SlippedKeys().find(each, never) for each in searches[:3]] == found[:3]


@pytest.mark.parametrize("cut", ["whole", "last block lost", "last block noise", "two blocks"])
def test_every_single_slip_is_found_whatever_happened_to_the_data(cut: str) -> None:
    random = Random(cut)
    sealed = Sealed.fresh(draw(random), random)
    data = {
        "whole": sealed.data,
        "last block lost": sealed.data[:-16],
        "last block noise": sealed.data[:-16] + random.randbytes(16),
        "two blocks": sealed.data[:32],
    }[cut]
    text = (sealed.ticket.session_key or "").rstrip("=")
    near = [each for each in slips(text) if decode_loosely(each) != sealed.key]
    some = random.sample(near, 60)
    searches = [SlipSearch(Pasted("session_key", f"{t}=="), data, (sealed.iv,)) for t in some]
    # A slip turned back is a slip, but for a case that does not say what it was.
    wanted = [text in set(slips(t)) for t in some]
    found = find_all(searches, never)
    assert [each is not None and each.data == sealed.key for each in found] == wanted
    assert sum(wanted) > 40
