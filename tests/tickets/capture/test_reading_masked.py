"""Masked values are found as they stand: in the midst of data, at an end, and all of a value."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from urllib.parse import quote, urlencode

import pytest

from inspector.tickets import judge, read
from tests.tickets.capture.capture_forms import entry, har, mint

MASKS = ("…", "......", "****", "********************", "●●●●", "██████", "####", "<masked>",
    "[REDACTED]", "（省略）", "[中间省略20个字符]", "(omitted)", "<hidden>", "【已脱敏】",
    r"\*\*\*\*")  # fmt: skip
WHOLE_MASKS = (
    "***",
    "******",
    "●●●●●●",
    "<masked>",
    "[REDACTED]",
    "（省略）",
    "【已脱敏】",
    "########",
    "xxx",
    "XXXXXXXX",
    "xxxxxxxxxxxxxxxxxxxxxx==",
    "{{session_key_masked}}",
    "${masked}",
    "%{masked}",
    "%masked%",
    "REDACTED",
    "__MASKED__",
    "**REDACTED**",
    "[[masked]]",
    "<<hidden>>",
    "<private>",
    "敏感信息已隐藏",
    "此处省略",
    "????",
    "xxx…xxx",
    "________",
    "……",
    "xxxx-xxxx",
    "XXXXXXXX-XXXX-XXXX",
    "{sessionKey}",
    "${res.session_key}",
    "{{ session_key }}",
    "#{iv}",
    "<your_session_key>",
    "<session_key>",
    "<your-encrypted-data-here>",
    "YOUR_SESSION_KEY",
    "your-session-key",
    "session-key-goes-here",
    "<你的session_key>",
    "替换成你的密钥",
    "* * * *",
    "● ● ● ●",
)
Fields = dict[str, str]


def compact(fields: Fields) -> str:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def lines(fields: Fields, sign: str) -> str:
    return "\n".join(f"{name}{sign}{value}" for name, value in fields.items())


WRAPPERS: dict[str, Callable[[Fields], str]] = {
    "json": compact,
    "json pretty": lambda f: json.dumps(f, indent=2, ensure_ascii=False),
    "json ascii": json.dumps,
    "json go": lambda f: json.dumps(f).replace("<", "\\u003c").replace(">", "\\u003e"),
    "json string": lambda f: json.dumps({"body": compact(f)}, ensure_ascii=False),
    "json string ascii": lambda f: json.dumps({"body": json.dumps(f)}),
    "javascript": lambda f: "{" + ", ".join(f"{k}: '{v}'" for k, v in f.items()) + "}",
    "python": repr,
    "lines": lambda f: lines(f, ": "),
    "lines =": lambda f: lines(f, "="),
    "lines chinese": lambda f: lines(f, "："),
    "query": urlencode,
    "query %20": lambda f: "/a?" + urlencode(f, quote_via=quote),
    "query of json": lambda f: "d=" + quote(compact(f), safe=""),
    "log": lambda f: f"2026-01-02 03:04:05 INFO body={compact(f)}",
    "log of pairs": lambda f: "03:04:05 INFO " + ", ".join(f"{k}={v}" for k, v in f.items()),
    "har": lambda f: har(entry("https://x.example/a", compact(f))),
    "chat": lambda f: "小王：帮忙看一下\n" + lines(f, "："),
    "html": lambda f: "".join(
        f'<input name="{k}" value="{v}">' for k, v in f.items() if "<" not in v
    ),
    "csv": lambda f: ",".join(f) + "\n" + ",".join(f.values()) + "\n",
}


def parts(mask: str, text: str) -> str:
    cut = random.randint(24, len(text) - 60)
    return text[:cut] + mask + text[cut + 20 :]


@pytest.mark.parametrize("mask", MASKS)
@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_data_masked_in_its_midst_is_found_whole(mask: str, wrapper: str) -> None:
    m = mint()
    data = parts(mask, m.data)
    text = WRAPPERS[wrapper]({"session_key": m.key, "iv": m.iv, "encryptedData": data})
    if wrapper == "html" and "<" in mask:
        return
    (ticket,) = read(text).tickets
    assert (ticket.session_key, ticket.iv) == (m.key, m.iv)
    assert (ticket.encrypted_data or "").startswith(data[:20])
    assert (ticket.encrypted_data or "").endswith(m.data[-30:])
    verdict = judge(ticket)
    assert (verdict.outcome, verdict.cause) == ("partly", "elided")


@pytest.mark.parametrize("mask", WHOLE_MASKS)
@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_a_value_that_is_all_masked_is_there_and_masked(mask: str, wrapper: str) -> None:
    for name in ("session_key", "iv", "encryptedData"):
        m = mint()
        values = {"session_key": m.key, "iv": m.iv, "encryptedData": m.data, name: mask}
        if wrapper == "html" and "<" in mask:
            return
        (ticket,) = read(WRAPPERS[wrapper](values)).tickets
        assert ticket.field(name) == mask
        assert judge(ticket).cause == "elided"


@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_a_key_of_which_both_ends_show_is_there(wrapper: str) -> None:
    for mask in ("***", "****************", "…", "●●●●"):
        m = mint()
        key = m.key[:4] + mask + m.key[-4:]
        text = WRAPPERS[wrapper]({"session_key": key, "iv": m.iv, "encryptedData": m.data})
        (ticket,) = read(text).tickets
        assert ticket.session_key == key
        assert judge(ticket).cause == "elided"


MAIN = "iv={iv}\nencryptedData={data}"
PLACES = (
    "session_key: {mask}\n" + MAIN,
    "key: {mask}\n" + MAIN,
    "session_key: {mask}; iv: {iv}; encryptedData: {data}",
    "我的session_key 是 {mask}，iv是 {iv}，encryptedData是{data}",
    '{{"key":"{mask}","iv":"{iv}","data":"{data}"}}',
    "session_key={mask}&iv={iv}&encryptedData={data}",
)


@pytest.mark.parametrize(
    "mask", ["xxx", "xxxxxx", "XXXXXXXXXXXXXXXX", "xxxxxxxxxxxxxxxxxxxxxxxx=="]
)
@pytest.mark.parametrize("place", PLACES)
def test_letters_that_are_all_of_a_value_are_a_mask(place: str, mask: str) -> None:
    m = mint()
    (ticket,) = read(place.format(mask=mask, iv=m.iv, data=m.data)).tickets
    assert (ticket.session_key, ticket.iv) == (mask, m.iv)
    assert ticket.encrypted_data == m.data
    assert judge(ticket).cause == "elided"


@pytest.mark.parametrize(
    "word",
    ["xx", "xxx年", "XXXX_KEY", "xxx.key", "xxx(1)", "xxx[0]", "xxx-large", "xxxx-large", "XXIV"],
)
def test_words_of_such_letters_are_no_mask(word: str) -> None:
    m = mint()
    text = f"session_key = {word}; iv={m.iv}; encryptedData={m.data}"
    (ticket,) = read(text).tickets
    assert (ticket.session_key, ticket.iv) == (None, m.iv)


@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_values_with_some_such_letters_stay_as_they_are(wrapper: str) -> None:
    m = mint()
    key = "xxxx" + m.key[4:18] + "xxXQ=="
    text = WRAPPERS[wrapper]({"session_key": key, "iv": m.iv, "encryptedData": m.data})
    (ticket,) = read(text).tickets
    assert (ticket.session_key, ticket.iv) == (key, m.iv)
    assert judge(ticket).cause != "elided"


@pytest.mark.parametrize(
    "text",
    [
        '{"session_key": "xxxx", "iv": "xxxx", "encryptedData": "xxxxxxxx"}',
        "session_key: xxx",
        "code2Session returns openid=xxx&session_key=xxx",
        "iv: XXX. and XXXIV",
        "session_key: REDACTED",
        "log.info(`session_key=${masked} iv=${hidden}`)",
        '{"session_key": "...", "iv": "...", "encryptedData": "..."}',
        "const { iv = ..., sessionKey: {masked} } = row",
    ],
)
def test_an_example_of_a_document_is_no_ticket(text: str) -> None:
    assert read(text).tickets == ()


@pytest.mark.parametrize("words", ["", "real key: ", "key="])
def test_a_key_that_opens_the_data_is_taken_before_its_mask(words: str) -> None:
    m = mint()
    text = f"session_key: xxxx\niv: {m.iv}\nencryptedData: {m.data}\n{words}{m.key}"
    (ticket,) = read(text).tickets
    assert judge(ticket).cause is None


QUERIES: dict[str, Callable[[Fields], str]] = {
    "plus": urlencode,
    "%20": lambda f: "/a?" + urlencode(f, quote_via=quote),
    "small": lambda f: re.sub("%..", lambda m: m[0].lower(), urlencode(f)),
    "twice": lambda f: "&".join(f"{k}={quote(quote(v, safe=''), safe='')}" for k, v in f.items()),
    "log": lambda f: f'10.0.0.1 - - [2/Jan/2026] "GET /a?{urlencode(f)} HTTP/1.1" 200',
    "json": lambda f: json.dumps({"body": urlencode(f)}),
    "of json": lambda f: "d=" + quote(compact(f), safe=""),
    "brackets as they are": lambda f: "&".join(f"{k}={quote(v, '{}<>[]()')}" for k, v in f.items()),
}


@pytest.mark.parametrize(
    "mask",
    ["{{masked}}", "{{ redacted }}", "<masked>", "<masked by proxy>", "[value removed]",
     "(omitted here)", "[中间省略20个字符]"],
)  # fmt: skip
@pytest.mark.parametrize("query", QUERIES)
def test_a_mask_in_a_query_is_there_in_its_own_words(query: str, mask: str) -> None:
    for name in ("session_key", "iv", "encryptedData"):
        m = mint()
        values = {"session_key": m.key, "iv": m.iv, "encryptedData": m.data}
        whole = values[name]
        for value in (mask, whole[:6] + mask + whole[-6:]):
            (ticket,) = read(QUERIES[query](values | {name: value})).tickets
            assert ticket.field(name) == value
            assert judge(ticket).cause == "elided"


@pytest.mark.parametrize("sign", ["*", "-", "=", "#"])
@pytest.mark.parametrize("missing", ["session_key", "iv", "encryptedData"])
def test_a_rule_between_rows_is_no_mask_of_the_value_before_it(missing: str, sign: str) -> None:
    """As `\\G` of mysql and the columns of other tools print rows whose last cell is empty."""
    rule, lines = sign * 27, []
    minted = mint()
    values = {"session_key": minted.key, "iv": minted.iv, "encryptedData": minted.data}
    for number in range(1, 4):
        lines.append(f"{rule} {number}. row {rule}")
        filled = [name for name in values if name != missing or number != 2]
        lines += [f"{name:>13}: {values[name]}" for name in filled]
        if number == 2:
            lines.append(f"{missing:>13}: ")
    found = read("\n".join(lines)).tickets
    told = {text for t in found for text in (t.session_key, t.iv, t.encrypted_data)}
    assert told <= {*values.values(), None, ""}
