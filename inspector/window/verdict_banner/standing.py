"""What the banner says while there is no verdict."""

from __future__ import annotations

from inspector.messages import Messages
from inspector.window.state.ticket_state import TicketState
from inspector.window.state.verdicts import NO_TICKET
from inspector.window.verdict_banner.words import Words


def words_without_verdict(messages: Messages, tickets: TicketState) -> Words:
    """Return what is to be said when no ticket is there to be judged."""
    _ = messages.gettext
    sheet = tickets.sheet
    if sheet.ticket != NO_TICKET:
        return Words("plain", _("Decrypting…"), _("Trying what small mistakes could be."))
    if not sheet.text.strip():
        return Words("plain", _("Paste the data of a share, and it is decrypted here"))
    return Words("plain", _("Reading what was pasted…"))
