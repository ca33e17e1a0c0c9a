"""The line put together by hand is the line of the slow way, and no key is in it."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from random import Random

import pytest

from inspector.exact_json.parsing import parse, write
from inspector.reports import JsonLine, Judged, KnownKey, TableRow
from inspector.reports.judging import JudgeOptions, judge_row, with_known_key
from inspector.reports.rendering import secrets_in
from inspector.reports.row import Cells, Row
from inspector.tickets import Outcome, Ticket, Verdict
from inspector.tickets.damage import DAMAGES, Sealed, damage
from inspector.tickets.masking.session_keys import MASK, Mask
from tests.cli.running import mint
from tests.reports.reports import NOW, attempt, row
from tests.tickets.payloads import KINDS, draw, text_of

PAYLOADS = [
    '{"openGId":"G1","n":1.10,"big":12345678901234567890123,"openGId":"G2"}',
    '{ "openGId" : "G1" }',
    '{\n"openGId":"a\\u0041\\n\u2028\x7f\u3000"}',
    '{"openGId":"\\ud800","名":"值"}',
]


def slow(judged: Judged, line: JsonLine) -> object:
    values = line._values(judged)
    return parse(write(values if line.show_secrets else Mask(secrets_in(judged)).value(values)))


def judge(given: Ticket, **columns: str) -> Judged:
    return judge_row(row(7, given, 'r "1".csv', **columns), JudgeOptions(NOW))


def cases() -> list[Judged]:
    random = Random(5)
    texts = [text_of(kind(random)) for kind in KINDS.values()] + PAYLOADS
    tickets = [Sealed.fresh(text, random).ticket for text in texts]
    tickets += [damage(Sealed.fresh(draw(random), random), name, random) for name in DAMAGES]
    cells = {"用户": '张"三', "note": "a\\b\n", "": "\ud800", "n": "1"}
    return [judge(each, **cells) for each in tickets]


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    return cases()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("show_secrets", [False, True])
def test_the_line_says_what_the_slow_way_says(
    judged: list[Judged], language: str, show_secrets: bool
) -> None:
    line = JsonLine(language, show_secrets)
    for each in judged:
        text = line(each).decode()
        assert "\n" not in text
        assert parse(text) == slow(each, line)
        assert list(json.loads(text)) == list(line._values(each))


def test_no_key_is_left_wherever_it_stands() -> None:
    made = mint()
    key = made.session_key
    for where in (key, key.rstrip("="), f"k={key.replace('=', '%3D')}", f"<{key}>"):
        given = judge(Ticket(key, made.iv, made.encrypted_data), note=where)
        for text in (JsonLine()(given).decode(), "\0".join(TableRow()(given).own)):
            assert key.rstrip("=") not in text
            assert MASK in text
    shown = judge(Ticket(key, made.iv, made.encrypted_data), note=key)
    assert JsonLine(show_secrets=True)(shown).decode().count(key) == 2
    assert TableRow(show_secrets=True)(shown).own == (key,)


def test_the_own_columns_stay_as_they_are() -> None:
    made = mint()
    cells = {"no": "T-1", "phone": "13800138000", "label": "********", "id": "x" * 22}
    given = judge(Ticket(made.session_key, made.iv, made.encrypted_data), **cells)
    assert json.loads(JsonLine()(given))["columns"] == cells
    assert TableRow()(given).own == tuple(cells.values())


def test_a_found_key_is_named_but_not_shown() -> None:
    made, other = mint({"openGId": "G1"}), mint()
    key = KnownKey(made.session_key, "k.csv", 9, {"user": "u1", "note": made.session_key})
    given = Ticket(other.session_key, made.iv, made.encrypted_data)
    found = with_known_key(attempt(row(1, given), key), JudgeOptions(NOW))
    assert found is not None
    value = json.loads(JsonLine()(found))
    assert value["key"] == {"file": "k.csv", "row": 9, "owner": {"user": "u1", "note": MASK}}
    assert value["fields"]["session_key"] == MASK
    text = JsonLine()(found).decode() + "\0".join(TableRow()(found).verdict)
    assert made.session_key.rstrip("=") not in text
    assert other.session_key.rstrip("=") not in text


def test_a_payload_gives_its_fields_as_columns() -> None:
    random = Random(1)
    text = (
        '{"openGId":"G1","deep":{"a":1,"b":[2]},"list":[1],"watermark":{"timestamp":1,"appid":"w"}}'
    )
    made = TableRow()(judge(Sealed.fresh(text, random).ticket))
    assert made.fields == (("openGId", "G1"), ("deep.a", "1"), ("deep.b", "[2]"), ("list", "[1]"))


def test_a_row_without_a_ticket_is_a_line() -> None:
    empty = Ticket(None, None, None)
    given = Row("r.csv", 3, Cells(("n",), ("1",)), empty)
    judged = Judged(given, Verdict(empty, empty, Outcome.NO_TICKET))
    value = json.loads(JsonLine()(judged))
    assert (value["outcome"], value["row"], value["columns"]) == ("no_ticket", 3, {"n": "1"})


def test_renderings_travel() -> None:
    for rendering in (JsonLine("zh_CN", True), TableRow("zh_CN", True)):
        assert pickle.loads(pickle.dumps(rendering)) == rendering
    assert replace(TableRow(), language="zh_CN").language == "zh_CN"


def test_a_key_that_is_the_name_of_a_member_is_masked_in_the_header() -> None:
    key = mint().session_key
    given = Ticket(key, None, None)
    verdict = Verdict(given, given, Outcome.OPENED, payload={key: 1, "openGId": "G"})
    made = TableRow()(Judged(row(2, given), verdict))
    assert dict(made.fields) == {MASK: "1", "openGId": "G"}


def test_the_key_of_a_key_file_is_masked_where_nothing_else_holds_it() -> None:
    key, given = mint().session_key, Ticket(None, None, None)
    known = KnownKey(key, "keys.csv", 3, {"note": f"was {key}"})
    judged = Judged(row(2, given, note=f"try {key}"), Verdict(given, given, Outcome.OPENED), known)
    cells = TableRow()(judged)
    for text in (JsonLine()(judged).decode(), "\0".join((*cells.own, *cells.verdict))):
        assert key.rstrip("=") not in text
        assert text.count(MASK) >= 2


def test_a_known_key_that_is_proved_reads_what_is_left_of_damaged_data() -> None:
    made = mint('{"openGId":"' + "G" * 200 + '"}')
    half = len(made.encrypted_data) // 2
    torn = made.encrypted_data[:half] + "AAAA" + made.encrypted_data[half + 4 :]
    known = KnownKey(made.session_key, "keys.csv", 3)
    whole = Ticket(None, made.iv, made.encrypted_data)
    assert with_known_key(attempt(row(2, whole), known), JudgeOptions(NOW)) is not None
    damaged = replace(whole, encrypted_data=torn)
    read = with_known_key(attempt(row(2, damaged), known), JudgeOptions(NOW))
    assert read is not None
    assert (read.verdict.outcome, read.key) == (Outcome.PARTLY, known)
    other = replace(known, key=mint().session_key)
    assert with_known_key(attempt(row(2, damaged), other), JudgeOptions(NOW)) is None
