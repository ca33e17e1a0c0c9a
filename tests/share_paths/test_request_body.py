"""JSON texts that any output can take."""

from __future__ import annotations

import json

from inspector.share_paths.request_body import body_text, line_text


def test_chinese_stays_readable_and_lone_surrogates_are_escaped() -> None:
    body = {"a": "群😀", "b": "\ud800"}
    assert line_text(body) == '{"a":"群😀","b":"\\ud800"}'
    assert body_text({"a": 1}) == '{\n  "a": 1\n}'
    for text in (line_text(body), body_text(body)):
        assert json.loads(text.encode()) == body
