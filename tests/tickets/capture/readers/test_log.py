from __future__ import annotations

from inspector.tickets.capture.readers import log as reader
from inspector.tickets.capture.scanning.source import Source
from tests.tickets.capture.capture_forms import mint


def test_lines_with_times_score() -> None:
    text = "2020-01-02 03:04:05 INFO a\n2020-01-02 03:04:06 INFO b"
    assert reader.score(Source(text)) > 0.5
    assert reader.score(Source("no time")) == 0


def test_a_field_on_a_line_is_seen() -> None:
    minted = mint()
    (sighting,) = reader.read(Source(f"03:04:05 iv={minted.iv} done")).sightings
    assert sighting.value == minted.iv
