"""What is installed: a wheel with its resources, and an editable install beside the checkout."""

from __future__ import annotations

import configparser
import email
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.catalogue import PROJECT, tracked_files

PROJECT_TABLE = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))


def build(target: str, folder: Path) -> Path:
    """Build a wheel or an sdist with the backend itself, which needs no network."""
    pytest.importorskip("hatchling")
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
    return next(folder.iterdir())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of this checkout."""
    return build("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's contents in a folder of their own."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_a_wheel_holds_every_module_and_resource(installed: Path) -> None:
    def there(root: Path, names: Iterator[Path]) -> set[str]:
        kept = (name for name in names if name.is_file() and "__pycache__" not in name.parts)
        return {str(name.relative_to(root)) for name in kept}

    modules = there(PROJECT, (PROJECT / "inspector").rglob("*.py"))
    resources = there(PROJECT / "resources", (PROJECT / "resources").rglob("*.*"))
    assert modules <= there(installed, installed.rglob("*.py"))
    inside = there(
        installed / "inspector/resources", (installed / "inspector/resources").rglob("*.*")
    )
    assert resources - inside <= {"translations/zh_CN/LC_MESSAGES/inspector.mo"}


def test_a_wheel_holds_no_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        roots = {name.split("/")[0] for name in archive.namelist()}
    version = PROJECT_TABLE["project"]["version"]
    assert roots == {"inspector", f"share_ticket_inspector-{version}.dist-info"}


def test_a_wheel_names_the_licence_and_carries_its_text(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
        stated = email.message_from_bytes(archive.read(metadata))
        text = archive.read(metadata.replace("METADATA", "licenses/resources/LICENSE.txt"))
    assert stated["License-Expression"] == "MIT"
    assert text == (PROJECT / "resources/LICENSE.txt").read_bytes()
    assert b"The Share Ticket Inspector authors" in text


def test_an_sdist_holds_every_file_of_the_project(tmp_path: Path) -> None:
    tracked = tracked_files()
    if tracked is None:
        pytest.skip("the files of the project are known from its git checkout")
    with tarfile.open(build("sdist", tmp_path)) as archive:
        packed = {name.split("/", 1)[1] for name in archive.getnames()}
    there = {name for name in tracked if (PROJECT / name).exists()}
    assert there <= packed


def test_the_wheel_runs_away_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "inspector", "path", "build", "pages/a/b"]
    options = ["--as", "share_message", "--lang", "en"]
    ended = subprocess.run(
        [*command, *options],
        cwd=tmp_path,
        env={"PYTHONPATH": str(installed), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout == "/pages/a/b\n"


def test_the_version_is_stated_once_and_the_same() -> None:
    import inspector

    assert inspector.__version__ == PROJECT_TABLE["project"]["version"]


def test_the_window_starts_without_a_console_too(wheel: Path) -> None:
    """On Windows a program of `gui_scripts` has none."""
    with zipfile.ZipFile(wheel) as archive:
        (stated,) = (name for name in archive.namelist() if name.endswith("/entry_points.txt"))
        text = archive.read(stated).decode()
    parser = configparser.ConfigParser()
    parser.read_string(text)
    assert dict(parser["gui_scripts"]) == {
        "share-ticket-inspector": parser["console_scripts"]["inspector"]
    }


def test_the_crashing_toolkit_is_not_installed_where_it_crashes() -> None:
    from packaging.requirements import Requirement

    wanted = [Requirement(text) for text in PROJECT_TABLE["project"]["dependencies"]]
    toolkit = [each for each in wanted if each.name == "PySide6-Essentials"]
    for python, allowed in (("3.11", False), ("3.12", True), ("3.13", True)):
        environment = {"python_version": python}
        chosen = [each for each in toolkit if each.marker and each.marker.evaluate(environment)]
        assert [each.specifier.contains("6.12.0") for each in chosen] == [allowed]


@pytest.mark.long
def test_a_bundle_works_without_python(tmp_path: Path) -> None:
    pytest.importorskip("PyInstaller")
    spec = PROJECT / "resources/packaging/inspector.spec"
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    folders = ["--distpath", str(tmp_path), "--workpath", str(tmp_path / "work")]
    subprocess.run([*command, *folders, str(spec)], cwd=tmp_path, check=True, capture_output=True)
    program = tmp_path / "inspector" / "inspector"

    def run(*words: str) -> str:
        return subprocess.run(
            [program, *words],
            cwd=tmp_path,
            env={"PATH": "", "LANG": "C.UTF-8"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        ).stdout

    assert run("path", "build", "pages/a", "--as", "share_message") == "/pages/a\n"
    run("mint", "--kind", "group_share", "--count", "3000", "--form", "jsonl", "-o", "many.jsonl")
    run("reports", "many.jsonl", "--workers", "2", "-o", "many.csv")
    assert (tmp_path / "many.csv").read_text(encoding="utf-8-sig").count("\n") == 3001
    run("qr", "群聊", "-o", "code.png")
    assert run("qr", "--read", "code.png") == "群聊\n"
