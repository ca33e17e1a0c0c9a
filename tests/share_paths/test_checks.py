"""What is said before anyone scans."""

from __future__ import annotations

from typing import Any

import pytest

from inspector.findings import Finding, Severity
from inspector.messages import Messages, finding_table
from inspector.share_paths import Options, Parameter, SharePath, find_target, render
from inspector.share_paths.target import targets

APP_ID = "wx0123456789abcdef"
FULL = Options(app_id=APP_ID, base_url="https://example.com/mp/")
PLAIN = SharePath("pages/index/index", [("id", "123")])
NAMES = [target.name for target in targets()]


def finding(
    share_path: SharePath, target: str, code: str, options: Options = FULL, **more: Any
) -> Finding | None:
    findings = render(share_path, target, options, **more).findings
    return next((found for found in findings if found.code == code), None)


def severity(*arguments: Any, **more: Any) -> str | None:
    found = finding(*arguments, **more)
    return None if found is None else found.severity.value


@pytest.mark.parametrize("target", NAMES)
def test_a_plain_path_has_nothing_against_it(target: str) -> None:
    link = render(PLAIN, target, FULL, pages=["pages/index/index"])
    assert link.cause is None
    assert {found.severity for found in link.findings} <= {Severity.INFO}


@pytest.mark.parametrize("app_id", [None, "", "  "])
@pytest.mark.parametrize("target", NAMES)
def test_an_app_id_is_asked_for_where_the_text_needs_it(target: str, app_id: str | None) -> None:
    options = Options(app_id=app_id, base_url=FULL.base_url)
    needed = "app_id" in find_target(target).needs
    assert (severity(PLAIN, target, "app_id_missing", options) == "error") is needed


@pytest.mark.parametrize("app_id", ["wx123", "WX0123456789ABCDEF", "ww0123456789abcdef"])
def test_a_strange_app_id_is_told(app_id: str) -> None:
    assert severity(PLAIN, "trial_link", "app_id_format", Options(app_id)) == "warning"
    assert severity(PLAIN, "trial_link", "app_id_format", Options(f" {APP_ID} ")) is None


@pytest.mark.parametrize("target", NAMES)
def test_a_base_address_is_asked_for_where_the_text_needs_it(target: str) -> None:
    missing = severity(PLAIN, target, "base_url_missing", Options(APP_ID))
    assert (missing == "error") is (target == "ordinary_link")


@pytest.mark.parametrize("base_url", ["example.com", "ftp://example.com", "https://", "https:///a"])
def test_a_base_address_is_a_web_address(base_url: str) -> None:
    options = Options(base_url=base_url)
    assert severity(PLAIN, "ordinary_link", "base_url_invalid", options) == "error"


@pytest.mark.parametrize("target", ["code", "code_unlimited", "qrcode"])
def test_the_time_of_the_scan_is_the_platforms_own_name(target: str) -> None:
    share_path = SharePath("pages/a", [("scancode_time", "1")])
    assert severity(share_path, target, "reserved_name") == "error"
    assert severity(share_path, "share_message", "reserved_name") == "warning"


@pytest.mark.parametrize(
    ("name", "target"),
    [("scene", "code_unlimited"), ("q", "ordinary_link"), ("cq", "scheme"), ("cq", "url_link")],
)
def test_names_that_collide_are_told(name: str, target: str) -> None:
    share_path = SharePath("pages/a", [(name, "1")])
    assert severity(share_path, target, "reserved_name") == "warning"
    assert severity(share_path, "share_message", "reserved_name") == "info"


@pytest.mark.parametrize("target", NAMES)
def test_names_are_judged(target: str) -> None:
    twice = SharePath("pages/a", [("id", "1"), ("id", "2")])
    told = finding(twice, target, "duplicate_name")
    expected = {"name": "id", "count": 2}
    assert told == Finding("duplicate_name", Severity.WARNING, "id", expected)
    assert severity(SharePath("pages/a", [("", "1")]), target, "empty_name") == "error"


def test_a_parameter_that_is_off_is_not_judged() -> None:
    off = SharePath("pages/a", [Parameter("id", "1"), Parameter("id", "%", enabled=False)])
    assert render(off, "share_message").findings == ()


@pytest.mark.parametrize("target", [name for name in NAMES if name != "code_unlimited"])
def test_values_are_judged(target: str) -> None:
    def value(text: str, code: str) -> str | None:
        return severity(SharePath("pages/a", [("v", text)]), target, code)

    assert value("a%20b", "double_encoded") == "warning"
    assert value("100%", "double_encoded") is None
    assert value("100%", "lone_percent") == "info"
    assert value("a%20b", "lone_percent") is None
    assert value("\ud800", "charset") == "error"
    assert value("群聊 ?&=#😀\0", "charset") is None
    assert value("?&=#", "raw_separator") is None


def test_a_page_that_is_unknown_or_lacks_is_told() -> None:
    assert severity(PLAIN, "code", "page_unknown", pages=["pages/a"]) == "error"
    assert severity(PLAIN, "code", "page_unknown", pages=None) is None
    assert severity(PLAIN, "ordinary_link", "page_unknown", pages=["pages/a"]) is None
    plugin = SharePath("plugin://shop/cart")
    assert severity(plugin, "navigate", "page_unknown", pages=["pages/a"]) is None
    empty = SharePath("", [("id", "1")])
    assert severity(empty, "plain_scheme", "page_missing") == "error"
    assert severity(empty, "code_unlimited", "page_missing") is None
    assert severity(empty, "timeline", "page_missing") is None


@pytest.mark.parametrize(
    "target", [name for name in NAMES if name not in {"timeline", "ordinary_link"}]
)
def test_a_page_is_no_place_for_parameters(target: str) -> None:
    assert severity(SharePath("pages/a?id=1"), target, "raw_separator") == "error"
    assert severity(SharePath("pages/首页"), target, "charset") == "warning"


@pytest.mark.parametrize("env", ["trial", "develop"])
def test_versions_that_are_not_released_are_for_members(env: str) -> None:
    for target in ("plain_scheme", "code", "url_link"):
        assert severity(PLAIN, target, "members_only", Options(APP_ID, env)) == "info"
        assert severity(PLAIN, target, "members_only", Options(APP_ID)) is None
    assert severity(PLAIN, "trial_link", "members_only") == "info"
    assert severity(PLAIN, "cli_preview", "members_only") == "info"


def test_what_must_be_declared_first_is_told() -> None:
    told = [name for name in NAMES if severity(PLAIN, name, "needs_declaration")]
    assert told == ["plain_scheme", "ordinary_link"]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_finding_has_its_sentences(language: str) -> None:
    hostile = SharePath(
        "pages/a?b", [("", "\ud800%"), ("id", "1" * 3000), ("id", "%41"), ("scancode_time", "群&")]
    )
    messages = Messages(language)
    for name in NAMES:
        for options in (Options(), Options("x", "trial", "y"), FULL):
            for found in render(hostile, name, options, pages=[]).findings:
                sentence = messages.finding(found).text
                assert found.code in finding_table()
                assert "{" not in sentence
                assert "{" not in messages.finding(found).advice
                assert sentence != found.code


@pytest.mark.parametrize("like", ["code_unlimited", "ordinary_link"])
def test_a_name_that_another_arrival_brings_is_no_fault(like: str) -> None:
    options = Options(app_id="wx0123456789abcdef", base_url="https://a.example/b", like=like)
    path = SharePath("pages/a", [("id", "1")])
    told = {finding.code for finding in render(path, "trial_link", options).findings}
    assert "reserved_name" not in told
