"""The colours of a text's blocks: tokens of JSON, and the chosen member."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument, QTextLayout

from inspector.window.payload_panel.json_ranges import TextRange
from inspector.window.theme import Theme
from inspector.window.widgets.marks import QtOffsets

_TOKENS: Final = re.compile(
    r'(?P<string>"[^"\\]*(?:\\.[^"\\]*)*"?)(?P<colon>\s*:)?'
    r"|(?P<number>-?\d[\d.eE+-]*)|(?P<literal>true|false|null)"
)
_KINDS: Final = ("key", "string", "number", "literal")
Marked = tuple[int, int] | None
"""Where the chosen member begins and ends within a block, in UTF-16 units."""


class TextColours:
    """Colours blocks in their own layouts.

    As extra selections of the text box they would be painted one by one, each within a clip of its
    own: a line of 200 tokens in 90 ms, and again whenever it is scrolled.
    """

    def __init__(self, theme: Theme) -> None:
        self._plain = {token: _format(theme, token) for token in _KINDS}
        self._marked = {token: _format(theme, token, "selection") for token in (*_KINDS, "text")}
        self._known: dict[int, tuple[int, Marked]] = {}

    def forget(self) -> None:
        """Take note that another text stands there, whose blocks have no colours yet."""
        self._known.clear()

    def show(self, document: QTextDocument, block: QTextBlock, place: TextRange | None) -> None:
        """Colour a block of JSON unless it is; `place` is the chosen member, in Qt's units."""
        mark = _within(place, block)
        state = (block.length(), mark)
        if self._known.get(block.blockNumber()) != state:
            self._known[block.blockNumber()] = state
            block.layout().setFormats(list(self._ranges(block.text(), mark)))
            document.markContentsDirty(block.position(), block.length())

    def _ranges(self, text: str, mark: Marked) -> Iterator[QTextLayout.FormatRange]:
        if mark is not None:
            yield _range(*mark, self._marked["text"])
        to_qt = QtOffsets(text).to_qt
        for match in _TOKENS.finditer(text):
            kind = match.lastgroup or ""
            token = "key" if kind == "colon" else kind
            span = match.span("string") if token in ("key", "string") else match.span()
            start, end = to_qt(span[0]), to_qt(span[1])
            inside = mark is not None and mark[0] <= start < mark[1]
            yield _range(start, end, (self._marked if inside else self._plain)[token])


def _within(place: TextRange | None, block: QTextBlock) -> Marked:
    """Return the part of a place that lies in a block."""
    if place is None:
        return None
    start = max(place.start - block.position(), 0)
    end = min(place.end - block.position(), block.length() - 1)
    return (start, end) if start < end else None


def _range(start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, end - start, form
    return found


def _format(theme: Theme, token: str, ground: str = "") -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(theme.color(token))
    if ground:
        form.setBackground(theme.color(ground))
    return form
