"""The table of targets."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector.messages import Messages
from inspector.share_paths import UnknownTarget, find_target
from inspector.share_paths.target import targets

NAMES = [
    "share_message",
    "timeline",
    "navigate",
    "code",
    "code_unlimited",
    "qrcode",
    "plain_scheme",
    "scheme",
    "url_link",
    "short_link",
    "trial_link",
    "ordinary_link",
    "compile_mode",
    "cli_preview",
    "ci_preview",
]


def test_all_targets_in_the_order_of_the_design() -> None:
    assert [target.name for target in targets()] == NAMES


def test_each_target_is_a_row_and_a_file() -> None:
    folder = Path(__file__).parents[2] / "inspector" / "share_paths" / "targets"
    files = {file.stem for file in folder.glob("*.py")} - {"__init__"}
    assert files == set(NAMES)


def test_what_only_the_platform_can_issue_names_its_request() -> None:
    issued = [target.name for target in targets() if target.platform_issued]
    assert issued == ["code", "code_unlimited", "qrcode", "scheme", "url_link", "short_link"]
    for name in issued:
        assert find_target(name).request.startswith("POST https://api.weixin.qq.com/")


def test_only_what_opens_something_is_drawn_as_a_code() -> None:
    drawn = [target.name for target in targets() if target.scannable]
    assert drawn == ["trial_link", "ordinary_link"]


@pytest.mark.parametrize("name", NAMES)
def test_title_and_use_are_told_in_both_languages(name: str) -> None:
    target = find_target(name)
    chinese = Messages("zh_CN")
    for text in (target.title, target.opens):
        assert text
        assert chinese.gettext(text) != text


def test_an_unknown_name_is_a_typed_error() -> None:
    with pytest.raises(UnknownTarget):
        find_target("fax")
