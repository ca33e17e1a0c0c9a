"""A field of one line for data: undo is the window's, and places can be marked in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector.texts import changed_part
from inspector.window.state.undo import UndoStack
from inspector.window.theme import Theme
from inspector.window.widgets.mark_colours import mark_colours
from inspector.window.widgets.marks import Mark, QtOffsets, join_marks
from inspector.window.widgets.shared_undo import SharedUndo

LONGEST_LINE: Final = 20_000
"""A pasted text longer than this is no value for one line; it is handed on whole."""


class DataLine(QLineEdit):
    """One line of data. Line breaks that are pasted stay in its text.

    Signals:
        edited: the text after any change that the state did not ask for.
        pasted: what was put in at once, when it is long enough to be a capture.
        too_long: a text for this field that is too long for it; the field is unchanged.
    """

    edited = Signal(str)
    pasted = Signal(str)
    too_long = Signal(str)

    def __init__(self, theme: Theme, undo: UndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks: tuple[Mark, ...] = ()
        self._known = ""
        self.setMaxLength(2 * LONGEST_LINE)
        self.setProperty("role", "data")
        self.textChanged.connect(self._tell)
        SharedUndo(self, undo)

    def show_text(self, text: str) -> None:
        """Show what the state says; the cursor stays at what changed."""
        if text == self.text():
            return
        _, _, end = changed_part(self.text(), text)
        self._known = text
        self.setText(text)
        self.setCursorPosition(QtOffsets(text).to_qt(end))

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Tint and underline places of the text."""
        joined = join_marks(marks)
        if joined != self._marks:
            self._marks = joined
            self.update()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The places that are marked."""
        return self._marks

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Look at a paste before it is cut short."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_text(QGuiApplication.clipboard().text())
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Leave files to the window."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take dropped text as pasted."""
        self.setFocus()
        self.paste_text(event.mimeData().text())
        event.acceptProposedAction()

    def paste_text(self, text: str) -> None:
        """Put text at the cursor, or hand it on when it is far too long."""
        if len(text) > LONGEST_LINE:
            self.too_long.emit(text)
        else:
            self.insert(text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the marks over the text."""
        super().paintEvent(event)
        if not self._marks:
            return
        painter = QPainter(self)
        edge = self._theme.px(8)
        painter.setClipRect(self.rect().adjusted(edge, 0, -edge, 0))
        for mark in self._marks:
            self._draw_mark(painter, mark)
        painter.end()

    def _draw_mark(self, painter: QPainter, mark: Mark) -> None:
        line = self.cursorRect()
        left, right = self._place(mark.start), self._place(max(mark.end, mark.start + 1))
        tint, _ = mark_colours(self._theme, mark.tone)
        painter.setPen(QPen(tint, self._theme.px(2)))
        bottom = line.bottom() + 1.0
        painter.drawLine(QPointF(left, bottom), QPointF(max(right, left + 2), bottom))
        tint.setAlphaF(0.16)
        painter.fillRect(QRectF(left, line.top(), right - left, line.height()), tint)

    def _place(self, character: int) -> float:
        """Return the x of a character's left edge, measured from the cursor."""
        metrics, shown = QFontMetricsF(self.font()), self.displayText()
        position = QtOffsets(self.text()).to_qt(character)
        at_cursor = metrics.horizontalAdvance(shown[: self.cursorPosition()])
        there = metrics.horizontalAdvance(shown[:position])
        return self.cursorRect().center().x() + there - at_cursor

    def _tell(self, text: str) -> None:
        if text == self._known:
            return
        start, _, end = changed_part(self._known, text)
        self._known = text
        self.edited.emit(text)
        self.pasted.emit(text[start:end])

    def set_masked(self, masked: bool) -> None:
        """Show dots in place of the characters."""
        modes = QLineEdit.EchoMode
        self.setEchoMode(modes.Password if masked else modes.Normal)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
