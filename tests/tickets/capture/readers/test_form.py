from __future__ import annotations

from inspector.tickets.capture.readers import form as reader
from inspector.tickets.capture.scanning.source import Source
from tests.tickets.capture.capture_forms import mint, quote


def test_encoded_and_raw_values_are_seen_alike() -> None:
    minted = mint()
    for text in (
        f"iv={quote(minted.iv)}&encryptedData={quote(minted.data)}",
        f"iv={minted.iv}&encryptedData={minted.data}",
    ):
        assert reader.score(Source(text)) > 0.8
        seen = {s.field: s.value for s in reader.read(Source(text)).sightings}
        assert seen == {"iv": minted.iv, "encryptedData": minted.data}


def test_prose_is_no_form() -> None:
    assert reader.score(Source("salt & pepper = good")) == 0
