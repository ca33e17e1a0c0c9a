"""A read-only text box that takes long texts in slices and colours what is seen."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QPlainTextDocumentLayout,
    QPlainTextEdit,
    QWidget,
)

from inspector.window.payload_panel.json_ranges import TextRange
from inspector.window.payload_panel.text_colours import TextColours
from inspector.window.theme import Theme
from inspector.window.turns import Turns

SLICE: Final = 20_000
"""Characters given to the box at once."""
PIECE: Final = 100_000
"""Characters removed at once; that takes some milliseconds."""
MOST_WRAPPED: Final = 20_000
"""Lines that are wrapped at most: Qt lays all lines out anew for each width, 100,000 in 12 ms."""
BUDGET: Final = 0.008
"""Seconds of one turn of the event loop that filling may take."""


class TextBox(QPlainTextEdit):
    """Shows a text of any length without a stall; colours tokens of JSON where they are seen.

    Its lines are wrapped, but for a text of very many, which is scrolled sideways.

    Signals:
        filled: the whole text stands in the box.
        touched: somebody moved the cursor; the place in UTF-16 units.
    """

    filled = Signal()
    touched = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "data")
        self.setReadOnly(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)
        self._text = ""
        self._given = 0
        self._is_json = False
        self._place: TextRange | None = None
        self._quiet = False
        self._colours = TextColours(theme)
        self._leaving = Turns(self)
        self._filling = QTimer(self, interval=0)
        self._filling.timeout.connect(self._fill)
        self.updateRequest.connect(self._recolour)
        self.cursorPositionChanged.connect(self._tell_cursor)

    @property
    def text(self) -> str:
        """The text, also while it is still being filled in."""
        return self._text

    @property
    def full(self) -> bool:
        """True when the whole text stands in the box."""
        return self._given >= len(self._text)

    def show_text(self, text: str, is_json: bool) -> None:
        """Show another text from its beginning."""
        self._filling.stop()
        self._text, self._is_json = text, is_json
        self._place = None
        self._colours.forget()
        self._quiet = True
        self._given = min(len(text), SLICE)
        self._let_long_text_go()
        self.setPlainText(text[: self._given])
        many, modes = text.count("\n") > MOST_WRAPPED, QPlainTextEdit.LineWrapMode
        self.setLineWrapMode(modes.NoWrap if many else modes.WidgetWidth)
        self._quiet = False
        self._colour()
        if self.full:
            self.filled.emit()
        else:
            self._filling.start()

    def empty(self) -> Iterator[None]:
        """Remove the text piece by piece, from its end; for a box that nobody sees any more."""
        self._filling.stop()
        self._quiet = True
        yield from _removing(self.document())

    def mark(self, place: TextRange | None) -> None:
        """Mark the chosen member and bring it into view; None marks nothing."""
        self._place = place
        if place is not None and not self.hasFocus():
            self._quiet = True
            cursor = self.textCursor()
            cursor.setPosition(min(place.start, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
            self._quiet = False
        self._colour()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay nothing out anew where no line is wrapped; then only the scroll bars follow."""
        if self.lineWrapMode() is not QPlainTextEdit.LineWrapMode.NoWrap:
            super().resizeEvent(event)
            return
        QAbstractScrollArea.resizeEvent(self, event)
        layout = self.document().documentLayout()
        layout.documentSizeChanged.emit(layout.documentSize())

    def _let_long_text_go(self) -> None:
        """Put an empty document in place of a long one, which goes piece by piece."""
        old = self.document()
        if old.characterCount() <= PIECE:
            return
        new = QTextDocument(self)
        new.setDocumentLayout(QPlainTextDocumentLayout(new))
        new.setUndoRedoEnabled(False)
        new.setDefaultFont(old.defaultFont())
        new.setDocumentMargin(old.documentMargin())
        old.setParent(self)  # or it would go at once with `setDocument`
        self.setDocument(new)
        self._leaving.start(_leave(old))

    def _fill(self) -> None:
        end = time.perf_counter() + BUDGET
        self._quiet = True
        cursor = QTextCursor(self.document())
        while not self.full and time.perf_counter() < end:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(self._text[self._given : self._given + SLICE])
            self._given += SLICE
        self._quiet = False
        self._colour()
        if self.full:
            self._filling.stop()
            self.filled.emit()

    def _tell_cursor(self) -> None:
        if not self._quiet and self.hasFocus() and self.full:
            self.touched.emit(self.textCursor().position())

    def _recolour(self, _area: QRect, _scrolled: int) -> None:
        if not self._quiet:  # while text is filled in, every insertion asks for it
            self._colour()

    def _colour(self) -> None:
        """Colour the blocks in view, unless they are coloured already."""
        if not self._is_json:
            return
        quiet, self._quiet = self._quiet, True  # each block asks for a painting
        last = self.cursorForPosition(self.viewport().rect().bottomRight()).blockNumber()
        block = self.firstVisibleBlock()
        while block.isValid() and block.blockNumber() <= last:
            self._colours.show(self.document(), block, self._place)
            block = block.next()
        self._quiet = quiet


def _removing(document: QTextDocument) -> Iterator[None]:
    """Remove the text of a document piece by piece, from its end."""
    cursor = QTextCursor(document)
    while not document.isEmpty():
        cursor.movePosition(QTextCursor.MoveOperation.End)
        start = max(0, cursor.position() - PIECE)
        cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        yield


def _leave(document: QTextDocument) -> Iterator[None]:
    yield from _removing(document)
    document.deleteLater()
