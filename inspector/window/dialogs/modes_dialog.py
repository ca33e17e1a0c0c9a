"""The compile modes that the opened project has already, to take one up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from inspector.share_paths import Parsed
from inspector.share_paths.project import Project
from inspector.share_paths.project.modes import Mode, modes_of
from inspector.visible import visible
from inspector.window.context import Context
from inspector.window.dialogs.dialog import Dialog

WIDTHS = (170, 210, 210)
"""Widths of the columns before the last, in lengths of the design."""


class ModesDialog(Dialog):
    """Lists them as DevTools does: name, page, query and scene value."""

    def __init__(self, project: Project, context: Context, parent: QWidget) -> None:
        _ = context.messages.gettext
        super().__init__(_("Compile modes of the project"), context, parent)
        self.setObjectName("modesDialog")
        modes = modes_of(project)
        self.list = QTreeWidget()
        """The modes."""
        self.list.setObjectName("modesList")
        self.list.setAccessibleName(_("Compile modes of the project"))
        self.list.setHeaderLabels([_("Name"), _("Page"), _("Query"), _("Scene value")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.note(
            _("They stand in the project\u2019s configuration, and DevTools shows the same list.")
            if modes
            else _("The project has no compile mode.")
        )
        self.body.addWidget(self.list, 1)
        self.buttons.addStretch(1)
        self.close_button()
        use = self.button(_("Use"), primary=True)
        use.setObjectName("useMode")
        use.setEnabled(bool(modes))
        use.clicked.connect(self._use)
        self.list.itemActivated.connect(self._use)
        rows = [_row(mode) for mode in modes]
        self.list.addTopLevelItems(rows)
        if rows:
            self.list.setCurrentItem(rows[0])
        for column, width in enumerate(WIDTHS):
            self.list.setColumnWidth(column, context.theme.px(width))
        self.size_to(720, 400)

    def _use(self) -> None:
        item = self.list.currentItem()
        parsed = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        if isinstance(parsed, Parsed):
            self.context.state.path.take_parsed(parsed)
            self.close()


def _row(mode: Mode) -> QTreeWidgetItem:
    scene = mode.parsed.options.scene
    texts = (mode.name, mode.parsed.share_path.page, mode.query, str(scene) if scene else "")
    row = QTreeWidgetItem([visible(text) for text in texts])
    row.setData(0, Qt.ItemDataRole.UserRole, mode.parsed)
    return row
