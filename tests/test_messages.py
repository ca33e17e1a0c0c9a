"""Sentences in two languages, and which language is chosen."""

from __future__ import annotations

import dataclasses

import pytest

from inspector import messages
from inspector.findings import Finding, Severity
from inspector.messages import FindingText, Messages, choose_language, finding_table
from inspector.tickets.fields import MAIN_FIELDS


@pytest.mark.parametrize(
    ("asked", "chosen"),
    [
        ("en", "en"),
        ("zh_CN", "zh_CN"),
        ("zh-Hans-CN", "zh_CN"),
        ("zh_TW.UTF-8", "zh_CN"),
        ("Chinese (Simplified)_China.936", "zh_CN"),
        ("en_GB", "en"),
        ("de_DE.UTF-8", "en"),
    ],
)
def test_what_is_asked_for_is_served_by_the_nearest_language(asked: str, chosen: str) -> None:
    assert choose_language(asked, {"LANG": "zh_CN.UTF-8"}) == chosen


@pytest.mark.parametrize(
    ("environment", "chosen"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LC_ALL": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "zh_CN.GB18030"}, "zh_CN"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "zh_CN:en"}, "zh_CN"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "de:fr:zh:en"}, "zh_CN"),
        ({"LANGUAGE": "zh_CN"}, "zh_CN"),
        ({"LC_ALL": "C", "LANGUAGE": "zh_CN"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "zh_CN"}, "zh_CN"),
    ],
)
def test_the_system_is_asked_as_gettext_does(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], chosen: str
) -> None:
    monkeypatch.setattr(messages, "_platform_languages", list)
    assert choose_language(None, environment) == chosen


def test_a_system_without_locale_variables_is_asked_in_its_own_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(messages, "_platform_languages", lambda: ["fr-FR", "zh-Hans-CN", "en-CN"])
    assert choose_language(None, {}) == "zh_CN"


@pytest.fixture
def one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {
        "counted": {"text": ["{count} year", "{count} years"], "advice": "", "sdk": "-41003"},
        "named": {"text": "{name} of {field} at {utc}, {age} ago", "advice": "{nothing}"},
    }
    monkeypatch.setattr(messages, "finding_table", lambda: table)


@pytest.mark.usefixtures("one_sentence")
def test_a_finding_is_worded_with_its_parameters() -> None:
    counted = Finding("counted", Severity.INFO, parameters={"count": 1})
    assert Messages("en").finding(counted) == FindingText("1 year", "", "-41003")
    assert Messages("zh_CN").finding(counted).text == "1 年"
    parameters = {"name": "{x}", "timestamp": 1535624932, "age_seconds": -86400}
    named = Messages("en").finding(Finding("named", Severity.INFO, "iv", parameters))
    assert named.text == "{x} of iv at 2018-08-30 10:28:52 UTC, 1 day ago"
    assert named.advice == "{nothing}"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize(
    ("count", "shown"), [(1, "1"), (9_999, "9999"), (10_000, "10,000"), (7_052_480, "7,052,480")]
)
def test_great_quantities_have_commas(language: str, count: int, shown: str) -> None:
    cut = Finding("data_truncated", Severity.ERROR, "encryptedData", {"count": count})
    assert shown in Messages(language).sentence(cut)
    assert shown in Messages(language).finding(cut).text


def test_numbers_that_are_names_have_no_commas() -> None:
    error = Finding("api_error", Severity.ERROR, None, {"errcode": 40029, "errmsg": "e"})
    code = next(code for code, entry in finding_table().items() if "{errcode}" in str(entry))
    assert "40029" in Messages("en").sentence(dataclasses.replace(error, code=code))


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_what_sdks_return_for_masked_data_is_not_told_of_a_masked_key(language: str) -> None:
    """Of a key or an iv they count the characters first, which a mask may leave or change."""
    words = Messages(language)
    answers = {
        field: words.finding(Finding("elided", Severity.ERROR, field)).sdk for field in MAIN_FIELDS
    }
    assert answers == {"session_key": "", "iv": "", "encryptedData": "-41003"}


def test_a_finding_without_sentences_is_told_by_its_code() -> None:
    text = Messages("en").finding(Finding("quite_new", Severity.ERROR))
    assert text == FindingText("quite_new", "", "")


@pytest.mark.parametrize(
    ("seconds", "words", "chinese"),
    [
        (0, "0 seconds", "0 秒"),
        (1, "1 second", "1 秒"),
        (-3600, "1 hour", "1 小时"),
        (86400 * 364, "364 days", "364 天"),
        (8 * messages.YEAR, "8 years", "8 年"),
    ],
)
def test_ages_are_said_in_the_largest_fitting_unit(seconds: int, words: str, chinese: str) -> None:
    assert Messages("en").age(seconds) == words
    assert Messages("zh_CN").age(seconds) == chinese


@pytest.mark.parametrize(("language", "text"), [("en", "One. Two."), ("zh_CN", "One.Two.")])
def test_sentences_follow_each_other_as_the_language_has_it(language: str, text: str) -> None:
    assert Messages(language).joined("One.", "", "Two.") == text


@pytest.mark.parametrize(("language", "between"), [("en", ". "), ("zh_CN", "。")])
def test_what_is_wrong_and_what_to_do_are_one_text(language: str, between: str) -> None:
    messages = Messages(language)
    finding = Finding("session_key_wrong", Severity.ERROR, "session_key")
    worded = messages.finding(finding)
    assert worded.advice
    assert (
        messages.advised(finding)
        == worded.text + between.removeprefix(worded.text[-1]) + worded.advice
    )
