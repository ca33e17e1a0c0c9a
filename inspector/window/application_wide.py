"""What the application has one of: its pool of workers, its hook for faults and the like."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject

Part = TypeVar("Part", bound=QObject)


def application_wide(kind: type[Part], application: QObject) -> Part:
    """Return the one part of a kind that belongs to the application, made at the first call.

    It stands in a property. Looking for it among the application's children would wrap each of
    them, the style included, and loading styles takes 4 ms of the start.
    """
    found = application.property(kind.__name__)
    if isinstance(found, kind):
        return found
    made = kind(application)
    application.setProperty(kind.__name__, made)
    return made
