"""A field of many lines for data: it grows with its text and never holds more than it can lay out.

A text too long to lay out is shown as an excerpt that cannot be typed into; the owner keeps it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from inspector.texts import changed_part
from inspector.window.state.undo import UndoStack
from inspector.window.theme import Theme
from inspector.window.widgets.mark_colours import mark_colours
from inspector.window.widgets.marks import (
    Mark,
    QtOffsets,
    join_marks,
    mark_at,
)
from inspector.window.widgets.shared_undo import SharedUndo
from inspector.window.widgets.text import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCharFormat

LONGEST_TEXT: Final = 30_000
"""Characters laid out at most; one line of so many takes about a frame."""
EXCERPT: Final = 6_000
"""Characters shown of a longer text: many times what the field has room for."""
PARAGRAPH, LINE_BREAK = "\u2029", "\u2028"


class DataText(QPlainTextEdit):
    """Lines of data, wrapped anywhere, between a least and a greatest height.

    Signals:
        edited: the whole text after a change that the state did not ask for.
        pasted: what was put in at once.
    """

    edited = Signal(object)  # a text, which Qt would copy there and back
    pasted = Signal(object)

    def __init__(
        self, theme: Theme, undo: UndoStack, lines: tuple[int, int], parent: QWidget | None = None
    ) -> None:
        """Take the least and the greatest height in lines."""
        super().__init__(parent)
        self._theme = theme
        self._lines = lines
        self._known = ""
        self._showing = False
        self._marks: tuple[Mark, ...] = ()
        SharedUndo(self, undo)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(theme.px(1))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.setProperty("role", "data")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)

    @property
    def excerpt(self) -> bool:
        """True while the text is too long to be shown whole."""
        return len(self._known) > LONGEST_TEXT

    @property
    def whole_text(self) -> str:
        """The text, also where only its beginning is shown."""
        return self._known

    @property
    def _laid_out(self) -> str:
        return self._known[: EXCERPT if self.excerpt else LONGEST_TEXT]

    def show_text(self, text: str) -> None:
        """Show what the state says: a new text from its start, else the cursor at what changed."""
        if text == self._known:
            return
        self._known = text
        self.setReadOnly(self.excerpt)
        shown, wanted = self._shown_text(), self._laid_out.replace("\r\n", "\n")
        start, old_end, new_end = changed_part(shown, wanted)
        offsets = QtOffsets(shown)
        cursor = self.textCursor()
        cursor.setPosition(offsets.to_qt(start))
        cursor.setPosition(offsets.to_qt(old_end), QTextCursor.MoveMode.KeepAnchor)
        self._showing = True
        cursor.insertText(wanted[start:new_end])
        self._showing = False
        self.setTextCursor(cursor)
        is_new = not start and new_end == len(wanted) and not self.hasFocus()
        if self.excerpt or is_new:
            self.moveCursor(QTextCursor.MoveOperation.Start)
        self.fit()

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Tint and underline places of the text."""
        joined = join_marks(marks)
        if joined == self._marks:
            return
        self._marks = joined
        offsets, end = QtOffsets(self._laid_out), len(self._laid_out)
        shown = [mark for mark in joined if mark.start < end]
        formats = {
            look: _format(look[0], *mark_colours(self._theme, look[1]))
            for look in {(mark.line, mark.tone) for mark in shown}
        }
        self.setExtraSelections(
            [self._selection(mark, offsets, formats[mark.line, mark.tone]) for mark in shown]
        )

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The places that are marked."""
        return self._marks

    def selected_range(self) -> tuple[int, int]:
        """Return the selected range of the text, in code points."""
        cursor, offsets = self.textCursor(), QtOffsets(self._laid_out)
        return offsets.from_qt(cursor.selectionStart()), offsets.from_qt(cursor.selectionEnd())

    def show_place(self, place: int) -> None:
        """Scroll to a place of the text; the cursor stays where it is."""
        block = self.document().findBlock(QtOffsets(self._laid_out).to_qt(place))
        if block.isValid():
            self.verticalScrollBar().setValue(max(block.firstLineNumber() - 1, 0))

    def fit(self) -> None:
        """Be as high as the text needs, within the limits."""
        least, most = self._lines
        lines = min(max(round(self.document().size().height()), least), most)
        frame = 2 * (self._theme.line + self._theme.px(5))
        margins = 2 * round(self.document().documentMargin())
        height = math.ceil(lines * self._line_height()) + margins + frame
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def event(self, event: QEvent) -> bool:
        """Tell what a marked place is."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let an excerpt be replaced or emptied."""
        if self.isReadOnly() and event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif self.isReadOnly() and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._replace_all("")
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Take text; leave files to the window."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Put in text; what gets too long to lay out is never laid out."""
        text = source.text()
        if self.excerpt:
            self._replace_all(text)
        elif len(self._known) + len(text) > LONGEST_TEXT:
            start, end = self.selected_range()
            self._replace_all(self._known[:start] + text + self._known[end:])
        else:
            self.textCursor().insertText(text)
            self.ensureCursorVisible()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the height to a new width."""
        super().resizeEvent(event)
        self.fit()

    def _replace_all(self, text: str) -> None:
        self.show_text(text)
        self.edited.emit(text)
        self.pasted.emit(text)

    def _tell(self) -> None:
        if self._showing or self.excerpt:
            return
        text = self._shown_text()
        if text == self._known:
            return
        start, _, end = changed_part(self._known, text)
        self._known = text
        self.edited.emit(text)
        self.pasted.emit(text[start:end])

    def _shown_text(self) -> str:
        """Return the document's text; Qt's own way would turn hard spaces into spaces."""
        return self.document().toRawText().replace(PARAGRAPH, "\n").replace(LINE_BREAK, "\n")

    def _line_height(self) -> float:
        """Return the height of a line as it is laid out, which fallback fonts make higher."""
        block = self.document().firstBlock()
        lines = block.layout().lineCount()
        spacing = float(self.fontMetrics().lineSpacing())
        return max(spacing, self.blockBoundingRect(block).height() / lines) if lines else spacing

    def _selection(
        self, mark: Mark, offsets: QtOffsets, form: QTextCharFormat
    ) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        start, end = offsets.to_qt(mark.start), offsets.to_qt(min(mark.end, len(self._laid_out)))
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = cursor, form
        return selection

    def _show_tip(self, event: QHelpEvent) -> None:
        position = self.cursorForPosition(self.viewport().mapFrom(self, event.pos())).position()
        place = QtOffsets(self._laid_out).from_qt(position)
        mark = mark_at(self._marks, place)
        QToolTip.showText(event.globalPos(), plain_tip(mark.tip) if mark else "", self)


def _format(line: str, ink: QColor, ground: QColor) -> QTextCharFormat:
    """Return the format of marked characters; formats are loaded with the first text."""
    from PySide6.QtGui import QTextCharFormat

    styles, form = QTextCharFormat.UnderlineStyle, QTextCharFormat()
    form.setBackground(ground)
    form.setForeground(ink)
    form.setUnderlineColor(ink)
    form.setUnderlineStyle(
        {
            "solid": styles.SingleUnderline,
            "dash": styles.DashUnderline,
            "dot": styles.DotLine,
            "wave": styles.WaveUnderline,
        }[line]
    )
    return form
