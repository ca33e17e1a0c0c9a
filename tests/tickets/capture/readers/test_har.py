from __future__ import annotations

import base64
import json
from typing import Any, cast

import pytest

from inspector.tickets import judge, read
from inspector.tickets.capture.readers import har as reader
from inspector.tickets.capture.scanning.source import Source
from tests.tickets.capture.capture_forms import entry, har, mint, result


def test_exchanges_are_frames_labelled_by_their_request() -> None:
    minted = mint()
    text = har(
        entry("https://x.example/pages?id=1", "nothing here"),
        entry("https://x.example/share?v=2", json.dumps(result(minted))),
    )
    reading = reader.read(Source(text))
    assert reader.score(Source(text)) > 0.9
    assert [frame.label for frame in reading.frames] == ["POST /share"]
    assert {s.field for s in reading.sightings} == {"iv", "encryptedData"}


def test_a_body_in_base64_is_opened_and_shown_where_it_stands() -> None:
    minted = mint()
    body = base64.b64encode(f"session_key={minted.key}".encode()).decode()
    text = har(entry("https://x.example/", "", body, encoding="base64"))
    (sighting,) = reader.read(Source(text)).sightings
    assert sighting.value == minted.key
    assert text[sighting.start : sighting.end] == body


def test_a_log_that_is_broken_off_is_read_as_far_as_it_goes() -> None:
    minted = mint()
    text = har(
        entry("https://x.example/a", "x"), entry("https://x.example/b", json.dumps(result(minted)))
    )
    cut = text.index(minted.data[-9:]) + 60
    fields = [s.field for s in reader.read(Source(text[:cut])).sightings]
    assert sorted(fields) == ["encryptedData", "iv"]


def test_odd_entries_are_no_error() -> None:
    text = '{"log": {"entries": [{"iv": 1}, {"request": 1, "iv": 2}, {"request": {"url": "http://[iv"}}]}}'
    assert reader.read(Source(text)).sightings == ()


@pytest.mark.parametrize("order", [("name", "value"), ("value", "name")])
@pytest.mark.parametrize("as_ascii", [True, False])
def test_a_form_kept_as_parameters_is_read_with_what_was_signed(
    order: tuple[str, str], as_ascii: bool
) -> None:
    minted = mint()
    fields = {**result(minted), "session_key": minted.key}
    fields |= {"rawData": minted.raw, "signature": minted.signature, "file": "x"}
    rows = [{"name": name, "value": value} for name, value in fields.items()]
    exchange = cast(dict[str, Any], entry("https://x.example/open"))
    exchange["request"]["postData"] = {"params": [{key: row[key] for key in order} for row in rows]}
    text = json.dumps({"log": {"entries": [exchange]}}, ensure_ascii=as_ascii)
    (ticket,) = read(text).tickets
    assert (ticket.session_key, ticket.raw_data) == (minted.key, minted.raw)
    assert "signature_ok" in [finding.code for finding in judge(ticket).findings]
