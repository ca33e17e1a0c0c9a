"""Sentences about captures: what was read, as what, and what else it could be."""

from __future__ import annotations

from inspector.messages import Messages
from inspector.tickets import Capture
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
    _ = messages.gettext
    titles = {
        "bare_values": _("bare values"),
        "call": _("a function call"),
        "curl": _("a curl command"),
        "form": _("a form body"),
        "har": _("a HAR file"),
        "json": "JSON",
        "jsonl": _("JSON lines"),
        "log": _("a log"),
        "markup": _("HTML or XML"),
        "object_preview": _("a console preview"),
        "script": _("program text"),
        "sql": "SQL",
        "table": _("a table"),
        "text": _("names and values"),
    }
    return titles.get(reader or "", (reader or "").replace("_", " "))
