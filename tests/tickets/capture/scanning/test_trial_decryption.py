from __future__ import annotations

import secrets

from inspector.tickets import read
from inspector.tickets.capture.scanning.sightings import Sighting
from inspector.tickets.capture.scanning.trial_decryption import TrialDecryption
from inspector.tickets.decryption import base64_text, cipher
from tests.tickets.capture.capture_forms import Minted, mint


def test_only_the_right_key_and_iv_fit() -> None:
    trial = TrialDecryption()
    for _ in range(50):
        one, other = mint(), mint()
        assert trial.key_fits(one.key, one.data)
        assert not trial.key_fits(other.key, one.data)
        assert trial.iv_fits(one.key, one.iv, one.data)
        assert not trial.iv_fits(one.key, other.iv, one.data)


def iv_of_words(one: Minted) -> str:
    """Return another iv, under which the first block is text, too: one in 40,000 is so."""
    head = cipher.decrypt(*map(base64_text.decode, (one.key, one.iv, one.data)))[:16]
    plain = cipher.xor(head, b"only some words.")
    return base64_text.encode(cipher.xor(base64_text.decode(one.iv), plain))


def sighting(value: str) -> Sighting:
    return Sighting("iv", value, 0, len(value))


def test_an_iv_under_which_json_begins_comes_before_one_that_gives_words() -> None:
    trial, one = TrialDecryption(), mint()
    words, right, key = sighting(iv_of_words(one)), sighting(one.iv), sighting(one.key)
    assert trial.iv_fits(one.key, words.value, one.data)
    assert trial.fitting_iv(one.key, [key, words, right], one.data) is right
    assert trial.fitting_iv(one.key, [key, words], one.data) is words
    assert trial.fitting_iv(one.key, [key], one.data) is None


def test_a_ticket_keeps_its_iv_beside_one_that_gives_words() -> None:
    one = mint()
    secret, iv = secrets.token_bytes(16), iv_of_words(one)
    key = base64_text.encode(secret)
    sealed = cipher.seal(secret, base64_text.decode(iv), b'{"openGId":"tGmade-up-here"}')
    call = "decrypt(Buffer.from('{}', 'base64'), Buffer.from('{}', 'base64'), '{}')"
    calls = (
        call.format(base64_text.encode(sealed), key, iv),
        call.format(one.data, one.key, one.iv),
    )
    found = [(ticket.session_key, ticket.iv) for ticket in read("; ".join(calls)).tickets]
    assert found == [(key, iv), (one.key, one.iv)]


def test_damage_does_not_hide_the_key() -> None:
    trial = TrialDecryption()
    for _ in range(50):
        one = mint()
        assert trial.key_fits(one.key, one.data.replace("+", " "))
        assert trial.key_fits(one.key, one.data[:101])
        assert trial.key_fits(one.key, one.data.replace("+", "-").replace("/", "_"))
        assert trial.key_fits(one.key, one.data[:20] + "A" + one.data[21:])


def test_chinese_text_is_text() -> None:
    key, iv = secrets.token_bytes(16), secrets.token_bytes(16)
    sealed = cipher.seal(key, iv, ('{"nickName":"' + "群聊的名字很长" * 4 + '"}').encode())
    assert TrialDecryption().key_fits(base64_text.encode(key), base64_text.encode(sealed))


def test_random_keys_never_fit() -> None:
    one, trial = mint(), TrialDecryption()
    for _ in range(5_000):
        assert not trial.key_fits(base64_text.encode(secrets.token_bytes(16)), one.data)
