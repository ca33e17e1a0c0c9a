"""Tells people who hear the window what has changed while they are elsewhere in it."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, name: str) -> None:
    """Name a widget by what it says now, and have a screen reader say it if it can be seen.

    The announcement waits until the reader has finished its sentence; a name that is the same as
    before is not said again.
    """
    if widget.accessibleName() == name:
        return
    widget.setAccessibleName(name)
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.NameChanged))
    if name and widget.isVisible():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, name))
