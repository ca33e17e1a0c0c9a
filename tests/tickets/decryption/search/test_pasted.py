"""What was pasted into one field."""

from __future__ import annotations

from inspector.tickets.decryption.search.pasted import Pasted


def test_the_state_of_a_field() -> None:
    assert Pasted("iv", " \n\u200b").is_empty
    assert Pasted("iv", "AAA…AAA").is_elided
    assert Pasted("iv", "AAA%E2%80%A6AAA").is_elided
    assert Pasted("encryptedData", "AAAAxxxxxxAAAA").is_elided
    assert not Pasted("encryptedData", "AAAAxxxxxAAAA").is_elided
    assert Pasted("iv", "AA#A").illegal_places == (2,)
    assert Pasted("iv", "'AA AA'").compact == "AA+AA"
    assert "AAAA" not in repr(Pasted("session_key", "AAAA"))


def test_texts_to_look_for_slips_in() -> None:
    assert Pasted("iv", "A" * 21 + "==").nearly_short == ["A" * 21]
    assert Pasted("iv", "A" * 10 + " " + "A" * 10).nearly_short == [
        "A" * 10 + "+" + "A" * 10,
        "A" * 20,
    ]
    assert Pasted("iv", "A" * 40).nearly_short == []
