"""One path, many values of one parameter: a sheet of codes for a test session."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from inspector.share_paths import find_target
from inspector.share_paths.matrix import matrix, values_from_text
from inspector.window.context import Context
from inspector.window.dialogs.dialog import Dialog
from inspector.window.dialogs.matrix_sheet import (
    MARGIN_MM,
    SheetCell,
    draw_cells,
    paint_page,
    write_pdf,
    write_pictures,
)
from inspector.window.widgets.file_choice import ask_for_folder, ask_to_save
from inspector.window.widgets.notice import Notice
from inspector.window.widgets.text import label
from inspector.window.worker import LatestCall

A4: Final = 297 / 210
DOTS: Final = 2480
"""Width of A4 at the 300 dots an inch of the printed sheet."""
EDGE: Final = DOTS * MARGIN_MM / 210


class MatrixDialog(Dialog):
    """Parameter and values beside a live picture of the first page."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        _ = context.messages.gettext
        super().__init__(_("Sheet of codes"), context, parent)
        self.setObjectName("matrixDialog")
        self._draft = context.state.path.draft
        self._cells: tuple[SheetCell, ...] = ()
        self.parameter = QComboBox()
        """The parameter whose values differ."""
        self.values = QPlainTextEdit()
        """The values, one a line."""
        self.columns = QSpinBox()
        """Codes in a row of the sheet."""
        self.sheet = SheetPreview()
        """The first page."""
        self.said = Notice(context.theme)
        """What came of saving."""
        self._count = label("", "note", wrap=True)
        self._drawing = LatestCall(draw_cells, self, delay_ms=150)
        self._drawing.finished.connect(self._take)
        self._set_up()
        self._lay_out()
        self._renew()
        self.size_to(760, 560)

    @property
    def cells(self) -> tuple[SheetCell, ...]:
        """The codes as they are drawn now."""
        return self._cells

    def _set_up(self) -> None:
        _ = self.context.messages.gettext
        names = dict.fromkeys(p.name for p in self._draft.share_path.parameters if p.name)
        self.parameter.setEditable(True)
        self.parameter.addItems(list(names) or ["id"])
        self.parameter.setObjectName("matrixParameter")
        for part in (self.parameter, self.parameter.lineEdit(), self.parameter.view()):
            if part is not None:
                part.setAccessibleName(_("Parameter whose values differ"))
        self.values.setObjectName("matrixValues")
        self.values.setAccessibleName(_("Values, one a line"))
        self.values.setPlaceholderText(_("Values, one a line; a tab and a label may follow"))
        self.values.setProperty("role", "data")
        self.values.setTabChangesFocus(False)
        self.columns.setRange(1, 8)
        self.columns.setValue(3)
        self.columns.setSuffix(_(" in a row"))
        for field in (self.columns, self.columns.lineEdit()):
            field.setAccessibleName(_("Codes in a row"))
        self.parameter.currentTextChanged.connect(self._renew)
        self.values.textChanged.connect(self._renew)
        self.columns.valueChanged.connect(self._show_sheet)

    def _lay_out(self) -> None:
        _ = self.context.messages.gettext
        column = QVBoxLayout()
        column.setSpacing(self.context.theme.px(8))
        target = _(find_target(self._draft.target).title)
        column.addWidget(label(f"{self._draft.share_path.page} · {target}", "note", wrap=True))
        row = QHBoxLayout()
        row.addWidget(self.parameter, 1)
        row.addWidget(self.columns)
        column.addLayout(row)
        column.addWidget(self.values, 1)
        column.addWidget(self._count)
        both = QHBoxLayout()
        both.setSpacing(self.context.theme.px(16))
        both.addLayout(column, 1)
        both.addWidget(self.sheet, 1)
        self.body.addLayout(both, 1)
        self.body.addWidget(self.said)
        self.buttons.addStretch(1)
        self.close_button()
        pictures = self.button(_("Save PNG files…"))
        pictures.setObjectName("saveMatrixPictures")
        pictures.clicked.connect(self._ask_folder)
        sheet = self.button(_("Save PDF…"), primary=True)
        sheet.setObjectName("saveMatrixPdf")
        sheet.clicked.connect(self._ask_file)

    def _renew(self) -> None:
        values = values_from_text(self.values.toPlainText())
        cells = matrix(self._draft.share_path, self.parameter.currentText(), values)
        self._drawing.start(cells, self._draft.target, self._draft.options)

    def _take(self, cells: tuple[SheetCell, ...]) -> None:
        self._cells = cells
        missing = sum(cell.code is None for cell in cells)
        words = self.context.messages
        text = words.ngettext("{count} code", "{count} codes", len(cells)).format(count=len(cells))
        if missing:
            lost = words.ngettext(
                "{count} is too long to be drawn.", "{count} are too long to be drawn.", missing
            )
            text += " · " + lost.format(count=missing)
        self._count.setText(text)
        self._show_sheet()

    def _show_sheet(self) -> None:
        self.sheet.show_cells(self._cells, self.columns.value())

    def _ask_file(self) -> None:
        title = self.context.messages.gettext("Save the sheet")
        ask_to_save(self, title, "codes.pdf", "PDF (*.pdf)", self._save_pdf)

    def _ask_folder(self) -> None:
        title = self.context.messages.gettext("Folder for the pictures")
        ask_for_folder(self, title, self._save_pictures)

    def _save_pdf(self, files: list[Path]) -> None:
        try:
            for file in files:
                write_pdf(str(file), self._cells, self.columns.value(), self.windowTitle())
        except OSError as error:
            self._complain(error)
        else:
            self._praise()

    def _save_pictures(self, folders: list[Path]) -> None:
        try:
            for folder in folders:
                write_pictures(folder, self._cells)
        except OSError as error:
            self._complain(error)
        else:
            self._praise()

    def _praise(self) -> None:
        self.said.show_text(self.context.messages.gettext("Saved."), "ok")

    def _complain(self, error: OSError) -> None:
        sentence = self.context.messages.gettext("It could not be saved: {reason}")
        self.said.show_text(sentence.format(reason=error.strerror or error), "err")


class SheetPreview(QWidget):
    """The first page, white in every theme."""

    def __init__(self) -> None:
        super().__init__()
        self._cells: tuple[SheetCell, ...] = ()
        self._columns = 1
        self.setMinimumSize(200, 280)
        self.setAccessibleName("A4")

    def show_cells(self, cells: tuple[SheetCell, ...], columns: int) -> None:
        """Show other codes."""
        self._cells, self._columns = cells, columns
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the page as large as the place allows."""
        del event
        width = min(self.width(), self.height() / A4)
        paper = QRectF((self.width() - width) / 2, 0, width, width * A4)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(paper, Qt.GlobalColor.white)
        painter.translate(paper.topLeft())
        painter.scale(width / DOTS, width / DOTS)
        inner = QRectF(0, 0, DOTS, DOTS * A4).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        paint_page(painter, inner, self._cells, self._columns, 0)
        painter.end()
