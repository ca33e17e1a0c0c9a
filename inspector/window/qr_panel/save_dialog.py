"""Saves the code as PNG of a chosen size, or as SVG."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from inspector.qr import QrCode, to_png, to_svg
from inspector.window.context import Context
from inspector.window.state.file_saving import save_file
from inspector.window.stylesheet import stylesheet
from inspector.window.widgets.file_choice import ask_to_save
from inspector.window.widgets.text import label, set_in
from inspector.window.write_faults import could_not_save

LARGEST: Final = 8000
USUAL: Final = 1024


class SaveCodeDialog(QDialog):
    """Asks for format and size, says what a module gets, then asks for the place."""

    def __init__(self, context: Context, code: QrCode, parent: QWidget) -> None:
        super().__init__(parent)
        self.setStyleSheet(stylesheet(context.theme))
        self._context = context
        self._code = code
        _ = context.messages.gettext
        self.setObjectName("saveCodeDialog")
        self.setWindowTitle(_("Save the code"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._png = QRadioButton(_("PNG picture"))
        self._svg = QRadioButton(_("SVG drawing, sharp at every size"))
        self._png.setChecked(True)
        group = QButtonGroup(self)
        group.addButton(self._png)
        group.addButton(self._svg)
        self._size = QSpinBox()
        self._size.setObjectName("pictureSize")
        for field in (self._size, self._size.lineEdit()):
            field.setAccessibleName(_("Pixels a side"))
        self._size.setRange(code.side, LARGEST)
        self._size.setSuffix(_(" pixels"))
        self._size.setValue(max(USUAL, code.side))
        set_in(self._size, context.theme)
        self._note = label("", "note", wrap=True)
        self._buttons = QDialogButtonBox()
        self._lay_out()
        self._size.valueChanged.connect(self._describe)
        self._png.toggled.connect(self._describe)
        self._describe()

    def _lay_out(self) -> None:
        _ = self._context.messages.gettext
        px = self._context.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(12))
        row = QHBoxLayout()
        row.addWidget(self._png)
        row.addWidget(self._size)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._svg)
        column.addWidget(self._note)
        role = QDialogButtonBox.ButtonRole
        save = self._buttons.addButton(_("Save…"), role.AcceptRole)
        save.setProperty("role", "primary")
        self._buttons.addButton(_("Cancel"), role.RejectRole)
        self._buttons.accepted.connect(self._ask)
        self._buttons.rejected.connect(self.reject)
        column.addWidget(self._buttons)

    def _describe(self) -> None:
        """Say how many pixels a module gets, and which size would fit without a rest."""
        _ = self._context.messages.gettext
        png = self._png.isChecked()
        self._size.setEnabled(png)
        scale, rest = divmod(self._size.value(), self._code.side)
        if not png:
            text = _("One small path; print shops and documents take it.")
        elif rest:
            text = _("{scale} pixels a module; {rest} more become white margin.")
        else:
            text = _("{scale} pixels a module, no rest.")
        self._note.setText(text.format(scale=scale, rest=rest))

    def _ask(self) -> None:
        _ = self._context.messages.gettext
        name, filters = (
            ("code.png", "PNG (*.png)") if self._png.isChecked() else ("code.svg", "SVG (*.svg)")
        )
        ask_to_save(self, _("Save the code"), name, filters, self._save)

    def _save(self, paths: list[Path]) -> None:
        for path in paths:
            try:
                save_file(path, self._picture(path))
            except OSError as error:
                self._note.setText(could_not_save(self._context.messages, path, error))
                return
        self.accept()

    def _picture(self, path: Path) -> bytes:
        """Return the file's content; the ending that was typed decides over the choice."""
        if path.suffix.lower() == ".svg" or (self._svg.isChecked() and path.suffix != ".png"):
            return to_svg(self._code).encode()
        return to_png(self._code, self._size.value())
