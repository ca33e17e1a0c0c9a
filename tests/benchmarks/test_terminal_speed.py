"""How soon the terminal answers: run with `--benchmark-enable`, read the ratios of a group.

The rivals: a bare interpreter, and one that loads the window's toolkit, which the terminal
must never pay for.
"""

from __future__ import annotations

import subprocess
import sys

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


@pytest.mark.benchmark(group="start of a process", min_rounds=7, warmup=True, warmup_iterations=1)
@pytest.mark.parametrize("program", PROGRAMS)
def test_start(benchmark: BenchmarkFixture, program: str) -> None:
    command = [sys.executable, *PROGRAMS[program]]

    def run() -> int:
        return subprocess.run(command, cwd=PROJECT, capture_output=True, check=False).returncode

    assert benchmark(run) == 0
