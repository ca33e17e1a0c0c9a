"""A text edit as high as its text, between a least and a greatest number of lines."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from inspector.texts import changed_part
from inspector.window.theme import Theme
from inspector.window.widgets.marks import QtOffsets


class GrowingEdit(QPlainTextEdit):
    """Wraps anywhere and grows with its text instead of clipping it."""

    def __init__(self, theme: Theme, lines: tuple[int, int], parent: QWidget | None = None) -> None:
        """Take the least and the greatest height in lines."""
        super().__init__(parent)
        self._lines = lines
        self._fitting = False
        self._around = 2 * (theme.line + theme.px(5))
        self.setProperty("role", "data")
        self.setFont(theme.data_font())
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def set_lines(self, least: int, most: int) -> None:
        """Take another least and greatest height."""
        self._lines = least, most
        self._fit()

    def set_text_gently(self, text: str) -> None:
        """Replace only the part that differs, so that the cursor stays where it is."""
        old = self.toPlainText()
        if old == text:
            return
        start, end, new_end = changed_part(old, text)
        offsets = QtOffsets(old)
        cursor = QTextCursor(self.document())
        cursor.setPosition(offsets.to_qt(start))
        cursor.setPosition(offsets.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start:new_end])

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height that the text asks for."""
        return QSize(super().sizeHint().width(), self._wanted_height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a width that any panel has."""
        return QSize(self.fontMetrics().averageCharWidth() * 12, self._wanted_height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a new width, at which the text wraps elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show a scroll bar where the text is too long, and be as high as the text.

        A bar that comes or goes lays the text out anew, whose new size asks again, and may ask for
        the contrary: that is not followed, or the two would chase each other for ever.
        """
        if self._fitting:
            return
        self._fitting = True
        policy = Qt.ScrollBarPolicy
        for wanted in (policy.ScrollBarAlwaysOff, policy.ScrollBarAsNeeded):
            too_long = self._text_lines() > self._lines[1]
            if too_long == (wanted is policy.ScrollBarAsNeeded):
                self.setVerticalScrollBarPolicy(wanted)
        height = self._wanted_height()
        if self.minimumHeight() != height:
            self.setFixedHeight(height)
        self._fitting = False

    def _text_lines(self) -> int:
        """Count the lines after wrapping; a plain text document is measured in lines."""
        return round(self.document().size().height())

    def _wanted_height(self) -> int:
        least, most = self._lines
        lines = min(max(self._text_lines(), least), most)
        margins = 2 * self.document().documentMargin() + self._around
        return round(lines * self.fontMetrics().lineSpacing() + margins)
