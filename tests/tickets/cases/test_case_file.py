from __future__ import annotations

import dataclasses
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.findings import Finding, Severity
from inspector.messages import LANGUAGES, Messages
from inspector.tickets import Outcome, Ticket, Verdict, judge
from inspector.tickets.cases.case_file import (
    WHOLE,
    CaseFile,
    CaseFileError,
    is_case_file,
    read_case_file,
    write_case_file,
)
from inspector.tickets.masking.personal_data import MASKED, Redaction, Shown
from inspector.tickets.minting import MintSpec, mint, mintable_kinds
from inspector.tickets.verdict import STORED
from tests.exact_json.test_parsing import JSON_VALUES
from tests.tickets.report.verdicts import GROUP, KEY, all_verdicts, opened

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
TEXTS = st.none() | st.text()


@given(st.builds(Ticket, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS))
def test_a_whole_ticket_comes_back_as_it_was(ticket: Ticket) -> None:
    text = write_case_file([Verdict(ticket, ticket, Outcome.NOT_OPENED)], shown=WHOLE, now=NOW)
    opened_again = read_case_file(text.encode())
    assert [case.ticket for case in opened_again.cases] == [ticket]
    assert opened_again.cases[0].verdict is None
    assert not opened_again.masked
    assert opened_again.saved_at == NOW


@pytest.mark.parametrize("kind", mintable_kinds())
def test_a_whole_case_is_judged_as_before(kind: str) -> None:
    verdict = judge(mint(MintSpec(kind)).ticket, now=0)
    (case,) = read_case_file(write_case_file([verdict], shown=WHOLE)).cases
    assert judge(case.ticket, now=0) == verdict


@pytest.mark.parametrize("verdict", all_verdicts())
@pytest.mark.parametrize("shown", [MASKED, Shown(personal=True), Shown(keys=True)])
def test_a_masked_case_shows_what_was_seen(verdict: Verdict, shown: Shown) -> None:
    text = write_case_file([verdict], shown=shown)
    file = read_case_file(text)
    seen = Redaction(shown).verdict(verdict)
    checked = ("app_id_ok", "signature_ok")
    kept = tuple(finding for finding in seen.findings if finding.code not in checked)
    told = (Finding(STORED, Severity.WARNING), *kept)
    assert file.masked
    assert file.shown == shown
    assert file.cases[0].verdict == dataclasses.replace(
        seen, data=None, proposals=(), findings=told
    )
    assert shown.keys or KEY not in text
    assert shown.personal or GROUP[4:] not in text


def test_the_file_can_be_read_by_people() -> None:
    document = json.loads(write_case_file([opened()], now=NOW))
    assert list(document) == ["format", "version", "made_by", "saved_at", "masked", "tickets"]
    assert document["saved_at"] == "2026-01-02T03:04:05+00:00"
    assert document["tickets"][0]["fields"]["session_key"] == "session_key#1"


@given(st.binary())
def test_no_bytes_are_too_strange(data: bytes) -> None:
    with pytest.raises(CaseFileError) as caught:
        read_case_file(data)
    for language in LANGUAGES:
        assert "{" not in Messages(language).finding(caught.value.finding).text


@given(st.integers(0, 10_000), st.integers(0, 255), st.booleans())
def test_no_damage_is_too_strange(place: int, byte: int, cut: bool) -> None:
    data = write_case_file(all_verdicts()).encode()
    at = place % len(data)
    data = data[:at] if cut else data[:at] + bytes([byte]) + data[at + 1 :]
    try:
        assert isinstance(read_case_file(data), CaseFile)
    except CaseFileError as error:
        assert error.finding.code.startswith("case_file_")  # noqa: PT017 - either is right


@given(st.data())
def test_no_value_is_too_strange(data: st.DataObject) -> None:
    document = json.loads(write_case_file([opened()]))
    target: Any = document
    for _ in range(data.draw(st.integers(0, 4))):
        inner = [value for value in _values(target) if isinstance(value, (dict, list)) and value]
        target = data.draw(st.sampled_from(inner)) if inner else target
    names = list(target) if isinstance(target, dict) else list(range(len(target)))
    target[data.draw(st.sampled_from(names))] = data.draw(JSON_VALUES)
    try:
        file = read_case_file(json.dumps(document))
    except CaseFileError:
        return
    for case in file.cases:
        for finding in case.verdict.findings if case.verdict else ():
            Messages("zh_CN").finding(finding)


def _values(target: Any) -> list[Any]:
    return list(target.values() if isinstance(target, dict) else target)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"version": 2}, "case_file_newer"),
        ({"version": "1"}, "case_file_damaged"),
        ({"version": True}, "case_file_damaged"),
        ({"format": "x"}, "case_file_foreign"),
        ({"tickets": {}}, "case_file_damaged"),
        ({"tickets": [{"fields": {"iv": 5}}]}, "case_file_damaged"),
        ({"tickets": [{"fields": {}, "verdict": {"outcome": "x"}}]}, "case_file_damaged"),
    ],
)
def test_each_trouble_has_its_code(change: dict[str, Any], code: str) -> None:
    document = json.loads(write_case_file([opened()])) | change
    with pytest.raises(CaseFileError) as caught:
        read_case_file(json.dumps(document))
    assert caught.value.finding.code == code


@pytest.mark.parametrize("written", ["2026-01-02T03:04:05", "2026-01-02T11:04:05+08:00"])
def test_a_moment_is_one_of_the_world_also_where_no_zone_is_written(written: str) -> None:
    document = json.loads(write_case_file([opened()])) | {"saved_at": written}
    saved = read_case_file(json.dumps(document)).saved_at
    assert saved == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_what_is_unknown_is_passed_over() -> None:
    document = json.loads(write_case_file([opened()])) | {"new": 1, "saved_at": "yesterday"}
    document["tickets"][0]["new"] = document["tickets"][0]["verdict"]["new"] = [1]
    file = read_case_file("\ufeff" + json.dumps(document))
    assert file.saved_at is None
    assert file.cases[0].verdict is not None


def test_a_case_file_is_known_by_its_beginning() -> None:
    text = write_case_file([opened()])
    assert is_case_file(text)
    assert is_case_file(text[:100])
    assert not is_case_file('{"iv":"x"}')
