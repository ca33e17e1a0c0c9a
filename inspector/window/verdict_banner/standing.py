"""What the banner says while there is no verdict."""

from __future__ import annotations

from inspector.messages import Messages
from inspector.window.state.ticket_state import TicketState
from inspector.window.state.verdicts import NO_TICKET
from inspector.window.verdict_banner.words import Words


def empty_words(messages: Messages) -> Words:
    """Welcome: say what to paste."""
    _ = messages.gettext
    return Words(
        "plain",
        _("Paste a ticket to see what it says"),
        _(
            "Anything that holds session_key, iv and encryptedData: console output, JSON, a form "
            "body, a log line, cURL or a HAR file. Files can be dropped anywhere on the window."
        ),
    )


def judging_words(messages: Messages) -> Words:
    """Say that a judgement is under way."""
    _ = messages.gettext
    return Words("plain", _("Looking into this ticket …"), _("Trying what small slips could be."))


def words_without_verdict(messages: Messages, tickets: TicketState) -> Words:
    """Return what is to be said when no ticket is there to be judged."""
    _ = messages.gettext
    sheet = tickets.sheet
    if sheet.ticket != NO_TICKET:
        return judging_words(messages)
    if not sheet.text.strip():
        return empty_words(messages)
    if tickets.reading:
        return Words("plain", _("Reading what was pasted …"))
    return Words(
        "info",
        _("No ticket was found in what was pasted"),
        _(
            "Names such as session_key, iv and encryptedData, or the three values on a line each, "
            "tell where they are. Select a value in the paste box to say what it is."
        ),
    )
