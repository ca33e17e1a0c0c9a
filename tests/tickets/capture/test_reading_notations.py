"""Keys, ivs and data in other notations than base64 come through as pasted, and open."""

from __future__ import annotations

import json
import random
import secrets
from base64 import b64decode, b64encode
from collections.abc import Callable
from itertools import product
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from inspector.tickets import judge, read
from inspector.tickets.decryption import cipher
from tests.tickets.capture.capture_forms import Minted, entry, har, mint

Notation = Callable[[bytes], Any]

AS_TEXT: dict[str, Notation] = {
    "hex": lambda data: data.hex(),
    "HEX": lambda data: data.hex().upper(),
    "0x": lambda data: f"0x{data.hex()}",
    "blanks": lambda data: data.hex(" "),
    "HEX blanks": lambda data: data.hex(" ").upper(),
    "colons": lambda data: data.hex(":").upper(),
    "dashes": lambda data: data.hex("-"),
    "dump": lambda data: data.hex(" ", 2),
    "literal": lambda data: f"x'{data.hex()}'",
    "Go": lambda data: f"[{' '.join(map(str, data))}]",
    "Java array": lambda data: "{" + ", ".join(f"(byte)0x{b:02x}" for b in data) + "}",
    "printed Buffer": lambda data: f"<Buffer {data.hex(' ')}>",
}
AS_NUMBERS: dict[str, Notation] = {
    "Buffer": lambda data: {"type": "Buffer", "data": list(data)},
    "bytes": list,
    "signed bytes": lambda data: [byte - 256 if byte > 127 else byte for byte in data],
}
NOTATIONS = AS_TEXT | AS_NUMBERS
Fields = dict[str, Any]


def compact(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, separators=(",", ":"))


def lines(fields: Fields, sign: str) -> str:
    return "\n".join(f"{name}{sign}{compact(value)}" for name, value in fields.items())


WRAPPERS: dict[str, Callable[[Fields], str]] = {
    "json": json.dumps,
    "json compact": compact,
    "json pretty": lambda f: json.dumps(f, indent=2),
    "json string": lambda f: json.dumps({"body": compact(f)}),
    "json string pretty": lambda f: json.dumps({"body": json.dumps(f, indent=1)}),
    "json string twice": lambda f: json.dumps({"a": json.dumps({"b": compact(f)})}),
    "javascript": lambda f: (
        "const r = {" + ", ".join(f"{k}: {json.dumps(v)}" for k, v in f.items()) + "};"
    ),
    "python": repr,
    "assignments": lambda f: "\n".join(f"const {k} = {json.dumps(v)};" for k, v in f.items()),
    "lines": lambda f: lines(f, ": "),
    "lines =": lambda f: lines(f, " = "),
    "chinese": lambda f: "你好，帮忙看看\n" + lines(f, "："),
    "query of json": lambda f: "d=" + quote(compact(f), safe=""),
    "query": lambda f: urlencode({k: compact(v) for k, v in f.items()}),
    "query %20": lambda f: urlencode({k: compact(v) for k, v in f.items()}, quote_via=quote),
    "log": lambda f: f"2026-01-02 03:04:05 INFO got {compact(f)}",
    "har": lambda f: har(entry("https://x.example/a", compact(f))),
}


def fields_of(minted: Minted, write: Notation, names: tuple[str, ...]) -> Fields:
    values: Fields = {"session_key": minted.key, "iv": minted.iv, "encryptedData": minted.data}
    written = {k: write(b64decode(v)) if k in names else v for k, v in values.items()}
    return dict(random.sample(sorted(written.items()), len(written)))


@pytest.mark.parametrize("notation", NOTATIONS)
@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_a_ticket_opens_whatever_the_notation(wrapper: str, notation: str) -> None:
    names = ("session_key", "iv", "encryptedData")
    for some in (names, (random.choice(names),)):
        m = mint()
        text = WRAPPERS[wrapper](fields_of(m, NOTATIONS[notation], some))
        tickets = read(text).tickets
        assert len(tickets) == 1, text
        verdict = judge(tickets[0])
        assert (verdict.outcome, verdict.cause) == ("opened", None), text
        assert b64decode(verdict.fields["iv"] or "") == b64decode(m.iv)


@pytest.mark.parametrize("notation", NOTATIONS)
@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_a_wrong_key_is_told_as_that(wrapper: str, notation: str) -> None:
    m, other = mint(), mint()
    written = fields_of(m, NOTATIONS[notation], ("session_key", "iv", "encryptedData"))
    written["session_key"] = NOTATIONS[notation](b64decode(other.key))
    (ticket,) = read(WRAPPERS[wrapper](written)).tickets
    # 32 lower-case hex digits that open nothing may be the AppSecret, and are called that.
    assert judge(ticket).cause in ("session_key_wrong", "app_secret")


