"""The installer for Windows: what it puts where, and that it takes away no more than that.

The bundle in it is a stand-in: programs that write down how they were started. Wine runs it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from inspector import __version__
from tests.catalogue import PROJECT
from tests.packaging.tools import packaging, tool

NAME = "Share Ticket Inspector"
FILES = (
    "licences/READ-ME-FIRST.txt",
    "_internal/inspector/resources/translations/zh_CN/LC_MESSAGES/inspector.mo",
    "_internal/$INSTDIR 中文/$a b.txt",
    "_internal/empty",
)
STAND_IN = """
Unicode true
Target amd64-unicode
SilentInstall silent
RequestExecutionLevel user
OutFile "{file}"
Section
  FileOpen $0 "$EXEDIR\\started.txt" w
  FileWriteUTF16LE $0 "$CMDLINE"
  FileClose $0
  Sleep {milliseconds}
SectionEnd
"""


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A folder like that which `inspector.spec` makes on Windows."""
    folder = tmp_path / "bundle"
    for name in (*FILES, f"{NAME}.exe", "inspector.exe"):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"content of {name}\n", encoding="utf-8")
    return folder


def make(bundle: Path, folder: Path) -> Path:
    """Make the installer as its documentation says."""
    tool("makensis")
    subprocess.run(
        [sys.executable, PROJECT / "resources/packaging/installer.py", bundle, folder],
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        check=True,
        capture_output=True,
    )
    (file,) = folder.iterdir()
    return file


def test_it_is_named_after_the_version(bundle: Path, tmp_path: Path) -> None:
    """NSIS takes each of its own warnings for an error here."""
    made = make(bundle, tmp_path / "out")
    assert made.name == f"share-ticket-inspector-{__version__}.exe"
    assert made.read_bytes().startswith(b"MZ")


def test_it_takes_away_what_it_brings_and_no_folder_as_a_whole() -> None:
    installer = packaging("installer")
    names = [PurePosixPath(name) for name in FILES]
    lines = list(installer.removed(names))
    deleted = [line.removeprefix("Delete ") for line in lines if line.startswith("Delete ")]
    assert deleted == [installer.place(name) for name in names]
    folders = [line.removeprefix("RMDir ") for line in lines if line not in deleted][len(names) :]
    assert len(folders) == len(set(folders)) == len({p for n in names for p in n.parents}) - 1
    assert not [line for line in lines if "/r" in line.split("`")[0].lower()]
    for at, folder in enumerate(folders):
        assert not [later for later in folders[at:] if later.startswith(folder[:-1] + "\\")]


def test_a_dollar_in_a_name_stands_for_itself() -> None:
    installer = packaging("installer")
    assert installer.place(PurePosixPath("a/$INSTDIR/b c")) == r"`$INSTDIR\a\$$INSTDIR\b c`"
    assert installer.place(PurePosixPath()) == "`$INSTDIR`"


def test_a_folder_that_is_no_bundle_is_named(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=f"no bundle for Windows: {NAME}.exe is missing"):
        packaging("installer").main(tmp_path, tmp_path / "out")


