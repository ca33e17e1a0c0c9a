"""Bodies of a network log, packed as servers pack them."""

from __future__ import annotations

import base64
import gzip
import json
import zlib
from collections.abc import Callable

import pytest

from inspector.tickets import read
from inspector.tickets.capture.scanning.bodies import body
from tests.tickets.capture.capture_forms import entry, har, mint, whole

CODINGS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "none": ("", bytes),
    "gzip": ("gzip", gzip.compress),
    "deflate": ("deflate", zlib.compress),
    "bare deflate": ("deflate", lambda data: zlib.compress(data)[2:-4]),
    "not said": ("", gzip.compress),
}


def packed(data: bytes) -> str:
    return base64.b64encode(data).decode()


def exchange(side: str, text: str, coding: str) -> dict[str, object]:
    made = entry("https://x.example/share")
    content = {"text": text, "encoding": "base64", "mimeType": "application/json"}
    part = {"request": "postData", "response": "content"}[side]
    headers = [{"name": "content-Encoding", "value": coding}]
    return {**made, side: {"url": "https://x.example/", part: content, "headers": headers}}


@pytest.mark.parametrize("side", ["request", "response"])
@pytest.mark.parametrize("name", CODINGS)
def test_a_ticket_in_a_packed_body_is_found(name: str, side: str) -> None:
    coding, pack = CODINGS[name]
    m = mint()
    text = packed(pack(json.dumps(whole(m)).encode()))
    log = har(entry("https://x.example/logo.png"), exchange(side, text, coding))
    (ticket,) = read(log).tickets
    assert (ticket.session_key, ticket.iv, ticket.encrypted_data) == (m.key, m.iv, m.data)


def test_a_coding_that_python_lacks_is_told() -> None:
    noise = packed(bytes([0x1B, 0xFF, 0xC3, 0x28, 0x00]) * 20)
    log = har(exchange("response", noise, "br"), exchange("request", noise, "br"))
    (finding,) = read(log).findings
    assert (finding.code, finding.parameters) == ("body_compressed", {"coding": "br", "count": 2})


def test_a_picture_is_no_body_to_tell_of() -> None:
    log = json.loads(har(exchange("response", packed(b"\xff\xc3\x28" * 9), "br")))
    log["log"]["entries"][0]["response"]["content"]["mimeType"] = "image/png"
    assert not read(json.dumps(log)).findings


def test_a_bomb_is_unpacked_in_part_only() -> None:
    bomb = gzip.compress(b"a" * 50_000_000)
    text = body(packed(bomb), "gzip").text
    assert text is not None
    assert len(text) < 25 * len(bomb)


@pytest.mark.parametrize("text", ["", "ä", "=", "QQ", "eJw="])
def test_no_text_is_an_error(text: str) -> None:
    assert body(text, "gzip").coding is None
