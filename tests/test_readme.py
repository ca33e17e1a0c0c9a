"""What README says can be done as it stands."""

from __future__ import annotations

import io
import re
import shlex
import sys

import pytest

from inspector import assets
from inspector.cli.program import build_parser
from inspector.cli.terminal import Terminal
from inspector.messages import Messages
from tests.catalogue import PROJECT

README = (PROJECT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^(?:\w+ \| )?inspector (.+?)(?: \| .*)?$", README, re.MULTILINE)


def test_there_are_commands_of_every_kind() -> None:
    assert {line.split()[0] for line in COMMANDS} >= {"decode", "path", "qr", "reports"}


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_is_understood(line: str) -> None:
    arguments = shlex.split(line)
    terminal = Terminal(io.StringIO(), io.StringIO(), io.StringIO(), {}, Messages("en"))
    options = build_parser(terminal, arguments).parse_args(arguments)
    assert options.command == arguments[0]


def test_every_package_for_a_window_is_installed() -> None:
    """The command names what the guards at the start would ask for, or what that brings along."""
    line = next(line for line in README.splitlines() if line.startswith("SUDO="))
    packages = set(line.split())
    table = assets.table("system_libraries")
    assert len(packages & set(table["window"].values())) >= 6
    assert len(packages & set(table["xcb"].values())) == 5


def test_the_first_command_is_the_one_that_ci_runs() -> None:
    after = README.split("<!-- .ci/run", 1)[1]
    command = after.split("```sh\n", 1)[1].split("\n```", 1)[0]
    assert command.endswith(".venv/bin/python -m pytest -n auto")
    assert "\n" not in command


@pytest.mark.skipif(sys.platform == "win32", reason="the mode of files of POSIX")
@pytest.mark.parametrize("name", ["run", "bare-debian"])
def test_ci_can_be_run(name: str) -> None:
    assert (PROJECT / ".ci" / name).stat().st_mode & 0o111


def test_every_test_that_the_page_names_is_there() -> None:
    named = re.findall(r"`(tests/[\w/.]+)`", README)
    assert named
    assert not [name for name in named if not (PROJECT / name).exists()]
