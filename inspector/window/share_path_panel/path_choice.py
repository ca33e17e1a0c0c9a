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
    """A list of paths; choosing one fills the builder. Hidden where there is only one.

    Most texts hold one path: the list is made with the first that holds more.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._messages = context.messages
        self._path = context.state.path
        self._found: tuple[Parsed, ...] = ()
        self._title = label("", "note", wrap=True)
        self._list: QComboBox | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.px(4))
        self._column.addWidget(self._title)
        self._path.found.connect(self.show_found)
        self.hide()

    def complete(self) -> QComboBox:
        """Return the list of all paths of the text, the one that was taken first."""
        if self._list is None:
            self._list = QComboBox(self)
            self._list.setObjectName("pathChoice")
            name = self._messages.gettext("Paths in the text")
            for part in (self._list, self._list.view()):
                part.setAccessibleName(name)
            self._list.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            self._list.activated.connect(self._choose)
            self._column.addWidget(self._list)
        return self._list

    def show_found(self, found: tuple[Parsed, ...]) -> None:
        """Offer the paths of a text that was just taken."""
        self._found = found[:MOST_SHOWN]
        if len(found) > 1:
            self._fill(self.complete())
        sentence = self._messages.gettext("{count} paths in this text. Choose the one to use:")
        self._title.setText(sentence.format(count=len(found)))
        self.setVisible(len(found) > 1)

    def _fill(self, chooser: QComboBox) -> None:
        chooser.clear()
        for place, parsed in enumerate(self._found):
            chooser.addItem(written(parsed.share_path) or "…")
            chooser.setItemData(place, plain_tip(self._tip(parsed)), Qt.ItemDataRole.ToolTipRole)

    def _tip(self, parsed: Parsed) -> str:
        title = self._messages.gettext(find_target(parsed.target).title) if parsed.target else ""
        name = parsed.options.title or ""
        return "\n".join(part for part in (written(parsed.share_path), title, name) if part)

    def _choose(self, place: int) -> None:
        self._path.take_parsed(self._found[place])
