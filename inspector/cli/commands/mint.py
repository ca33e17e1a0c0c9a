"""`inspector mint`: makes test tickets under keys of their own."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from inspector.cli.errors import Failure, unreadable, unwritable
from inspector.cli.finding_text import finding_lines
from inspector.cli.inputs import STDIN, read_text
from inspector.cli.status import Status
from inspector.cli.style import Style
from inspector.cli.terminal import Terminal
from inspector.messages import Messages

if TYPE_CHECKING:
    from inspector.tickets.minting import Minted

SUMMARY = "Make test tickets of any kind; each is encrypted with a fresh key of its own."
LONGEST_NAME: Final = 250
"""A longer text is no name of a file."""


def configure(parser: ArgumentParser, messages: Messages) -> None:
    """Add the arguments."""
    _what_to_seal(parser, messages)
    _what_to_write(parser, messages)


def _what_to_seal(parser: ArgumentParser, messages: Messages) -> None:
    from inspector.tickets.minting import mintable_kinds

    _ = messages.gettext
    add = parser.add_argument
    names = ", ".join(mintable_kinds())
    add(
        "--kind",
        metavar="K",
        choices=mintable_kinds(),
        default="group_share",
        help=_("kind of the payload: {names}").format(names=names),
    )
    add(
        "--payload",
        metavar="FILE|JSON",
        help=_("the payload to encrypt: a file, - for the standard input, or JSON; random without"),
    )
    add("--app-id", metavar="A", help=_("the mini program in the watermark; random without"))
    add(
        "--time",
        metavar="T",
        type=_time(_),
        help=_(
            "the watermark's time: unix seconds or a date such as 2026-01-31T12:00; now without"
        ),
    )
    add("--seed", metavar="N", help=_("the same seed gives the same tickets, keys included"))
    add("--count", metavar="N", type=_count(_), help=_("how many tickets"))


def _what_to_write(parser: ArgumentParser, messages: Messages) -> None:
    from inspector.tickets.damage import DAMAGES
    from inspector.tickets.minting.forms import FORMS

    _ = messages.gettext
    add = parser.add_argument
    add(
        "--form",
        metavar="F",
        choices=tuple(FORMS),
        help=_(
            "what to write: {names}; without it fields for one ticket, jsonl for several"
        ).format(names=", ".join(FORMS)),
    )
    add(
        "--damage",
        metavar="KIND",
        action="append",
        default=[],
        choices=tuple(DAMAGES),
        help=_("damage to do, of several one a ticket in turn: {names}").format(
            names=", ".join(DAMAGES)
        ),
    )
    add("-o", "--output", metavar="FILE", type=Path, help=_("write to a file"))


def run(options: Namespace, terminal: Terminal) -> Status:
    """Mint the tickets and write them in the form asked for."""
    from inspector.tickets.minting import MintSpec, mint_many
    from inspector.tickets.minting.forms import FORMS, WITHOUT_KEY

    spec = MintSpec(
        kind=options.kind,
        payload=_payload(options.payload, options.kind, terminal),
        app_id=options.app_id,
        timestamp=options.time,
        seed=options.seed,
        damages=tuple(options.damage),
    )
    count: int = options.count or max(1, len(spec.damages))
    form: str = options.form or ("fields" if count == 1 else "jsonl")
    tickets = _told(mint_many(spec, count), terminal, keys=form in WITHOUT_KEY)
    pieces = FORMS[form](tickets)
    if options.output is None:
        for piece in pieces:
            terminal.write(piece)
    else:
        _save(pieces, options.output, secret=form not in WITHOUT_KEY)
    return Status.WELL


def _told(tickets: Iterable[Minted], terminal: Terminal, *, keys: bool) -> Iterator[Minted]:
    """Pass tickets on; tell what is unusual about them, and the key that a form leaves out."""
    style = Style(terminal, terminal.stderr)
    told: set[str] = set()
    for minted in tickets:
        for line in finding_lines(minted.findings, terminal.messages, style):
            if line not in told:
                told.add(line)
                terminal.tell_styled(line)
        if keys:
            terminal.tell(f"session_key: {minted.session_key}")
        yield minted


def _save(pieces: Iterator[str], file: Path, *, secret: bool) -> None:
    from inspector.files import write_atomically

    content = (piece.encode("utf-8", "backslashreplace") for piece in pieces)
    try:
        write_atomically(file, content, secret=secret)
    except OSError as error:
        raise unwritable(file, error) from error


def _payload(given: str | None, kind: str, terminal: Terminal) -> Any:
    """Return the JSON value that was given, or the text for a kind whose payload is text."""
    from inspector.exact_json.parsing import NotJson, parse
    from inspector.tickets.payload.kinds import kinds

    if given is None:
        return None
    text = _payload_text(given, terminal)
    if isinstance(kinds()[kind].template, str):
        return text.removesuffix("\n")
    try:
        return parse(text)
    except NotJson as error:
        raise Failure(
            "The payload is not JSON: {reason} (character {position})",
            reason=terminal.messages.gettext(error.reason),
            position=error.position + 1,
        ) from error


def _payload_text(given: str, terminal: Terminal) -> str:
    if given == STDIN:
        return read_text(STDIN, terminal)
    try:
        is_file = len(given) <= LONGEST_NAME and Path(given).is_file()
    except OSError as error:
        raise unreadable(given, error) from error
    except ValueError:  # a NUL in it: no name of a file
        is_file = False
    return read_text(given, terminal) if is_file else given


def _count(translate: Callable[[str], str]) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not text.isascii() or not text.isdecimal() or not 0 < int(text) <= 10**9:
            raise ArgumentTypeError(translate("{text} is not a number above 0").format(text=text))
        return int(text)

    return read


def _time(translate: Callable[[str], str]) -> Callable[[str], int]:
    def read(text: str) -> int:
        try:
            return int(text) if text.isdecimal() else int(datetime.fromisoformat(text).timestamp())
        except (ValueError, OverflowError, OSError) as error:
            sentence = translate("{text} is neither unix seconds nor a date").format(text=text)
            raise ArgumentTypeError(sentence) from error

    return read
