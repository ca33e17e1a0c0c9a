"""The window in any locale, zone and clock: it starts, reads and writes, and asks no network."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from inspector.window.dialogs.history_dialog import HistoryDialog
from inspector.window.main_window import MainWindow
from tests.catalogue import PROJECT
from tests.cli.test_surroundings import LOCALES, chinese
from tests.window.sealing import GROUP, sealed
from tests.window.started_window import EXPORT, TABLE

HEADLINE = "tGmade-up-for-this-test_12345"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / TABLE
    with file.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["session_key", "iv", "encryptedData", "工单"])
        for number in range(3):
            ticket = sealed(GROUP)
            rows.writerow([ticket.session_key, ticket.iv, ticket.encrypted_data, f"单 {number}"])
    return file


def started(
    table: Path, environment: dict[str, str], before: Sequence[str] = ()
) -> subprocess.CompletedProcess[str]:
    """Start the window on a table; it writes its export beside it."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    own = {"HOME": str(table.parent / "home"), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [*before, sys.executable, "-m", "tests.window.started_window", str(table.parent)],
        cwd=PROJECT,
        env={**kept, **own, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def shown(ended: subprocess.CompletedProcess[str], table: Path) -> dict[str, Any]:
    """Return what the window showed; it wrote the whole table."""
    assert ended.returncode == 0, ended.stderr
    assert "Traceback" not in ended.stderr
    written = table.with_name(EXPORT).read_text(encoding="utf-8-sig")
    assert [row["工单"] for row in csv.DictReader(written.splitlines())] == ["单 0", "单 1", "单 2"]
    said: dict[str, Any] = json.loads(ended.stdout)
    assert said["headline"] == HEADLINE
    assert said["environments"] == ["群聊"]
    return said


@pytest.mark.parametrize("environment", LOCALES[1:], ids=str)
def test_any_locale(environment: dict[str, str], table: Path) -> None:
    said = shown(started(table, environment), table)
    assert said["language"] == ("zh_CN" if chinese(environment) else "en")


@pytest.mark.skipif(sys.platform == "win32", reason="TZ is a variable of POSIX")
@pytest.mark.parametrize("zone", ["CST-8", "nonsense/zone"])
def test_any_zone(zone: str, table: Path) -> None:
    said = shown(started(table, {"TZ": zone}), table)
    assert len(said["times"][0]) == len("18:28:52")


@pytest.mark.long
@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_the_system_sees_no_connection(table: Path) -> None:
    """Not even from Qt: the kernel's own record has no socket of the network."""
    record = table.with_name("record")
    traced = ("strace", "-f", "-qq", "-o", str(record), "-e", "trace=%network")
    ended = started(table, {}, traced)
    if "ptrace" in ended.stderr:
        pytest.skip("tracing is not allowed here")
    shown(ended, table)
    assert "AF_INET" not in record.read_text(encoding="utf-8", errors="replace")


@pytest.mark.parametrize("step", [-(10**9), -3600, 86_400, 3 * 10**9])
def test_a_clock_that_is_set_while_the_window_is_open(
    step: int, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1_700_000_000.0]
    monkeypatch.setattr("time.time", lambda: now[0])
    for _ in ticks(now, step):
        ticket = sealed(GROUP)
        window.state.tickets.load([ticket])
        qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
        verdict = window.state.tickets.verdict
        assert verdict is not None
        assert verdict.ticket == ticket
        assert verdict.cause is None
    history = HistoryDialog(window.context, window)
    assert history.table.model().rowCount() == 3


def ticks(now: list[float], step: int) -> Iterator[None]:
    """Set the clock after each turn."""
    for _ in range(3):
        yield
        now[0] += step
