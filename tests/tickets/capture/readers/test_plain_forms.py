"""The plain forms: each row knows the look of its own, and all see the same fields."""

from __future__ import annotations

import json

import pytest

from inspector.tickets.capture.readers.plain_forms import READERS
from inspector.tickets.capture.scanning.source import Source
from tests.tickets.capture.capture_forms import mint, quote, whole

SCORES = {reader.name: reader.score for reader in READERS}
MINTED = mint()

LOOKS = (
    ("form", f"iv={quote(MINTED.iv)}&encryptedData={quote(MINTED.data)}", 0.8),
    ("form", f"iv={MINTED.iv}&encryptedData={MINTED.data}", 0.8),
    ("form", quote(json.dumps(whole(MINTED))), 0.8),
    ("json", json.dumps(whole(MINTED)), 0.8),
    ("log", "2020-01-02 03:04:05 INFO a\n2020-01-02 03:04:06 INFO b", 0.5),
    ("object_preview", f'iv"{MINTED.iv}"\nerrMsg"getShareInfo:ok"', 0.6),
    ("script", f"const iv = '{MINTED.iv}'", 0.4),
    ("text", "x", 0.05),
)
OTHERS = (
    ("form", "salt & pepper = good"),
    ("json", json.dumps(whole(MINTED))[:-1]),
    ("json", "[" * 100_000 + "]" * 100_000),
    ("log", "no time"),
    ("object_preview", 'he said "yes"'),
    ("script", "nothing to see"),
    ("text", " "),
)


@pytest.mark.parametrize(("name", "text", "least"), LOOKS, ids=range(len(LOOKS)))
def test_a_form_is_known_by_its_look(name: str, text: str, least: float) -> None:
    assert SCORES[name](Source(text)) > least


@pytest.mark.parametrize(("name", "text"), OTHERS, ids=range(len(OTHERS)))
def test_another_text_is_not_taken_for_the_form(name: str, text: str) -> None:
    assert SCORES[name](Source(text)) == 0


def test_every_plain_form_sees_the_named_fields() -> None:
    source = Source(f"the iv is {MINTED.iv}, is it not?")
    scans = [row.read(source) for row in READERS]
    assert [sighting.value for sighting in scans[0].sightings] == [MINTED.iv]
    assert all(scan is scans[0] for scan in scans)
