"""The paths of a text that holds several: one is taken, the others are at hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from inspector.share_paths import Parsed, find_target
from inspector.window.context import Context
from inspector.window.share_path_panel.path_line import written
from inspector.window.widgets.text import label, plain_tip

MOST_SHOWN = 200


class PathChoice(QWidget):
    """A list of paths; choosing one fills the builder. Hidden where there is only one."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._messages = context.messages
        self._path = context.state.path
        self._found: tuple[Parsed, ...] = ()
        self._title = label("", "note", wrap=True)
        self.list = QComboBox()
        """All paths of the text, the one that was taken first."""
        self.list.setObjectName("pathChoice")
        name = context.messages.gettext("Paths in the text")
        for part in (self.list, self.list.view()):
            part.setAccessibleName(name)
        self.list.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(4))
        column.addWidget(self._title)
        column.addWidget(self.list)
        self.list.activated.connect(self._choose)
        self._path.found.connect(self.show_found)
        self.hide()

    def show_found(self, found: tuple[Parsed, ...]) -> None:
        """Offer the paths of a text that was just taken."""
        self._found = found[:MOST_SHOWN]
        self.list.clear()
        for place, parsed in enumerate(self._found):
            self.list.addItem(written(parsed.share_path) or "…")
            self.list.setItemData(place, plain_tip(self._tip(parsed)), Qt.ItemDataRole.ToolTipRole)
        sentence = self._messages.gettext("{count} paths in this text. Choose the one to use:")
        self._title.setText(sentence.format(count=len(found)))
        self.setVisible(len(found) > 1)

    def _tip(self, parsed: Parsed) -> str:
        title = self._messages.gettext(find_target(parsed.target).title) if parsed.target else ""
        name = parsed.options.title or ""
        return "\n".join(part for part in (written(parsed.share_path), title, name) if part)

    def _choose(self, place: int) -> None:
        self._path.take_parsed(self._found[place])
