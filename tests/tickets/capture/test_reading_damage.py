"""Damaged tickets come through as they stand; what is no ticket gives none."""

from __future__ import annotations

import base64
import json
import secrets
import uuid
from dataclasses import replace

import pytest

from inspector.tickets import Outcome, Ticket, judge, read
from tests.tickets.capture.capture_forms import FORMS, Form, Minted, mint, result, whole
from tests.tickets.capture.more_capture_forms import MORE
from tests.window.sealing import sealed

UNPROVED = ("java sb", "vb", "space names title")
"""Forms in which a value that begins with `-` or `_`, or a damaged one without a name, is lost."""

URL_SAFE = str.maketrans("+/", "-_")

PROSE = (
    "",
    " \n\t ",
    "The iv is wrong and the encryptedData is broken, please check session_key: it expired.",
    "iv: res.iv, encryptedData: res.encryptedData, session_key: user.session_key",
    "const { encryptedData, iv } = e.detail\nwx.request({ data: { iv, session_key: sessionKey } })",
    "encryptedData: encryptedData,\niv: iv,\nsessionKey: sessionKey",
    "session_key: undefined, iv: null, encryptedData: None",
    '{"iv": "string", "encryptedData": "string", "session_key": "string"}',
    '{"session_key": "YOUR_SESSION_KEY", "iv": "your-iv-here", "encryptedData": "..."}',
    "decryptData(sessionKey, encryptedData, iv)",
    "public String decrypt(String encryptedData, String sessionKey, String iv) {",
    "wx.getShareInfo({ shareTicket: res.shareTickets[0], success(res) { res.encryptedData } })",
    "encryptedData: getEncryptedDataFromClient()\niv = os.urandom(16)",
    "if (!sessionKey || !iv) throw new Error('IllegalAesKey')",
    "appid: wx4f4bc4dec97d474b",
    "密钥错误，初始向量不对，加密数据解不开",
    "iv：由数据接口返回\nencryptedData：包括敏感数据在内的加密数据\nsession_key：会话密钥",
    '"iv": "iv", "encryptedData": "encryptedData", "shareTicket": "SHARETICKET"',
    "Chapter IV: The Return",
)


@pytest.mark.parametrize("text", PROSE)
def test_names_without_values_give_no_ticket(text: str) -> None:
    assert read(text).tickets == ()
    assert read(text).reader is None


def test_decoys_give_no_ticket() -> None:
    short, long = (base64.b64encode(secrets.token_bytes(n)).decode() for n in (16, 64))
    for text in (
        f"Sec-WebSocket-Key: {short}\nContent-MD5: {short}",
        json.dumps({"code": secrets.token_hex(16), "openid": secrets.token_urlsafe(21)}),
        json.dumps({"cloudID": "53_" + secrets.token_urlsafe(44), "token": long}),
        json.dumps({"data": long}),
        json.dumps({"key": short}),
        f"requestId: {uuid.uuid4()}\naccess_token: {secrets.token_urlsafe(90)}",
        f"signature: {secrets.token_hex(20)}\ntimestamp: 1535624932",
        f"data:image/png;base64,{long}",
        f"-----BEGIN PUBLIC KEY-----\n{long}\n{long}\n-----END PUBLIC KEY-----",
    ):
        assert read(text).tickets == ()


def _spaced(text: str) -> str:
    return text.replace("+", " ")


SPACED = (
    "session_key={key}&iv={iv}&encryptedData={data}&x=1",
    "session_key: {key}\niv: {iv}\nencryptedData: {data}\n",
    "session_key = {key}\niv = {iv}\nencryptedData = {data}\n",
    "GET /share?iv={iv}&encryptedData={data}&session_key={key} HTTP/1.1",
    '{{"session_key":"{key}","iv":"{iv}","encryptedData":"{data}"}}',
    '"{{\\"session_key\\":\\"{key}\\",\\"iv\\":\\"{iv}\\",\\"encryptedData\\":\\"{data}\\"}}"',
)


@pytest.mark.parametrize("form", SPACED)
def test_spaces_for_plus_stay_for_the_repair(form: str) -> None:
    """Where no padding ends the data, one in a hundred of its last pieces may be a word."""
    kept = 0
    for _ in range(40):
        m = mint()
        values = [_spaced(value) for value in (m.key, m.iv, m.data)]
        (ticket,) = read(form.format(key=values[0], iv=values[1], data=values[2])).tickets
        kept += [ticket.session_key, ticket.iv, ticket.encrypted_data] == values
    assert kept > 36


