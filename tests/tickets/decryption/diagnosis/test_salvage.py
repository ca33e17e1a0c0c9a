"""What can be parsed of corrupt JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.tickets.decryption.diagnosis.salvage import complete, loses_names, salvage
from tests.growth import grows_linearly


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ('{"a":1,"b":"x","c":"cut', {"a": 1, "b": "x"}),
        ('\ufffd\ufffd","b":2,"w":{"t":1}}', {"b": 2, "w": {"t": 1}}),
        ('{"a":"x\ufffd","b":2}', {"b": 2}),
        ('{"a":1,"n":147731', {"a": 1}),
        ('{"w":{"t":1,"appid":"wx', {"w": {"t": 1}}),
        ('{"a":{"x":1,"y":"\ufffd"},"b":2}', {"a": {"x": 1}, "b": 2}),
        ('[{"k":1},{"k":2},{"k', [{"k": 1}, {"k": 2}]),
        ('\ufffdame":"x"},"b":2}', {"b": 2}),
        ('{"l":[{"s":1},{"s":2},{"s', {"l": [{"s": 1}, {"s": 2}]}),
        ("nothing here", None),
        ("", None),
    ],
)
def test_members_that_stand_whole(text: str, members: Any) -> None:
    assert salvage(text) == members


@pytest.mark.parametrize("names", [("dataType", "value"), ("timestamp", "step")])
@pytest.mark.parametrize("lost", range(4, 200, 7))
def test_elements_of_a_list_are_never_mixed(names: tuple[str, str], lost: int) -> None:
    items = [{names[0]: 1_700_000_000 + n, names[1]: 50 + n} for n in range(8)]
    name = "dataList" if names[0] == "dataType" else "stepInfoList"
    mark = {"timestamp": 5, "appid": "wx0123456789abcdef"}
    text = json.dumps({name: items, "watermark": mark}, separators=(",", ":"))
    damaged = (
        "\ufffd" * 16 + text[max(lost, 16) :],
        text[:lost] + "\ufffd" * 16 + text[lost + 16 :],
        text[: lost + 20],
    )
    for each in damaged:
        found = salvage(each) or {}
        assert found.keys() <= {name, "watermark"}
        whole = [item for item in found.get(name, ()) if item.keys() == set(names)]
        assert all(item in items for item in whole)
        parts = [item for item in found.get(name, ()) if item not in whole]
        assert all(any(part.items() <= item.items() for item in items) for part in parts)
        assert found.get("watermark", mark).items() <= mark.items()


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


@pytest.mark.parametrize("at", range(40))
def test_what_follows_a_corrupt_beginning_is_kept(at: int) -> None:
    members = {f"name{n}": f"value {n}" for n in range(9)}
    text = json.dumps(members, separators=(",", ":"))
    found = salvage("\ufffd" * 16 + text[16 + at :]) or {}
    assert {n: v for n, v in members.items() if n > "name3"}.items() <= found.items()


def test_hostile_nesting_ends() -> None:
    assert salvage('{"a":' * 20_000) is None


def test_complete_tells_where_it_ends() -> None:
    assert complete('{"a":1}xx') == ({"a": 1}, 7)
    assert complete("x") is None


def test_a_damaged_name_is_told_from_damaged_values() -> None:
    assert loses_names({"a": [{"w\ufffdp": 1}]})
    assert not loses_names({"a": ["\ufffd", {"b": "\ufffd"}]})


@pytest.mark.parametrize(
    "unit",
    ["]", "}", "[", "{", "[]", "{}", '{"a":', '"a":1,', '"a":]', "}\ufffd", '"', "1,", ']"a":{'],
)
@pytest.mark.parametrize("start", ["\ufffd", "["])
def test_it_takes_time_in_proportion_to_the_length(start: str, unit: str) -> None:
    def made(size: int) -> str:
        return start + unit * (size // len(unit))

    assert not grows_linearly(salvage, made, 20_000)
