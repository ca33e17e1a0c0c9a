"""`inspector COMMAND ...`: finds the command, runs it, and words what went wrong."""

from __future__ import annotations

import io
import os
import pkgutil
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Final, Protocol, TextIO, cast

from inspector import __version__
from inspector.cli import commands
from inspector.cli.arguments import Parser
from inspector.cli.errors import Failure, WrongUsage, unexpected, unwritable
from inspector.cli.status import Status
from inspector.cli.terminal import Terminal
from inspector.messages import LANGUAGES, Messages

DEBUG: Final = "INSPECTOR_DEBUG"
"""Set, it does what `--debug` does."""


class Command(Protocol):
    """What a file in `commands/` defines."""

    SUMMARY: str

    def configure(self, parser: ArgumentParser, messages: Messages) -> None:
        """Add the command's arguments."""

    def run(self, options: Namespace, terminal: Terminal) -> int:
        """Do the work; raise `Failure` for what the user can mend."""


def main(
    argv: Sequence[str] | None = None,
    environment: Mapping[str, str] | None = None,
    *,
    stdin: TextIO | None = None,
    stdout: TextIO | None = None,
    stderr: TextIO | None = None,
) -> int:
    """Run one command and return its exit status: 0, 1 or 2 as `Status` says.

    130 tells of Ctrl+C and 141 of a reader that went away, as everywhere on Unix.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    environment = os.environ if environment is None else environment
    messages = Messages(chosen_language(arguments), environment)
    # A stream that the shell closed is None; nothing is read from it, nothing comes out.
    terminal = Terminal(
        stdin or sys.stdin or io.StringIO(),
        stdout or sys.stdout or io.StringIO(),
        stderr or sys.stderr or io.StringIO(),
        environment,
        messages,
    )
    try:
        status = _run(arguments, terminal)
        terminal.flush()
    except Failure as failure:
        terminal.show_error(failure.sentence(messages))
        status = Status.FAILED
    except KeyboardInterrupt:
        terminal.show_error(messages.gettext("Stopped."))
        status = Status.INTERRUPTED
    except BrokenPipeError:
        terminal.abandon()
        status = Status.READER_GONE
    except Exception as error:  # noqa: BLE001 - whatever it is, people get a sentence
        status = _failed(error, terminal, debug="--debug" in arguments)
    return int(status)


def _failed(error: Exception, terminal: Terminal, *, debug: bool) -> Status:
    """Tell what nobody expected in a sentence; where it comes from only to who asks for it."""
    if debug or terminal.environment.get(DEBUG):
        import traceback

        terminal.tell("".join(traceback.format_exception(error)).rstrip())
    failure = unexpected(error)
    if isinstance(error, OSError) and error.filename is None:  # a full disk behind the output
        terminal.abandon()
        failure = unwritable("stdout", error)
    terminal.show_error(failure.sentence(terminal.messages))
    return Status.FAILED


def _run(arguments: list[str], terminal: Terminal) -> int:
    parser = build_parser(terminal, arguments)
    try:
        options = parser.parse_args(arguments)
    except SystemExit:  # --help and --version have printed what was asked for
        return Status.WELL
    except WrongUsage as wrong:
        raise (files_meant(arguments) or wrong) from None
    name = options.command
    if name is None:
        raise WrongUsage("Which command? See: inspector --help")
    return command(name).run(options, terminal)


def files_meant(arguments: Sequence[str]) -> WrongUsage | None:
    """Return what is wrong where files for the window were meant; one of them is there."""
    names = [text for text in arguments if not os.path.exists(text)]  # noqa: PTH110 - may hold NUL
    named = next((text for text in arguments if text in command_names()), None)
    if named:
        before = arguments[: arguments.index(named)]
        words = [text for text, led in zip(before, ["", *before], strict=False) if led != "--lang"]
        late = "The command comes first, then its files: inspector {command} FILE"
        return None if set(words) <= set(names) else WrongUsage(late, command=named)
    if len(names) == len(arguments):
        return None
    option = next((name for name in names if name.startswith("-")), None)
    if option:
        help_line = "{option} needs a command before the files. See: inspector --help"
        return WrongUsage(help_line, option=option)
    return WrongUsage("There is no file {names}.", names=", ".join(names))


def build_parser(terminal: Terminal, arguments: Sequence[str] = ()) -> Parser:
    """Return the parser; of the commands only the one named in `arguments` is loaded."""
    _ = terminal.messages.gettext
    parser = Parser(
        terminal,
        prog="inspector",
        description=_(
            "Opens WeChat mini-program share tickets and crafts share paths. "
            "Without a command it opens the window, with the files that are named."
        ),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"inspector {__version__}",
        help=_("show the version and exit"),
    )
    group = parser.add_subparsers(dest="command", metavar=_("COMMAND"), title=_("commands"))
    names = command_names()
    named = next((name for name in arguments if name in names), None)
    if named is not None and arguments[0] == named:
        names = [named]  # the others would only be told where there is no such command
    for name in names:
        loaded = command(name) if named in (name, None) else None
        summary = _(loaded.SUMMARY) if loaded else ""
        part = group.add_parser(name, help=summary, description=summary)
        if loaded and named:
            loaded.configure(part, terminal.messages)
    return parser


def command_names() -> list[str]:
    """Return the names of all commands, in alphabetical order."""
    return sorted(module.name for module in pkgutil.iter_modules(commands.__path__))


def command(name: str) -> Command:
    """Load a command."""
    return cast(Command, import_module(f"inspector.cli.commands.{name}"))


def chosen_language(arguments: Sequence[str]) -> str | None:
    """Return what `--lang` asks for, before the parser is built: its help is translated too."""
    for given, following in zip(arguments, [*arguments[1:], ""], strict=True):
        value = following if given == "--lang" else given.removeprefix("--lang=")
        if value in LANGUAGES and given.startswith("--lang"):
            return value
    return None