def _sealed(where: str) -> Ticket:
    """Return a ticket with a plus sign at the head of a field, or at or near the end of its data.

    The data has no padding, as that of every third length: nothing marks its end.
    """
    payload = json.dumps({"openGId": "tG", "pad": ""}).replace('""', f'"{"x" * 64}"')
    places = {"near the end": slice(-7, -1), "end": slice(-1, None)}
    field = "encrypted_data" if where in places else where
    place = places.get(where, slice(0, 1))
    drawn = (sealed(payload) for _ in range(20_000))
    made = next(t for t in drawn if "+" in getattr(t, field)[place])
    assert len(made.encrypted_data or "") % 64 == 0
    return made


@pytest.mark.parametrize("where", ["session_key", "iv", "encrypted_data", "near the end", "end"])
@pytest.mark.parametrize("form", SPACED)
def test_a_plus_sign_lost_at_either_end_is_found_again(form: str, where: str) -> None:
    """One in a hundred ends in what may be a word, or is whole without its end by chance."""
    opened = 0
    for _ in range(40):
        made = _sealed(where)
        values = [_spaced(str(made.field(wire))) for wire in ("session_key", "iv", "encryptedData")]
        (ticket,) = read(form.format(key=values[0], iv=values[1], data=values[2])).tickets
        verdict = judge(ticket)
        opened += verdict.outcome is Outcome.OPENED and verdict.repaired == made
    assert opened > 35


XDEBUG = """array (size=3)
  'session_key' => string '{key}' (length=24)
  'iv' => string '{iv}' (length=24)
  'encryptedData' => string '{data}' (length=128)
"""


@pytest.mark.parametrize(
    "form",
    [
        XDEBUG,
        'AES.open("{key}", "{iv}", "{data}")',
        '["{key}","{iv}","{data}"]',
        '["{iv}", "{data}", "{key}"]',
    ],
)
def test_quoted_data_that_lost_plus_signs_is_read_whatever_names_it(form: str) -> None:
    for _ in range(10):
        made = _sealed("encrypted_data")
        (ticket,) = read(
            form.format(key=made.session_key, iv=made.iv, data=_spaced(str(made.encrypted_data)))
        ).tickets
        assert judge(ticket).repaired == made


@pytest.mark.parametrize("space", [" ", "%20"])
def test_blanks_that_were_encoded_again_are_plus_signs_too(space: str) -> None:
    made = _sealed("encrypted_data")
    key, iv = (str(value).replace("+", "%2B") for value in (made.session_key, made.iv))
    data = str(made.encrypted_data).replace("+", space)
    text = f"session_key={key}&iv={iv}&encryptedData={data}"
    (ticket,) = read(text).tickets
    assert judge(ticket).repaired == made


@pytest.mark.parametrize("cut", [16, 50, 101, 128, 150])
def test_cut_off_data_comes_through(cut: int) -> None:
    drawn, lost = (1000, 1) if cut == 16 else (20, 0)
    assert len([m for m in (mint() for _ in range(drawn)) if not _comes_through(m, cut)]) <= lost, (
        "of 16 letters one in 100,000 looks like words (Belief.LITERAL), longer data never does"
    )


def _comes_through(m: Minted, cut: int) -> bool:
    text = f'{{"session_key":"{m.key}","iv":"{m.iv}","encryptedData":"{m.data[:cut]}'
    return [ticket.encrypted_data for ticket in read(text).tickets] == [m.data[:cut]]


@pytest.mark.parametrize("sign", ["…", "..."])
def test_an_elision_comes_through(sign: str) -> None:
    m = mint()
    data = m.data[:50] + sign + m.data[-40:]
    for text in (
        f'{{iv: "{m.iv}", encryptedData: "{data}"}}',
        f"iv={m.iv}\nencryptedData={data}\n",
    ):
        (ticket,) = read(text).tickets
        assert (ticket.iv, ticket.encrypted_data) == (m.iv, data)


def test_a_short_iv_comes_through() -> None:
    m = mint()
    iv = m.iv[:13] + m.iv[16:]
    (ticket,) = read(json.dumps({**whole(m), "iv": iv})).tickets
    assert ticket.iv == iv


def test_url_safe_and_unpadded_values_come_through() -> None:
    m = mint()
    odd = {k: v.replace("+", "-").replace("/", "_").rstrip("=") for k, v in whole(m).items()}
    for text in (json.dumps(odd), "\n".join(f"{k}: {v}" for k, v in odd.items())):
        (ticket,) = read(text).tickets
        assert ticket.encrypted_data == odd["encryptedData"]


def test_fields_in_each_others_place_come_through() -> None:
    m = mint()
    text = json.dumps({"session_key": m.data, "iv": m.key, "encryptedData": m.iv})
    (ticket,) = read(text).tickets
    assert (ticket.session_key, ticket.iv, ticket.encrypted_data) == (m.data, m.key, m.iv)


def test_a_handle_where_data_belongs_comes_through() -> None:
    m = mint()
    text = json.dumps({"session_key": m.key, "iv": m.iv, "encryptedData": m.handle})
    (ticket,) = read(text).tickets
    assert ticket.encrypted_data == m.handle


