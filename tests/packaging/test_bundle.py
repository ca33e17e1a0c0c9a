"""What the bundle is made of, asked of its specification with PyInstaller's part played here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tests.catalogue import PROJECT

Files = list[tuple[str, str]]
"""Where a file or folder comes from, and the folder of the bundle into which it goes."""


@pytest.fixture
def data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Files:
    """All that is no program, as the specification hands it to PyInstaller."""
    given: dict[str, Any] = {}
    metadata: list[str] = []

    def analysis(scripts: list[str], **options: Any) -> SimpleNamespace:
        given.update(options, scripts=scripts)
        return SimpleNamespace(pure=[], scripts=scripts, binaries=[], datas=options["datas"])

    def copy_metadata(name: str, *, recursive: bool) -> Files:
        metadata.append(name)
        assert recursive
        return []

    hooks = ModuleType("PyInstaller.utils.hooks")
    vars(hooks).update(collect_submodules=lambda name: [name], copy_metadata=copy_metadata)
    for name in ("PyInstaller", "PyInstaller.utils"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setitem(sys.modules, hooks.__name__, hooks)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: None)  # the icons
    specification = PROJECT / "resources/packaging/inspector.spec"
    makers = dict.fromkeys(("PYZ", "EXE", "COLLECT", "BUNDLE"), lambda *_, **__: None)
    names = {"SPECPATH": str(specification.parent), "workpath": str(tmp_path)}
    code = compile(specification.read_text(encoding="utf-8"), specification, "exec")
    exec(code, {**makers, **names, "Analysis": analysis})
    assert metadata == ["share-ticket-inspector"]
    data: Files = given["datas"]
    return data


def test_qts_licence_goes_along(data: Files) -> None:
    (folder,) = [Path(source) for source, target in data if target == "licences"]
    texts = {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}
    lesser, general, told = texts["LGPL-3.txt"], texts["GPL-3.txt"], texts["READ-ME-FIRST.txt"]
    for text, title in (
        (lesser, "GNU LESSER GENERAL PUBLIC LICENSE"),
        (general, "GNU GENERAL PUBLIC LICENSE"),
    ):
        assert text.split("Version")[0].strip() == title
        assert "Version 3, 29 June 2007" in text
    assert "6. Revised Versions of the GNU Lesser General Public License." in lesser
    assert "END OF TERMS AND CONDITIONS" in general
    assert {name for name in texts if name in told} == {"LGPL-3.txt", "GPL-3.txt"}


def test_our_own_licence_goes_along(data: Files) -> None:
    assert (str(PROJECT / "resources/LICENSE.txt"), "inspector/resources") in data


def test_no_licence_lies_in_it_twice(data: Files) -> None:
    files = [file for source, _ in data for file in (Path(source), *Path(source).rglob("*"))]
    names = [file.name for file in files if file.suffix == ".txt" and "snippets" not in file.parts]
    assert sorted(names) == ["GPL-3.txt", "LGPL-3.txt", "LICENSE.txt", "READ-ME-FIRST.txt"]


@pytest.mark.parametrize("place", ["scenes.json", "icons/key.svg", "findings/paths.json"])
def test_what_the_program_reads_has_its_place(data: Files, place: str) -> None:
    folder = Path("inspector/resources") / place
    assert (str(PROJECT / "resources" / place), str(folder.parent)) in data


def test_what_makes_packages_stays_behind(data: Files) -> None:
    assert not [target for _, target in data if {"packaging", "pictures"} & {*Path(target).parts}]
