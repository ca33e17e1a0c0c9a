"""Tickets of a command line: those in a text, with single fields given beside it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from inspector.cli.errors import WrongUsage
from inspector.cli.inputs import STDIN, read_text, read_value
from inspector.cli.terminal import Terminal
from inspector.messages import Messages

if TYPE_CHECKING:
    from inspector.tickets import Capture, Ticket

NEEDED: Final = frozenset(["session_key", "iv", "encrypted_data"])
"""The options with which no text is needed."""


def add_ticket_options(parser: ArgumentParser, messages: Messages) -> None:
    """Add the file, the fields and the format."""
    _ = messages.gettext
    parser.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help=_("text of any kind that holds tickets; - or nothing reads the standard input"),
    )
    what = _("this value instead of the one in the text")
    key = _("this session key; unseen by other users as @FILE, which reads it, or -, which asks")
    parser.add_argument("--session-key", metavar="K", help=key)
    parser.add_argument("--iv", metavar="I", help=what)
    parser.add_argument("--encrypted-data", metavar="D", help=what)
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help=_("for people, or one line of JSON a ticket"),
    )


def given_capture(options: Namespace, terminal: Terminal, *, enough: bool) -> Capture:
    """Read the text that was given; empty where the options alone make the ticket.

    A session key that stands in a file or is asked for is put into the options.

    Args:
        options: As parsed; changed.
        terminal: Where text and key may come from.
        enough: Whether the options say all, so that the standard input is not waited for.

    Raises:
        Failure: A file cannot be read, nothing is given, or one input is to give two things.
    """
    from inspector.tickets import Capture, read

    key = options.session_key
    reads = options.file == STDIN or (options.file is None and terminal.piped and not enough)
    if reads and key == STDIN and terminal.piped:
        raise WrongUsage("The standard input holds the text already; give the key by @FILE.")
    if not reads and options.file is None and not enough and not _given(options):
        raise WrongUsage("Give a file, the three fields, or a text on the standard input.")
    if key is not None:
        question = terminal.messages.gettext("session_key (not shown while you type): ")
        options.session_key = read_value(key, question, terminal)
    if not reads and options.file is None:
        return Capture()
    text = read_text(options.file or STDIN, terminal)
    capture = read(text)
    if capture.holds_ticket:
        return capture
    from inspector.share_paths.elsewhere import with_path_told

    return replace(capture, findings=with_path_told(text, capture.findings))


def _given(options: Namespace) -> bool:
    return any(getattr(options, name) is not None for name in NEEDED)


def with_options(capture: Capture, options: Namespace, names: Iterable[str]) -> list[Ticket]:
    """Return the capture's tickets, or one of the options alone, the options put in."""
    from inspector.tickets import Ticket

    given = {name: value for name in names if (value := getattr(options, name)) is not None}
    tickets = list(capture.tickets)
    if not tickets and given.keys() - {"app_id"}:
        tickets = [Ticket(None, None, None)]
    return [replace(ticket, **given) for ticket in tickets]
