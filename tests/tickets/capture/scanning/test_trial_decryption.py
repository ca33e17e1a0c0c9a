from __future__ import annotations

import secrets

from inspector.tickets.capture.scanning.trial_decryption import TrialDecryption
from inspector.tickets.decryption import base64_text, cipher
from tests.tickets.capture.capture_forms import mint


def test_only_the_right_key_and_iv_fit() -> None:
    trial = TrialDecryption()
    for _ in range(50):
        one, other = mint(), mint()
        assert trial.key_fits(one.key, one.data)
        assert not trial.key_fits(other.key, one.data)
        assert trial.iv_fits(one.key, one.iv, one.data)
        assert not trial.iv_fits(one.key, other.iv, one.data)


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
