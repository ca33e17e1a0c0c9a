from __future__ import annotations

import pytest

from inspector.tickets import read
from tests.growth import grows_linearly
from tests.tickets.capture.capture_forms import Minted, mint

ROW = "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>"
LOOSE = "<TR><TD>{}<TD class=xl65>\n {}&nbsp;<TD><span style='color:red'><b>{}</b></span><TD>{}"
HEAD = ("No.", "session_key", "iv", "encryptedData")


def page(tickets: list[Minted], row: str = ROW) -> str:
    rows = [(str(n), m.key, m.iv, m.data) for n, m in enumerate(tickets, 1)]
    return "<table>" + "\n".join(row.format(*each) for each in (HEAD, *rows)) + "</table>"


@pytest.mark.parametrize("row", [ROW, ROW.replace("td", "th"), LOOSE])
@pytest.mark.parametrize("count", [1, 2, 7])
def test_each_row_below_the_names_is_a_ticket(count: int, row: str) -> None:
    tickets = [mint() for _ in range(count)]
    capture = read(page(tickets, row))
    found = [(t.session_key, t.iv, t.encrypted_data) for t in capture.tickets]
    assert found == [(m.key, m.iv, m.data) for m in tickets]
    assert capture.reader == "html_table"
    assert not capture.findings


def test_a_row_without_a_ticket_is_told() -> None:
    text = page([mint()]).replace("</table>", ROW.format("7", "", "", "lost") + "</table>")
    assert [finding.code for finding in read(text).findings] == ["rows_left_out"]


def test_names_hold_for_their_own_table() -> None:
    m = mint()
    other = "<table><tr><td>a</td><td>b</td><td>c</td><td>" + mint().data + "</td></tr></table>"
    assert len(read(page([m]) + other).tickets) == 1


def test_a_table_of_names_beside_values_is_none() -> None:
    m = mint()
    rows = zip(HEAD[1:], (m.key, m.iv, m.data), strict=True)
    text = "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in rows)
    capture = read(f"<table>{text}</table>")
    assert [(t.session_key, t.iv) for t in capture.tickets] == [(m.key, m.iv)]
    assert capture.reader == "markup"


@pytest.mark.parametrize("piece", ["<td>", "<td", "<tr>", "<td> <b>", "<td>a", "<table>", "<t"])
def test_no_page_makes_it_slow(piece: str) -> None:
    beginning = page([])
    assert not grows_linearly(read, lambda size: beginning + (piece * size)[:size], 3_000)
