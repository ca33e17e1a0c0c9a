"""Texts are saved off the window's thread, and how it went is said."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from inspector.messages import Messages
from inspector.window.saving import Saving


@pytest.fixture
def saving(qapp: QObject) -> Saving:
    return Saving(Messages("en"), qapp)


def saved(saving: Saving, qtbot: QtBot, path: Path, text: str) -> list[str]:
    with qtbot.waitSignal(saving.status_changed) as said:
        saving.save(path, text)
    return list(said.args or ())


def test_a_file_is_replaced_whole_and_for_its_owner(
    saving: Saving, qtbot: QtBot, tmp_path: Path
) -> None:
    assert saved(saving, qtbot, tmp_path / "file.md", "新\n") == ["Saved as file.md ✓", "ok"]
    assert (tmp_path / "file.md").read_bytes() == "新\n".encode()
    assert len(list(tmp_path.iterdir())) == 1
    if sys.platform != "win32":
        assert (tmp_path / "file.md").stat().st_mode & 0o077 == 0


@pytest.mark.skipif(sys.platform == "win32", reason="links take rights there")
def test_a_link_stays_a_link_to_the_new_content(
    saving: Saving, qtbot: QtBot, tmp_path: Path
) -> None:
    target, link = tmp_path / "target.md", tmp_path / "link.md"
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    saved(saving, qtbot, link, "new")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"


def test_what_cannot_be_saved_is_said_and_leaves_nothing_behind(
    saving: Saving, qtbot: QtBot, tmp_path: Path
) -> None:
    sentence, tone = saved(saving, qtbot, tmp_path / "file", "\ud800")
    assert (sentence.split(":")[0], tone) == ("file could not be saved", "err")
    sentence, tone = saved(saving, qtbot, tmp_path / "no folder" / "file", "text")
    assert (sentence.split(":")[0], tone) == ("file could not be saved", "err")
    assert list(tmp_path.iterdir()) == []
