from __future__ import annotations

from inspector.tickets.capture.readers import script as reader
from inspector.tickets.capture.scanning.source import Source
from tests.tickets.capture.capture_forms import mint


def test_pieces_of_a_literal_are_joined_and_marked_as_one() -> None:
    minted = mint()
    text = f"const encryptedData = '{minted.data[:60]}' +\n  '{minted.data[60:]}';"
    assert reader.score(Source(text)) > 0.4
    (sighting,) = reader.read(Source(text)).sightings
    assert sighting.value == minted.data
    assert text[sighting.end] == "'"


def test_prose_scores_nothing() -> None:
    assert reader.score(Source("nothing to see")) == 0
