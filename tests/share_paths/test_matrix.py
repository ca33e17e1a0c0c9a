"""One share path for each value."""

from __future__ import annotations

from inspector.share_paths import Parameter, SharePath
from inspector.share_paths.matrix import matrix, values_from_text, with_value


def test_each_value_gets_a_path_and_a_label() -> None:
    share_path = SharePath("pages/a", [("id", "1"), ("from", "x")])
    cells = matrix(share_path, "id", ["7", "8\tblue shoes", "7"])
    assert [cell.label for cell in cells] == ["id = 7", "blue shoes"]
    assert [cell.share_path for cell in cells] == [
        SharePath("pages/a", [("id", "7"), ("from", "x")]),
        SharePath("pages/a", [("id", "8"), ("from", "x")]),
    ]


def test_a_parameter_that_lacks_or_is_off_is_there_and_on() -> None:
    assert with_value(SharePath("a"), "id", "1") == SharePath("a", [("id", "1")])
    off = SharePath("a", [Parameter("id", "0", enabled=False), Parameter("id", "9")])
    assert with_value(off, "id", "1").parameters == (Parameter("id", "1"), Parameter("id", "9"))


def test_values_are_one_a_line() -> None:
    assert values_from_text("1\r\n\n 2 \n\t\n3\tlabel\n") == ("1", "2", "3\tlabel")
    assert values_from_text("") == ()
