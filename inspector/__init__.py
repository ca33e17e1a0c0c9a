"""Share Ticket Inspector: opens WeChat share tickets and crafts share paths."""

__version__ = "0.1.0"
