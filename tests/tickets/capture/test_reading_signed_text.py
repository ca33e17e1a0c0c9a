"""The signed text comes through exactly, however the result that holds it was encoded."""

from __future__ import annotations

import hashlib
import html
import json
import random
import shlex
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote, quote_plus, urlencode

import pytest

from inspector.tickets import judge, read
from tests.tickets.capture.capture_forms import Minted, entry, har, mint

Wrapper = Callable[[dict[str, str]], str]


def compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def encoded(value: object) -> str:
    return quote(compact(value), safe="")


def _nginx(text: str) -> str:
    """Escape as nginx does in `$request_body`."""
    plain = "".join(map(chr, range(0x20, 0x7F)))
    return "".join(
        chr(byte) if chr(byte) in plain and chr(byte) not in '"\\' else f"\\x{byte:02X}"
        for byte in text.encode()
    )


def _line(request: str, body: str = "-") -> str:
    return f'10.0.0.1 - - [02/Jan/2026:03:04:05 +0800] "{request} HTTP/1.1" 200 31 "-" "{body}"'


WRAPPERS: dict[str, Wrapper] = {
    "json": compact,
    "json pretty": lambda f: json.dumps(f, indent=2),
    "json ascii": json.dumps,
    "json string": lambda f: json.dumps(compact(f)),
    "json string twice": lambda f: json.dumps({"m": json.dumps({"body": compact(f)})}),
    "query": lambda f: f"https://x.example/a?d={encoded(f)}",
    "query with others": lambda f: f"/a?t=1&d={encoded(f)}&v=2",
    "query bare": lambda f: "d=" + encoded(f),
    "query of fields": lambda f: "?" + urlencode(f, quote_via=quote),
    "form": urlencode,
    "form of fields": lambda f: "a=1&" + urlencode(f, quote_via=quote) + "&z=9",
    "form plus": lambda f: "data=" + quote_plus(json.dumps(f)),
    "form twice": lambda f: "data=" + quote(encoded(f), safe=""),
    "form thrice": lambda f: "data=" + quote(quote(encoded(f), safe=""), safe=""),
    "form of fields twice": lambda f: urlencode({k: quote(v, safe="") for k, v in f.items()}),
    "form json string": lambda f: "data=" + encoded(compact(f)),
    "cookie": lambda f: f"Cookie: sid=1; wx={encoded(f)}; path=/",
    "nginx query": lambda f: _line(f"GET /a?d={encoded(f)}"),
    "nginx fields": lambda f: _line("GET /a?" + urlencode(f, quote_via=quote)),
    "nginx body": lambda f: _line("POST /a", _nginx(compact(f))),
    "nginx body ascii": lambda f: _line("POST /a", _nginx(json.dumps(f))),
    "har body": lambda f: har(entry("https://x.example/a", compact(f))),
    "har form": lambda f: har(entry("https://x.example/a", urlencode(f))),
    "har encoded": lambda f: har(entry("https://x.example/a", "d=" + encoded(f))),
    "har query": lambda f: har(entry(f"https://x.example/a?d={encoded(f)}", method="GET")),
    "html": lambda f: f'<input name="d" value="{html.escape(compact(f))}">',
    "csv cell": lambda f: 'id,body\n7,"' + compact(f).replace('"', '""') + '"\n',
    "curl": lambda f: f"curl -X POST https://x.example/a --data-raw '{compact(f)}'",
    "curl encoded": lambda f: f"curl https://x.example/a -d 'd={encoded(f)}'",
    "php hex quotes": lambda f: json.dumps(
        {"b": compact(f).replace("\\", "\\u005C").replace('"', "\\u0022")}
    ).replace("\\\\u00", "\\u00"),
    "curl shell": lambda f: f"curl https://x.example/a -d {shlex.quote(compact(f))}",
    "curl shell of fields": lambda f: (
        "curl https://x.example/a "
        + " ".join(f"--data-urlencode {shlex.quote(f'{k}={v}')}" for k, v in f.items())
    ),
    "chat": lambda f: f"小王 10:02\n帮忙看下这个 {compact(f)} 为什么签名不对？",
}

