"""What the parsers of `inspector/cli` know of each command, for pages and completions.

The parsers are the only owner: a new command or option comes along by itself.
"""

from __future__ import annotations

import io
from argparse import Action, ArgumentParser
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from inspector.cli.program import build_parser, command_names
from inspector.cli.terminal import Terminal
from inspector.messages import Messages

FILES: Final = {"FILE", "FOLDER", "PICTURE", "PROJECT"}
"""Names of values that stand for something on the disk."""


@dataclass(frozen=True, slots=True)
class Value:
    """An option or an argument."""

    names: tuple[str, ...]
    """Such as `-o` and `--output`; empty for an argument that is told by its place."""
    help: str
    value: str
    """What stands for its value in the help; empty where it takes none."""
    choices: tuple[str, ...]
    repeated: bool

    @property
    def is_file(self) -> bool:
        """Say whether the value is a name of a file."""
        return not FILES.isdisjoint(self.value.split("|"))


@dataclass(frozen=True, slots=True)
class Level:
    """One command, or the program itself."""

    words: tuple[str, ...]
    """What is typed behind `inspector`, such as `path`, `build`."""
    summary: str
    usage: str
    values: tuple[Value, ...]
    parts: Mapping[str, str]
    """The words that may follow, with a summary of each."""

    @property
    def name(self) -> str:
        """The words as they are typed."""
        return " ".join(self.words)

    @property
    def options(self) -> list[Value]:
        """What is told by its name."""
        return [value for value in self.values if value.names]

    @property
    def arguments(self) -> list[Value]:
        """What is told by its place."""
        return [value for value in self.values if not value.names]


def levels(language: str) -> list[Level]:
    """Return the program, then each command with what is below it."""
    messages = Messages(language)
    nowhere = (io.StringIO(), io.StringIO(), io.StringIO())
    terminal = Terminal(*nowhere, {}, messages)
    usage = messages.gettext("usage: ")
    whole = build_parser(terminal)  # knows each command's summary; of one alone it knows all
    found = [_level(whole, (), usage)]
    for name in command_names():
        found += _below(_parts(build_parser(terminal, [name]))[name], (name,), usage)
    return found


def _below(parser: ArgumentParser, words: tuple[str, ...], usage: str) -> Iterator[Level]:
    yield _level(parser, words, usage)
    for name, part in _parts(parser).items():
        yield from _below(part, (*words, name), usage)


def _level(parser: ArgumentParser, words: tuple[str, ...], usage: str) -> Level:
    values = tuple(_value(one) for one in _actions(parser) if not _is_fork(one))
    parts = {name: part.description or "" for name, part in _parts(parser).items()}
    lines = (line[len(usage) :] for line in parser.format_usage().rstrip().splitlines())
    return Level(words, parser.description or "", "\n".join(lines), values, parts)


def _value(action: Action) -> Value:
    choices = tuple(map(str, action.choices or ()))
    metavar = str(action.metavar or "|".join(choices) or action.dest.upper())
    return Value(
        names=tuple(action.option_strings),
        help=(action.help or "") % vars(action),
        value="" if action.nargs == 0 else metavar,
        choices=choices,
        repeated=type(action).__name__ == "_AppendAction" or action.nargs in {"*", "+"},
    )


def _parts(parser: ArgumentParser) -> Mapping[str, ArgumentParser]:
    forks = (action.choices for action in _actions(parser) if _is_fork(action))
    return next((choices for choices in forks if isinstance(choices, Mapping)), {})


def _is_fork(action: Action) -> bool:
    """Say whether further parsers hang on it."""
    return isinstance(action.choices, Mapping)


def _actions(parser: ArgumentParser) -> Iterable[Action]:
    return parser._actions  # noqa: SLF001 - argparse has no public list of them
