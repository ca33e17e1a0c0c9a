from __future__ import annotations

import pytest

from inspector.tickets.capture.readers import table as reader
from inspector.tickets.capture.scanning.source import Source
from tests.tickets.capture.capture_forms import mint


def test_columns_in_any_order_with_any_delimiter() -> None:
    minted = mint()
    for delimiter in ",;\t|":
        rows = [["id", "encrypted_data", "iv"], ["1", minted.data, minted.iv], ["2", "", ""]]
        text = "\n".join(delimiter.join(row) for row in rows)
        assert reader.score(Source(text)) > 0.8
        reading = reader.read(Source(text))
        assert {s.field: s.value for s in reading.sightings} == {
            "encryptedData": minted.data,
            "iv": minted.iv,
        }
        assert reading.rows
        assert len(reading.frames) == 1


def test_quoted_cells_may_hold_delimiters_and_line_ends() -> None:
    minted = mint()
    text = f'note,iv,encryptedData\n"a, ""b""\nc","{minted.iv}",{minted.data}\n'
    assert [s.value for s in reader.read(Source(text)).sightings] == [minted.iv, minted.data]


@pytest.mark.parametrize("cell", ['"=""{}"""', '="{}"', '"=""{}"""  '])
def test_a_cell_that_a_spreadsheet_keeps_as_a_text_is_that_text(cell: str) -> None:
    minted = mint()
    text = f"id\tiv\tencryptedData\n1\t{cell.format(minted.iv)}\t{cell.format(minted.data)}\n"
    assert [s.value for s in reader.read(Source(text)).sightings] == [minted.iv, minted.data]


def test_a_line_with_values_is_no_header() -> None:
    assert reader.score(Source("iv: a, encryptedData: b")) == 0
    assert reader.score(Source("a,b\n1,2")) == 0


def test_the_surer_of_two_names_is_the_column() -> None:
    minted = mint()
    for names in (("d", "k"), ("data", "key")):
        header = f"{names[0]},session_key,iv,encryptedData,{names[1]}"
        text = f"{header}\n2024-01-01,{minted.key},{minted.iv},{minted.data},5\n"
        assert {s.field: s.value for s in reader.read(Source(text)).sightings} == {
            "session_key": minted.key,
            "iv": minted.iv,
            "encryptedData": minted.data,
        }
