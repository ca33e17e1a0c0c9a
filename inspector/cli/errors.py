"""What ends a command early, told in one sentence."""

from __future__ import annotations

from pathlib import Path

from inspector.messages import Messages


class Failure(Exception):
    """The command cannot be done; ends with status 2."""

    def __init__(self, english: str, **values: object) -> None:
        """Take the msgid of the sentence and what fills it."""
        super().__init__(english)
        self.english = english
        self.values = values

    def sentence(self, messages: Messages) -> str:
        """Return the sentence in the user's language."""
        return messages.gettext(self.english).format_map(self.values)


class WrongUsage(Failure):
    """The arguments do not fit together."""


def unreadable(file: str | Path, error: OSError | ValueError) -> Failure:
    """Return the failure for a file that cannot be read."""
    reason = getattr(error, "strerror", None) or error
    return Failure("Cannot read {file}: {reason}", file=file, reason=reason)


def unwritable(file: str | Path, error: OSError) -> Failure:
    """Return the failure for a file that cannot be written."""
    return Failure("Cannot write {file}: {reason}", file=file, reason=error.strerror or error)
