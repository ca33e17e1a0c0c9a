"""Chooses which columns of the list are seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from inspector.window.context import Context
from inspector.window.dialogs.dialog import Dialog

TICKED: Final = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
)


class ColumnsDialog(Dialog):
    """A list of columns with ticks; the list of tickets follows at once.

    Signals:
        chosen: the place of a column, and whether it is to be seen.
    """

    chosen = Signal(int, bool)

    def __init__(
        self, columns: Sequence[tuple[str, bool]], context: Context, parent: QWidget
    ) -> None:
        """Take the title of each column and whether it is seen; the first one always is."""
        _ = context.messages.gettext
        super().__init__(_("Columns of the list"), context, parent)
        self.setObjectName("columnsDialog")
        self.setModal(True)
        self.note(_("What is not ticked is hidden here, yet exported and searched."))
        self.list = QListWidget()
        """The columns from left to right."""
        self.list.setObjectName("columnsList")
        self.list.setAccessibleName(_("Columns of the list"))
        for title, seen in columns[1:]:
            item = QListWidgetItem(title, self.list)
            item.setFlags(TICKED)
            item.setCheckState(Qt.CheckState.Checked if seen else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)
        self.body.addWidget(self.list, 1)
        self.buttons.addStretch(1)
        everything = self.button(_("Show all"))
        everything.setObjectName("showAllColumns")
        everything.clicked.connect(self._show_all)
        self.close_button()
        self.list.itemChanged.connect(self._on_changed)
        self.size_to(320, 360)

    def _on_changed(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self.list.row(item) + 1, item.checkState() is Qt.CheckState.Checked)

    def _show_all(self) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item is not None:
                item.setCheckState(Qt.CheckState.Checked)
