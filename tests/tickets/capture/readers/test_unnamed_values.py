from __future__ import annotations

from inspector.tickets.capture.readers import unnamed_values as reader
from inspector.tickets.capture.scanning.source import Source
from tests.tickets.capture.capture_forms import mint


def test_what_opens_is_named() -> None:
    minted = mint()
    text = f"a={minted.iv}; b={minted.data}; c={minted.key}"
    seen = {s.field: s.value for s in reader.read(Source(text)).sightings}
    assert seen == {"session_key": minted.key, "iv": minted.iv, "encryptedData": minted.data}


def test_what_opens_nothing_stays_unnamed() -> None:
    one, other = mint(), mint()
    text = f"a={one.iv}; b={other.data}; c={one.key}"
    assert reader.read(Source(text)).sightings == ()
