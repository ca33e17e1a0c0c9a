"""What the page receives in `onLoad`, always in view, and the code that decodes it."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector.share_paths import decode_component
from inspector.share_paths.arrival import Received, received
from inspector.share_paths.encoding import MalformedEncoding
from inspector.window.clipboard import copy_text
from inspector.window.context import Context
from inspector.window.widgets.growing_edit import GrowingEdit
from inspector.window.widgets.text import label

MOST_LINES = 12
ARROW = "→"


class OnLoadView(QWidget):
    """The options as the page gets them, each with what decoding it once gives."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        _ = context.messages.gettext
        self._context = context
        self._path = context.state.path
        self._narrow = False
        self._options: GrowingEdit | None = None
        self._advice = label("", "note", wrap=True)
        self._advice.setObjectName("onLoadAdvice")
        self._icon = context.theme.icon("copy")
        self._copy = QPushButton(_("Copy the code that decodes"))
        self._copy.setAccessibleName(self._copy.text())
        self._copy.setToolTip(self._copy.text())
        self._copy.setObjectName("copyOnLoadCode")
        self._copy.setProperty("role", "link")
        self._copy.clicked.connect(self.copy_code)
        head = QHBoxLayout()
        head.addWidget(label(_("The page receives"), "heading"))
        head.addStretch(1)
        head.addWidget(self._copy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.px(4))
        self._column.addLayout(head)
        self._column.addWidget(self._advice)
        self._path.link_changed.connect(self._show)
        self._show()

    def set_narrow(self, narrow: bool) -> None:
        """Leave the advice to the arrows, the button and a tip where room is scarce."""
        self._narrow = narrow
        self._copy.setText("" if narrow else self._copy.accessibleName())
        self._copy.setIcon(self._icon if narrow else QIcon())
        self._show_advice()

    def copy_code(self) -> None:
        """Put the JavaScript for the body of `onLoad(options)` on the clipboard."""
        copy_text(self._received().code)

    def _received(self) -> Received:
        draft = self._path.draft
        return received(draft.share_path, draft.target, draft.options)

    def _show(self) -> None:
        arrived = self._received()
        if arrived.options or self._options is not None:
            options = self._made_options()
            options.set_text_gently("\n".join(_line(*option) for option in arrived.options))
            options.setVisible(bool(arrived.options))
        self._copy.setVisible(bool(arrived.options))
        self._advice.setText(self._worded(arrived))
        self._show_advice()

    def _show_advice(self) -> None:
        """Say what is to be decoded; without parameters that is all there is to say."""
        alone = self._options is None or self._options.isHidden()
        self._advice.setVisible(alone or not self._narrow)
        if self._options is not None:
            self._options.setToolTip(self._advice.text() if self._narrow else "")

    def _made_options(self) -> GrowingEdit:
        """Return the box of options, made with the first path that has some."""
        if self._options is None:
            self._options = GrowingEdit(self._context.theme, (1, MOST_LINES), self)
            self._options.setObjectName("onLoadView")
            self._options.setReadOnly(True)
            self._options.setAccessibleName(self._context.messages.gettext("The page receives"))
            self._column.insertWidget(1, self._options)
        return self._options

    def _worded(self, arrived: Received) -> str:
        _ = self._context.messages.gettext
        if not arrived.options:
            return _("onLoad(options) receives no parameters.")
        if any(_decoded(value) != value for _name, value in arrived.options):
            return _("WeChat does not decode values: decode each once in onLoad(options).")
        return _("These values need no decoding.")


def _line(name: str, value: str) -> str:
    plain = _decoded(value)
    return f"{name}: '{value}'" if plain == value else f"{name}: '{value}' {ARROW} '{plain}'"


def _decoded(value: str) -> str:
    """Return what `decodeURIComponent` gives, or the value where it would throw."""
    try:
        return decode_component(value)
    except MalformedEncoding:
        return value
