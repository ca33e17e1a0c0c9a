"""A payload that is decrypted already is shown as what it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from inspector.exact_json.writing import write
from inspector.tickets import read
from inspector.tickets.capture.neighbours import without_ticket
from inspector.tickets.payload.kinds import recognise
from tests.tickets.capture.neighbours import pasted

GROUP = {"openGId": "tGJWQJh60UMxQdk_3bryGaDTyFG3t"}
MARK = {"timestamp": 1677458228, "appid": "wxbc5471f8a88803ed"}


@pytest.mark.parametrize("seed", range(40))
def test_every_kind_comes_back_whole(seed: int) -> None:
    payload = pasted.decrypted(Random(seed))
    text = payload if isinstance(payload, str) else write(payload)
    capture = read(text)
    assert capture.payload == payload
    verdict = without_ticket(capture, now=1_700_000_000)
    assert (verdict.outcome, verdict.cause) == ("no_ticket", "already_decrypted")
    assert verdict.kind == recognise(payload)
    assert verdict.plaintext == text
    assert verdict.fields == {}


def java(value: dict[str, Any]) -> str:
    inner = ", ".join(f"{k}={java(v) if isinstance(v, dict) else v}" for k, v in value.items())
    return f"{{{inner}}}"


def go(value: dict[str, Any]) -> str:
    inner = " ".join(f"{k}:{go(v) if isinstance(v, dict) else v}" for k, v in value.items())
    return f"map[{inner}]"


def php(value: dict[str, Any]) -> str:
    lines = [f"    [{k}] => {php(v) if isinstance(v, dict) else v}" for k, v in value.items()]
    return "\n".join(["Array", "(", *lines, ")"])


@pytest.mark.parametrize("spell", [java, go, php, repr, pasted.javascript, json.dumps])
def test_every_language_prints_it(spell: Callable[[Any], str]) -> None:
    payload = GROUP | {"watermark": MARK}
    assert read(f"decrypted: {spell(payload)}").payload == payload


@pytest.mark.parametrize(
    "text",
    [
        '{"openGId": ""}',
        '{"email": "a@example.com"}',
        '{"mobile": "13800000000"}',
        '{"key": "a", "value": "b"}',
        '{"watermark": {"text": "draft"}}',
        '{"watermark": {"appid": "x", "timestamp": 1677458228}}',
        "openGId: res.openGId",
        "2023_annual_report_of_the_whole_company_and_its_branches",
        "[]",
    ],
)
def test_what_only_looks_alike_is_none(text: str) -> None:
    assert read(text).payload is None


def test_an_unknown_payload_with_the_watermark_is_shown() -> None:
    capture = read(json.dumps({"brandNew": 1, "watermark": MARK}))
    verdict = without_ticket(capture)
    assert (verdict.cause, verdict.kind) == ("already_decrypted", None)
    assert verdict.payload["brandNew"] == 1


def test_a_text_that_is_nothing_has_no_cause() -> None:
    verdict = without_ticket(read("good morning"))
    assert (verdict.outcome, verdict.cause, verdict.payload) == ("no_ticket", None, None)


@pytest.mark.parametrize("seed", range(20))
def test_one_in_an_array_is_shown(seed: int) -> None:
    payload = pasted.decrypted(Random(seed))
    if isinstance(payload, dict):
        assert read(write([payload])).payload == payload


LISTS = {
    "we_run": {
        "stepInfoList": [{"timestamp": 1445866601 + day, "step": day} for day in (0, 86400)]
    },
    "game_club": {"dataList": [{"dataType": {"type": 1}, "value": 5}], "watermark": MARK},
    "interactive_storage": {"KVDataList": [{"key": "score", "value": "9"}]},
}


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize(
    "spell",
    [
        lambda text: text,
        lambda text: text + ",",
        lambda text: text.replace(": [", " = [", 1),
        lambda text: text.replace('"', "'"),
        lambda text: f"decrypted: {text}",
        lambda text: f"2024-05-20 13:29:35 INFO {text}",
    ],
    ids=range(6),
)
def test_the_line_of_a_list_alone_is_shown_with_its_meaning(
    kind: str, spell: Callable[[str], str]
) -> None:
    capture = read(spell(json.dumps(LISTS[kind])[1:-1]))
    assert capture.payload == LISTS[kind]
    assert without_ticket(capture, now=1_700_000_000).kind == kind


def test_an_emoji_in_a_payload_within_a_string_stays_one_character() -> None:
    payload = {"nickName": "小明🍎", "gender": 2, "city": "", "watermark": MARK}
    assert read(json.dumps(json.dumps(payload, ensure_ascii=False))).payload == payload


@pytest.mark.parametrize("within", [1, 2, 3])
def test_a_payload_within_strings_keeps_its_escaped_characters(within: int) -> None:
    payload = {"nickName": "小\\鹿\u202e\n", "gender": 2, "city": "", "watermark": MARK}
    text = json.dumps(payload)
    for _ in range(within):
        text = json.dumps(text)
    assert read(text).payload == payload
    assert read(f"detail: {text}").payload == payload


BARE_LISTS: dict[str, list[dict[str, Any]]] = {
    "we_run": [{"timestamp": 1445866601 + day, "step": day} for day in (0, 86400)],
    "game_club": [{"dataType": 3, "value": 5}, {"dataType": 4, "value": 0.5}],
    "interactive_storage": [{"key": "score", "value": "9"}],
}


@pytest.mark.parametrize("kind", BARE_LISTS)
def test_a_list_without_its_name_is_shown_where_it_is_the_whole_text(kind: str) -> None:
    entries = BARE_LISTS[kind]
    for text in (json.dumps(entries), json.dumps(entries, indent=2), repr(entries)):
        capture = read(text)
        assert capture.payload == entries
        verdict = without_ticket(capture, now=1_700_000_000)
        assert (verdict.cause, verdict.kind) == ("already_decrypted", kind)
    for others in (
        [*entries, {"a": 1}],
        [{**entries[0], "id": 7}],
        [{**entries[0], "value": None}],
    ):
        assert read(json.dumps(others)).payload is None
    assert read(f"const rows = {json.dumps(entries)}").payload is None
