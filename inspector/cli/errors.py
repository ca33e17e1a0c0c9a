"""What ends a command early, told in one sentence."""

from __future__ import annotations

from pathlib import Path

from inspector.messages import Messages
from inspector.visible import visible


class Failure(Exception):
    """The command cannot be done; ends with status 2."""

    def __init__(self, english: str, **values: object) -> None:
        """Take the msgid of the sentence and what fills it."""
        super().__init__(english)
        self.english = english
        self.values = values

    def sentence(self, messages: Messages) -> str:
        """Return the sentence in the user's language; what it names stays within its line."""
        shown = {name: visible(str(value)) for name, value in self.values.items()}
        return messages.gettext(self.english).format_map(shown)


class WrongUsage(Failure):
    """The arguments do not fit together."""

    usage = ""
    """How they would fit, for the lines below the sentence."""

    def sentence(self, messages: Messages) -> str:
        """Return the sentence, and the usage under it."""
        return f"{super().sentence(messages)}\n{self.usage}".rstrip()


def unreadable(file: str | Path, error: OSError | ValueError) -> Failure:
    """Return the failure for a file that cannot be read."""
    reason = getattr(error, "strerror", None) or error
    return Failure("Cannot read {file}: {reason}", file=file, reason=reason)


def unwritable(file: str | Path, error: OSError) -> Failure:
    """Return the failure for a file that cannot be written."""
    return Failure("Cannot write {file}: {reason}", file=file, reason=error.strerror or error)


def unexpected(error: Exception) -> Failure:
    """Return the failure for an exception that nobody expected: what to do, no pasted text."""
    if isinstance(error, MemoryError):
        return Failure("There is not enough memory for this.")
    if isinstance(error, OSError) and error.filename is not None:
        return Failure("{file}: {reason}", file=error.filename, reason=error.strerror)
    from inspector.fault_report import fault_report

    return Failure(
        "This is a fault of the inspector: {fault}. Please report it where you got the inspector,"
        " with this line and what you did, but without secrets. --debug shows more.",
        fault=fault_report(error),
    )
