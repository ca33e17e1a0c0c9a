"""`inspector decode`: opens the tickets in a text."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from inspector.cli.errors import Failure
from inspector.cli.status import Status
from inspector.cli.terminal import Terminal
from inspector.cli.ticket_options import NEEDED, add_ticket_options, given_capture, with_options
from inspector.messages import Messages

if TYPE_CHECKING:
    from inspector.tickets import Capture, Ticket, Verdict
    from inspector.tickets.masking.session_keys import Mask

SUMMARY = "Open the tickets in a text, or say exactly why they do not open."


def configure(parser: ArgumentParser, messages: Messages) -> None:
    """Add the arguments."""
    _ = messages.gettext
    add_ticket_options(parser, messages)
    parser.add_argument("--app-id", metavar="A", help=_("the mini program it should belong to"))
    parser.add_argument(
        "--show-secrets", action="store_true", help=_("write session_key instead of masking it")
    )


def run(options: Namespace, terminal: Terminal) -> Status:
    """Judge every ticket and write one result each."""
    enough = all(getattr(options, name) is not None for name in NEEDED)
    capture = given_capture(options, terminal, enough=enough)
    tickets = with_options(capture, options, (*NEEDED, "app_id"))
    if not tickets:
        return _write_neighbour(capture, options, terminal)
    verdicts = list(_judged(tickets, capture, terminal))
    beside = tuple(f for f in capture.findings if f.code == "share_path")
    verdicts = [replace(each, findings=(*each.findings, *beside)) for each in verdicts]
    mask = _mask(verdicts, tickets, show=options.show_secrets)
    if options.format == "json":
        _write_json(verdicts, capture.reader, mask, terminal)
    else:
        _write_text(verdicts, mask, terminal, show_fields=options.show_secrets)
    _tell_left_out(capture, terminal)
    return Status.of_causes(verdict.cause for verdict in verdicts)


def _tell_left_out(capture: Capture, terminal: Terminal) -> None:
    """Tell what of the text was not read; the tickets' own findings stand with them."""
    from inspector.cli.finding_text import finding_lines
    from inspector.cli.style import Style
    from inspector.findings import Severity

    left_out = tuple(f for f in capture.findings if f.severity is Severity.WARNING)
    for line in finding_lines(left_out, terminal.messages, Style(terminal, terminal.stderr)):
        terminal.tell_styled(line)


def _write_neighbour(capture: Capture, options: Namespace, terminal: Terminal) -> Status:
    """Write what a text without tickets is; well only where it is a payload that can be shown."""
    from inspector.tickets.capture.neighbours import without_ticket
    from inspector.tickets.masking.session_keys import Mask

    _tell_left_out(capture, terminal)
    verdict = without_ticket(capture)
    if options.format == "json":
        _write_json([verdict], None, Mask(()), terminal)
    elif verdict.cause is None:
        raise Failure("No ticket was found in the text.")
    else:
        _write_text([verdict], Mask(()), terminal, show_fields=False)
    return Status.FAILED if verdict.payload is None else Status.WELL


def _judged(tickets: list[Ticket], capture: Capture, terminal: Terminal) -> Iterator[Verdict]:
    """Judge each ticket, with every session key of the text at hand."""
    from inspector.cli.progress import Progress
    from inspector.tickets import judge

    everywhere = (*tickets, *capture.tickets)
    keys = list(dict.fromkeys(ticket.session_key for ticket in everywhere if ticket.session_key))
    words = terminal.messages.gettext("{done} of {total} tickets")
    with closing(Progress(terminal, len(tickets), words)) as progress:
        for done, ticket in enumerate(tickets, 1):
            others = [key for key in keys if key != ticket.session_key]
            yield judge(ticket, known_keys=others)
            progress.update(done)


def _mask(verdicts: list[Verdict], tickets: list[Ticket], *, show: bool) -> Mask:
    """Return what hides the session keys of all tickets in each result."""
    from inspector.tickets.masking.session_keys import Mask, secrets_of

    if show:
        return Mask(())
    known = (ticket.session_key for ticket in tickets)
    return Mask((*known, *(secret for each in verdicts for secret in secrets_of(each))))


def _write_json(
    verdicts: list[Verdict], reader: str | None, mask: Mask, terminal: Terminal
) -> None:
    from inspector.exact_json.parsing import write

    for verdict in verdicts:
        result = verdict.to_dict(reader=reader, language=terminal.messages.language)
        terminal.print_json(write(mask.value(result)))


def _write_text(
    verdicts: list[Verdict], mask: Mask, terminal: Terminal, *, show_fields: bool
) -> None:
    from inspector.cli.verdict_text import VerdictText

    printer = VerdictText(terminal, mask)
    for number, verdict in enumerate(verdicts, 1):
        if len(verdicts) > 1:
            terminal.print(f"{'' if number == 1 else chr(10)}── {number}/{len(verdicts)} ──")
        printer.print(verdict, show_fields=show_fields)
