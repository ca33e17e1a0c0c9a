"""The parameters as text, one a line, in place of the table."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from inspector.share_paths import SharePath
from inspector.window.context import Context
from inspector.window.share_path_panel.bulk_text import from_text, to_text
from inspector.window.state.path_state import Draft
from inspector.window.state.undo import Step
from inspector.window.widgets.shared_undo import SharedUndo


class BulkEdit(QPlainTextEdit):
    """`name=value` lines, `//` before what is off; every keystroke reaches the path."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._path = context.state.path
        self._setting = False
        _ = context.messages.gettext
        self.setObjectName("parameterText")
        self.setAccessibleName(_("Parameters as text"))
        self.setPlaceholderText(_("name=value\n//name=value (off)"))
        self.setProperty("role", "data")
        self.setFont(context.theme.data_font())
        SharedUndo(self, context.state.undo)
        self.textChanged.connect(self._on_text_changed)
        self._path.draft_changed.connect(self._show)
        self._show(self._path.draft)

    def _on_text_changed(self) -> None:
        if self._setting:
            return
        page = self._path.draft.share_path.page
        path = SharePath(page, from_text(self.toPlainText()))
        self._path.set_share_path(path, Step.EDIT_PARAMETERS, "parameter text")

    def _show(self, draft: Draft) -> None:
        """Show other parameters, but leave text alone that says the same."""
        if from_text(self.toPlainText()) != draft.share_path.parameters:
            self._setting = True
            self.setPlainText(to_text(draft.share_path.parameters))
            self._setting = False
