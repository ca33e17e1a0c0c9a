from __future__ import annotations

import secrets

import pytest

from inspector.tickets.capture.scanning.field_names import FieldNames, is_main_name
from inspector.tickets.capture.scanning.sightings import Trust


@pytest.mark.parametrize(
    ("names", "field"),
    [
        ("session_key sessionKey sessionkey SessionKey SESSION_KEY sessionk_ley", "session_key"),
        ("X-WX-Session-Key wxSessionKey sesion_key seesionKey session-key1", "session_key"),
        ("iv IV ivData ivStr js_iv wx_iv iv1 initVector initialization_vector", "iv"),
        (
            "encryptedData encryptData encrypted_data encryptedDataStr EncryptedData",
            "encryptedData",
        ),
        ("encrytedData encryptedDate ENCRYPTEDDATA x_encrypted_data encData", "encryptedData"),
        ("appid appId AppID app_id wxAppId", "appid"),
        ("rawData raw_data", "rawData"),
        ("signature", "signature"),
        ("shareTicket shareTickets share_ticket", "shareTicket"),
        ("roomTopic groupName", "label"),
    ],
)
def test_spellings_seen_in_the_wild(names: str, field: str) -> None:
    for name in names.split():
        found = FieldNames().classify(name)
        assert found is not None, name
        assert (found.field, found.trust) == (field, Trust.NAMED), name


@pytest.mark.parametrize(
    "names",
    [
        "code cloudID openid unionid access_token secret nonce errMsg",
        "private active archive sessionId encryptedDataHash Sec-WebSocket-Key publicKey give",
    ],
)
def test_other_names_are_nothing(names: str) -> None:
    for name in names.split():
        found = FieldNames().classify(name)
        assert found is None or found.trust is Trust.WEAK, name


def test_names_that_say_little_are_weak() -> None:
    for name in ("key", "data", "encrypted", "sign"):
        found = FieldNames().classify(name)
        assert found is not None
        assert found.trust is Trust.WEAK


def test_the_last_chinese_label_counts() -> None:
    names = FieldNames()
    for text, field in (
        ("用户的会话密钥", "session_key"),
        ("初始向量", "iv"),
        ("加密数据如下", "encryptedData"),
        ("小程序分享的群名称", "label"),
        ("小程序ID", "appid"),
        ("应用Id", "appid"),
        ("会话KEY", "session_key"),
    ):
        found = names.label(text)
        assert found is not None
        assert found.field == field
    assert names.label("你好") is None


def test_the_names_of_the_three_fields_themselves() -> None:
    for name in (
        "iv",
        "IV",
        "--iv",
        "session_key",
        "--encrypted-data",
        "SessionKey",
        "encryptData",
    ):
        assert is_main_name(name), name
    for name in ("Iv", "iV", "iva", "key", "wx_session_key", "appid", "session1key", "", "--"):
        assert not is_main_name(name), name


def test_a_word_with_a_value_is_a_name_if_it_is_one_at_all() -> None:
    names = FieldNames()
    assert names.is_name("sessionKey")
    assert not names.is_name("k")
    assert names.is_name("k", valued="=")
    assert not names.is_name("string", valued="=")


def test_an_id_is_no_name_whatever_it_ends_in() -> None:
    ids = ["o" + secrets.token_urlsafe(18) + "Iv" for _ in range(300)]
    assert sum(FieldNames().classify(each) is not None for each in ids) <= 3


@pytest.mark.parametrize(
    "name",
    [
        *("wxMiniProgramSessionKey", "getPhoneNumberEncryptedData", "X-WX-Mini-Encrypted-Data"),
        *("WXBizDataCryptSessionKey", "wxGetShareInfoResultIv", "currentUserWxSessionKey"),
    ],
)
def test_a_long_name_is_one(name: str) -> None:
    assert FieldNames().classify(name)
