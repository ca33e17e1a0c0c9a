"""`inspector sign`: the hashes and signatures that a server's answer is compared with."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from inspector.cli.errors import Failure
from inspector.cli.finding_text import finding_lines
from inspector.cli.inputs import STDIN, read_value
from inspector.cli.status import Status
from inspector.cli.style import FAINT, Style
from inspector.cli.terminal import Terminal
from inspector.cli.ticket_options import NEEDED, add_ticket_options, given_capture, with_options
from inspector.findings import cause_of
from inspector.messages import Messages
from inspector.visible import visible

if TYPE_CHECKING:
    from inspector.tickets import Verdict

SUMMARY = "Make the hashes and signatures of a ticket that the platform's server API asks for."
TAKES: Final = {
    "encrypted_msg_hash": "encryptedData",
    "checksession_signature": "session_key",
    "signature": "rawData, session_key",
}
"""Hash of a ticket -> the fields that it takes."""


def configure(parser: ArgumentParser, messages: Messages) -> None:
    """Add the arguments."""
    _ = messages.gettext
    add_ticket_options(parser, messages)
    raw_data = _("the rawData that was signed; @FILE reads it")
    parser.add_argument("--raw-data", metavar="R", help=raw_data)
    body = _("the body of a POST to be signed; @FILE reads it")
    parser.add_argument("--body", metavar="B", help=body)


def run(options: Namespace, terminal: Terminal) -> Status:
    """Write the hashes of every ticket, from its fields as they are after repairs."""
    from inspector.tickets import judge

    for name in ("raw_data", "body"):
        if (given := getattr(options, name)) is not None and given != STDIN:
            setattr(options, name, read_value(given, "", terminal, exact=True))
    enough = options.session_key is not None or options.encrypted_data is not None
    capture = given_capture(options, terminal, enough=enough)
    tickets = with_options(capture, options, (*NEEDED, "raw_data"))
    results = [_Result(judge(ticket), options.body) for ticket in tickets]
    if not any(result.made for result in results):
        raise Failure("There is neither a session_key nor encryptedData to make a hash of.")
    for number, result in enumerate(results):
        if options.format == "json":
            terminal.print_json(result.json(terminal.messages))
        else:
            _print(result, terminal, number)
    return Status.of_causes(cause_of(result.findings) for result in results)


class _Result:
    """The hashes of one ticket, and what is to be told with them."""

    def __init__(self, verdict: Verdict, body: str | None) -> None:
        from inspector.tickets.payload.signature import hashes, judge_signature

        ticket = verdict.repaired
        self.label = ticket.label
        self.made = {name: value for name, value in asdict(hashes(ticket, body)).items() if value}
        changed = {repair.code for repair in verdict.repairs}
        self.findings = (
            *judge_signature(ticket.raw_data, ticket.signature, ticket.session_key),
            *(finding for finding in verdict.findings if finding.code in changed),
        )

    def json(self, messages: Messages) -> str:
        """Return the line of JSON."""
        from inspector.exact_json.writing import write
        from inspector.tickets.payload.signature import HASH_WORDS

        told = [
            {
                "code": finding.code,
                "severity": finding.severity.value,
                "field": finding.field,
                "message": messages.finding(finding).text,
            }
            for finding in self.findings
        ]
        made = {name: self.made.get(name) for name in HASH_WORDS}
        return write({"label": self.label, **made, "findings": told})


def _print(result: _Result, terminal: Terminal, number: int) -> None:
    """Write the hashes for people: each with what it is, also where a field is missing."""
    from inspector.tickets.payload.signature import HASH_WORDS

    style, _ = Style(terminal, terminal.stdout), terminal.messages.gettext
    if number:
        terminal.print()
    if result.label:
        terminal.print(visible(result.label))
    for name, what in HASH_WORDS.items():
        if name in result.made:
            terminal.print(f"{name}  {result.made[name]}")
            terminal.print_styled(f"  {style.paint(_(what), FAINT)}")
        elif name in TAKES:
            missing = _("it takes {fields}").format(fields=TAKES[name])
            terminal.print_styled(f"{name}  {style.paint(f'— {missing}', FAINT)}")
    for line in finding_lines(result.findings, terminal.messages, style):
        terminal.print_styled(line)
