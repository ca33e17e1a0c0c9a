"""Settings and saved paths lie in the user's folders; beside a program that is asked, there."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from inspector.share_paths import SharePath
from inspector.share_paths.named_path import NamedPath
from inspector.share_paths.path_library import PathLibrary, load_library, update_library
from inspector.window.state.places import library_file, portable_folder
from inspector.window.state.settings import Key, Settings


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a bundle, whose program runs this test."""
    folder = tmp_path / "便携 inspector"
    folder.mkdir()
    (folder / "inspector").touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "inspector"))
    return folder


def test_a_portable_program_keeps_all_beside_it(bundle: Path, isolated_home: Path) -> None:
    (bundle / "portable.txt").touch()
    settings = Settings()
    settings.set(Key.THEME, "dark")
    settings.flush()
    entry = NamedPath("entrance", SharePath("pages/a"))
    update_library(library_file(), lambda _: PathLibrary((entry,)), 0)
    assert Settings().text(Key.THEME) == "dark"
    assert [each.name for each in load_library(library_file()).entries] == ["entrance"]
    kept = sorted((bundle / "settings").glob("*.*"))
    assert [file.name for file in kept if not file.name.startswith(".")] == [
        "inspector.ini",
        "paths.json",
    ]
    assert not [file for file in isolated_home.rglob("*") if file.is_file()]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_nobody_else_reads_the_settings_beside_it(bundle: Path) -> None:
    (bundle / "portable.txt").touch()
    settings = Settings()
    settings.set(Key.THEME, "dark")
    settings.flush()
    assert stat.S_IMODE(settings.file.stat().st_mode) == 0o600


def test_a_bundle_that_is_not_asked_uses_the_folders_of_the_user(bundle: Path) -> None:
    assert portable_folder() is None
    assert bundle not in Settings().file.parents
    assert bundle not in library_file().parents


def test_a_python_beside_such_a_file_is_not_portable(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bundle / "portable.txt").touch()
    monkeypatch.delattr(sys, "frozen")
    assert portable_folder() is None


def test_the_command_that_leads_to_the_program_finds_its_file(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bundle / "portable.txt").touch()
    link = tmp_path / "inspector"
    link.symlink_to(bundle / "inspector")
    monkeypatch.setattr(sys, "executable", str(link))
    assert portable_folder() == bundle.resolve() / "settings"


def test_a_mac_keeps_them_beside_the_application(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    program = tmp_path / "Share Ticket Inspector.app" / "Contents" / "MacOS" / "inspector"
    monkeypatch.setattr(sys, "executable", str(program))
    assert portable_folder() is None
    (tmp_path / "portable.txt").touch()
    assert portable_folder() == tmp_path.resolve() / "settings"
