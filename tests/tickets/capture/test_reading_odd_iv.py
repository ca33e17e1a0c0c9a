"""An iv that stands there in a wrong form is there: it is not said to be missing."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from urllib.parse import quote, urlencode

import pytest

from inspector.tickets import judge, read
from tests.tickets.capture.capture_forms import Minted, mint

ODD: dict[str, Callable[[Random], str]] = {
    "a number": lambda random: str(random.randrange(10**6, 10**24)),
    "16 digits": lambda random: str(random.randrange(10**15, 10**16)),
    "hex that is too short": lambda random: f"7{random.getrandbits(76):x}",
    "a short text": lambda random: f"a{random.randrange(100)}Kx{random.randrange(100)}",
}
FORMS: dict[str, Callable[[Minted, str], str]] = {
    "json": lambda m, iv: json.dumps({"session_key": m.key, "iv": iv, "encryptedData": m.data}),
    "data first": lambda m, iv: json.dumps(
        {"encryptedData": m.data, "iv": iv, "session_key": m.key}
    ),
    "bare": lambda m, iv: f'{{"session_key":"{m.key}","iv":{iv},"encryptedData":"{m.data}"}}',
    "lines": lambda m, iv: f"session_key: {m.key}\niv: {iv}\nencryptedData: {m.data}",
    "form": lambda m, iv: f"session_key={quote(m.key)}&iv={iv}&encryptedData={quote(m.data)}",
    "javascript": lambda m, iv: (
        f"{{session_key: '{m.key}', iv: '{iv}', encryptedData: '{m.data}'}}"
    ),
    "call": lambda m, iv: f"decryptData('{m.key}', '{iv}', '{m.data}')",
    "call, data first": lambda m, iv: f'decrypt("{m.data}","{iv}","{m.key}")',
}


@pytest.mark.parametrize("word", ["abcdef", "hello", "testiv+", "Zm9v"])
@pytest.mark.parametrize("form", ["json", "data first", "javascript"])
def test_a_word_in_quotes_is_an_iv_in_a_wrong_form(form: str, word: str) -> None:
    m = mint()
    (ticket,) = read(FORMS[form](m, word)).tickets
    assert (ticket.session_key, ticket.iv, ticket.encrypted_data) == (m.key, word, m.data)
    assert judge(ticket).cause == "iv_length"


@pytest.mark.parametrize("word", ["string", "iv", "text", ""])
def test_a_type_or_a_name_in_quotes_is_none(word: str) -> None:
    m = mint()
    (ticket,) = read(FORMS["json"](m, word)).tickets
    assert ticket.iv is None
    assert judge(ticket).cause == "iv_missing"


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("form", FORMS)
def test_an_iv_in_a_wrong_form_is_there(form: str, odd: str) -> None:
    random = Random(f"{form} {odd}")
    for _ in range(5):
        m, iv = mint(), ODD[odd](random)
        (ticket,) = read(FORMS[form](m, iv)).tickets
        assert (ticket.session_key, ticket.iv, ticket.encrypted_data) == (m.key, iv, m.data)
        assert "iv_missing" not in {finding.code for finding in judge(ticket).findings}


def test_each_of_two_tickets_has_the_odd_iv_beside_it() -> None:
    one, other = mint(), mint()
    rows = [
        {"session_key": one.key, "iv": "1234567", "encryptedData": one.data},
        {"session_key": other.key, "iv": other.iv, "encryptedData": other.data},
    ]
    for order in (rows, rows[::-1]):
        ivs = [ticket.iv for ticket in read(json.dumps(order)).tickets]
        assert ivs == [row["iv"] for row in order]


@pytest.mark.parametrize(
    "between", ["iv: 16,", "const iv = randomBytes(16)", "iv = f(3)", "iv: iv2"]
)
def test_a_size_or_a_call_in_a_program_makes_no_ticket(between: str) -> None:
    tickets = read(f"const cipher = open({{\n  {between}\n  mode: 'cbc'\n}})").tickets
    assert not tickets


SHORTENED = ("{head}…", "{head}...", "{head}......")


@pytest.mark.parametrize("field", ["session_key", "iv", "encryptedData"])
@pytest.mark.parametrize("mark", SHORTENED)
@pytest.mark.parametrize("form", ["json", "json ascii", "lines", "form", "javascript"])
def test_a_value_of_which_a_log_shows_the_head_is_there(form: str, mark: str, field: str) -> None:
    for length in (1, 4, 6, 8):
        m = mint()
        values = {"session_key": m.key, "iv": m.iv, "encryptedData": m.data}
        short = values[field] = mark.format(head=values[field][:length])
        text = {
            "json": json.dumps(values, ensure_ascii=False),
            "json ascii": json.dumps(values, indent=2),
            "lines": "\n".join(f"{name}: {value}" for name, value in values.items()),
            "form": urlencode(values),
            "javascript": ", ".join(f"{name}: '{value}'" for name, value in values.items()),
        }[form]
        (ticket,) = read(text).tickets
        found = ticket.field(field) or ""
        assert found.startswith(short[:length])
        assert "elided" in {finding.code for finding in judge(ticket).findings}


def test_the_head_of_a_value_alone_is_no_ticket() -> None:
    for text in ('{"session_key": "tiih..."}', "iv: see...", "session_key=abc… iv=def…"):
        assert read(text).tickets == ()
