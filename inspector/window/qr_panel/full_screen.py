"""The code alone on the whole screen, for a phone across the table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.qr import QrCode, QrError
from inspector.window.context import Context
from inspector.window.qr_panel.qr_view import QrView
from inspector.window.widgets.text import label

CLOSING_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_F11, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FullScreenCode(QWidget):
    """White paper from edge to edge in every theme; follows the path while it is open."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._path = context.state.path
        _ = context.messages.gettext
        self.setObjectName("fullScreenCode")
        self.setWindowTitle(_("Test code"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, on=False)
        self.setAutoFillBackground(True)
        self.setPalette(QPalette(QColor("white")))
        self._view = QrView(context.theme, 120, self)
        self._view.setObjectName("fullScreenQrView")
        self._view.setAccessibleName(_("QR code"))
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.opened.connect(self.close)
        self._text = label("", "data", wrap=True)
        self._hint = label(_("Esc closes"), "note")
        for line in (self._text, self._hint):
            line.setStyleSheet("color: #1A222C;")
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.addWidget(self._view, 1)
        column.addWidget(self._text)
        column.addWidget(self._hint)
        self._path.code_changed.connect(self._show)
        self._show(self._path.code)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close on Escape, and on what opened it."""
        if event.key() in CLOSING_KEYS:
            self.close()
        else:
            super().keyPressEvent(event)

    def _show(self, code: QrCode | QrError | None) -> None:
        if not isinstance(code, QrCode):
            self.close()
            return
        self._view.show_code(code)
        self._text.setText(code.text)
