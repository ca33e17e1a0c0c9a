"""Blanks: named once each, filled where there is a value, and never part of what is counted."""

from __future__ import annotations

from inspector.findings import Severity
from inspector.share_paths import Parameter, SharePath, render
from inspector.share_paths.blanks import (
    blank_findings,
    blanks_in,
    blanks_of,
    filled,
    without_blanks,
)

PATH = SharePath(
    "pages/${kind}/index",
    [
        Parameter("id", "${ id }-${item.id}"),
        Parameter("${name}", "${id}"),
        Parameter("off", "${hidden}", enabled=False),
    ],
)


def test_blanks_are_named_once_in_their_order() -> None:
    assert blanks_of(PATH) == ("kind", "id", "item.id", "name")
    assert blanks_in("${a}", "x", "${b}${a}") == ("a", "b")
    assert blanks_in("$a {b} ${} ${") == ()


def test_values_fill_page_names_and_values_and_the_others_stay() -> None:
    values = {"kind": "shop", "id": "7", "name": "n", "hidden": "h", "unused": "u"}
    assert filled(PATH, values) == SharePath(
        "pages/shop/index",
        [
            Parameter("id", "7-${item.id}"),
            Parameter("n", "7"),
            Parameter("off", "h", enabled=False),
        ],
    )
    assert filled(PATH, {}) == PATH
    assert filled(PATH, {"id": "${kind}"}).parameters[1].value == "${kind}"


def test_each_part_that_holds_blanks_is_told() -> None:
    told = [
        (found.code, found.field, found.parameters["name"])
        for found in blank_findings(PATH, "blank", Severity.INFO)
    ]
    assert told == [
        ("blank", "page", "${kind}"),
        ("blank", "id", "${id}, ${item.id}"),
        ("blank", "${name}", "${name}, ${id}"),
    ]


def test_a_blank_takes_no_room() -> None:
    assert without_blanks("a${b}c${d}") == "ac"
    link = render(
        SharePath("a", [("id", "1" * 20 + "${a_long_name_of_a_blank}")]), "code_unlimited"
    )
    assert link.used == len("id=" + "1" * 20)
    assert [found.code for found in link.findings if found.code == "too_long"] == []
