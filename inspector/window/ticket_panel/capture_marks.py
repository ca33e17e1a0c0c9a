"""Where in the capture each field was read, and in what colour and line it is shown."""

from __future__ import annotations

from typing import Final

from inspector.messages import Messages
from inspector.window.state.sheet import Sheet
from inspector.window.widgets.marks import MOST_MARKS, Mark

STYLES: Final = {
    "session_key": ("number", "solid"),
    "iv": ("literal", "dash"),
    "encryptedData": ("key", "dot"),
}
"""Colour token and underline of the fields that matter most."""
OTHER: Final = ("string", "wave")


def style_of(field: str) -> tuple[str, str]:
    """Return colour token and underline of a field, by its name on the wire."""
    return STYLES.get(field, OTHER)


def capture_marks(messages: Messages, sheet: Sheet) -> list[Mark]:
    """Return a mark for each place that was read, those of the ticket shown foremost."""
    spans = sheet.capture.spans
    if len(spans) > MOST_MARKS:
        spans = tuple(span for span in spans if span.ticket == sheet.current) or spans
    return [
        Mark(span.start, span.end, tone, _tip(messages, sheet, span.field, span.ticket), line)
        for span in spans[:MOST_MARKS]
        for tone, line in (style_of(span.field),)
    ]


def fields_marked(sheet: Sheet) -> list[str]:
    """Return the fields that have a place in the capture, in the order of the legend."""
    found = {span.field for span in sheet.capture.spans}
    first = [field for field in STYLES if field in found]
    return first + sorted(found - set(first))


def _tip(messages: Messages, sheet: Sheet, field: str, ticket: int) -> str:
    if len(sheet.tickets) < 2 or ticket >= len(sheet.tickets):
        return messages.gettext("Read as {field}").format(field=field)
    label = sheet.tickets[ticket].label
    name = f"{ticket + 1} · {label}" if label else str(ticket + 1)
    return messages.gettext("Read as {field} of ticket {name}").format(field=field, name=name)