SIGNED: dict[str, Callable[[Minted], str]] = {
    "person": lambda m: m.raw,
    "plain": lambda _: compact({"nickName": "A", "gender": 1}),
    "small": lambda _: '{"a":1}',
    "quotes": lambda _: compact({"nickName": "O'Neil 'n' Co", "gender": 1}),
    "its own names": lambda _: compact({"a": {"iv": "x"}, "encryptedData": "abc", "iv": "def"}),
    "signs": lambda _: compact({"nickName": 'q"\\}{&=+%22 100%', "a": [{"b": "}"}]}),
    "path": lambda _: compact({"avatarUrl": "https://x.example/a?b=1&c=2", "n": "x\n\ty"}),
    "other fields": lambda m: compact({"session_key": mint().key, "iv": m.handle, "scene": 1044}),
    "another ticket": lambda _: compact(
        {"iv": (other := mint()).iv, "encryptedData": other.data, "signature": other.signature}
    ),
    "handle": lambda m: compact({"scene": 1044, "shareTicket": m.handle}),
    "app id": lambda m: compact({"appId": m.app, "signature": "x", "data": "y"}),
    "slashes": lambda _: '{"avatarUrl":"https:\\/\\/x.example\\/a","city":"\\u5e7f"}',
    "spaced": lambda _: '{"nickName": "A B", "gender": 1}',
}


def signed(minted: Minted, raw: str) -> Minted:
    digest = hashlib.sha1((raw + minted.key).encode()).hexdigest()
    return replace(minted, raw=raw, signature=digest)


def fields(m: Minted) -> dict[str, str]:
    named = {
        "rawData": m.raw,
        "signature": m.signature,
        "encryptedData": m.data,
        "iv": m.iv,
        "session_key": m.key,
    }
    order = random.sample(sorted(named), len(named))
    return {name: named[name] for name in order}


@pytest.mark.parametrize("raw", SIGNED)
@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_the_signature_is_right_in_every_encoding(wrapper: str, raw: str) -> None:
    minted = mint()
    minted = signed(minted, SIGNED[raw](minted))
    text = WRAPPERS[wrapper](fields(minted))
    tickets = read(text).tickets
    assert [ticket.raw_data for ticket in tickets] == [minted.raw], text
    (verdict,) = map(judge, tickets)
    assert verdict.outcome == "opened"
    assert [f.code for f in verdict.findings if f.code.startswith("signature")] == ["signature_ok"]


AS_IT_STANDS: dict[str, Wrapper] = {
    "CDATA": lambda f: (
        "<xml>" + "".join(f"<{k}><![CDATA[{v}]]></{k}>" for k, v in f.items()) + "</xml>"
    ),
    "lines": lambda f: "\n".join(f"{k}: {v}" for k, v in f.items()),
    "print_r": lambda f: "Array\n(\n" + "".join(f"    [{k}] => {v}\n" for k, v in f.items()) + ")",
}


@pytest.mark.parametrize(
    "raw", ["person", "plain", "signs", "quotes", "its own names", "slashes", "spaced"]
)
@pytest.mark.parametrize("wrapper", AS_IT_STANDS)
def test_a_text_that_stands_without_quotes_is_as_it_was_signed(wrapper: str, raw: str) -> None:
    for _ in range(5):
        minted = mint()
        minted = signed(minted, SIGNED[raw](minted))
        (ticket,) = read(AS_IT_STANDS[wrapper](fields(minted))).tickets
        assert (ticket.raw_data, ticket.iv) == (minted.raw, minted.iv)
        codes = {finding.code for finding in judge(ticket).findings}
        assert "signature_ok" in codes


OF_OBJECTS = [
    name for name in WRAPPERS if "fields" not in name and name not in ("har form", "form")
]


@pytest.mark.parametrize(
    "raw", ["person", "plain", "signs", "path", "other fields", "another ticket"]
)
@pytest.mark.parametrize("wrapper", OF_OBJECTS)
def test_an_object_in_place_of_the_text_is_read_whole(wrapper: str, raw: str) -> None:
    minted = mint()
    minted = signed(minted, SIGNED[raw](minted))
    text = WRAPPERS[wrapper]({**fields(minted), "rawData": json.loads(minted.raw)})
    tickets = read(text).tickets
    assert [json.loads(ticket.raw_data or "") for ticket in tickets] == [json.loads(minted.raw)]
    (verdict,) = map(judge, tickets)
    assert verdict.outcome == "opened"
    assert [f.code for f in verdict.findings if f.code.startswith("signature")] == ["signature_ok"]


@pytest.mark.parametrize("before", [" ", "\n", "\r\n  ", "\t", "\ufeff", "\ufeff "], ids=ascii)
@pytest.mark.parametrize(
    "write", [json.dumps, compact, lambda values: json.dumps(json.dumps(values))]
)
def test_blanks_and_marks_before_the_object_are_signed_with_it(
    write: Callable[[dict[str, str]], str], before: str
) -> None:
    minted = mint()
    raw = before + compact({"nickName": "小明"})
    signature = hashlib.sha1((raw + minted.key).encode()).hexdigest()
    values = {"session_key": minted.key, "iv": minted.iv, "encryptedData": minted.data}
    (ticket,) = read(write({**values, "rawData": raw, "signature": signature})).tickets
    assert ticket.raw_data == raw
    assert "signature_ok" in [finding.code for finding in judge(ticket).findings]
