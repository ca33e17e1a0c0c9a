"""Options: what a text says is put over what is chosen already, and nothing else is lost."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from inspector.share_paths import Options
from inspector.share_paths.link import NO_SCENE

CHOSEN = Options("wx1", "trial", "https://a.example/", 1011, "Title", "/project", "code")


def test_what_nobody_said_stays_as_it_was_chosen() -> None:
    assert Options().onto(CHOSEN) == CHOSEN
    assert CHOSEN.onto(Options()) == CHOSEN


@pytest.mark.parametrize("field", [field.name for field in fields(Options)])
def test_what_is_said_replaces_that_alone(field: str) -> None:
    said: dict[str, Any] = {field: NO_SCENE if field == "scene" else "said"}
    laid = Options(**said).onto(CHOSEN)
    assert getattr(laid, field) == said[field]
    others = [each.name for each in fields(Options) if each.name != field]
    assert [getattr(laid, name) for name in others] == [getattr(CHOSEN, name) for name in others]


def test_the_version_and_the_scene_have_their_usual_values() -> None:
    assert (Options().version, Options().chosen_scene, Options().scene_number) == (
        "release",
        1044,
        1044,
    )
    assert Options(scene=NO_SCENE).scene_number is None
    assert Options(env="develop", scene=1007).version == "develop"
    assert Options(scene=1007).scene_number == 1007
