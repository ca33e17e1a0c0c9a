"""A compile mode of DevTools."""

from __future__ import annotations

import json

import pytest

from inspector.share_paths import Options, SharePath, parse, render

PATH = SharePath("pages/a", [("id", "1")])


def test_the_item_is_as_devtools_keeps_it() -> None:
    assert json.loads(render(PATH, "compile_mode").text) == {
        "name": "pages/a",
        "pathName": "pages/a",
        "query": "id=1",
        "launchMode": "default",
        "scene": 1044,
    }


@pytest.mark.parametrize(
    ("scene", "taken"), [("1007", 1007), ('"1008"', 1008), ("null", 1044), ('"x"', 1044)]
)
def test_it_is_taken_back_with_its_scene(scene: str, taken: int) -> None:
    members = '"id": -1, "name": "n", "pathName": "/pages/a", "query": "id=1"'
    parsed = parse(f'{{{members}, "scene": {scene}}}')
    assert (parsed.share_path, parsed.target) == (PATH, "compile_mode")
    assert parsed.options == Options(scene=taken)
