"""Every obstacle to a window is told in a sentence before Qt could abort."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import PySide6
import pytest

from inspector import startup
from inspector.messages import Messages

ENGLISH = Messages("en")
PYSIDE = Path(next(iter(PySide6.__path__)))
PROJECT = Path(__file__).resolve().parent.parent
on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="libraries of Linux")


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m inspector` in a process of its own, as a user would."""
    drop = {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}
    kept = {name: value for name, value in os.environ.items() if name not in drop}
    return subprocess.run(
        [sys.executable, "-m", "inspector"],
        cwd=PROJECT,
        env=kept | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@on_linux
@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, "There is no display"),
        ({"DISPLAY": ":987"}, "The display :987 does not answer"),
        ({"QT_QPA_PLATFORM": "xcb"}, "The display xcb does not answer"),
        ({"QT_QPA_PLATFORM": "nonsense"}, "QT_QPA_PLATFORM names nonsense"),
    ],
)
def test_without_a_display_one_sentence_and_status_2(
    environment: dict[str, str], words: str
) -> None:
    ended = start(**environment)
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert words in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
    if "nonsense" not in words:
        assert "inspector decode" in ended.stderr


@on_linux
def test_the_sentence_comes_in_chinese_too() -> None:
    ended = start(LANGUAGE="zh_CN", PYTHONUTF8="1")
    assert ended.returncode == 2
    assert "没有" in ended.stderr
    assert "inspector decode" in ended.stderr


@on_linux
def test_a_silent_wayland_display_does_not_hinder_a_platform_that_needs_none() -> None:
    environment = {"QT_QPA_PLATFORM": "wayland;offscreen", "WAYLAND_DISPLAY": "nowhere"}
    assert startup.no_display(ENGLISH, PYSIDE, environment) is None


@pytest.mark.parametrize(
    ("version", "python", "refused"),
    [
        ("6.12.0", (3, 11), True),
        ("6.12.0", (3, 12), False),
        ("6.12.0", (3, 13), False),
        ("6.11.3", (3, 11), False),
        ("6.8.0", (3, 11), False),
        ("", (3, 11), False),
    ],
)
def test_the_crashing_toolkit_is_refused_where_it_crashes(
    version: str, python: tuple[int, int], refused: bool
) -> None:
    sentence = startup.toolkit_refused(ENGLISH, version, python)
    assert (sentence is not None) is refused
    if sentence:
        assert "PySide6 6.12.0 crashes on Python 3.11" in sentence
        assert sentence.endswith(startup.pip_command("PySide6-Essentials>=6.11.3,<6.12"))


def test_the_crashing_toolkit_is_refused_at_start(tmp_path: Path) -> None:
    """A PySide6 that claims to be 6.12.0 stands before the real one; Qt is never loaded."""
    if sys.version_info >= (3, 12):
        pytest.skip("PySide6 6.12.0 works on this Python")
    fake = tmp_path / "PySide6"
    fake.mkdir()
    (fake / "__init__.py").write_text('__version__ = "6.12.0"\nraise SystemExit("loaded")\n')
    ended = start(PYTHONPATH=str(tmp_path), QT_QPA_PLATFORM="offscreen")
    assert ended.returncode == 2
    assert "PySide6 6.12.0 crashes on Python" in ended.stderr


def test_the_installed_toolkit_states_its_version() -> None:
    folder = startup.toolkit_folder()
    assert folder == PYSIDE
    assert startup.toolkit_version(folder) == PySide6.__version__


def test_none_keeps_its_references() -> None:
    """The crash of PySide6 6.12.0 begins with a lost reference to None at every call."""
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("name")
    assert sys.getrefcount(None) - before > -500


