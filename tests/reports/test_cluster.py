"""A real Dask cluster of two workers in processes of their own does the work, one of them killed.

Skipped where `dask[distributed]` is not installed. The cluster takes some seconds to start, so
this is part of the long run: `pytest -m long tests/reports/test_cluster.py`.
"""

from __future__ import annotations

import importlib.util
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import pytest

from inspector.reports import Crew
from tests.catalogue import PROJECT
from tests.cli.running import mint
from tests.reports.cluster_run import lines

pytestmark = [
    pytest.mark.long,
    pytest.mark.timeout(300),
    pytest.mark.skipif(not importlib.util.find_spec("distributed"), reason="no Dask here"),
]
ROWS = 4_000


class Local(NamedTuple):
    """A cluster of this machine."""

    address: str
    workers: list[int]


class Reports(NamedTuple):
    """A file, and the key that opens what nothing else does."""

    file: Path
    key: str


def start(stack: ExitStack, *arguments: str) -> int:
    """Start a process that ends with the stack, and return its number."""
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    process = subprocess.Popen(
        [sys.executable, "-m", *arguments], env=environment, cwd=PROJECT,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    stack.callback(process.wait)
    stack.callback(process.kill)
    return process.pid


def python(*arguments: str, module: str = "tests.reports.cluster_run") -> str:
    """Run a module to its end and return what it wrote."""
    command = [sys.executable, "-m", module, *arguments]
    ran = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert ran.returncode in (0, 1), ran.stderr
    return ran.stdout


@pytest.fixture
def scheduler() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    address = f"tcp://127.0.0.1:{port}"
    with ExitStack() as stack:
        start(
            stack, "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", port,
            "--no-dashboard",
        )  # fmt: skip
        python("wait", address, "0")
        yield address


@pytest.fixture
def local(scheduler: str) -> Iterator[Local]:
    with ExitStack() as stack:
        pids = [
            start(
                stack, "distributed.cli.dask_worker", scheduler, "--nthreads", "1", "--no-nanny",
                "--no-dashboard", "--memory-limit", "0",
            )
            for _ in range(2)
        ]  # fmt: skip
        python("wait", scheduler, "2")
        yield Local(scheduler, pids)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Reports:
    """A file of reports, every hundredth under a key that only the key file has."""
    file = tmp_path_factory.mktemp("in") / "in.jsonl"
    made = [mint({"openGId": f"G{n}"}) for n in range(100)]
    rows = []
    for n in range(ROWS):
        fields = dict(made[n % 100].wire)
        if n % 100 == 0:
            fields["session_key"] = mint().session_key
        rows.append(json.dumps({"n": n, **fields}))
    file.write_text("\n".join(rows))
    return Reports(file, made[0].session_key)


def numbers(made: list[str]) -> list[str]:
    return [json.loads(line)["columns"]["n"] for line in made]


def test_a_cluster_gives_what_this_machine_gives(reports: Reports, local: Local) -> None:
    size, *made = python("run", local.address, str(reports.file), reports.key).split("\n")
    assert size == "2"
    assert numbers(made) == [str(n) for n in range(ROWS)]
    with Crew(1) as crew:
        assert made == lines(crew, reports.file, reports.key)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_worker_that_is_killed_loses_nothing_and_nothing_comes_twice(
    reports: Reports, local: Local
) -> None:
    arguments = (local.address, str(reports.file), reports.key, str(local.workers[0]))
    _, *made = python("run", *arguments).split("\n")
    assert numbers(made) == [str(n) for n in range(ROWS)]
    assert all(json.loads(line)["outcome"] == "opened" for line in made)


def test_the_command_works_on_a_cluster(reports: Reports, local: Local, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    arguments = ("reports", str(reports.file), "-o", str(output), "--cluster", local.address)
    python(*arguments, module="inspector")
    assert numbers(output.read_text().splitlines()) == [str(n) for n in range(ROWS)]


@pytest.mark.parametrize("there", [True, False])
def test_a_cluster_that_cannot_work_is_told(reports: Reports, scheduler: str, there: bool) -> None:
    address = scheduler if there else "tcp://127.0.0.1:9"
    ran = subprocess.run(
        [sys.executable, "-m", "inspector", "reports", str(reports.file), "--cluster", address],
        cwd=PROJECT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 2
    assert ("has no workers" if there else "does not answer") in ran.stderr
    assert "Traceback" not in ran.stderr
