"""Sizes come back to the very set of panels that had them."""

from __future__ import annotations

import pytest

from inspector.window.state.settings import Key, Settings
from inspector.window.workspaces.arrangement import Arrangement, Fold
from inspector.window.workspaces.memory import LayoutMemory

WIDE = Arrangement({"ticket": 300, "payload": 500, "share_path": 300})
NARROW = Arrangement({"ticket": 300, "payload": 500})


@pytest.fixture
def memory() -> LayoutMemory:
    return LayoutMemory(Settings())


def test_each_set_of_panels_has_sizes_of_its_own(memory: LayoutMemory) -> None:
    memory.remember("inspect", Fold.OPEN, WIDE, {"ticket": 300, "payload": 500})
    memory.remember("inspect", Fold.OPEN, NARROW, {"ticket": 400})
    assert memory.sizes("inspect", WIDE) == {"ticket": 300, "payload": 500}
    assert memory.sizes("inspect", NARROW) == {"ticket": 400}
    assert memory.sizes("reports", WIDE) == {}
    assert memory.fold("inspect") is Fold.OPEN
    assert memory.fold("reports") is Fold.BY_WIDTH


def test_forgetting_returns_to_the_first_layout(memory: LayoutMemory) -> None:
    memory.remember("inspect", Fold.OPEN, WIDE, {"ticket": 300})
    memory.forget()
    assert (memory.sizes("inspect", WIDE), memory.fold("inspect")) == ({}, Fold.BY_WIDTH)


@pytest.mark.parametrize(
    "kept", ["{", "[]", '{"fold": 7}', '{"beside ticket payload": {"a": "b"}}']
)
def test_what_somebody_else_wrote_is_passed_over(kept: str) -> None:
    settings = Settings()
    settings.set(Key.LAYOUT_INSPECT, kept)
    memory = LayoutMemory(settings)
    assert (memory.sizes("inspect", NARROW), memory.fold("inspect")) == ({}, Fold.BY_WIDTH)
