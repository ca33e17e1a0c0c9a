"""What the page receives in `onLoad`, and what it must do with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from inspector.share_paths import decode_component
from inspector.share_paths.arrival import Received, received
from inspector.window.context import Context
from inspector.window.widgets.text import label


class ArrivalView(QWidget):
    """A line that opens: the options as the page gets them, and the call that decodes them."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._path = context.state.path
        self._toggle = QToolButton()
        self._toggle.setObjectName("arrivalToggle")
        self._toggle.setProperty("role", "fold")
        self._toggle.setText(context.messages.gettext("What onLoad receives"))
        self._toggle.setCheckable(True)
        self._toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._toggle.toggled.connect(self._fold)
        self._data = label("", "data", wrap=True, select=True)
        self._data.setObjectName("arrivalOptions")
        self._advice = label("", "note", wrap=True, select=True)
        self._code = label("", "data", wrap=True, select=True)
        self._code.setObjectName("arrivalCode")
        self._folded = (self._data, self._advice, self._code)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(4))
        for widget in (self._toggle, *self._folded):
            column.addWidget(widget)
        self._path.link_changed.connect(self._show)
        self._fold(False)
        self._show()

    def _fold(self, opened: bool) -> None:
        name = "chevron-down" if opened else "chevron-right"
        shade = "light" if self._context.theme.name == "light" else "dark"
        self._toggle.setIcon(self._context.theme.icon(f"{name}-{shade}"))
        for widget in self._folded:
            widget.setVisible(opened)

    def _show(self) -> None:
        draft = self._path.draft
        arrived = received(draft.share_path, draft.target, draft.options)
        self.setVisible(bool(arrived.options))
        self._data.setText("\n".join(f"{name} = '{value}'" for name, value in arrived.options))
        self._advice.setText(self._worded(arrived))
        self._code.setText(arrived.code)

    def _worded(self, arrived: Received) -> str:
        _ = self._context.messages.gettext
        if any(decode_component(value) != value for _name, value in arrived.options):
            return _("WeChat does not decode values. Decode each once in onLoad(options):")
        return _("These values need no decoding; doing it once does no harm:")
