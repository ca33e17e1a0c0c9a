"""`inspector` alone opens the window, with arguments it is the terminal."""

from __future__ import annotations

import pytest

from inspector import __main__ as program
from inspector import startup
from inspector.window import app


def test_no_arguments_open_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "run", lambda: 7)
    assert program.main([]) == 7


def test_an_obstacle_is_told_instead(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def opened() -> int:
        pytest.fail("the window was opened all the same")

    monkeypatch.setattr(app, "run", opened)
    monkeypatch.setattr(startup, "why_no_window", lambda *_: "No chance.")
    assert program.main([]) == 2
    assert capsys.readouterr() == ("", "inspector: No chance.\n")


def test_arguments_go_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["path", "build", "pages/a", "--as", "share_message"]) == 0
    assert capsys.readouterr().out == "/pages/a\n"
    assert program.main(["nonsense"]) == 2
