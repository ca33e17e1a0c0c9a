"""Damage to values is undone in every form, also where the form's grammar says nothing of it."""

from __future__ import annotations

import base64
import json
import random
from collections.abc import Callable
from urllib.parse import quote

import pytest

from inspector.tickets import Outcome, judge, read
from inspector.tickets.damage import text_damage
from inspector.tickets.damage.text_damage import TextDamage
from tests.growth import grows_linearly
from tests.tickets.capture.capture_forms import Minted, mint, whole

TICKETS = 30
MOST_LOST = 6
"""Of so many: one of 50 is lost where a sign at an end of a value leaves no trace."""
FEW_LOST = 1
"""Of so many: one value in some thousands looks like a word."""


def mybatis(m: Minted) -> str:
    return (
        "==>  Preparing: INSERT INTO share (id, openid, session_key, iv, data) VALUES (?,?,?,?,?)\n"
        f"==> Parameters: 7(Long), oABC(String), {m.key}(String), {m.iv}(String), {m.data}(String)"
    )


def jira(m: Minted) -> str:
    rows = (("session_key", m.key), ("iv", m.iv), ("encryptedData", m.data))
    return "||name||value||\n" + "\n".join(f"|{n}|{{code}}{v}{{code}}|" for n, v in rows)


def rows(m: Minted) -> str:
    return f"GD0001\toABC\t{m.key}\t{m.iv}\t{m.data}\t打不开"


def chat(m: Minted) -> str:
    times = ("张三 2024/5/1 12:00:05", "张三 2024/5/1 12:00:09", "李四 2024/5/1 12:01:09")
    return "\n".join(f"{t}\n{v}" for t, v in zip(times, (m.key, m.iv, m.data), strict=True))


def go_struct(m: Minted) -> str:
    return f"2024/05/01 12:00:00 {{wx0123456789abcdef {m.key} {m.iv} {m.data} 1044 true}}"


def on_one_line(m: Minted) -> str:
    return f"{m.key}, {m.iv}, {m.data}"


def yaml_list(m: Minted) -> str:
    return f"- {m.key}\n- {m.iv}\n- {m.data}"


def html_page(m: Minted) -> str:
    rows = (("session_key", m.key), ("iv", m.iv), ("encryptedData", m.data))
    return "".join(f"<p><b>{n}</b>: <code>{v}</code></p>" for n, v in rows)


def arguments(m: Minted) -> str:
    return f"decrypt args=[{m.key}, {m.iv}, {m.data}] cost=12ms"


FORMS = (mybatis, jira, rows, chat, go_struct, on_one_line, yaml_list, html_page, arguments)
DAMAGES = (
    text_damage.spaces_for_plus,
    text_damage.wrapped_by_spaces,
    text_damage.wrapped,
    text_damage.invisible,
    text_damage.full_width,
    text_damage.html_escaped,
)


def damaged(m: Minted, damage: TextDamage, drawn: random.Random) -> Minted:
    return Minted(**{**vars(m), **{n: damage(vars(m)[n], drawn) for n in ("key", "iv", "data")}})


def opens(text: str, m: Minted) -> bool:
    """Say whether reading a text gives the ticket and no other, and judging opens it."""
    tickets = read(text).tickets
    if len(tickets) != 1:
        return False
    verdict = judge(tickets[0])
    used = (verdict.fields["session_key"], verdict.fields["iv"], verdict.fields["encryptedData"])
    return verdict.outcome is Outcome.OPENED and used == (m.key, m.iv, m.data)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("form", FORMS)
def test_damage_is_undone_in_any_form(form: Callable[[Minted], str], damage: TextDamage) -> None:
    drawn = random.Random()
    lost = []
    for _ in range(TICKETS):
        m = mint()
        text = form(damaged(m, damage, drawn))
        if not opens(text, m):
            lost.append(text)
    assert len(lost) <= MOST_LOST, lost[0]


