"""Runs of `inspector reports` are stopped at random moments over an older output.

Whatever the moment: the older output stays as it was or is replaced whole, the rows so far are
whole rows, no process is left, and nothing else lies about. Twenty moments a signal are a long
run: `pytest -m long tests/cli/test_stopping.py`.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector.cli.stopping import StopSignals
from inspector.reports import Stopped
from tests.catalogue import PROJECT
from tests.cli.running import mint

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")

ROWS = 24_000
WRONG = 240
"""Rows whose key is wrong, which take longest."""
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
OLD = b"the older output\n"
MOMENTS = 20
PHASES = {
    "before anything is read": "inspector.reports.run:Run.parts",
    "reading": "inspector.reports.blocks:Blocks._read",
    "the first look": "inspector.reports.engine:Engine._opened",
    "before the pool": "inspector.reports.pool:WorkerPool.__init__",
    "within the pool": "inspector.reports.pool:WorkerPool.submit",
    "matching": "inspector.reports.engine:Engine._tried",
    "judging": "inspector.reports.engine:Engine._judged",
    "writing": "inspector.reports.writing:JsonLinesOutput.add",
    "the end": "inspector.reports.writing:JsonLinesOutput.finish",
}
"""Phase of a run -> what is called in it."""
IN_PHASE = """
import importlib, os, sys
number, where = int(sys.argv.pop(1)), sys.argv.pop(1)
module, _, name = where.partition(":")
owner = importlib.import_module(module)
*owners, name = name.split(".")
for each in owners:
    owner = getattr(owner, each)
called = getattr(owner, name)
def stopping(*args, **kwargs):
    setattr(owner, name, called)
    os.kill(os.getpid(), number)
    return called(*args, **kwargs)
