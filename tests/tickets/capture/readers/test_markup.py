from __future__ import annotations

from inspector.tickets.capture.readers import markup as reader
from inspector.tickets.capture.scanning.source import Source
from tests.tickets.capture.capture_forms import mint


def test_a_value_before_its_name_is_seen() -> None:
    minted = mint()
    text = f'<input value="{minted.iv}" name="iv"><input name="signature" value="no">'
    assert reader.score(Source(text)) > 0.8
    (sighting,) = reader.read(Source(text)).sightings
    assert (sighting.field, text[sighting.start : sighting.end]) == ("iv", minted.iv)


def test_an_end_tag_is_no_name() -> None:
    minted = mint()
    text = f"<x:iv></x:iv><b>{minted.iv}</b>"
    assert reader.read(Source(text)).sightings == ()