ENCODED: dict[str, Callable[[str], str]] = {
    "escaped": json.dumps,
    "percent": quote,
    "percent twice": lambda value: quote(quote(value)),
}


@pytest.mark.parametrize("encoding", ENCODED)
@pytest.mark.parametrize("damage", [text_damage.invisible, text_damage.full_width])
def test_damage_that_was_encoded_is_undone(damage: TextDamage, encoding: str) -> None:
    drawn, encode = random.Random(), ENCODED[encoding]
    lost = []
    for _ in range(TICKETS):
        m = mint()
        bad = damaged(m, damage, drawn)
        text = f"k={encode(bad.key)}&iv={encode(bad.iv)}&encryptedData={encode(bad.data)}"
        lost += [] if opens(text, m) else [text]
    assert len(lost) <= FEW_LOST, lost[0]


def test_values_are_given_as_they_were_pasted() -> None:
    """So that each repair is told, and each mark stands where the value does."""
    for _ in range(TICKETS):
        m = mint()
        text = mybatis(damaged(m, text_damage.spaces_for_plus, random.Random()))
        capture = read(text)
        for span in capture.spans:
            value = capture.tickets[span.ticket].field(span.field)
            assert value is None or span.field == "appid" or value == text[span.start : span.end]
        if capture.tickets and "+" in m.data[1:-3]:
            codes = {repair.code for repair in judge(capture.tickets[0]).repairs}
            assert codes & {"space_to_plus", "plus_restored"}


def test_a_value_that_goes_on_below_quoting_signs_is_whole() -> None:
    lost = []
    for _ in range(TICKETS):
        m = mint()
        lines = [m.data[at : at + 72] for at in range(0, len(m.data), 72)]
        text = f">> session_key: {m.key}\n>> iv: {m.iv}\n>> encryptedData:\n>> "
        text += "\n>> ".join(lines) + "\n> ok"
        lost += [] if opens(text, m) else [text]
    assert len(lost) <= FEW_LOST, lost[0]


def test_padding_that_a_line_end_parts_is_whole() -> None:
    lost = []
    for _ in range(TICKETS):
        m = mint()
        text = f"session_key: {m.key} iv: {m.iv[:-1]}\n= encryptedData: {m.data}"
        lost += [] if opens(text, m) else [text]
    assert len(lost) <= FEW_LOST, lost[0]


def test_a_label_tells_the_line_of_the_pasted_text() -> None:
    """Of its data: joining lines moves none of them."""
    one, other = mint(), mint()
    text = "\n".join(
        f"- {m.key}\n- {m.iv}\n- >-\n  {m.data[:64]}\n  {m.data[64:128]}\n  {m.data[128:]}"
        for m in (one, other)
    )
    assert [ticket.label for ticket in read(text).tickets] == ["L4", "L10"]


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "Ab1x ",
            "Ab1x\n",
            "Ab1x\n> ",
            " Ab1x=\n=",
            "A ",
            "1a 2b\n",
            "x1\u200b",
            "％２Ｂ",
            "%2525",
        ),
        *("%255c", "\\", "\\u200b", "&amp;", "&#43;", "Ab1x%2520", "=\n", " \n ", ">> ", "%0a"),
    ],
    ids=ascii,
)
def test_no_text_makes_it_slow(piece: str) -> None:
    assert not grows_linearly(read, lambda size: (piece * size)[:size], 3_000)


@pytest.mark.parametrize("width", [60, 64, 76])
def test_base64_of_a_text_may_be_wrapped(width: int) -> None:
    m = mint()
    wrapped = base64.encodebytes(json.dumps(whole(m)).encode()).decode().replace("\n", "")
    lines = [wrapped[at : at + width] for at in range(0, len(wrapped), width)]
    assert opens("\n".join(lines), m)
    assert opens("body\n  " + "\n  ".join(lines) + "\n", m)