setattr(owner, name, stopping)
from inspector.__main__ import main
sys.exit(main())
"""
"""A program that sends itself a signal when something is first called, and then goes on."""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that takes a few seconds in two processes."""
    file = tmp_path_factory.mktemp("reports") / "in.jsonl"
    some = [mint() for _ in range(200)]
    lines = [json.dumps({"n": n, **some[n % 200].wire}) for n in range(ROWS)]
    for n in range(0, ROWS, ROWS // WRONG):
        lines[n] = json.dumps({"n": n, **mint().wire, "session_key": mint().session_key})
    file.write_text("\n".join(lines))
    return file


def start(reports: Path, output: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "inspector", "reports", str(reports), "-o", str(output)]
    return subprocess.Popen(
        [*command, "--workers", "2"], cwd=PROJECT, stderr=subprocess.PIPE, start_new_session=True
    )


def run_seconds(reports: Path, folder: Path) -> float:
    """Return how long a whole run takes here and now, so that moments fall into all of it."""
    begin = time.monotonic()
    process = start(reports, folder / "whole.jsonl")
    process.communicate()
    return time.monotonic() - begin


def moments(seed: int, seconds: float) -> Iterator[float]:
    """Give random moments, one in each part of a run and a little after it."""
    chosen = random.Random(seed)
    for turn in range(MOMENTS):
        yield (turn + chosen.random()) / MOMENTS * seconds * 1.1


def group_of(process: subprocess.Popen[bytes]) -> list[int]:
    """Return the processes of a run that are still there."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            with contextlib.suppress(OSError):
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
                if int(fields[2]) == process.pid and fields[0] != "Z":
                    found.append(int(entry.name))
    return found


def await_end(process: subprocess.Popen[bytes]) -> None:
    """Wait until no process of a run is left; the time limit of the test ends it, if need be."""
    while group_of(process):
        time.sleep(0.01)


def whole_rows(file: Path) -> int:
    lines = file.read_text(encoding="utf-8").splitlines()
    numbers = [json.loads(line)["columns"]["n"] for line in lines]
    assert numbers == [str(n) for n in range(len(numbers))]
    return len(numbers)


def stop_once(reports: Path, folder: Path, number: int, moment: float) -> str:
    """Stop one run at a moment and look at everything; return what it came to."""
    output = folder / "out.jsonl"
    output.write_bytes(OLD)
    process = start(reports, output)
    time.sleep(moment)
    process.send_signal(number)
    return came_to(process, folder, number)


def came_to(process: subprocess.Popen[bytes], folder: Path, number: int) -> str:
    """Look at everything after a run was stopped; return what it came to."""
    output = folder / "out.jsonl"
    _, told = process.communicate()
    await_end(process)
    files = sorted(each.name for each in folder.iterdir())
    untouched = output.read_bytes() == OLD
    in_start = process.returncode == 1 and b"KeyboardInterrupt" in told  # within Python's own start
    if untouched and (in_start or process.returncode == -number):  # before it is taken notice of
        assert files == ["out.jsonl"]
        return "early"
    if process.returncode in (0, 1) or not untouched:  # all was done before
        assert files == ["out.jsonl"]
        assert whole_rows(output) == ROWS
        return "done"
    assert process.returncode == 128 + number, told
    if number == signal.SIGINT and b"Traceback" in told:
        raise AssertionError(told)
    if files == ["out.jsonl"]:
        return "nothing"
    assert files == ["out.jsonl", "out.stopped.jsonl"]
    rows = whole_rows(folder / "out.stopped.jsonl")
    assert f"{rows:,} row".encode() in told
    assert b"out.stopped.jsonl" in told
    return "kept"


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize("moment", [0.05, 1.2])
def test_a_signal_stops_a_run(
    reports: Path, tmp_path: Path, number: signal.Signals, moment: float
) -> None:
    stop_once(reports, tmp_path, number, moment)


@pytest.mark.parametrize("phase", PHASES)
def test_a_run_is_stopped_in_every_phase(reports: Path, tmp_path: Path, phase: str) -> None:
    number = SIGNALS[list(PHASES).index(phase) % len(SIGNALS)]
    if signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip("a program that was told to ignore it ignores it")
    output = tmp_path / "out.jsonl"
    output.write_bytes(OLD)
    arguments = [str(int(number)), PHASES[phase], "reports", str(reports), "-o", str(output)]
    process = subprocess.Popen(
        [sys.executable, "-c", IN_PHASE, *arguments, "--workers", "2"],
        cwd=PROJECT,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    came = came_to(process, tmp_path, number)
    if "pool" in phase and came == "done":
        pytest.skip("a machine so fast that no pool is started")
    assert came in {"writing": ("kept",), "the end": ("done",)}.get(phase, ("nothing", "kept"))


def test_a_full_disk_keeps_the_rows_so_far(reports: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    output.write_bytes(OLD)
    limit = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000,) * 2); "
    program = limit + "from inspector.__main__ import main; sys.exit(main())"
    arguments = ["reports", str(reports), "-o", str(output), "--workers", "2"]
    process = subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        cwd=PROJECT,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    _, told = process.communicate()
    assert process.returncode == 2, told
    await_end(process)
    assert output.read_bytes() == OLD
    rows = whole_rows(tmp_path / "out.stopped.jsonl")
    assert f"{rows:,} row".encode() in told
    assert b"Traceback" not in told
    assert len(list(tmp_path.iterdir())) == 2


def test_two_runs_into_one_file_give_one_whole_output(reports: Path, tmp_path: Path) -> None:
    lines = reports.read_text(encoding="utf-8").splitlines()
    few = tmp_path / "few.jsonl"
    few.write_text("\n".join(lines[1:100]), encoding="utf-8")  # all of them open
    folder = tmp_path / "results"
    folder.mkdir()
    runs = [start(few, folder / "out.jsonl") for _ in range(2)]
    told = [each.communicate()[1] for each in runs]
    assert [each.returncode for each in runs] in ([0, 0], [0, 2], [2, 0]), told
    assert [each.name for each in folder.iterdir()] == ["out.jsonl"]
    rows = (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(row)["columns"]["n"] for row in rows] == [str(n) for n in range(1, 100)]


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_ends_the_wait_for_a_pipe_of_keys(
    reports: Path, tmp_path: Path, number: signal.Signals
) -> None:
    if signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip("a program that was told to ignore it ignores it")
    pipe = tmp_path / "keys"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "inspector", "reports", str(reports), "--keys", str(pipe)]
    process = subprocess.Popen(command, cwd=PROJECT, stderr=subprocess.PIPE)
    time.sleep(1.2)
    process.send_signal(number)
    _, told = process.communicate()  # the time limit of the test ends it, if need be
    assert process.returncode in (128 + number, -number), told
    assert b"Traceback" not in told


@pytest.mark.long
@pytest.mark.timeout(0)
@pytest.mark.parametrize("number", SIGNALS)
def test_twenty_moments(reports: Path, tmp_path: Path, number: signal.Signals) -> None:
    came: list[str] = []
    for moment in moments(int(number), run_seconds(reports, tmp_path)):
        folder = tmp_path / str(len(came))
        folder.mkdir()
        came.append(stop_once(reports, folder, number, moment))
    print(Counter(came))
    # Moments fall into the work itself, however a busy machine keeps time.
    assert came.count("nothing") + came.count("kept") > MOMENTS // 10, came


@pytest.mark.long
@pytest.mark.timeout(0)
def test_a_killed_run_leaves_nothing_behind(reports: Path, tmp_path: Path) -> None:
    done = 0
    for turn, moment in enumerate(moments(9, run_seconds(reports, tmp_path))):
        folder = tmp_path / str(turn)
        folder.mkdir()
        output = folder / "out.jsonl"
        output.write_bytes(OLD)
        process = start(reports, output)
        time.sleep(moment)
        process.kill()
        process.communicate()
        await_end(process)
        if output.read_bytes() != OLD:
            assert whole_rows(output) == ROWS
            done += 1
        if sys.platform == "linux":
            assert [each.name for each in folder.iterdir()] == ["out.jsonl"]
    print(f"{MOMENTS} kills, {done} of them after the end")
    assert done < MOMENTS


def test_a_killed_worker_is_told_in_a_sentence(reports: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    process = start(reports, output)
    workers: list[int] = []
    while not workers:
        workers = [pid for pid in group_of(process) if "spawn_main" in _command(pid)]
    os.kill(workers[0], signal.SIGKILL)
    _, told = process.communicate()
    assert process.returncode == 2
    assert b"ended a process" in told
    assert b"Traceback" not in told


def _command(pid: int) -> str:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_text()
    return ""


def test_waiting_for_input_is_interrupted() -> None:
    with StopSignals() as signals:
        signals._may_raise = True
        with pytest.raises(Stopped):
            signal.raise_signal(signal.SIGTERM)
        assert signals.requested()
        assert signals.status == 128 + signal.SIGTERM
        with pytest.raises(Stopped):
            next(signals.interrupting(iter([1])))


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Ctrl+C works, also where the tests run in the background with it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_elsewhere_nothing_is_torn() -> None:
    before = signal.getsignal(signal.SIGINT)
    with StopSignals() as signals:
        assert list(signals.interrupting(iter([1, 2]))) == [1, 2]
        signal.raise_signal(signal.SIGINT)
        assert signals.requested()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)  # a second one ends the program
    assert signal.getsignal(signal.SIGINT) is before


def test_a_pipe_that_gives_nothing_can_be_left(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    process = start(pipe, tmp_path / "out.jsonl")
    writer = os.open(pipe, os.O_WRONLY)
    os.write(writer, b"iv,encryptedData\n")
    time.sleep(0.3)
    process.send_signal(signal.SIGTERM)
    _, told = process.communicate()
    os.close(writer)
    assert process.returncode == 128 + signal.SIGTERM
    assert b"Stopped" in told
