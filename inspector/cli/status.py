"""The exit statuses."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum


class Status(IntEnum):
    """What the shell learns."""

    WELL = 0
    ERROR_FINDING = 1
    """At least one ticket or path has a finding of severity `error`."""
    FAILED = 2
    """Wrong usage, an unreadable file, or nothing found."""
    INTERRUPTED = 130
    """Ctrl+C; a program that another signal ended gives 128 and its number."""
    READER_GONE = 141

    @classmethod
    def of_causes(cls, causes: Iterable[str | None]) -> Status:
        """Return the status for the causes of some tickets or paths."""
        return cls.ERROR_FINDING if any(causes) else cls.WELL
