"""Resources are found from a checkout; from a wheel, see `test_packaging.py`."""

from __future__ import annotations

import json

import pytest

from inspector import assets


def test_every_table_is_json_and_read_once() -> None:
    names = [file.stem for file in assets.path().glob("*.json")]
    assert "system_libraries" in names
    for name in names:
        assert assets.table(name) is assets.table(name)


def test_text_is_read_as_utf_8() -> None:
    assert json.loads(assets.text("targets.json")) == assets.table("targets")


def test_a_missing_resource_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        assets.text("nothing.json")
