"""What can be parsed of spoilt JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.tickets.decryption.diagnosis.salvage import complete, salvage


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ('{"a":1,"b":"x","c":"cut', {"a": 1, "b": "x"}),
        ('\ufffd\ufffd","b":2,"w":{"t":1}}', {"b": 2, "w": {"t": 1}}),
        ('{"a":"x\ufffd","b":2}', {"b": 2}),
        ('{"a":1,"n":147731', {"a": 1}),
        ('{"w":{"t":1,"appid":"wx', {"t": 1}),
        ('{"l":[{"s":1},{"s":2},{"s', {"l": [{"s": 1}, {"s": 2}]}),
        ("nothing here", None),
        ("", None),
    ],
)
def test_members_that_stand_whole(text: str, members: Any) -> None:
    assert salvage(text) == members


@given(st.text(max_size=80) | st.text('{}[]",:a1\ufffd\\', max_size=80))
def test_no_text_raises(text: str) -> None:
    salvage(text)
    complete(text)


@given(
    st.dictionaries(st.text("abc", min_size=1), st.integers() | st.text("xy"), min_size=1),
    st.integers(0, 200),
)
def test_nothing_is_invented(value: dict[str, Any], cut: int) -> None:
    text = json.dumps(value)
    for name, member in (salvage(text[:cut]) or {}).items():
        assert value[name] == member


def test_hostile_nesting_ends() -> None:
    assert salvage('{"a":' * 20_000) is None


def test_complete_tells_where_it_ends() -> None:
    assert complete('{"a":1}xx') == ({"a": 1}, 7)
    assert complete("x") is None
