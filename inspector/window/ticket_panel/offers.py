"""Sentences about captures: what was read, as what, and what else it could be."""

from __future__ import annotations

from inspector.messages import Messages
from inspector.tickets import Capture
from inspector.window.state.sheet import Offer
from inspector.window.state.ticket_state import fields_of
from inspector.window.widgets.text import grouped


def offer_sentence(messages: Messages, offer: Offer) -> str:
    """Say what a capture holds that would take the place of typed fields."""
    tickets = len(offer.capture.tickets)
    if tickets > 1:
        form = messages.ngettext(
            "This is a whole capture: {count} ticket in it.",
            "This is a whole capture: {count} tickets in it.",
            tickets,
        )
        return form.format(count=tickets)
    names = ", ".join(fields_of(offer.capture.tickets[0]))
    return messages.gettext("{names} can be read from this text.").format(names=names)


def capture_sentence(messages: Messages, capture: Capture) -> str:
    """Say as what a text was read and how much was found: `Console text · 6 fields found`."""
    if not capture.tickets:
        return ""
    reader = reader_title(messages, capture.reader)
    count = len(capture.tickets)
    if count > 1:
        form = messages.ngettext("{count} ticket", "{count} tickets", count)
        return f"{reader} · {form.format(count=grouped(count))}"
    fields = len(fields_of(capture.tickets[0]))
    form = messages.ngettext("{count} field found", "{count} fields found", fields)
    return f"{reader} · {form.format(count=fields)}"


def reader_title(messages: Messages, reader: str | None) -> str:
    """Return what a reader is called on screen."""
    from inspector.tickets.capture.readers import reader_titles

    title = reader_titles().get(reader or "")
    words = messages.gettext(title) if title else (reader or "").replace("_", " ")
    return words[:1].upper() + words[1:]
