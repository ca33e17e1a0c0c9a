from __future__ import annotations

import json

from inspector.tickets.capture.readers import json_document as reader
from inspector.tickets.capture.scanning.source import Source
from tests.tickets.capture.capture_forms import mint, whole


def test_one_json_value_scores_high_and_broken_json_not_at_all() -> None:
    text = json.dumps(whole(mint()))
    assert reader.score(Source(text)) > 0.8
    assert reader.score(Source(text[:-1])) == 0


def test_nesting_too_deep_for_the_parser_is_no_error() -> None:
    assert reader.score(Source("[" * 100_000 + "]" * 100_000)) == 0


def test_the_fields_of_inner_json_are_seen() -> None:
    minted = mint()
    text = json.dumps({"body": json.dumps(whole(minted))})
    seen = {s.field: s.value for s in reader.read(Source(text)).sightings}
    assert seen == whole(minted)
