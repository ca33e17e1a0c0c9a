"""The terminal in any locale, zone and network: the same answers, clear text, no connection."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.catalogue import PROJECT
from tests.cli.running import mint, run

GROUP = "G" + "a" * 27
NAME = "群聊 é 🎉"
LOCALES: tuple[dict[str, str], ...] = (
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "POSIX"},
    {"LC_ALL": "C", "PYTHONIOENCODING": "gbk"},
    {"LC_ALL": "zh_CN.GBK", "PYTHONIOENCODING": "gbk"},
    {"LC_ALL": "zh_CN.UTF-8", "PYTHONIOENCODING": "ascii"},
    {"LC_ALL": "nowhere.UTF-8", "PYTHONIOENCODING": "cp1252:strict"},
)
ticket = json.dumps(
    mint({"nickName": NAME, "openGId": GROUP, "watermark": {"timestamp": 0, "appid": "wx"}}).wire
)


def started(
    *arguments: str, stdin: bytes, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[bytes]:
    """Run `python -m inspector` with these variables alone beside those that find Python."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "inspector", *arguments],
        cwd=PROJECT,
        env={**kept, **environment},
        input=stdin,
        capture_output=True,
        check=False,
    )


def chinese(environment: Mapping[str, str]) -> bool:
    return "zh" in environment["LC_ALL"]


@pytest.mark.parametrize("environment", LOCALES, ids=str)
def test_any_locale_gives_the_same_text(environment: dict[str, str]) -> None:
    shown = started("decode", "-", stdin=ticket.encode(), environment=environment)
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert NAME in shown.stdout.decode("utf-8")
    line = started(
        "decode", "-", "--format", "json", stdin=ticket.encode(), environment=environment
    )
    assert json.loads(line.stdout)["payload"]["nickName"] == NAME
    headline = shown.stdout.decode("utf-8").splitlines()[0]
    assert any("一" <= character <= "龥" for character in headline) is chinese(environment)


@pytest.mark.parametrize("environment", LOCALES[1:4], ids=str)
@pytest.mark.parametrize(
    ("arguments", "word"),
    [(("path", "parse", "pages/a?%E5%90%8D=%E5%80%BC"), "名"), (("qr", "群聊"), "█")],
)
def test_any_command_speaks_in_any_locale(
    environment: dict[str, str], arguments: tuple[str, ...], word: str
) -> None:
    ended = started(*arguments, stdin=b"", environment=environment)
    assert ended.returncode in (0, 1)
    assert word in ended.stdout.decode("utf-8")
    assert b"Traceback" not in ended.stderr


@pytest.mark.skipif(os.name != "posix", reason="files are named by bytes on POSIX")
@pytest.mark.parametrize("environment", LOCALES[:4:3], ids=str)
def test_a_name_of_a_file_in_any_encoding(environment: dict[str, str], tmp_path: Path) -> None:
    for name in ("群聊.json".encode("gbk"), b"\xff\xfe.json"):
        file = os.fsencode(tmp_path) + b"/" + name
        Path(os.fsdecode(file)).write_text(ticket)
        command = [os.fsencode(sys.executable), b"-m", b"inspector", b"decode", file]
        kept = {"PATH": os.environ["PATH"], "HOME": os.environ["HOME"]} | environment
        there = subprocess.run(command, cwd=PROJECT, env=kept, capture_output=True, check=False)
        assert (there.returncode, there.stderr) == (0, b"")
        Path(os.fsdecode(file)).unlink()
        gone = subprocess.run(command, cwd=PROJECT, env=kept, capture_output=True, check=False)
        assert gone.returncode == 2
        assert len(gone.stderr.splitlines()) == 1


ZONES = ("UTC0", "CST-8", "NST3:30NDT", "<+14>-14", "nonsense/zone", "")


@pytest.mark.skipif(sys.platform == "win32", reason="TZ is a variable of POSIX")
def test_any_zone_tells_the_same_moment_and_its_own_hour() -> None:
    shown = {}
    for zone in ZONES:
        dated = mint({"openGId": GROUP, "watermark": {"timestamp": 1535624932, "appid": "wx"}})
        ended = started("decode", "-", stdin=dated.json.encode(), environment={"TZ": zone})
        assert (ended.returncode, ended.stderr) == (0, b"")
        shown[zone] = ended.stdout.decode()
        assert "1535624932" in shown[zone]
    assert shown["UTC0"].splitlines()[0] == shown["CST-8"].splitlines()[0]


@pytest.mark.parametrize("now", [-(10**10), 0, 1535624932, 4_102_444_800, 10**11])
def test_any_clock_is_no_fault(now: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock before 1970, at the ticket's own second, far ahead."""
    monkeypatch.setattr("time.time", lambda: float(now))
    dated = mint({"openGId": GROUP, "watermark": {"timestamp": 1535624932, "appid": "wx"}})
    ran = run("decode", "-", stdin=dated.json)
    assert (ran.status, ran.err) == (0, "")
    assert "1535624932" in ran.out


def everything(file: Path) -> tuple[tuple[str, ...], ...]:
    """Return commands of each kind over a file."""
    return (
        *(("decode", str(file)), ("decode", str(file), "--format", "json"), ("sign", str(file))),
        *(("path", "parse", "https://example.com/a?q=1"), ("qr", "https://example.com")),
        *(("mint", "--count", "2"), ("reports", str(file)), ("--help",), ("--version",)),
        ("path", "build", "a/b", "--as", "ordinary_link", "--base-url", "https://example.com/"),
    )


def test_no_command_makes_a_socket_or_asks_for_an_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def refuse(*arguments: object, **_: object) -> None:
        asked.append(str(arguments))
        raise AssertionError(arguments)

    file = tmp_path / "capture.json"
    file.write_text(ticket)
    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    for arguments in everything(file):
        assert run(*arguments).status in (0, 1), arguments
    assert asked == []


@pytest.mark.long
@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_the_system_sees_no_connection(tmp_path: Path) -> None:
    """Not even from a library: the kernel's own record has no socket of the network."""
    file, record = tmp_path / "capture.json", tmp_path / "record"
    file.write_text(ticket)
    for arguments in everything(file):
        command = ["strace", "-f", "-qq", "-o", str(record), "-e", "trace=%network"]
        ended = subprocess.run(
            [*command, sys.executable, "-m", "inspector", *arguments],
            cwd=PROJECT,
            capture_output=True,
            check=False,
        )
        if b"ptrace" in ended.stderr:
            pytest.skip("tracing is not allowed here")
        assert ended.returncode in (0, 1), ended.stderr
        calls = record.read_text()
        assert "AF_INET" not in calls
