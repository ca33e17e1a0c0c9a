from __future__ import annotations

from inspector.tickets.capture.readers import object_preview as reader
from inspector.tickets.capture.scanning.source import Source
from tests.tickets.capture.capture_forms import mint


def test_names_that_touch_their_values() -> None:
    minted = mint()
    text = f'iv"{minted.iv}"\nerrMsg"getShareInfo:ok"'
    assert reader.score(Source(text)) > 0.6
    (sighting,) = reader.read(Source(text)).sightings
    assert text[sighting.start : sighting.end] == minted.iv


def test_quoted_words_score_nothing() -> None:
    assert reader.score(Source('he said "yes"')) == 0
