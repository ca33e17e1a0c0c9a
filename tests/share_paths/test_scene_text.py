"""The scene of an unlimited code."""

from __future__ import annotations

import pytest

from inspector.share_paths import Parameter
from inspector.share_paths.scene_text import read_scene, write_scene


@pytest.mark.parametrize(
    ("pairs", "scene"),
    [
        ([("id", "1"), ("n", "x")], "id=1&n=x"),
        ([("scene", "abc")], "abc"),
        ([("scene", "")], "scene="),
        ([("scene", "a=b")], "scene=a=b"),
        ([("scene", "abc"), ("id", "1")], "scene=abc&id=1"),
        ([("id", "")], "id="),
        ([], ""),
    ],
)
def test_writing_and_reading_are_inverse(pairs: list[tuple[str, str]], scene: str) -> None:
    parameters = tuple(Parameter(*pair) for pair in pairs)
    assert write_scene(parameters) == scene
    assert read_scene(scene) == parameters


def test_nothing_in_a_scene_is_decoded() -> None:
    assert read_scene("a=%41") == (Parameter("a", "%41"),)
    assert read_scene("a&b=1") == (Parameter("a"), Parameter("b", "1"))
