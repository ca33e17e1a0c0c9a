"""The paths that were made lately, to take one up again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from inspector.share_paths.link import version_title
from inspector.share_paths.named_path import NamedPath
from inspector.visible import visible
from inspector.window.context import Context
from inspector.window.dialogs.dialog import Dialog
from inspector.window.state.recent_paths import draft_of
from inspector.window.state.undo import Step


class RecentDialog(Dialog):
    """Lists them, the latest first."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        _ = context.messages.gettext
        super().__init__(_("Recent paths"), context, parent)
        self.setObjectName("recentDialog")
        self._recent = context.state.recent
        self.list = QListWidget()
        """The paths."""
        self.list.setObjectName("recentList")
        self.list.setAccessibleName(_("Recent paths"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.note(_("Paths that you made or changed here, with form, AppID and version."))
        self.body.addWidget(self.list, 1)
        forget = self.button(_("Clear all"))
        forget.setObjectName("forgetRecent")
        forget.clicked.connect(self._forget)
        self.buttons.addStretch(1)
        self.close_button()
        use = self.button(_("Use"), primary=True)
        use.setObjectName("useRecent")
        use.clicked.connect(self._use)
        self.list.itemDoubleClicked.connect(self._use)
        for entry in self._recent.all:
            item = QListWidgetItem(self._described(entry), self.list)
            item.setData(Qt.ItemDataRole.UserRole, entry)
        self.list.setCurrentRow(0)
        self._for_entries = (forget, use)
        self._offer()
        self.size_to(560, 380)

    def _described(self, entry: NamedPath) -> str:
        """Return path, form, mini program and version, as the form itself calls them."""
        _, target, options = self.context.messages.gettext, entry.known_target, entry.options
        title = _(target.title) if target else entry.target
        version = options.env and _(version_title(options.env))
        said = (entry.name, title, options.app_id, version)
        return visible(" · ".join(part for part in said if part))

    def _use(self) -> None:
        item = self.list.currentItem()
        entry = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if isinstance(entry, NamedPath):
            path = self.context.state.path
            path.set_draft(draft_of(entry, path.draft), Step.SAVED_PATH)
            self.close()

    def _forget(self) -> None:
        self._recent.forget()
        self.list.clear()
        self._offer()

    def _offer(self) -> None:
        """Offer what there is something for."""
        for button in self._for_entries:
            button.setEnabled(self.list.count() > 0)
