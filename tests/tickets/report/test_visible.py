from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from inspector.exact_json.parsing import write
from inspector.tickets.report.visible import visible


@given(st.text())
def test_json_stays_the_same_json(text: str) -> None:
    assert json.loads(visible(write(text))) == text


def test_what_cannot_be_seen_is_shown() -> None:
    assert visible("a\u202eb\x1b\u200b\r\nc\n") == "a\\u202eb\\u001b\\u200b\nc\n"
