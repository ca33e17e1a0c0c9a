"""Whether the code reads back, its figures, and the choice of its error correction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QPushButton, QWidget

from inspector.window.context import Context
from inspector.window.qr_panel.read_back import Reading
from inspector.window.state.path_state import LEVELS
from inspector.window.widgets.text import label, set_tone, unbroken

if TYPE_CHECKING:
    from inspector.qr import QrCode

DOWN, ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
TITLES: Final = {
    "auto": "Automatic (the strongest at no larger code)",
    "L": "L · 7 % may be damaged",
    "M": "M · 15 % may be damaged",
    "Q": "Q · 25 % may be damaged",
    "H": "H · 30 % may be damaged",
}
"""Titles of the levels; gettext msgids."""


class CodeStatus(QWidget):
    """One line below the code."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._path = context.state.path
        self._mark = label("", "note")
        self._mark.setObjectName("readBackMark")
        self._figures = label("", "note", wrap=True, select=True)
        self._figures.setObjectName("codeFigures")
        self._level = self._level_button()
        self._in_column = False
        self._code: QrCode | None = None
        self._box = QBoxLayout(ACROSS, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(context.theme.px(4))
        self._box.addWidget(self._mark)
        self._box.addStretch(1)
        self._box.addWidget(self._figures)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        self._box.addWidget(self._level, 0, left)

    def set_in_column(self, in_column: bool) -> None:
        """Stand in a narrow column, mark above figures, or in a row."""
        self._in_column = in_column
        self._figures.setWordWrap(in_column)
        self._mark.setWordWrap(in_column)
        self._box.setDirection(DOWN if in_column else ACROSS)
        self._write()

    def width_in_column(self) -> int:
        """Return the width that the figures need in a column."""
        return self._figures.fontMetrics().horizontalAdvance(self._used()) + 4

    def height_in_column(self) -> int:
        """Return the height of mark, two lines of figures and level."""
        lines = 3 * self._figures.fontMetrics().height()
        return lines + self._level.sizeHint().height() + 3 * self._box.spacing()

    def height_in_row(self) -> int:
        """Return the height of the row."""
        return self._figures.fontMetrics().height() + self._context.theme.px(8)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the figures out where they would be cut; the mark and the level stay."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        parts = (self._mark, self._figures, self._level)
        needed = sum(part.sizeHint().width() + self._box.spacing() for part in parts)
        self._figures.setVisible(self._in_column or needed <= self.width())

    def show_code(self, code: QrCode | None) -> None:
        """Show the figures of a code."""
        self._code = code
        self.setVisible(code is not None)
        self._write()

    def _write(self) -> None:
        if self._code is None:
            return
        _ = self._context.messages.gettext
        version = _("version {version}").format(version=self._code.version)
        self._figures.setText(("\n" if self._in_column else " · ").join((version, self._used())))
        level = _("level {level}") if self._in_column else "{level}"
        self._level.setText(level.format(level=self._code.level))
        self._fit()

    def _used(self) -> str:
        used, capacity = (self._code.bytes_used, self._code.capacity) if self._code else (0, 0)
        sentence = self._context.messages.gettext("{used} of {capacity} bytes")
        return sentence.format(used=used, capacity=capacity)

    def show_reading(self, reading: Reading, *, small: bool = False) -> None:
        """Say whether the painted code was read back, and whether a phone will find it small."""
        _ = self._context.messages.gettext
        text, tone = {
            Reading.NONE: ("", "plain"),
            Reading.GOOD: (_("Scan-checked ✓"), "ok"),
            Reading.BAD: (_("Scan check failed ✗"), "err"),
            Reading.TOO_SMALL: (_("Too small to draw ✗"), "err"),
        }[reading]
        if small and reading is Reading.GOOD:
            text, tone = _("Scan-checked ✓, but small"), "warn"
        self._mark.setText(unbroken(text))
        self._mark.setAccessibleName(text)
        self._mark.setToolTip(_("Phones read a larger code better: F11.") if small else "")
        set_tone(self._mark, tone)
        self._fit()

    def _level_button(self) -> QPushButton:
        button = QPushButton()
        button.setObjectName("levelButton")
        button.setProperty("role", "menu")
        button.setMenu(self._level_menu())
        title = self._context.messages.gettext("Choose the error correction")
        button.setToolTip(title)
        button.setAccessibleName(title)
        shade = "light" if self._context.theme.name == "light" else "dark"
        button.setIcon(self._context.theme.icon(f"chevron-down-{shade}"))
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        return button

    def _level_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for level in LEVELS:
            action = QAction(self._context.messages.gettext(TITLES[level]), group)
            action.setObjectName(f"level.{level}")
            action.setData(level)
            action.setCheckable(True)
            action.setChecked(level == self._path.level)
            menu.addAction(action)
        group.triggered.connect(self._choose)
        return menu

    def _choose(self, action: QAction) -> None:
        self._path.set_level(action.data())
