"""Whole runs of `inspector reports`, each beside a rival in the same minute.

Run with `--benchmark-enable -s`. The rivals: the official steps in a Node loop, for rows that
open; a plain loop over keys, for matching; the run itself on a tenth of the rows, for how time
and memory grow. Without `--benchmark-enable` everything runs once on a few rows.
"""

from __future__ import annotations

import csv
import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple, TypeVar, cast

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from inspector.tickets.decryption import base64_text, cipher
from inspector.tickets.decryption.search.key_trials import KeyTrials, LastBlocks
from tests.catalogue import PROJECT

NODE = shutil.which("node")
RIVAL = Path(__file__).with_name("official_steps.js")
FEW = 200
ROUNDS = 5
"""Runs of each rival, in turn; the medians are told."""
Row = tuple[str, str, str]
T = TypeVar("T")


LAUNCHER = """
import json, os, subprocess, sys, time
start = time.perf_counter()
quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
process = subprocess.Popen(sys.argv[1:], **quiet)
_, status, usage = os.wait4(process.pid, 0)
process.returncode = os.waitstatus_to_exitcode(status)
seconds = time.perf_counter() - start
took = seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
print(json.dumps([process.returncode, *took]))
"""
"""Starts and measures a process. A child is charged with the memory of whoever started it, so that
this has to be something small."""


class Run(NamedTuple):
    """What a process took."""

    seconds: float
    processor: float
    """Seconds of all processors, those of its workers included."""
    megabytes: float


def sealed(seed: random.Random) -> Row:
    key, iv = seed.randbytes(16), seed.randbytes(16)
    group = base64_text.encode(seed.randbytes(21)).replace("+", "-").replace("/", "_")
    text = (
        f'{{"openGId":"G{group[1:]}","watermark":{{"timestamp":{1535624932 + seed.randrange(10**8)}'
        f',"appid":"wx{seed.randbytes(8).hex()}"}}}}'
    )
    data = cipher.seal(key, iv, text.encode())
    return base64_text.encode(key), base64_text.encode(iv), base64_text.encode(data)


def write_csv(file: Path, rows: Iterator[Row]) -> None:
    with file.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(["id", "user", "session_key", "iv", "encryptedData"])
        writer.writerows((n, f"用户{n}", *row) for n, row in enumerate(rows))


def good(count: int) -> Iterator[Row]:
    seed = random.Random(5)
    return (sealed(seed) for _ in range(count))


def mixed(count: int, keys: list[str]) -> Iterator[Row]:
    """Give rows of which a tenth lost their `+` and a tenth carry a wrong key; fill `keys`."""
    seed = random.Random(7)
    for _ in range(count):
        key, iv, data = sealed(seed)
        chance = seed.random()
        if chance < 0.1:
            yield key.replace("+", " "), iv.replace("+", " "), data.replace("+", " ")
        elif chance < 0.2:
            keys.append(key)
            yield base64_text.encode(seed.randbytes(16)), iv, data
        else:
            yield key, iv, data


def run(*command: str | Path) -> Run:
    """Run a whole process, its workers included, and return what it took."""
    launcher = [sys.executable, "-I", "-S", "-c", LAUNCHER]
    ran = subprocess.run([*launcher, *command], cwd=PROJECT, check=True, stdout=subprocess.PIPE)
    status, *took = json.loads(ran.stdout)
    assert status in (0, 1)
    return Run(*took)


def inspector(*arguments: str | Path) -> Run:
    return run(sys.executable, "-m", "inspector", "reports", *arguments)


def once(benchmark: BenchmarkFixture, function: Callable[..., T], *arguments: object) -> T:
    """Measure one round: what takes minutes is not repeated."""
    made: T = cast(Any, benchmark).pedantic(function, arguments, rounds=1)
    return made


def tell(text: str) -> None:
    sys.stderr.write(f"\n{text}\n")


posix = pytest.mark.skipif(not hasattr(os, "wait4"), reason="memory is measured as POSIX does")


