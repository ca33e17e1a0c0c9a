"""What a text is when it is no ticket: answers, codes, payloads, paths that people paste."""

from inspector.tickets.capture.neighbours.naming import name_text
from inspector.tickets.capture.neighbours.verdict import without_ticket

__all__ = ["name_text", "without_ticket"]
