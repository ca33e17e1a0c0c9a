"""One path, many values of one parameter: a sheet of codes for a test session."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from operator import attrgetter
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from inspector.files import require_file
from inspector.findings import Finding
from inspector.messages import FindingText
from inspector.share_paths import Options
from inspector.share_paths.blanks import blanks_of
from inspector.share_paths.matrix import MatrixCell, matrix, row_cells, values_from_text
from inspector.share_paths.rows import RowsError
from inspector.share_paths.target import targets
from inspector.texts import decode
from inspector.window.context import Context
from inspector.window.dialogs.dialog import Dialog
from inspector.window.dialogs.matrix_sheet import SheetCell, draw_cells, pdf_files, picture_files
from inspector.window.dialogs.sheet_preview import SheetPreview
from inspector.window.saving import Saving
from inspector.window.widgets.file_choice import ask_for_folder, ask_to_open, ask_to_save
from inspector.window.widgets.notice import Notice
from inspector.window.widgets.text import label, set_in
from inspector.window.worker import LatestCall, never


class MatrixDialog(Dialog):
    """Parameter and values beside a live picture of the first page."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        _ = context.messages.gettext
        super().__init__(_("Sheet of codes"), context, parent)
        self.setObjectName("matrixDialog")
        self._draft = context.state.path.draft
        self._cells: tuple[SheetCell, ...] = ()
        self._blanks = blanks_of(self._draft.share_path)
        self.form = QComboBox()
        """The form of the path that the codes hold; only those that open something."""
        self.parameter = QComboBox()
        """The parameter whose values differ."""
        self.values = QPlainTextEdit()
        """The values, one a line; a CSV where the path has blanks."""
        self.columns = QSpinBox()
        """Codes in a row of the sheet."""
        self.sheet = SheetPreview()
        """The first page."""
        self.said = Notice(context.theme)
        """What came of saving."""
        self._count = label("", "note", wrap=True)
        self._drawing = LatestCall(draw_cells, self, delay_ms=150)
        self._drawing.finished.connect(self._on_finished)
        self._saving = Saving(context.state.saving, context.messages, self)
        self._saving.status_changed.connect(self.said.show_text)
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
        for target in filter(attrgetter("scannable"), targets()):
            self.form.addItem(_(target.title), target.name)
        self.form.setCurrentIndex(max(self.form.findData(self._draft.target), 0))
        self.form.setObjectName("matrixForm")
        self.form.setAccessibleName(_("Form of the codes"))
        self.form.view().setAccessibleName(_("Form of the codes"))
        self.form.currentIndexChanged.connect(self._renew)
        self.parameter.setVisible(not self._blanks)
        self.parameter.setEditable(True)
        self.parameter.addItems(list(names) or ["id"])
        self.parameter.setObjectName("matrixParameter")
        for part in (self.parameter, self.parameter.lineEdit(), self.parameter.view()):
            if part is not None:
                part.setAccessibleName(_("Parameter whose values differ"))
        self.values.setObjectName("matrixValues")
        self.values.setAccessibleName(_("Values, one a line"))
        self.values.setPlaceholderText(self._asked())
        self.values.setProperty("role", "data")
        self.values.setTabChangesFocus(False)
        self.columns.setRange(1, 8)
        self.columns.setValue(3)
        self.columns.setSuffix(_(" in a row"))
        set_in(self.columns, self.context.theme)
        for field in (self.columns, self.columns.lineEdit()):
            field.setAccessibleName(_("Codes in a row"))
        self.parameter.currentTextChanged.connect(self._renew)
        self.values.textChanged.connect(self._renew)
        self.columns.valueChanged.connect(self._show_sheet)

    def _lay_out(self) -> None:
        _ = self.context.messages.gettext
        column = QVBoxLayout()
        column.setSpacing(self.context.theme.px(8))
        column.addWidget(label(self._draft.share_path.page, "note", wrap=True))
        column.addWidget(self.form)
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
        table = self.button(_("Open CSV…"))
        table.setObjectName("openMatrixTable")
        table.setVisible(bool(self._blanks))
        table.clicked.connect(self._ask_table)
        self.buttons.addStretch(1)
        self.close_button()
        pictures = self.button(_("Save PNG files…"))
        pictures.setObjectName("saveMatrixPictures")
        pictures.clicked.connect(self._ask_folder)
        sheet = self.button(_("Save PDF…"), primary=True)
        sheet.setObjectName("saveMatrixPdf")
        sheet.clicked.connect(self._ask_file)
        self._for_codes = (pictures, sheet)

    def _renew(self) -> None:
        asked_for = self._asked_for()
        for button in self._for_codes:
            button.setEnabled(bool(asked_for[0]))
        self._drawing.start(*asked_for)

    def _asked_for(
        self,
    ) -> tuple[tuple[MatrixCell, ...], str, Options, Callable[[Finding], FindingText]]:
        """Return what the codes are drawn of."""
        words = self.context.messages.finding
        return self._wanted(), self.form.currentData(), self._draft.options, words

    def _wanted(self) -> tuple[MatrixCell, ...]:
        """Return the paths of the sheet: one for each value, or for each row that fills it."""
        text, path = self.values.toPlainText(), self._draft.share_path
        self.said.show_text("")
        if not self._blanks:
            return matrix(path, self.parameter.currentText(), values_from_text(text))
        try:
            return row_cells(path, text) if text.strip() else ()
        except RowsError as error:
            reason = self.context.messages.gettext(error.reason).format_map(error.values)
            self.said.show_text(reason, "err")
            return ()

    def _asked(self) -> str:
        """Return what is to be typed into the values."""
        _ = self.context.messages.gettext
        if not self._blanks:
            return _("Values, one a line; a tab and a label may follow")
        sentence = _("A CSV whose columns fill the blanks: {names}")
        return sentence.format(names=",".join(self._blanks))

    def _ask_table(self) -> None:
        title = self.context.messages.gettext("Open a table that fills the blanks")
        ask_to_open(self, title, "CSV (*.csv *.tsv *.txt)", self._read_tables)

    def _read_tables(self, files: list[Path]) -> None:
        """Show a table among the values, as Excel writes it, too."""
        try:
            for file in files[:1]:
                self.values.setPlainText(decode(require_file(file).read_bytes()))
        except OSError as error:
            self.said.show_text(str(error.strerror or error), "err")

    def _on_finished(self, cells: tuple[SheetCell, ...]) -> None:
        self._cells = cells
        missing = sum(cell.code is None for cell in cells)
        words = self.context.messages
        text = words.ngettext("{count} code", "{count} codes", len(cells)).format(count=len(cells))
        if missing:
            lost = words.ngettext("{count} opens nothing.", "{count} open nothing.", missing)
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
        columns, title = self.columns.value(), self.windowTitle()
        self._save(partial(pdf_files, self._sheet(), files, columns, title))

    def _save_pictures(self, folders: list[Path]) -> None:
        self._save(partial(picture_files, self._sheet(), folders))

    def _sheet(self) -> Callable[[], Sequence[SheetCell]]:
        """Return what gives the codes of this moment, also while they are still being drawn."""
        if self._drawing.busy:
            return partial(draw_cells, *self._asked_for(), never)
        return partial(tuple, self._cells)

    def _save(self, files: Callable[[], Iterator[tuple[Path, bytes]]]) -> None:
        self.said.show_text(self.context.messages.gettext("Saving…"))
        self._saving.save_files(files)
