"""A table fills the blanks of a path: one row, one link, and a file name of its own for each."""

from __future__ import annotations

from pathlib import PureWindowsPath

import pytest

from inspector.share_paths import Options, Parameter, SharePath, parse
from inspector.share_paths.rows import RowsError, columns_needed, file_names, fill_rows, read_table

PATH = SharePath("pages/a", [Parameter("id", "${id}"), Parameter("n", "${名称}")])


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_is_read_whatever_parts_its_cells(sign: str, mark: str, end: str) -> None:
    lines = (f"id{sign} 名称 ", "", f'1{sign}"a, b; c | d\n2"', f" {sign} ", f"2{sign}x,y;z")
    lines = lines if sign not in ",;" else (*lines[:4], f"2{sign}x")
    names, rows = read_table(mark + end.join(lines) + end)
    assert names == ["id", "名称"]
    last = "x,y;z" if sign not in ",;" else "x"
    assert rows == [{"id": "1", "名称": "a, b; c | d\n2"}, {"id": "2", "名称": last}]


def test_the_header_alone_tells_what_parts_the_cells() -> None:
    assert read_table("id;name\n1;a,b,c,d,e\n")[1] == [{"id": "1", "name": "a,b,c,d,e"}]


def test_a_row_that_is_short_has_empty_cells_and_a_long_one_loses_what_has_no_name() -> None:
    assert read_table("a,b\n1\n1,2,3\n")[1] == [{"a": "1", "b": ""}, {"a": "1", "b": "2"}]


@pytest.mark.parametrize("text", ["", "\n\n", "id,name", "id,name\n , \n"])
def test_a_table_without_rows_is_refused(text: str) -> None:
    with pytest.raises(RowsError, match="at least one row"):
        read_table(text)


def test_each_row_gives_its_link_in_order() -> None:
    names, rows = read_table("id,名称,more\n1,甲 & 乙,x\n2,,y\n")
    made = list(fill_rows(PATH, "share_message", Options(), names, rows))
    assert [each.row for each in made] == rows
    assert [parse(each.link.text).share_path for each in made] == [
        SharePath("pages/a", [("id", "1"), ("n", "甲 & 乙")]),
        SharePath("pages/a", [("id", "2"), ("n", "")]),
    ]
    assert all(each.link.cause is None for each in made)


def test_a_blank_needs_its_column() -> None:
    assert columns_needed(PATH, ["x", "名称", "id"]) == ("id", "名称")
    with pytest.raises(RowsError) as missing:
        columns_needed(PATH, ["id", "x"])
    assert missing.value.values == {"names": "名称", "columns": "id, x"}
    with pytest.raises(RowsError, match="no blank"):
        columns_needed(SharePath("pages/a", [("id", "1")]), ["id"])
    off = SharePath("a", [Parameter("id", "${id}"), Parameter("z", "${z}", enabled=False)])
    assert columns_needed(off, ["id"]) == ("id",)


def test_no_two_rows_share_a_file_and_no_value_breaks_a_name() -> None:
    rows = [{"id": value} for value in ("a", "A", "a", "x/..\\y:z", " . ", "", "长" * 300)]
    names = file_names("code-${ id }.png", rows)
    assert names[:5] == [
        "code-a.png",
        "code-A-2.png",
        "code-a-3.png",
        "code-x_.._y_z.png",
        "code-_.png",
    ]
    assert names[5] == "code-_-6.png"
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert PureWindowsPath(name).name == name
        assert len(name) < 120
    assert file_names("code.svg", rows[:2]) == ["code-1.svg", "code-2.svg"]
    assert file_names("${id}.png", rows[1::-1]) == ["A.png", "a-2.png"]
    numbered = [{"id": value} for value in ("a-3", "a", "a")]
    assert file_names("${id}.png", numbered) == ["a-3.png", "a.png", "a-3-3.png"]
