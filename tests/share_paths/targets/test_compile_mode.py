"""A compile mode of DevTools."""

from __future__ import annotations

import json

import pytest

from inspector.share_paths import Options, SharePath, parse, render
from inspector.share_paths.link import NO_SCENE

PATH = SharePath("pages/a", [("id", "1")])


def test_the_item_is_as_devtools_keeps_it() -> None:
    assert json.loads(render(PATH, "compile_mode").text) == {
        "name": "pages/a",
        "pathName": "pages/a",
        "query": "id=1",
        "launchMode": "default",
        "scene": 1044,
    }


def test_no_scene_is_written_as_null_and_a_title_is_its_name() -> None:
    item = json.loads(render(PATH, "compile_mode", Options(scene=NO_SCENE, title="n")).text)
    assert (item["scene"], item["name"]) == (None, "n")


@pytest.mark.parametrize(
    ("scene", "taken"), [("1007", 1007), ('"1008"', 1008), ("null", NO_SCENE), ('"x"', None)]
)
def test_it_is_taken_back_with_its_scene(scene: str, taken: int) -> None:
    members = '"id": -1, "name": "n", "pathName": "/pages/a", "query": "id=1"'
    parsed = parse(f'{{{members}, "scene": {scene}}}')
    assert (parsed.share_path, parsed.target) == (PATH, "compile_mode")
    assert parsed.options == Options(scene=taken, title="n")
