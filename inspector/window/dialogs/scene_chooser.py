"""Chooses a scene value from the whole table, by number or by words of either language."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from inspector.share_paths.scenes import Scene, search_scenes
from inspector.window.context import Context
from inspector.window.widgets.search_line import SearchLine


class SceneChooser(QWidget):
    """A search line over the list.

    Signals:
        chosen: the number of the scene that is current now.
    """

    chosen = Signal(int)

    def __init__(self, context: Context, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = context.messages.language
        _ = context.messages.gettext
        self.search = SearchLine(context.theme, _("Clear the search"))
        """The search line."""
        self.search.setObjectName("sceneSearch")
        self.search.setAccessibleName(_("Search scenes"))
        self.search.setPlaceholderText(_("Search by number or words"))
        self.list = QListWidget()
        """The scenes that match."""
        self.list.setObjectName("sceneList")
        self.list.setAccessibleName(_("Scenes"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(4))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self._number = number
        self._fill("")
        self.search.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(self._on_current_item_changed)

    @property
    def number(self) -> int:
        """The scene that is chosen."""
        return self._number

    def _fill(self, wanted: str) -> None:
        """Show what matches; the chosen scene stays current where it is among it."""
        self.list.blockSignals(True)
        self.list.clear()
        for scene in search_scenes(wanted):
            item = QListWidgetItem(self._title(scene), self.list)
            item.setData(Qt.ItemDataRole.UserRole, scene.number)
            item.setToolTip(self._title(scene))
            if scene.number == self._number:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        if self.list.currentItem() is None and wanted.strip():
            self.list.setCurrentRow(0)
        current = self.list.currentItem()
        if current is not None:
            self.list.scrollToItem(current, QListWidget.ScrollHint.PositionAtCenter)

    def _title(self, scene: Scene) -> str:
        return f"{scene.number}  {scene.text(self._language)}".rstrip()

    def _on_current_item_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._number = int(item.data(Qt.ItemDataRole.UserRole))
            self.chosen.emit(self._number)
