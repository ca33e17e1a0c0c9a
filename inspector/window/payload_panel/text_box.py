"""A read-only text box that takes long texts in slices and colours what is seen."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from inspector.window.payload_panel.json_ranges import TextRange
from inspector.window.theme import Theme

SLICE: Final = 20_000
"""Characters given to the box at once."""
PIECE: Final = 100_000
"""Characters removed at once; that takes some milliseconds."""
BUDGET: Final = 0.008
"""Seconds of one turn of the event loop that filling may take."""
_TOKENS: Final = re.compile(
    r'(?P<string>"[^"\\]*(?:\\.[^"\\]*)*"?)(?P<colon>\s*:)?'
    r"|(?P<number>-?\d[\d.eE+-]*)|(?P<literal>true|false|null)"
)


class TextBox(QPlainTextEdit):
    """Shows a text of any length without a stall; colours tokens of JSON where they are seen.

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
        self._coloured: tuple[int, int] | None = None
        self._quiet = False
        tokens = ("key", "string", "number", "literal")
        self._formats = {token: _format(theme, token) for token in tokens}
        self._marked = {token: _format(theme, token, "selection") for token in (*tokens, "text")}
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
        self._place, self._coloured = None, None
        self._quiet = True
        self._given = min(len(text), SLICE)
        self.setPlainText(text[: self._given])
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
        cursor = QTextCursor(self.document())
        while not self.document().isEmpty():
            cursor.movePosition(QTextCursor.MoveOperation.End)
            start = max(0, cursor.position() - PIECE)
            cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            yield

    def mark(self, place: TextRange | None) -> None:
        """Mark the chosen member and bring it into view; None marks nothing."""
        self._place, self._coloured = place, None
        if place is not None and not self.hasFocus():
            self._quiet = True
            cursor = self.textCursor()
            cursor.setPosition(min(place.start, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
            self._quiet = False
        self._colour()

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
        first = self.firstVisibleBlock()
        last = self.cursorForPosition(self.viewport().rect().bottomRight()).block()
        state = (first.blockNumber(), last.blockNumber())
        if state == self._coloured:
            return
        self._coloured = state
        selections: list[QTextEdit.ExtraSelection] = []
        if self._place is not None:
            mark = self._marked["text"]
            selections.append(self._selection(self._place.start, self._place.end, mark))
        block = first
        while self._is_json and block.isValid() and block.blockNumber() <= last.blockNumber():
            selections += self._tokens(block)
            block = block.next()
        self.setExtraSelections(selections)

    def _tokens(self, block: QTextBlock) -> list[QTextEdit.ExtraSelection]:
        found = []
        start, text = block.position(), block.text()
        astral = not text.isascii() and max(text, default="") > "\uffff"
        for match in _TOKENS.finditer(text):
            kind = match.lastgroup or ""
            token = "key" if kind == "colon" else kind
            begin, end = match.span("string") if token in ("key", "string") else match.span()
            if astral:
                begin, end = (len(text[:at].encode("utf-16-le")) // 2 for at in (begin, end))
            formats = self._marked if self._in_mark(start + begin) else self._formats
            found.append(self._selection(start + begin, start + end, formats[token]))
        return found

    def _in_mark(self, place: int) -> bool:
        return self._place is not None and self._place.start <= place < self._place.end

    def _selection(self, start: int, end: int, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        selection.cursor, selection.format = cursor, form
        return selection


def _format(theme: Theme, token: str, ground: str = "") -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(theme.color(token))
    if ground:
        form.setBackground(theme.color(ground))
    return form
