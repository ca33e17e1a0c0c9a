from __future__ import annotations

import itertools

from inspector.tickets.capture.readers import bare_values as reader
from inspector.tickets.capture.scanning.source import Source
from tests.tickets.capture.capture_forms import mint


def test_three_lines_in_any_order() -> None:
    minted = mint()
    values = {"session_key": minted.key, "iv": minted.iv, "encryptedData": minted.data}
    for order in itertools.permutations(values.values()):
        text = "\n".join(order)
        assert reader.score(Source(text)) > 0.7
        assert {s.field: s.value for s in reader.read(Source(text)).sightings} == values


def test_one_value_alone() -> None:
    minted = mint()
    for value, field in (
        (minted.handle, "shareTicket"),
        (minted.data, "encryptedData"),
        (minted.key, "session_key"),
    ):
        (sighting,) = reader.read(Source(value)).sightings
        assert (sighting.field, sighting.value) == (field, value)


def test_a_key_that_does_not_open_the_data_beside_it_is_the_iv() -> None:
    minted = mint()
    seen = [s.field for s in reader.read(Source(f"{minted.iv}\n{minted.data}")).sightings]
    assert seen == ["iv", "encryptedData"]


def test_anything_else_among_the_values_scores_nothing() -> None:
    minted = mint()
    assert reader.score(Source(f"{minted.key}\nhello\n{minted.data}")) == 0
    assert reader.score(Source("hello world")) == 0
