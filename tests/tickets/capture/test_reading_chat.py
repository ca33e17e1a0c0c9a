"""Chat and prose: a name followed nearby by a whole value is enough, whatever the words are."""

from __future__ import annotations

import random
import secrets
from collections.abc import Iterator
from functools import partial

import pytest

from inspector.tickets import judge, read
from tests.tickets.capture.capture_forms import Minted, mint

SAID = (
    "{name}是这样的：{value}",
    "{name} 是这样的： {value}",
    "{name}的值是{value}",
    "{name} 的值是：{value}",
    "{name}的值为 {value}",
    "{name} ===> {value}",
    "{name} ==> {value}",
    "{name} --> {value}",
    "{name} ~> {value}",
    "{name}【{value}】",
    "{name}：【{value}】",
    "{name} = 【{value}】",
    "{name}=《{value}》",
    "【{name}】{value}",
    "【{name}】：{value}",
    "{name}（{value}）",
    "{name}「{value}」",
    "{name}拿到的是 {value}",
    "{name} 我这边打印出来是 {value}",
    "我这边的{name}是：{value}",
    "返回的 {name} 就是这个 {value}",
    "{name}如下：\n{value}",
    "{name} 见下面\n{value}",
    "{name}：\n{value}",
    "{name}\n{value}",
    "这是{name}，{value}",
    "{name}我贴一下：{value}",
    "{name} >> {value}",
    "{name}>>>>{value}",
    "> {name}\n> {value}",
    "> > {name}\n> > {value}",
    "// {name}\n// {value}",
    "{name}　　{value}",
    "{name} | {value}",
    "{name}, {value}",
    "{name}; {value}",
    "{name} / {value}",
    "1. {name} {value}",
    "- {name}: {value}",
    "* **{name}**: `{value}`",
    "the {name} I get is {value}",
    "the {name} I get is: {value}",
    "My {name} is {value}",
    "{name} that comes back from the server is {value}",
    "here is the {name}: {value}",
    "here's my {name}, {value}",
    "for {name} I see {value}",
    "{name} (from e.detail) is {value}",
    "{name} = {value}",
    "{name} equals {value}",
    "{name} returned: {value}",
    '{name} in the log was "{value}"',
    "I got {name} <{value}>",
    "{name} looks like this:\n\n{value}",
    "{name}: {value},",
    "{name} {value}.",
    "> {name}：{value}",
)
NAMES = (
    ("session_key", "iv", "encryptedData"),
    ("sessionKey", "iv", "encryptedData"),
    ("session_key", "IV", "encrypted_data"),
    ("会话密钥", "初始向量", "加密数据"),
    ("session key", "iv", "encrypted data"),
)
AROUND = (
    ("", ""),
    ("小王 2026/1/2 10:02\n", "\n为什么解不开？"),
    ("大佬们帮看下这个问题，一直报 -41003\n", "\n谢谢！"),
    ("Hi all, decryption fails for me:\n", "\nAny idea why? Thanks"),
    ("[捂脸]各位老师\n\n", "\n\n[抱拳]"),
)


def messages(m: Minted, said: str, *, key: bool = True) -> Iterator[str]:
    """Yield messages that say the fields of a ticket in one way, in changing order and company."""
    for names in NAMES:
        values = list(zip(names, (m.key, m.iv, m.data), strict=True))[0 if key else 1 :]
        random.shuffle(values)
        head, tail = random.choice(AROUND)
        joint = random.choice(("\n", "\n\n", "\n小王：\n"))
        parts = [said.format(name=name, value=value) for name, value in values]
        yield head + joint.join(parts) + tail


def of(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(t.session_key, t.iv, t.encrypted_data) for t in read(text).tickets]


@pytest.mark.parametrize("said", SAID)
def test_what_is_said_is_found(said: str) -> None:
    m = mint()
    for text in messages(m, said):
        assert of(text) == [(m.key, m.iv, m.data)], text
        assert judge(read(text).tickets[0]).outcome == "opened"


@pytest.mark.parametrize("said", SAID)
def test_what_opens_nothing_is_found_all_the_same(said: str) -> None:
    m = mint()
    wrong = mint().key
    for text in messages(Minted(**{**vars(m), "key": wrong}), said):
        assert of(text) == [(wrong, m.iv, m.data)], text
        assert judge(read(text).tickets[0]).cause == "session_key_wrong"


@pytest.mark.parametrize("said", SAID)
def test_what_is_said_without_a_key_is_found(said: str) -> None:
    m = mint()
    for text in messages(m, said, key=False):
        assert of(text) == [(None, m.iv, m.data)], text


@pytest.mark.parametrize("sign", ["=> ", "=>", "= ", "=", " = ", " => "])
def test_data_without_padding_ends_where_the_next_name_begins(sign: str) -> None:
    m = next(m for m in map(partial(mint, None), range(20, 80)) if not m.data.endswith("="))
    for key in (m.key, mint().key):
        text = f"SessionKey→{key}\nencryptedData：{m.data}\niv{sign}{m.iv}；"
        assert of(text) == [(key, m.iv, m.data)]


@pytest.mark.parametrize(
    "said", ["{name} {value}", "{name}是{value}", "{name}\n{value}", "{name}: {value}"]
)
def test_two_dashes_that_make_a_value_whole_are_its_first_letters(said: str) -> None:
    for _ in range(10):
        key, iv = ("--" + secrets.token_urlsafe(15)[:19] + end + "==" for end in "AQ")
        m = mint()
        fields = (("session_key", key), ("iv", iv), ("encryptedData", m.data))
        text = "，\n".join(said.format(name=name, value=value) for name, value in fields)
        assert of(text) == [(key, iv, m.data)]


NOUNS = ("", " 值", "值", " 字段", "的值", " 参数", "内容")
SIGNS = (
    "：{}",
    ": {}",
    " => `{}`",
    "：`{}`",
    "：「{}」",
    ":\t{}",
    "为 {}",
    "是 {}",
    " / {}",
    "……{}",
    ",{}",
)


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("sign", SIGNS)
def test_a_noun_behind_a_name_hides_no_value(sign: str, noun: str) -> None:
    for names in (("session_key", "iv", "encryptedData"), ("会话密钥", "向量", "加密数据")):
        m, other = mint(), mint()
        for key in (m.key, other.key):
            values = zip(names, (key, m.iv, m.data), strict=True)
            text = "\n".join(f"我的{name}{noun}{sign.format(value)}" for name, value in values)
            (ticket,) = read(text).tickets
            assert (ticket.session_key, ticket.iv, ticket.encrypted_data) == (key, m.iv, m.data)
