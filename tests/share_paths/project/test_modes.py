"""The compile modes of a project: all of them, in the order in which DevTools lists them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from inspector.share_paths.project import open_project
from inspector.share_paths.project.modes import modes_of

NAMES = ["first", "second", "third"]


@pytest.mark.parametrize("current", [-1, 0, 1, 2])
def test_modes_stand_in_the_order_of_their_list_whichever_is_the_current(
    tmp_path: Path, current: int
) -> None:
    modes = [{"name": name, "pathName": f"pages/{name}", "query": "id=1"} for name in NAMES]
    condition = {"miniprogram": {"current": current, "list": modes}}
    (tmp_path / "app.json").write_text('{"pages": ["pages/first"]}')
    (tmp_path / "project.config.json").write_text(json.dumps({"condition": condition}))
    found = modes_of(open_project(tmp_path))
    assert [mode.name for mode in found] == NAMES
    assert [mode.parsed.share_path.page for mode in found] == [f"pages/{name}" for name in NAMES]
