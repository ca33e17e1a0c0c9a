from __future__ import annotations

from inspector.tickets.capture.readers import sql_insert as reader
from inspector.tickets.capture.scanning.source import Source
from tests.tickets.capture.capture_forms import mint


def test_each_row_is_a_frame() -> None:
    a, b = mint(), mint()
    text = "INSERT INTO t (id, iv, `encrypted_data`) VALUES " + ", ".join(
        f"({n}, '{m.iv}', '{m.data}')" for n, m in enumerate((a, b))
    )
    assert reader.score(Source(text)) > 0.8
    reading = reader.read(Source(text))
    assert [s.value for s in reading.sightings] == [a.iv, a.data, b.iv, b.data]
    assert len(reading.frames) == 2
    assert reading.rows


def test_other_statements_score_nothing() -> None:
    assert reader.score(Source("INSERT INTO t (a, b) VALUES (1, 2)")) == 0
    assert reader.score(Source("SELECT iv FROM t")) == 0
