"""Share tickets: what was pasted and what it says. No Qt."""

from inspector.tickets.capture.capture import Capture, Span
from inspector.tickets.capture.reading import read
from inspector.tickets.decryption.judging import judge
from inspector.tickets.ticket import Ticket
from inspector.tickets.verdict import BlockState, Outcome, Proposal, Repair, Verdict

__all__ = [
    "BlockState",
    "Capture",
    "Outcome",
    "Proposal",
    "Repair",
    "Span",
    "Ticket",
    "Verdict",
    "judge",
    "read",
]