def test_a_missing_toolkit_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(startup, "find_spec", lambda _: None)
    sentence = startup.why_no_window(ENGLISH, {})
    assert sentence is not None
    assert "PySide6, which is not installed" in sentence
    assert "pip install" in sentence


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_a_command_can_be_typed_as_it_stands(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "executable", "/my programs/python")
    monkeypatch.setattr(sys, "platform", platform)
    command = startup.pip_command("PySide6-Essentials>=6.11.3,<6.12")
    words = ["/my programs/python", "-m", "pip", "install", "PySide6-Essentials>=6.11.3,<6.12"]
    assert shlex.split(command) == words
    assert ('"' in command) == (platform == "win32")


def test_the_toolkit_to_install_is_the_one_that_is_required() -> None:
    table = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    required = [each.split(";")[0] for each in table["project"]["dependencies"]]
    for python in ((3, 11), (3, 12)):
        assert startup._wanted_toolkit(python) in required


@on_linux
def test_all_missing_libraries_are_named_with_one_command() -> None:
    missing = {"libxcb-cursor.so.0", "libxcb-icccm.so.4"}

    def fault(library: str) -> str | None:
        name = "libxcb-cursor.so.0" if library.endswith("libqxcb.so") else library
        return f"{name}: cannot open shared object file" if name in missing else None

    sentence = startup.libraries_missing(ENGLISH, PYSIDE, ["xcb"], fault)
    assert sentence is not None
    assert "libxcb-cursor.so.0, libxcb-icccm.so.4" in sentence
    assert sentence.endswith("sudo apt-get install -y libxcb-cursor0 libxcb-icccm4")


@on_linux
def test_a_library_outside_the_table_is_named_all_the_same() -> None:
    def fault(library: str) -> str | None:
        whole = library.endswith("libqxcb.so")
        return "libunheard-of.so.7: cannot open shared object file" if whole else None

    sentence = startup.libraries_missing(ENGLISH, PYSIDE, ["xcb"], fault)
    assert sentence == "The window needs system libraries that are missing: libunheard-of.so.7."


@on_linux
def test_another_fault_of_the_loader_is_passed_on() -> None:
    sentence = startup.libraries_missing(ENGLISH, PYSIDE, ["window"], _too_old)
    assert sentence == "Qt cannot be loaded: version `GLIBC_2.34' not found"


def _too_old(library: str) -> str | None:
    return "version `GLIBC_2.34' not found" if "libQt6" in library else None


@on_linux
def test_a_really_missing_library_is_told_and_nothing_aborts(tmp_path: Path) -> None:
    """A copy of Qt's X11 plugin asks for a library that no system has."""
    if not (PYSIDE / "Qt/plugins/platforms/libqxcb.so").exists():
        pytest.skip("PySide6 is not from its wheel")
    copy = _toolkit_that_lacks(tmp_path, b"libxcb-cursor.so.0", b"libxcb-curs0r.so.0")
    program = (
        "import sys; from pathlib import Path; from inspector import startup; "
        "from inspector.messages import Messages; "
        "print(startup.libraries_missing(Messages('en'), Path(sys.argv[1]), ['xcb']))"
    )
    command = [sys.executable, "-c", program, str(copy)]
    ended = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    beginning, missing = "The window needs system libraries that are missing: ", ended.stdout
    assert missing.startswith(beginning)
    names = missing.removeprefix(beginning).splitlines()[0].partition(". ")[0].rstrip(".")
    assert "libxcb-curs0r.so.0" in names.split(", ")  # a bare machine lacks others, too


def _toolkit_that_lacks(folder: Path, name: bytes, other: bytes) -> Path:
    """Link PySide6's Qt into a folder, its X11 plugin changed to need another library."""
    plugins = folder / "Qt/plugins/platforms"
    plugins.mkdir(parents=True)
    (folder / "Qt/lib").symlink_to(PYSIDE / "Qt/lib")
    plugin = plugins / "libqxcb.so"
    shutil.copy(PYSIDE / "Qt/plugins/platforms/libqxcb.so", plugin)
    changed = plugin.read_bytes().replace(name, other)
    plugin.write_bytes(changed)
    return folder


def test_every_library_of_the_table_has_a_package_name() -> None:
    from inspector import assets

    for part in assets.table("system_libraries").values():
        assert all(".so." in library and package for library, package in part.items())
