"""The Tree tab: the tree, with its filter and the levels to open."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.window.context import Context
from inspector.window.payload_panel.content import Content
from inspector.window.payload_panel.tree_view import TreeView


class TreeTab(QWidget):
    """The tree below its tools."""

    def __init__(self, content: Content, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = TreeView(content, context, self)
        """The tree itself."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(8))
        column.addWidget(self.view, 1)
