"""The list of tickets; it appears with the second one."""

from inspector.window.ticket_list.ticket_list import TicketList

__all__ = ["TicketList"]
