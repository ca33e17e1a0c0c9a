from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from inspector.exact_json.writing import write, write_scalar
from tests.exact_json.test_parsing import JSON_VALUES


@given(JSON_VALUES)
def test_it_writes_as_plain_json_does(value: Any) -> None:
    assert write(value, ensure_ascii=True) == json.dumps(value, separators=(",", ":"))
    assert write(value, 2, ensure_ascii=True) == json.dumps(value, indent=2)
    assert json.loads(write(value)) == json.loads(json.dumps(value))


@given(JSON_VALUES)
def test_the_text_can_always_be_stored(value: Any) -> None:
    write([value, "\ud800 \udfff"]).encode()


def test_depth_is_not_limited() -> None:
    outermost: list[Any] = []
    innermost = outermost
    for _ in range(50_000):
        innermost.append({"a": []})
        innermost = innermost[0]["a"]
    assert write(outermost) == '[{"a":' * 50_000 + "[]" + "}]" * 50_000
    while outermost:  # taken apart step by step: a chain this long is no job for the interpreter
        outermost = outermost.pop()["a"]


def test_plain_integers_of_any_size() -> None:
    assert write(10**5000) == "1" + "0" * 5000
    assert write(-(10**5000)) == "-1" + "0" * 5000


def test_tuples_are_arrays_and_numbers_without_a_literal_are_null() -> None:
    assert write((1, float("nan"), float("inf"), True)) == "[1,null,null,true]"


def test_what_json_does_not_know_is_refused() -> None:
    with pytest.raises(TypeError):
        write({"a": b"bytes"})
    with pytest.raises(TypeError):
        write_scalar([])
