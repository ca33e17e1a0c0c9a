"""`inspector` alone or with files opens the window, with a command it is the terminal."""

from __future__ import annotations

import ctypes
import multiprocessing
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from inspector import __main__ as program
from inspector import startup
from inspector.window import app


def test_no_arguments_open_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "run", lambda files: 7 if not files else 0)
    assert program.main([]) == 7


def test_files_are_opened_in_the_window(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[str] = []

    def run(files: Sequence[str]) -> int:
        opened.extend(files)
        return 0

    monkeypatch.setattr(app, "run", run)
    monkeypatch.chdir(tmp_path)
    for name in ("case.ticket.json", "用户 报告.xlsx", "decode"):
        Path(name).touch()
    assert program.main(["case.ticket.json", "用户 报告.xlsx"]) == 0
    assert opened == ["case.ticket.json", "用户 报告.xlsx"]


def test_a_command_stays_a_command_beside_a_file_of_its_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("path").touch()
    assert program.main(["path", "build", "pages/a", "--as", "share_message"]) == 0
    assert capsys.readouterr().out == "/pages/a\n"


def test_an_option_stays_an_option_beside_a_file_of_its_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "--help").touch()
    monkeypatch.chdir(tmp_path)
    assert not program.are_files(["--help"])
    assert program.are_files(["./--help"])


def test_what_is_neither_command_nor_file_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["no\0file.har"]) == 2
    assert "There is no command and no file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["there.csv", "tpyo.csv", "gone.csv"], "There is no file tpyo.csv, gone.csv."),
        (["tpyo.csv", "there.csv"], "There is no file tpyo.csv."),
        (["there.csv", "--keys", "there.csv"], "--keys needs a command before the files."),
        (["--lang", "en", "there.csv"], "--lang needs a command before the files."),
    ],
)
def test_a_mistyped_file_is_no_command(
    arguments: list[str],
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("there.csv").touch()
    assert program.main(arguments) == 2
    assert capsys.readouterr().err.startswith(f"inspector: {sentence}")


@pytest.mark.parametrize(
    "arguments",
    [
        ["there.csv", "decode"],
        ["there.csv", "decode", "--iv", "AAAA"],
        ["--lang", "en", "there.csv", "there.csv", "decode", "gone.csv"],
    ],
)
def test_a_file_before_its_command_is_told_what_to_do(
    arguments: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("there.csv", "en"):
        Path(name).touch()
    assert program.main(arguments) == 2
    told = "inspector: The command comes first, then its files: inspector decode FILE\n"
    assert capsys.readouterr().err == told


def test_a_file_that_is_called_like_a_language_is_no_file_before_a_command(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("en").touch()
    assert program.main(["--lang", "en", "decode", "--nonsense"]) == 2
    assert "--nonsense" in capsys.readouterr().err


def test_a_command_beside_a_file_is_still_a_command(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("there.csv", "decode"):
        Path(name).touch()
    assert program.main(["decode", "there.csv", "--nonsense"]) == 2
    assert "--nonsense" in capsys.readouterr().err


def test_an_obstacle_is_told_instead(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def opened(files: Sequence[str]) -> int:
        pytest.fail(f"the window was opened all the same, with {files}")

    monkeypatch.setattr(app, "run", opened)
    monkeypatch.setattr(startup, "why_no_window", lambda *_: "No chance.")
    assert program.main([]) == 2
    assert capsys.readouterr() == ("", "inspector: No chance.\n")


def test_an_obstacle_harms_nothing_where_there_is_no_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(startup, "why_no_window", lambda *_: "No chance.")
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "platform", "linux")
    assert program.main([]) == 2


class Boxes:
    """Stands in for the message boxes of Windows."""

    def __init__(self) -> None:
        self.shown: list[str] = []
        self.user32 = self

    def MessageBoxW(self, owner: None, text: str, title: str, icon: int) -> None:  # noqa: N802
        del owner, title, icon
        self.shown.append(text)


def test_windows_shows_an_obstacle_where_there_is_no_console(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    boxes = Boxes()
    monkeypatch.setattr(ctypes, "windll", boxes, raising=False)
    monkeypatch.setattr(startup, "why_no_window", lambda *_: "No chance.")
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "platform", "win32")
    assert program.main([]) == 2
    assert program.main(["gone.csv"]) == 2
    assert boxes.shown[0] == "No chance."
    assert boxes.shown[1].startswith("There is no command and no file 'gone.csv'.")


def test_a_mac_shows_an_obstacle_where_there_is_no_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", lambda command, **_: ran.append(command))
    monkeypatch.setattr(startup, "why_no_window", lambda *_: 'No "chance".')
    monkeypatch.setattr(sys, "platform", "darwin")
    assert program.main([]) == 2
    assert capsys.readouterr().err == 'inspector: No "chance".\n'
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert program.main([]) == 2
    (command,) = ran
    assert command[0] == "/usr/bin/osascript"
    assert command[-1] == 'No "chance".'


def test_a_bundle_looks_first_whether_it_is_a_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    class IsAWorker(Exception):
        pass

    def freeze_support() -> None:
        raise IsAWorker

    monkeypatch.setattr(multiprocessing, "freeze_support", freeze_support)
    program.main(["path", "build", "pages/a", "--as", "share_message"])
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(IsAWorker):
        program.main(["--multiprocessing-fork", "parent_pid=1", "pipe_handle=1"])


def test_arguments_go_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["path", "build", "pages/a", "--as", "share_message"]) == 0
    assert capsys.readouterr().out == "/pages/a\n"
    assert program.main(["nonsense"]) == 2
