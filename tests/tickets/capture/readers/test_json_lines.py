from __future__ import annotations

import json

from inspector.tickets.capture.readers import json_lines as reader
from inspector.tickets.capture.scanning.source import Source
from tests.tickets.capture.capture_forms import mint


def test_each_line_is_a_frame() -> None:
    minted = mint()
    text = json.dumps({"session_key": minted.key}) + "\n" + json.dumps({"iv": minted.iv}) + "\n"
    assert reader.score(Source(text)) > 0.8
    frames = reader.read(Source(text)).frames
    assert [text[frame.start : frame.end] for frame in frames] == text.splitlines()


def test_one_line_or_broken_lines_score_nothing() -> None:
    assert reader.score(Source('{"a": 1}')) == 0
    assert reader.score(Source('{"a": 1}\n{"b": ')) == 0
