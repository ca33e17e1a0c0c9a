"""The table of targets."""

from __future__ import annotations

import pytest

from inspector.messages import Messages
from inspector.share_paths import UnknownTarget, find_target
from inspector.share_paths.target import targets

NAMES = """
    share_message share_button timeline navigate navigate_mini_program navigator_tag open_tag
    code code_unlimited qrcode plain_scheme scheme url_link short_link template_message
    menu_button subscribe_message customer_message wecom_card trial_link ordinary_link
    compile_mode cli_preview ci_preview
""".split()  # noqa: SIM905 - easier to read
OWN_ENDPOINT = {"wecom_card": "POST https://qyapi.weixin.qq.com/"}


def test_all_targets_in_the_order_in_which_they_are_shown() -> None:
    assert [target.name for target in targets()] == NAMES


def test_what_only_the_platform_can_issue_names_its_request() -> None:
    issued = [target for target in targets() if target.platform_issued]
    assert [target.name for target in issued] == NAMES[7:10] + NAMES[11:19]
    for target in issued:
        host = OWN_ENDPOINT.get(target.name, "POST https://api.weixin.qq.com/")
        assert target.request.startswith(host)
        assert "body" in target.write


def test_each_row_is_whole() -> None:
    for target in targets():
        assert target.use in ("scan", "code", "server", "devtools", "elsewhere")
        assert target.slash in ("required", "forbidden", "with", "optional")
        assert target.query_in in ("path", "query", "scene", "link")
        assert target.arrives_as in ("query", "scene", "q")
        assert target.sure in ("documented", "reported", "inferred")
        assert target.source


def test_html_stands_where_the_platform_demands_it() -> None:
    assert [target.name for target in targets() if target.html] == [
        "open_tag",
        "wecom_card",
        "trial_link",
    ]


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