@posix
@pytest.mark.skipif(NODE is None, reason="the rival is Node")
@pytest.mark.timeout(0)
def test_good_rows_against_node(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    count = 200_000 if benchmark.enabled else FEW
    write_csv(tmp_path / "in.csv", good(count))
    files = tmp_path / "in.csv", tmp_path / "out.jsonl"
    assert NODE is not None
    runs = [
        (
            run(NODE, RIVAL, *files),
            inspector(files[0], "-o", files[1], "--workers", "1"),
            inspector(files[0], "-o", files[1], "--workers", "2"),
        )
        for _ in range(ROUNDS if benchmark.enabled else 1)
    ]
    once(benchmark, inspector, files[0], "-o", files[1])
    one, two = (median(each[n].processor / each[0].processor for each in runs) for n in (1, 2))
    tell(f"{count:,} good rows: {one:.2f} times the processor time of Node with one worker, "
         f"{two:.2f} times with two")  # fmt: skip
    assert len(files[1].read_text(encoding="utf-8").splitlines()) == count


@posix
@pytest.mark.timeout(0)
def test_a_dirty_file_with_many_keys(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    count, keys = (50_000, 5_000) if benchmark.enabled else (FEW, 50)
    found: list[str] = []
    write_csv(tmp_path / "in.csv", mixed(count, found))
    seed = random.Random(1)
    listed = [*found[:keys], *(base64_text.encode(seed.randbytes(16)) for _ in range(keys))][:keys]
    seed.shuffle(listed)
    (tmp_path / "keys.txt").write_text("\n".join(listed))
    arguments = (tmp_path / "in.csv", "--keys", tmp_path / "keys.txt", "-o", tmp_path / "o.jsonl")
    ours = once(benchmark, inspector, *arguments)
    tell(f"{count:,} rows, a tenth damaged, a tenth with wrong keys, {keys:,} keys: "
         f"{ours.seconds:.1f} s")  # fmt: skip
    lines = (tmp_path / "o.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == count
    assert sum('"outcome":"opened"' in line for line in lines) >= count - max(0, len(found) - keys)


@posix
@pytest.mark.timeout(0)
def test_time_and_memory_grow_as_they_should(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    few, many = (200_000, 2_000_000) if benchmark.enabled else (FEW, 2 * FEW)
    for count in (few, many):
        write_csv(tmp_path / f"{count}.csv", good(count))
    one = inspector(tmp_path / f"{few}.csv", "-o", tmp_path / "o.jsonl")
    arguments = (tmp_path / f"{many}.csv", "-o", tmp_path / "o.jsonl")
    ten = once(benchmark, inspector, *arguments)
    tell(f"{many:,} rows: {ten.seconds / one.seconds:.1f} times the time of {few:,}, "
         f"{ten.megabytes:.0f} MB against {one.megabytes:.0f} MB")  # fmt: skip


@pytest.mark.timeout(0)
def test_trials_of_keys(benchmark: BenchmarkFixture) -> None:
    """A key on the ends of 5,000 reports, against opening each as a plain loop does."""
    count, tried = (5_000, 500) if benchmark.enabled else (50, 5)
    seed = random.Random(2)
    keys = [seed.randbytes(16) for _ in range(tried)]
    ends = [LastBlocks(seed.randbytes(16), seed.randbytes(16)) for _ in range(count)]
    data = seed.randbytes(112)

    def in_bulk() -> int:
        trials = KeyTrials(ends)
        return sum(len(trials.candidates(key)) for key in keys)

    start = time.process_time()
    for key in keys:
        cipher.decrypt(key, bytes(16), data)
    rival = tried / (time.process_time() - start)
    start = time.process_time()
    once(benchmark, in_bulk)
    ours = count * tried / (time.process_time() - start)
    tell(f"{ours / 1e6:.1f} million trials a second, a plain loop {rival:,.0f}: "
         f"{ours / rival:,.0f} times as many")  # fmt: skip
