"""`argparse`, told to speak through the terminal it was given and never to leave the process."""

from __future__ import annotations

from argparse import ArgumentParser, HelpFormatter
from collections.abc import Callable
from functools import partial
from typing import Any, NoReturn, cast

from inspector.cli.argument_errors import worded
from inspector.cli.errors import WrongUsage
from inspector.cli.terminal import Terminal
from inspector.messages import LANGUAGES


class Formatter(HelpFormatter):
    """Help whose usage line begins with a word of the user's language."""

    def __init__(self, prog: str, *, usage: str, **options: Any) -> None:
        super().__init__(prog, **options)
        self._usage_word = usage

    def add_usage(
        self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None
    ) -> None:
        """Begin the usage line with our word, unless the parser asks for another."""
        super().add_usage(usage, actions, groups, self._usage_word if prefix is None else prefix)


class Parser(ArgumentParser):
    """A parser whose wrong usage is a `WrongUsage` and whose help goes to the terminal."""

    def __init__(self, terminal: Terminal, **options: Any) -> None:
        _ = terminal.messages.gettext
        super().__init__(
            **options,
            allow_abbrev=False,
            add_help=False,
            formatter_class=partial(Formatter, usage=_("usage: ")),
        )
        self._terminal = terminal
        self._optionals.title = _("options")
        self._positionals.title = _("arguments")
        self.add_argument("-h", "--help", action="help", help=_("show this help and exit"))
        # Read before there is a parser, see `chosen_language`; here it is checked and explained.
        self.add_argument(
            "--lang", choices=LANGUAGES, help=_("language of the sentences; the system's without")
        )
        self.add_argument(
            "--debug",
            action="store_true",
            help=_("show where a fault of the inspector comes from; it may hold pasted text"),
        )

    def add_subparsers(self, **options: Any) -> Any:
        """Make the commands of a command parsers of this kind too.

        They are named here: argparse would have a help formatted to find the name out.
        """
        maker = cast(type[Parser], partial(Parser, self._terminal))
        return super().add_subparsers(parser_class=maker, prog=self.prog, **options)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Take what follows an option for its value even if it begins with a hyphen.

        The base64 of URLs has hyphens, so a session key may begin with one.
        """
        return super().parse_known_args(self._joined(list(args or ())), namespace)

    def _joined(self, arguments: list[str]) -> list[str]:
        """Write `--iv -abc` as `--iv=-abc`, unless `-abc` is an option itself."""
        joined: list[str] = []
        for text in arguments:
            taker = self._option_string_actions.get(joined[-1]) if joined else None
            wants_value = taker is not None and taker.nargs is None
            known = text.split("=")[0] in self._option_string_actions
            if wants_value and text.startswith("-") and text != "-" and not known:
                joined[-1] += f"={text}" if joined[-1].startswith("--") else text
            else:
                joined.append(text)
        return joined

    def error(self, message: str) -> NoReturn:
        """Raise instead of leaving; the usage line goes along."""
        problem = worded(message, self._terminal.messages)
        wrong = WrongUsage("{problem}", problem=problem)
        wrong.usage = self.format_usage().rstrip()
        raise wrong

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print help and version to the terminal given, not to the process's own."""
        del file
        self._terminal.print(message.rstrip("\n"))


def pair(messages: Callable[[str], str]) -> Callable[[str], tuple[str, str]]:
    """Return a reader of `NAME=VALUE`, which keeps every further `=` in the value."""
    from argparse import ArgumentTypeError

    def read(text: str) -> tuple[str, str]:
        name, equals, value = text.partition("=")
        if not equals:
            raise ArgumentTypeError(messages("{text} is not NAME=VALUE").format(text=repr(text)))
        return name, value

    return read
