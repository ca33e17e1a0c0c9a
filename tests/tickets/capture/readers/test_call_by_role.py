"""A call whose arguments are partly variables: its literals are named by what is left."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from inspector.tickets import judge, read
from tests.tickets.capture.capture_forms import Minted, mint

NAMES = {
    "session_key": (
        "sessionKey",
        "session_key",
        "res.session_key",
        "$sessionKey",
        "wx_session_key",
    ),
    "iv": ("iv", "e.detail.iv", "$iv", "ivStr", "res.iv"),
    "encryptedData": ("encryptedData", "res.encryptedData", "$encryptedData", "encrypted_data"),
}
CALLS = ("decryptData", "pc.decryptData", "$pc->decryptData", "wxDecrypt", "decryptPhoneData",
         "WXBizDataCrypt.decrypt", "AesUtil.decrypt", "console.log(decryptData")  # fmt: skip
FIELDS = ("session_key", "iv", "encryptedData")
MISSING = {"session_key": "session_key_missing", "iv": "iv_missing",
           "encryptedData": "encrypted_data_missing"}  # fmt: skip


def call(m: Minted, absent: str, order: tuple[str, ...], name: str) -> str:
    sign = random.choice("'\"")
    values = {"session_key": m.key, "iv": m.iv, "encryptedData": m.data}
    arguments = [
        random.choice(NAMES[f]) if f == absent else f"{sign}{values[f]}{sign}" for f in order
    ]
    return f"{name}({random.choice((', ', ',', f',{chr(10)}    ')).join(arguments)}" + ")" * (
        1 + name.count("(")
    )


@pytest.mark.parametrize("absent", FIELDS)
@pytest.mark.parametrize("name", CALLS)
def test_a_call_with_one_variable_has_the_other_two(name: str, absent: str) -> None:
    for _ in range(12):
        m = mint()
        order = tuple(random.sample(FIELDS, 3))
        if absent == "encryptedData":  # nothing proves which of two short ones is which
            order = random.choice([("session_key", "iv", absent), (absent, "iv", "session_key")])
            if name in ("AesUtil.decrypt", "wxDecrypt") or "." in name:
                order = ("session_key", "iv", absent)
        text = call(m, absent, order, name)
        (ticket,) = read(text).tickets
        expected = {"session_key": m.key, "iv": m.iv, "encryptedData": m.data, absent: None}
        assert {f: ticket.field(f) for f in FIELDS} == expected, text
        assert judge(ticket).cause == MISSING[absent], text


@pytest.mark.parametrize(
    "text",
    [
        "request('api/v1/user/getInfo')",
        "decryptData(encryptedData, 'api/v1/user/getInfoOf', 'api/v1/user/getName')",
        "AES.decrypt(data, 'defaultEncryptionKey00', iv)",
        "crypto.createDecipheriv('aes-128-cbc', sessionKey, iv)",
        "decryptData(encryptedData, iv, sessionKey)",
        "decrypt(encryptedData, 'utf8', 'base64')",
        "decryptData(sessionKey, iv, 'application/x-www-form-urlencoded; charset=utf-8')",
    ],
)
def test_words_in_such_a_call_are_no_values(text: str) -> None:
    assert read("\n".join([text] * 3)).tickets == ()


@pytest.mark.parametrize(
    "call",
    [
        lambda m: f"aes.decrypt(data, '{m.key}', '{m.iv}')",
        lambda m: f"cipher.decrypt(payload, '{m.key}', iv)",
        lambda m: f"assertEqual(aes(iv, '{m.key}'), '{m.iv}')",
    ],
)
def test_a_call_that_is_not_about_tickets_gives_none(call: Callable[[Minted], str]) -> None:
    assert read(call(mint())).tickets == ()


def test_a_constant_that_names_the_next_argument_is_its_name() -> None:
    m = mint()
    text = "\n".join(
        f"params.put({name}, '{value}');"
        for name, value in (("SESSION_KEY", m.key), ("IV", m.iv), ("ENCRYPTED_DATA", m.data))
    )
    (ticket,) = read(text).tickets
    assert (ticket.session_key, ticket.iv, ticket.encrypted_data) == (m.key, m.iv, m.data)