def test_an_elided_preview_and_its_expansion_are_one_ticket() -> None:
    m = mint()
    preview = {**result(m), "encryptedData": m.data[:30] + "…" + m.data[-20:]}
    (ticket,) = read(f"{json.dumps(preview, ensure_ascii=False)}\n{json.dumps(result(m))}").tickets
    assert ticket.encrypted_data == m.data


@pytest.mark.parametrize("form", FORMS + MORE, ids=lambda form: form.name)
def test_url_safe_values_come_through_in_every_form(form: Form) -> None:
    if not {"session_key", "iv", "encryptedData"} <= set(form.fields) or form.name in UNPROVED:
        return
    m = next(m for m in iter(mint, None) if not {m.key[0], m.iv[0], m.data[0]} & {"+", "/"})
    changed = {
        name: getattr(m, name).replace("+", "-").replace("/", "_") for name in ("key", "iv", "data")
    }
    (ticket,) = read(form.build(replace(m, **changed))).tickets
    assert judge(ticket).outcome == "opened"


def test_url_safe_arguments_of_a_call_come_through() -> None:
    """One in 18,000 begins with dashes that may be anything."""
    form, opened = next(form for form in FORMS if form.name == "call wrapped"), 0
    for _ in range(300):
        m = mint()
        changed = {name: getattr(m, name).translate(URL_SAFE) for name in ("key", "iv", "data")}
        tickets = read(form.build(replace(m, **changed))).tickets
        opened += len(tickets) == 1 and judge(tickets[0]).outcome == "opened"
    assert opened > 297


def test_a_space_at_an_end_stays_where_it_may_have_been_a_plus_sign() -> None:
    m = mint()
    (ticket,) = read(json.dumps({**whole(m), "iv": " " + m.iv[1:]})).tickets
    assert ticket.iv == " " + m.iv[1:]
    (ticket,) = read(json.dumps({**whole(m), "iv": m.iv + " "})).tickets
    assert ticket.iv == m.iv


def test_an_escaped_elision_comes_through() -> None:
    m = mint()
    data = m.data[:50] + "…" + m.data[-40:]
    (ticket,) = read(json.dumps({**whole(m), "encryptedData": data})).tickets
    assert ticket.encrypted_data == data


BOUNDARIES = (
    "----WebKitFormBoundary7MA4YWxkTrZu0gW",
    "------------------------d74496d66958873e",
    "0f9e8d7c6b5a49382716f5e4d3c2b1a0",
    "WxmpFormBoundary1577808000",
    "X-BOUNDARY",
    "===============1234567890123456789==",
)


@pytest.mark.parametrize("boundary", BOUNDARIES)
def test_a_boundary_of_a_form_is_no_data(boundary: str) -> None:
    for line_end in ("\n", "\r\n"):
        for _ in range(20):
            m = mint()
            data = base64.b64encode(secrets.token_bytes(48 * secrets.choice([1, 4, 8]))).decode()
            values = {"encryptedData": data, "iv": m.iv, "session_key": m.key}
            body = "".join(
                f'--{boundary}{line_end}Content-Disposition: form-data; name="{name}"'
                f"{line_end * 2}{value}{line_end}"
                for name, value in values.items()
            )
            body += f"--{boundary}--{line_end}"
            for text in (body, json.dumps({"postData": body}), json.dumps(json.dumps([body]))):
                (ticket,) = read(text).tickets
                assert (ticket.encrypted_data, ticket.iv, ticket.session_key) == (data, m.iv, m.key)


def test_an_iv_in_another_form_or_place_is_there() -> None:
    m, other = mint(), mint()
    for iv in ("1234567890123456", "0123456789abcdef"):
        for text in (json.dumps({**whole(m), "iv": iv}), f"{_lines(m)}\niv: {iv}"):
            assert [ticket.iv for ticket in read(text).tickets] == [iv]
    misnamed = {"session_key": m.key, "encryptedData": m.data, "signature": other.iv}
    assert [ticket.iv for ticket in read(json.dumps(misnamed)).tickets] == [other.iv]
    for call in (
        f"const encryptedData = '{m.data}';\ndecrypt(encryptedData, '{m.key}', '{other.iv}')",
        (
            f"const encryptedData = '{m.data}';\nnew WXBizDataCrypt(appId, '{m.key}')"
            f".decryptData(encryptedData, '{other.iv}')"
        ),
        (
            f"const encryptedData = '{m.data}'\nconst sessionKey = '{m.key}'\n"
            f"decryptData(encryptedData, '{other.iv}', sessionKey)"
        ),
    ):
        (ticket,) = read(call).tickets
        assert (ticket.session_key, ticket.iv) == (m.key, other.iv), call


def _lines(m: Minted) -> str:
    return f"session_key: {m.key}\nencryptedData: {m.data}"
