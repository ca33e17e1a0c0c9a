"""What the codes of a picture say, explained, to choose one from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from inspector.messages import Messages
from inspector.share_paths import Parsed, find_target, parse
from inspector.window.clipboard import copy_text
from inspector.window.context import Context
from inspector.window.dialogs.dialog import Dialog
from inspector.window.widgets.text import label, plain_tip


class FoundCodes(Dialog):
    """Lists the codes; the chosen one is explained, taken over, or copied as text."""

    def __init__(self, texts: Sequence[str], context: Context, parent: QWidget) -> None:
        _ = context.messages.gettext
        super().__init__(_("Codes that were read"), context, parent)
        self.setObjectName("foundCodes")
        self.list = QListWidget()
        """What the codes say."""
        self.list.setObjectName("foundCodesList")
        self.list.setAccessibleName(_("What the codes say"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setProperty("role", "data")
        for text in texts:
            item = QListWidgetItem(text, self.list)
            item.setToolTip(plain_tip(text))
        self.explanation = label("", wrap=True, select=True)
        """What the chosen code is."""
        self.explanation.setObjectName("codeExplanation")
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.explanation)
        self.buttons.addStretch(1)
        self.close_button()
        self.button(_("Copy text")).clicked.connect(self._copy)
        self._use = self.button(_("Use in Share path"), primary=True)
        self._use.setObjectName("takeCode")
        self._use.clicked.connect(self._use_chosen)
        self.list.itemDoubleClicked.connect(self._use_chosen)
        self.list.currentRowChanged.connect(self._explain)
        self.list.setCurrentRow(0)
        self.size_to(520, 340)

    @property
    def text(self) -> str:
        """What the chosen code says."""
        item = self.list.currentItem()
        return item.text() if item is not None else ""

    def _explain(self) -> None:
        parsed = parse(self.text)
        self.explanation.setText(explained(parsed, self.context.messages))
        self._use.setEnabled(is_path(parsed))

    def _copy(self) -> None:
        copy_text(self.text)

    def _use_chosen(self) -> None:
        if self._use.isEnabled():
            self.context.state.path.take_text(self.text)
            self.close()


def is_path(parsed: Parsed) -> bool:
    """Tell whether there is anything that the builder could take."""
    path = parsed.share_path
    looks_like_page = parsed.target is not None or "/" in path.page
    return bool((path.page or path.parameters) and looks_like_page)


def explained(parsed: Parsed, messages: Messages) -> str:
    """Say what a code is, and what is to be said about it."""
    _ = messages.gettext
    lines = dict.fromkeys(map(messages.advised, parsed.findings))
    if parsed.target is not None:
        target = find_target(parsed.target)
        known = is_path(parsed)
        form = f"{_(target.title)}. {_(target.opens)}" if known else f"{_(target.title)}:"
        lines = dict.fromkeys([form, *lines])
    elif not is_path(parsed):
        return _("This text is not a share path in any form.")
    return "\n".join(lines)
