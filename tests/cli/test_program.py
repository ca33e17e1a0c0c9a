"""The command line as a whole: help, language, wrong usage, ends of every kind."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from inspector import __version__
from inspector.cli.program import command_names
from tests.cli.running import ENGLISH, mint, run

PROJECT = Path(__file__).resolve().parent.parent.parent
HEAVY = {"PySide6", "shiboken6", "Crypto", "qrcode", "PIL", "zxingcpp", "xlsxwriter"}


def test_the_commands_are_there() -> None:
    assert {"decode", "path", "qr", "reports"} <= set(command_names())


def test_the_help_names_every_command() -> None:
    ran = run("--help")
    assert ran.status == 0
    assert all(f"\n    {name} " in ran.out for name in command_names())


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("name", [*command_names(), None])
def test_every_help_is_in_the_language(name: str | None, language: str) -> None:
    words = [name] if name else []
    ran = run(*words, "--help", "--lang", language)
    assert ran.status == 0
    assert ran.out.startswith("usage: inspector" if language == "en" else "用法：inspector")
    if language == "zh_CN":
        assert "options:" not in ran.out
        assert "show this help" not in ran.out


def test_the_version_is_told() -> None:
    assert run("--version").out == f"inspector {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nonsense",), "nonsense"),
        (("decode", "--nonsense"), "--nonsense"),
        (("decode", "--format", "xml"), "xml"),
        (("decode", "--lang", "fr"), "fr"),
        (("path", "build", "--lang", "fr"), "fr"),
        (("--lang", "en"), "Which command?"),
    ],
)
def test_wrong_usage_is_status_2(arguments: tuple[str, ...], words: str) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("inspector: ")
    assert words in ran.err


HEARS_CTRL_C = (
    "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); "
    "os.execv(sys.executable, [sys.executable, '-m', 'inspector', *sys.argv[1:]])"
)
"""Starts the inspector as a terminal does, also where the tests run with Ctrl+C ignored."""


def started(*arguments: str) -> subprocess.Popen[bytes]:
    """Start `python -m inspector` in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", HEARS_CTRL_C, *arguments],
        cwd=PROJECT,
        env=os.environ | ENGLISH,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")
def test_a_reader_that_goes_away_is_no_error() -> None:
    text = "\n".join(mint().json for _ in range(300)).encode()
    with started("decode", "--format", "json") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdin.write(text)
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


@pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")
def test_control_c_ends_with_one_word() -> None:
    with started("decode", "-") as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(b"x" * 100_000)  # returns when the command reads
        process.stdin.flush()
        while process.poll() is None:  # a signal between two reads waits for the next one
            process.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(0.2)
        assert process.stderr.read() == b"inspector: Stopped.\n"
        assert process.wait() == 130


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk of Linux")
@pytest.mark.parametrize(
    ("shell", "status", "words"),
    [
        ("--help >/dev/full", 2, "inspector: Cannot write stdout: No space left on device\n"),
        ("--help >&-", 0, ""),
        ("decode <&-", 2, "inspector: No ticket was found in the text.\n"),
        ("decode - <&-", 2, "inspector: No ticket was found in the text.\n"),
        ("nonsense 2>&-", 2, ""),
    ],
)
def test_closed_and_full_streams_are_no_tracebacks(shell: str, status: int, words: str) -> None:
    ended = subprocess.run(
        ["bash", "-c", f'exec "$0" -m inspector {shell}', sys.executable],
        cwd=PROJECT,
        env=os.environ | ENGLISH,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (status, words)


def loaded_after(*arguments: str) -> set[str]:
    """Return which modules a command has loaded in the end."""
    program = (
        "import sys; from inspector.__main__ import main; status = main(sys.argv[1:]); "
        "print(status, *{name.split('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
        input="",
    )
    status, *modules = ended.stderr.splitlines()[-1].split()
    assert status in ("0", "1"), ended.stderr
    return set(modules)


def test_help_and_paths_load_nothing_heavy() -> None:
    assert not loaded_after("--help") & HEAVY
    build = ("path", "build", "pages/a/b", "--as", "share_message")
    assert not loaded_after(*build) & HEAVY
    assert not loaded_after("path", "parse", "/pages/a/b?id=1") & HEAVY


def test_each_command_loads_only_its_own() -> None:
    ticket = mint()
    given = ("--session-key", ticket.session_key, "--iv", ticket.iv)
    opened = loaded_after("decode", *given, "--encrypted-data", ticket.encrypted_data)
    assert opened & HEAVY == {"Crypto"}
    assert not loaded_after("decode", "--iv", ticket.iv, "--session-key", "x") & (
        HEAVY - {"Crypto"}
    )
    assert loaded_after("qr", "text") & HEAVY <= {
        "qrcode",
        "PIL",
    }  # qrcode takes PIL if it is there


SECRET = "tiihtNczf5v6AKRyjwEUhQ=="


def failing(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Have a command fail as none should."""

    def fail(*_: object, **options: object) -> None:
        del options
        pasted = SECRET  # a local value that no report may show
        raise error from ValueError(pasted)

    monkeypatch.setattr("inspector.cli.commands.decode.given_capture", fail)
    monkeypatch.setattr("inspector.cli.commands.decode.with_options", fail)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize(
    "error", [KeyError(SECRET), RecursionError(SECRET), AssertionError(SECRET), ImportError(SECRET)]
)
def test_a_fault_is_one_sentence_without_what_was_pasted(
    error: Exception, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, error)
    ran = run("decode", "--session-key", SECRET, "--lang", language)
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert f"{type(error).__name__} in inspector/cli/commands/decode.py:" in ran.err
    assert "--debug" in ran.err
    assert SECRET not in ran.err


@pytest.mark.parametrize("options", [["--debug"], []])
def test_who_asks_for_it_sees_where_a_fault_comes_from(
    options: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, KeyError("\x1b[2Jname"))
    environment = ENGLISH if options else ENGLISH | {"INSPECTOR_DEBUG": "1"}
    ran = run("decode", "-", *options, stdin="x", environment=environment)
    assert ran.status == 2
    assert ran.err.startswith("ValueError")
    assert "Traceback (most recent call last):" in ran.err
    assert "\x1b" not in ran.err
    assert "pasted = " not in ran.err
    assert ran.err.splitlines()[-1].startswith("inspector: This is a fault of the inspector")


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (MemoryError(), "There is not enough memory for this."),
        (PermissionError(13, "Permission denied", "a\nb"), "a\\u000ab: Permission denied"),
    ],
)
def test_what_the_system_refuses_is_no_fault(
    error: Exception, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, error)
    ran = run("decode", "-", stdin="x")
    assert (ran.status, ran.err) == (2, f"inspector: {sentence}\n")
