"""The left column: what was pasted, field by field."""

from inspector.window.ticket_panel.ticket_panel import TicketPanel

__all__ = ["TicketPanel"]
