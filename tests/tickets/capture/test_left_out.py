"""Rows in which nothing was found are told, with their places."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from random import Random
from urllib.parse import urlencode

import pytest

from inspector.tickets import read
from tests.tickets.capture.capture_forms import mint, whole

Row = Mapping[str, str]
NAMES = ("id", "session_key", "iv", "encryptedData")


def rows_of(count: int, empty: Sequence[int]) -> list[Row]:
    filled = [{"id": str(number), **whole(mint())} for number in range(count)]
    return [{"id": row["id"]} if at in empty else row for at, row in enumerate(filled)]


def as_csv(rows: Sequence[Row]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, NAMES)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def as_sql(rows: Sequence[Row]) -> str:
    values = (", ".join(f"'{row.get(name, '')}'" for name in NAMES) for row in rows)
    return f"INSERT INTO r ({', '.join(NAMES)}) VALUES\n" + ",\n".join(f"({v})" for v in values)


def pairs(row: Row, form: str, between: str) -> str:
    return between.join(form.format(name, row.get(name, "")) for name in NAMES)


def as_html(rows: Sequence[Row]) -> str:
    cells = ("".join(f"<td>{row.get(name, '')}</td>" for name in NAMES) for row in rows)
    head = "".join(f"<th>{name}</th>" for name in NAMES)
    return f"<table><tr>{head}</tr>" + "".join(f"<tr>{each}</tr>" for each in cells) + "</table>"


def as_xml(rows: Sequence[Row]) -> str:
    written = (pairs(row, "<{0}>{1}</{0}>", "") for row in rows)
    return "<rows>" + "".join(f"<row>{row}</row>" for row in written) + "</rows>"


def as_mysql(rows: Sequence[Row]) -> str:
    stars = "*" * 27
    records = (f"{stars} {at}. row {stars}\n" for at in range(1, len(rows) + 1))
    return "\n".join(
        record + pairs({name: row.get(name, "NULL") for name in NAMES}, "{:>14}: {}", "\n")
        for record, row in zip(records, rows, strict=True)
    )


REPEATED: dict[str, Callable[[Sequence[Row]], str]] = {
    "log": lambda rows: "\n".join(
        f"2024-05-01 10:00:{at:02} INFO res={json.dumps(row)}" for at, row in enumerate(rows)
    ),
    "form bodies": lambda rows: "\n".join(
        urlencode({n: r.get(n, "") for n in NAMES}) for r in rows
    ),
    "pairs": lambda rows: "\n".join(pairs(row, "{}={}", " ") for row in rows),
    "paragraphs": lambda rows: "\n\n".join(pairs(row, "{}: {}", "\n") for row in rows),
    "yaml": lambda rows: "rows:\n" + "\n".join("- " + pairs(r, '{}: "{}"', "\n  ") for r in rows),
    "within an object": lambda rows: json.dumps({"code": 0, "data": {"list": rows}}),
    "javascript": lambda rows: "const rows = [\n" + ",\n".join(map(json.dumps, rows)) + "\n];",
    "python": repr,
    "curl": lambda rows: "\n".join(f"curl https://a.example/ -d '{json.dumps(r)}'" for r in rows),
    "xml": as_xml,
    "html": as_html,
    "mysql": as_mysql,
}
"""Forms without rows of their own."""
FORMS: dict[str, tuple[Callable[[Sequence[Row]], str], Callable[[int], str]]] = {
    "csv": (as_csv, lambda at: f"L{at + 2}"),
    "sql": (as_sql, lambda at: f"L{at + 2}"),
    "lines": (lambda rows: "\n".join(map(json.dumps, rows)), lambda at: f"L{at + 1}"),
    "array": (json.dumps, lambda at: str(at + 1)),
    "pretty array": (lambda rows: json.dumps(rows, indent=2), lambda at: str(at + 1)),
}


@pytest.mark.parametrize("form", FORMS)
def test_rows_without_data_are_told_with_their_places(form: str) -> None:
    build, place = FORMS[form]
    random = Random(form)
    for _ in range(5):
        count = random.randint(3, 20)
        empty = sorted(random.sample(range(count), random.randint(1, count - 2)))
        capture = read(build(rows_of(count, empty)))
        assert len(capture.tickets) == count - len(empty)
        (finding,) = capture.findings
        named = ", ".join(place(at) for at in empty[:12]) + (", …" if len(empty) > 12 else "")
        assert finding.code == "rows_left_out"
        assert finding.parameters == {"count": len(empty), "total": count, "rows": named}


@pytest.mark.parametrize("form", REPEATED)
def test_what_repeats_has_rows_too(form: str) -> None:
    random = Random(form)
    empty = sorted(random.sample(range(30), 3))
    capture = read(REPEATED[form](rows_of(30, empty)))
    assert len(capture.tickets) == 27
    (finding,) = capture.findings
    assert (finding.code, finding.parameters["count"]) == ("rows_left_out", 3)
    assert finding.parameters["total"] == 30
    assert not read(REPEATED[form](rows_of(6, ()))).findings


def test_other_lines_are_no_rows() -> None:
    lines = [json.dumps(row) for row in rows_of(8, ())]
    for others in (["大家看下这几条", "谢谢"], ["INFO start"] * 8, ["", "  "]):
        assert not read("\n".join([*others, *lines])).findings
        assert not read("\n".join([*lines[:4], *others, *lines[4:]])).findings


@pytest.mark.parametrize("form", FORMS)
def test_where_every_row_was_read_nothing_is_told(form: str) -> None:
    assert not read(FORMS[form][0](rows_of(6, ()))).findings


def test_empty_lines_of_a_table_are_no_rows() -> None:
    text = as_csv(rows_of(2, ())).replace("\r\n", "\r\n,,,\r\n\r\n")
    assert not read(text).findings


def test_a_row_that_is_said_again_is_not_left_out() -> None:
    rows = rows_of(2, ())
    line, other = (json.dumps(row) for row in rows)
    capture = read("\n".join([line, other, line, '{"id": "9"}', line]))
    assert len(capture.tickets) == 2
    assert [(f.code, f.parameters["rows"]) for f in capture.findings] == [("rows_left_out", "L4")]