@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_an_iv_of_sixteen_characters_comes_through(wrapper: str) -> None:
    ivs = (secrets.token_hex(8), secrets.token_hex(8).upper(), "1234567890123456")
    for iv, payload in product(
        ivs, (b'{"orderNo": "20260101123", "goods": "garden"}', b'{"a": 1}')
    ):
        m = mint()
        data = b64encode(cipher.seal(b64decode(m.key), iv.encode(), payload)).decode()
        fields = {"encryptKey": m.key, "iv": iv, "version": 10, "data": data}
        (ticket,) = read(WRAPPERS[wrapper](fields)).tickets
        assert (ticket.session_key, ticket.iv, ticket.encrypted_data) == (m.key, iv, data)
        assert judge(ticket).outcome == "opened"


@pytest.mark.parametrize(
    "write",
    [
        lambda data: "new byte[]{" + ", ".join(f"0x{byte:02X}" for byte in data) + "};",
        lambda data: "new byte[] { " + ", ".join(str((b + 128) % 256 - 128) for b in data) + " };",
        lambda data: f"Buffer.from({list(data)});",
        lambda data: f"new Uint8Array({list(data)});",
        lambda data: f"bytes({list(data)})",
        lambda data: f"Uint8Array(16) {list(data)}",
    ],
    ids=range(6),
)
def test_bytes_in_source_text_come_through(write: Notation) -> None:
    m = mint()
    text = (
        f"session_key = {write(b64decode(m.key))}\niv = {write(b64decode(m.iv))}\n"
        f"encryptedData = '{m.data}'"
    )
    (verdict,) = map(judge, read(text).tickets)
    assert (verdict.outcome, verdict.cause) == ("opened", None)


def test_an_iv_of_signs_comes_through_between_quotes() -> None:
    m = mint()
    text = json.dumps({"session_key": m.key, "iv": "a1!b2@c3#d4$e5%f", "encryptedData": m.data})
    assert [ticket.iv for ticket in read(text).tickets] == ["a1!b2@c3#d4$e5%f"]


def test_what_was_pasted_stays_as_it_stands() -> None:
    m = mint()
    iv = json.dumps({"type": "Buffer", "data": list(b64decode(m.iv))})
    text = f'{{"session_key": "{m.key}", "iv": {iv}, "encryptedData": "{m.data}"}}'
    capture = read(text)
    assert [ticket.iv for ticket in capture.tickets] == [iv]
    (span,) = [span for span in capture.spans if span.field == "iv"]
    assert text[span.start : span.end] == iv


@pytest.mark.parametrize("mark", ["|", "|-", ">", ">+", ">2-", "| # as the server sent it"])
@pytest.mark.parametrize("name", ["encryptedData", "content"])
@pytest.mark.parametrize("last", [False, True])
def test_a_block_of_yaml_comes_through_with_its_siblings(mark: str, name: str, last: bool) -> None:
    m = mint()
    wrapped = "".join(f"  {m.data[at : at + 40]}\n" for at in range(0, len(m.data), 40))
    parts = [f"{name}: {mark}\n{wrapped}", f"aesKey: {m.key}\niv: '{m.iv}'\n"]
    (ticket,) = read("".join(parts[:: -1 if last else 1])).tickets
    assert (ticket.session_key, ticket.iv, ticket.encrypted_data) == (m.key, m.iv, m.data)
    assert judge(ticket).outcome == "opened"


def _of_signs(signs: bytes) -> bytes:
    """Return a key with these signs in it, in this order, and no other quotes."""
    key = bytearray(secrets.token_bytes(16)).replace(b'"', b"a").replace(b"'", b"a")
    for at, sign in zip(sorted(random.sample(range(1, 15), len(signs))), signs, strict=True):
        key[at] = sign
    key[0], key[15] = 0x8F, random.choice((key[15], signs[-1]))
    return bytes(key)


@pytest.mark.parametrize(
    "write",
    [
        json.dumps,
        lambda fields: json.dumps(json.dumps(fields)),
        lambda fields: json.dumps({"body": json.dumps(fields)}),
        lambda fields: lines(fields, ": "),
        lambda fields: "log: " + json.dumps({"msg": lines(fields, "=")}),
        repr,
    ],
    ids=range(6),
)
@pytest.mark.parametrize("data", [str, lambda data: repr(b64decode(data))], ids=["base64", "bytes"])
def test_bytes_as_python_shows_them_come_through_strings(
    write: Callable[[Fields], str], data: Callable[[str], str]
) -> None:
    for signs in (b'"', b"'", b"a", b"\\", b"\"'", b"'\\", b'"\\', b"\\\\'\"\\x\\"):
        m = mint(key=b64encode(_of_signs(signs)).decode())
        key, iv = repr(b64decode(m.key)), repr(b64decode(m.iv))
        fields = {"session_key": key, "iv": iv, "encryptedData": data(m.data)}
        text = write(fields)
        (verdict,) = map(judge, read(text).tickets)
        assert (verdict.outcome, verdict.cause) == ("opened", None), text
