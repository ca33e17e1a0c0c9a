"""What the banner says by what else the window knows: of no verdict yet, and of whose key it is."""

from __future__ import annotations

from dataclasses import replace

from inspector.messages import Messages
from inspector.tickets import Verdict
from inspector.window.context import Context
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


def with_key_source(context: Context, words: Words, verdict: Verdict) -> Words:
    """Return the banner's words, with the key's origin where another key was taken and it is known.

    The key itself is never named.
    """
    key = _known_key(verdict)
    if key is None:
        return words
    source = context.state.tickets.verdicts.keys.source_of(key)
    if not source:
        return words
    line = context.messages.gettext("This key comes from: {source}").format(source=source)
    return replace(words, meaning="\n".join(part for part in (words.meaning, line) if part))


def _known_key(verdict: Verdict) -> str | None:
    """Return the key used before that is proposed, or that was taken for want of one."""
    for proposal in verdict.proposals:
        if proposal.code == "known_key":
            return proposal.fields.get("session_key")
    used = any(finding.code == "known_key" for finding in verdict.findings)
    return verdict.repaired.session_key if used else None
