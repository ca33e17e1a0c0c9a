"""Records come out of delimited text of every dialect; a broken row harms no other."""

from __future__ import annotations

import csv
import io
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from inspector.reports import records as module
from inspector.reports.records import DELIMITERS, Dialect, Records, skips_first, sniff

CELLS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)
TABLES = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=8)
)


def lines(text: str) -> io.StringIO:
    return io.StringIO(text, newline="")


def written(table: list[list[str]], **options: object) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, **options).writerows(table)  # type: ignore[arg-type]
    return out.getvalue()


@settings(deadline=None, max_examples=200)
@example([["a", 'x"\n'], ["\r", ""]], ",", "\n", True)
@given(TABLES, st.sampled_from(DELIMITERS), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_what_was_written_is_read(
    table: list[list[str]], delimiter: str, end: str, quoted: bool
) -> None:
    if not quoted:  # Python's writer leaves a bare carriage return unquoted
        table = [[cell.replace("\r", " ") for cell in row] for row in table]
    quoting = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    text = written(table, delimiter=delimiter, lineterminator=end, quoting=quoting)
    assert list(Records(lines(text), Dialect(delimiter))) == table


@pytest.mark.parametrize("delimiter", DELIMITERS)
@pytest.mark.parametrize("quote", ['"', "'", None])
def test_the_dialect_is_told_by_the_text(delimiter: str, quote: str | None) -> None:
    random = Random(f"{delimiter}{quote}")
    for _ in range(20):
        names = random.sample(["id", "user", "session_key", "iv", "encryptedData", "城市"], 4)
        table = [names, *([f"{n}a{random.random()}", "张三", "x y", ""] for n in range(5))]
        if quote is None:
            text = "\n".join(delimiter.join(row) for row in table)
        else:
            text = written(table, delimiter=delimiter, quotechar=quote, quoting=csv.QUOTE_ALL)
        dialect = sniff(text)
        assert dialect.delimiter == delimiter
        assert list(Records(lines(text), dialect)) == table


def test_a_file_may_tell_excel_its_delimiter() -> None:
    text = "sep=;\r\na;b,c\r\n1;2,3\r\n"
    assert sniff(text).delimiter == ";"
    assert skips_first(text)
    assert not skips_first("a;b\n")


def test_a_delimiter_within_quotes_is_none() -> None:
    text = 'id;note\n1;"a, b, c"\n2;"d, e, f"\n'
    assert sniff(text).delimiter == ";"


@pytest.mark.parametrize("delimiter", [";", "|", "^", "，", "~"])
@pytest.mark.parametrize("titles", [0, 2])
@pytest.mark.parametrize("quoting", [csv.QUOTE_ALL, csv.QUOTE_MINIMAL])
def test_commas_of_json_in_a_cell_are_no_delimiters(
    delimiter: str, titles: int, quoting: int
) -> None:
    table = [["reports of June"]] * titles + [["id", "note", "message"]]
    table += [[str(n), 'a "b"', '{"a": 1, "b": {"c": "d", "e": [2, 3]}}'] for n in range(5)]
    text = written(table, delimiter=delimiter, quoting=quoting)
    assert sniff(text).delimiter == delimiter


def test_quotes_written_with_a_backslash() -> None:
    text = 'id,note\n1,"say \\"hi\\" now"\n2,"x"\n'
    assert list(Records(lines(text), sniff(text)))[1] == ["1", 'say "hi" now']
    doubled = 'id,note\n1,"{""a"":""x\\""y""}"\n'
    assert list(Records(lines(doubled), sniff(doubled)))[1] == ["1", '{"a":"x\\"y"}']


BROKEN = {
    "never closed": '1,"abc',
    "closed in the row after": '1,"abc,x',
    "a quote within": '1,5" disk',
    "text after the quote": '1,"a"b',
    "a lone quote": '"',
}


@pytest.mark.parametrize("row", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("after", [['2,"def",y', "3,z"], ["2,b", "3,c"], ['2,"b"', '"3",c']])
def test_a_broken_row_harms_no_other(row: str, after: list[str]) -> None:
    text = "\n".join(["0,a", row, *after, ""])
    found = list(Records(lines(text), Dialect()))
    assert len(found) == 2 + len(after)
    assert found[0] == ["0", "a"]
    assert found[2:] == list(csv.reader(after))


def test_a_quote_that_is_never_closed_takes_no_more_than_its_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "MOST_LINES", 5)
    text = 'a,"b\n' + "".join(f"{n},x\n" for n in range(50))
    assert [row[0] for row in Records(lines(text), Dialect())] == ["a", *map(str, range(50))]
    whole = 'a,"1\n2\n3\n4\n5"\nb,c\n'
    assert list(Records(lines(whole), Dialect())) == [["a", "1\n2\n3\n4\n5"], ["b", "c"]]


@settings(deadline=None, max_examples=300)
@given(st.text(st.sampled_from("ab\",\n\r\\' "), max_size=80))
def test_any_text_is_read_to_its_end(text: str) -> None:
    found = list(Records(lines(text), sniff(text)))
    assert len(found) <= text.count("\n") + text.count("\r") + 1
