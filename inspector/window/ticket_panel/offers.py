"""Sentences about captures: what was read, as what, and what else it could be."""

from __future__ import annotations

from inspector.messages import Messages
from inspector.tickets import Capture
from inspector.tickets.capture.readers import reader_titles
from inspector.window.state.ticket_state import Offer, fields_of


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
    """Say as what a text was read, and as what else it could be."""
    _ = messages.gettext
    count = len(capture.tickets)
    found = messages.ngettext("{count} ticket", "{count} tickets", count).format(count=count)
    reader = reader_title(messages, capture.reader)
    if capture.runner_up:
        return _("{found}, read as {reader}; could also be {other}.").format(
            found=found, reader=reader, other=reader_title(messages, capture.runner_up)
        )
    return _("{found}, read as {reader}.").format(found=found, reader=reader)


def reader_title(messages: Messages, reader: str | None) -> str:
    """Return what a reader is called on screen."""
    title = reader_titles().get(reader or "")
    return messages.gettext(title) if title else (reader or "").replace("_", " ")
