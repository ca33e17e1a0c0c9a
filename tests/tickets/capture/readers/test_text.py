from __future__ import annotations

from inspector.tickets.capture.readers import text as reader
from inspector.tickets.capture.scanning.source import Source
from tests.tickets.capture.capture_forms import mint


def test_any_text_scores_a_little() -> None:
    assert 0 < reader.score(Source("x")) < 0.2
    assert reader.score(Source(" ")) == 0


def test_a_name_in_prose_takes_its_value() -> None:
    minted = mint()
    (sighting,) = reader.read(Source(f"the iv is {minted.iv}, is it not?")).sightings
    assert sighting.value == minted.iv
