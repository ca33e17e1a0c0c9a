"""`inspector path`: every form out, every form back."""

from __future__ import annotations

import pytest

from inspector.share_paths.target import targets
from tests.cli.running import run

BUILD = ("path", "build", "pages/index/index")


def test_a_path_is_printed_alone_on_stdout() -> None:
    ran = run(*BUILD, "-p", "id=123", "-p", "from=群聊 a=b", "--as", "share_message")
    assert ran.status == 0
    assert ran.out == "/pages/index/index?id=123&from=%E7%BE%A4%E8%81%8A%20a%3Db\n"
    assert ran.err  # what using it does


def test_json_gives_text_findings_and_what_it_opens() -> None:
    ran = run(*BUILD, "--as", "plain_scheme", "--app-id", "wx" + "0" * 16, "--format", "json")
    (result,) = ran.json
    assert list(result) == ["text", "findings", "opens"]
    assert result["text"].startswith("weixin://dl/business/?appid=wx0000000000000000&")
    assert result["opens"]
    assert all(list(f) == ["code", "severity", "field", "message"] for f in result["findings"])


def test_an_error_finding_is_status_1() -> None:
    ran = run(*BUILD, "--as", "plain_scheme")
    assert ran.status == 1
    assert "app id" in ran.err


@pytest.mark.parametrize("target", [target.name for target in targets()])
def test_every_target_comes_back_or_says_why_not(target: str) -> None:
    given = ("--app-id", "wx" + "1" * 16, "--base-url", "https://example.com/a", "--env", "trial")
    built = run(*BUILD, "-p", "id=1", "--as", target, *given, "--format", "json")
    assert built.status in (0, 1)
    text = built.json[0]["text"]
    back = run("path", "parse", text, "--format", "json")
    assert back.status in (0, 1), back.err
    (result,) = back.json
    assert list(result) == ["page", "parameters", "target", "findings"]
    assert ["id", "1"] in result["parameters"]


def test_a_text_is_taken_apart_for_people_too() -> None:
    ran = run("path", "parse", "-", stdin="/pages/a/b?id=1&name=%E7%BE%A4\n")
    assert ran.status == 0
    assert ran.out.split() == ["pages/a/b", "id", "1", "name", "群"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("path",), "Missing: build|parse"),
        (("path", "build", "p"), "--as"),
        ((*BUILD, "--as", "nowhere"), "nowhere"),
        ((*BUILD, "--as", "share_message", "-p", "novalue"), "'novalue' is not NAME=VALUE"),
        (("path", "build", "/", "--as", "share_message"), "needs a page"),
        (("path", "parse", ""), "No share path"),
    ],
)
def test_wrong_usage_is_status_2_with_a_sentence(arguments: tuple[str, ...], words: str) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("inspector: ")
    assert words in ran.err
