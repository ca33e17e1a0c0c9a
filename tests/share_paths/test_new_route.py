"""A new route is one row of the table and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from inspector.share_paths import Options, SharePath, parse, render
from inspector.share_paths.arrival import received
from inspector.share_paths.target import targets
from tests.cli.running import run
from tests.invented_rows import changed_table

ROW: dict[str, Any] = {
    "name": "parcel_card",
    "use": "server",
    "title": "Parcel card",
    "opens": "A tap on the card opens this page.",
    "needs": ["app_id"],
    "slash": "forbidden",
    "limit": {"of": "path", "max": 30},
    "arrives": {"scene": 1007, "as": "query"},
    "request": "POST https://api.weixin.qq.com/parcel/card?access_token=ACCESS_TOKEN",
    "language": "json",
    "write": {"body": {"parcel": {"appid": "{app_id}", "parcel_page": "{path}"}}},
    "read": [{"has": ["parcel_page"], "path": ["parcel_page"]}],
    "sure": "documented",
    "source": "https://example.com/parcel",
}
PATH = SharePath("pages/index/index", [("id", "1 2")])
APP_ID = "wx0123456789abcdef"
"""An app id that nobody has."""


@pytest.fixture(autouse=True)
def _new_route() -> Iterator[None]:
    with changed_table("targets", lambda rows: rows.append(ROW)):
        yield


def test_it_stands_behind_the_others() -> None:
    assert [target.name for target in targets()][-1] == "parcel_card"


def test_a_path_is_written_for_it_and_comes_back() -> None:
    link = render(PATH, "parcel_card", Options(app_id=APP_ID))
    parsed = parse(link.text)
    assert parsed.target == "parcel_card"
    assert parsed.share_path == PATH
    assert parsed.options.app_id == APP_ID


def test_its_limit_and_its_needs_are_checked() -> None:
    long = SharePath("pages/index/index", [("id", "1" * 30)])
    assert {finding.code for finding in render(long, "parcel_card").findings} >= {
        "too_long",
        "app_id_missing",
    }


def test_how_it_arrives_is_known() -> None:
    assert received(PATH, "parcel_card").scene == 1007


def test_the_terminal_offers_it() -> None:
    ran = run("path", "build", PATH.page, "--as", "parcel_card", "--app-id", APP_ID)
    assert ran.status == 0
    assert '"parcel_page": "pages/index/index"' in ran.out
