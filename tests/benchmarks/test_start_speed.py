"""How soon terminal and window answer: run with `--benchmark-enable`, read the ratios of a group.

The rivals of the terminal: a bare interpreter, one that loads the window's toolkit, which the
terminal must never pay for, and Node with the official steps for one ticket. The rival of the
window: the toolkit's own empty window, a whole process that is painted once and ends. Whole
processes are measured, with their byte code kept, as an installed program has it, without settings
of before, and without `cffi`: tools of development bring it, pycryptodome takes it where it is
there, and loads slower.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.catalogue import PROJECT
from tests.cli.running import mint

MADE = mint()
TICKET = ["--session-key", MADE.session_key, "--iv", MADE.iv]
PROGRAMS = {
    "bare interpreter": ["-c", "pass"],
    "toolkit import (rival)": ["-c", "import PySide6.QtWidgets"],
    "inspector --version": ["-m", "inspector", "--version"],
    "inspector path build": ["-m", "inspector", "path", "build", "p/a", "--as", "share_message"],
    "inspector decode": [
        "-m",
        "inspector",
        "decode",
        *TICKET,
        "--encrypted-data",
        MADE.encrypted_data,
    ],
}


NODE = shutil.which("node")
STEPS = """
const crypto = require('crypto')
const [key, iv, data] = process.argv.slice(1).map(text => Buffer.from(text, 'base64'))
const decipher = crypto.createDecipheriv('aes-128-cbc', key, iv)
console.log(JSON.parse(decipher.update(data, undefined, 'utf8') + decipher.final('utf8')))
"""
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
"""
WHOLE = """
from inspector.window.toolkit import load_toolkit
load_toolkit()
from inspector.window.app import build_window, make_application
from inspector.window.garbage import GarbageOnThisThread
application = make_application()
garbage = GarbageOnThisThread(application)
window = build_window()
"""
PAINTED = "window.show(); application.processEvents(); window.grab()"
WINDOWS = {"empty window of the toolkit (rival)": BARE, "the inspector's window": WHOLE}


def as_installed(folder: Path) -> dict[str, str]:
    """Return surroundings in which nothing was set, modules are compiled once, and cffi is none."""
    (folder / "cffi.py").write_text('raise ImportError("not installed")', encoding="utf-8")
    paths = [str(folder), *filter(None, [os.environ.get("PYTHONPATH")])]
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {
        "PYTHONPYCACHEPREFIX": str(folder / "kept"),
        "PYTHONPATH": os.pathsep.join(paths),
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(folder),
    }


@pytest.mark.benchmark(group="start of a process", min_rounds=7, warmup=True, warmup_iterations=1)
@pytest.mark.parametrize("program", PROGRAMS)
def test_start(benchmark: BenchmarkFixture, tmp_path: Path, program: str) -> None:
    measure(benchmark, tmp_path, [sys.executable, *PROGRAMS[program]])


@pytest.mark.skipif(NODE is None, reason="Node is not installed")
@pytest.mark.benchmark(group="start of a process", min_rounds=7, warmup=True, warmup_iterations=1)
def test_node(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    measure(
        benchmark,
        tmp_path,
        [NODE or "node", "-e", STEPS, MADE.session_key, MADE.iv, MADE.encrypted_data],
    )


@pytest.mark.benchmark(group="start of a window", min_rounds=7, warmup=True, warmup_iterations=1)
@pytest.mark.parametrize("window", WINDOWS)
def test_window(benchmark: BenchmarkFixture, tmp_path: Path, window: str) -> None:
    measure(benchmark, tmp_path, [sys.executable, "-c", WINDOWS[window] + PAINTED])


def measure(benchmark: BenchmarkFixture, folder: Path, command: list[str]) -> None:
    """Run whole processes; all of them end well."""
    surroundings = as_installed(folder)

    def run() -> int:
        ran = subprocess.run(
            command, cwd=PROJECT, env=surroundings, capture_output=True, check=False
        )
        return ran.returncode

    assert benchmark(run) == 0