class Windows:
    """A Windows of its own, as Wine plays it."""

    def __init__(self, folder: Path) -> None:
        self._environment = os.environ | {
            "WINEPREFIX": str(folder),
            "WINEDEBUG": "-all",
            "LC_ALL": "C.UTF-8",
            "DISPLAY": "",
        }
        self._wine = tool("wine")
        self.drive = folder / "drive_c"

    def start(self, *words: str | Path) -> subprocess.Popen[bytes]:
        """Start a program."""
        return subprocess.Popen(
            [self._wine, *words],
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def run(self, *words: str | Path) -> tuple[int, str]:
        """Run a program to its end; return its status and what it prints."""
        started = self.start(*words)
        printed, _ = started.communicate(timeout=300)
        return started.returncode, printed.decode("utf-8", errors="replace")

    def asked(self, key: str) -> str:
        """Return all that the registry holds for the user below a key, or nothing."""
        file = self.drive / "asked.reg"
        file.unlink(missing_ok=True)
        self.run("reg", "export", f"HKCU\\Software\\{key}", r"C:\asked.reg", "/y")
        held = file.read_text("utf-16") if file.exists() else ""
        return held.replace(r"\"", '"').replace(r"\\", "\\")

    def holds(self, folder: Path) -> set[str]:
        """Return the names of the files below a folder."""
        return {str(f.relative_to(folder)) for f in folder.rglob("*") if f.is_file()}

    def end(self) -> None:
        """End whatever still runs."""
        subprocess.run(["wineserver", "-k", "-w"], env=self._environment, check=False)


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[Windows]:
    """A fresh Windows."""
    made = Windows(tmp_path / "wine")
    made.run("wineboot", "-i")
    yield made
    made.end()


def add_programs(bundle: Path, milliseconds: int = 0) -> None:
    """Put stand-ins in the place of both programs."""
    for name in (f"{NAME}.exe", "inspector.exe"):
        script = bundle.parent / "stand_in.nsi"
        script.write_text(
            STAND_IN.format(file=bundle / name, milliseconds=milliseconds), encoding="utf-8"
        )
        subprocess.run([tool("makensis"), "-V1", script], check=True)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_it_installs_replaces_and_goes(bundle: Path, tmp_path: Path, windows: Windows) -> None:
    add_programs(bundle)
    made = make(bundle, tmp_path / "out")
    assert windows.run(made, "/S", "/D=C:\\用户\\工具")[0] == 0
    there = windows.drive / "用户/工具"
    brought = windows.holds(bundle)
    assert windows.holds(there) == brought | {"uninstall.exe"}
    assert all((there / name).read_bytes() == (bundle / name).read_bytes() for name in brought)
    menu = [link.name for link in windows.drive.rglob("*.lnk")]
    assert f"{NAME}.lnk" in menu

    listed = windows.asked(r"Microsoft\Windows\CurrentVersion\Uninstall")
    assert f'"DisplayVersion"="{__version__}"' in listed
    assert r'"C:\用户\工具\uninstall.exe" /S' in listed
    offered = windows.asked(r"Classes\Applications")
    assert all(f'".{kind}"=""' in offered for kind in packaging("installer").OPENED)
    assert "Classes\\." not in windows.asked("Classes")  # no type of file is taken over

    command = rf"C:\用户\工具\{NAME}.exe"
    assert f'"{command}" "%1"' in offered
    windows.run(command, "C:\\报告 1.json")
    started = (there / "started.txt").read_text("utf-16-le")
    assert started.endswith('.exe" "C:\\报告 1.json"')

    (there / "portable.txt").touch()
    (there / "settings").mkdir()
    (there / "settings/window.ini").write_text("kept")
    (bundle / FILES[0]).unlink()
    assert windows.run(make(bundle, tmp_path / "next"), "/S")[0] == 0
    own = {"started.txt", "portable.txt", "settings/window.ini"}
    assert windows.holds(there) == brought - {FILES[0]} | {"uninstall.exe"} | own
    assert not (there / "licences").exists()

    assert windows.run(r"C:\用户\工具\uninstall.exe", "/S", r"_?=C:\用户\工具")[0] == 0
    assert windows.holds(there) - {"uninstall.exe"} == own
    assert not (there / "_internal").exists()
    assert f"{NAME}.lnk" not in [link.name for link in windows.drive.rglob("*.lnk")]
    assert "ShareTicketInspector" not in windows.asked(
        r"Microsoft\Windows\CurrentVersion\Uninstall"
    )
    assert NAME not in windows.asked(r"Classes\Applications")


@pytest.mark.long
@pytest.mark.timeout(900)
def test_it_changes_nothing_while_a_program_runs(
    bundle: Path, tmp_path: Path, windows: Windows
) -> None:
    add_programs(bundle, milliseconds=60_000)
    assert windows.run(make(bundle, tmp_path / "out"), "/S", "/D=C:\\Inspector")[0] == 0
    there = windows.drive / "Inspector"
    before = windows.holds(there)
    running = windows.start(r"C:\Inspector\inspector.exe")
    while not (there / "started.txt").exists():
        time.sleep(0.1)
    (bundle / FILES[0]).unlink()
    assert windows.run(make(bundle, tmp_path / "next"), "/S")[0] == 2
    assert windows.run(r"C:\Inspector\uninstall.exe", "/S", r"_?=C:\Inspector")[0] == 2
    assert windows.holds(there) == before | {"started.txt"}
    assert running.poll() is None
    windows.end()
    running.communicate()
    assert windows.run(make(bundle, tmp_path / "again"), "/S")[0] == 0
    assert windows.holds(there) == before - {FILES[0]} | {"started.txt"}
