"""The session keys used so far: where each came from, a file more, the keychain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHeaderView, QTreeView, QWidget

from inspector.tickets.keys.key_ring import MOST_KEYS
from inspector.visible import visible
from inspector.window.context import Context
from inspector.window.dialogs.dialog import Dialog
from inspector.window.file_dialogs import FileDialogs
from inspector.window.widgets.notice import Notice
from inspector.window.widgets.text import label

MOST_SHOWN: Final = 500
SHOWN_OF_KEY: Final = 4
"""Characters of a hidden key that are shown, to tell it from others."""


class KeysDialog(Dialog):
    """A table of keys, hidden until somebody wants to see them."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        _ = context.messages.gettext
        super().__init__(_("session_keys used since you opened the window"), context, parent)
        self._verdicts = context.state.tickets.verdicts
        self._keychain = context.state.keychain
        self._files = FileDialogs(context, self)
        self.note(
            _(
                "These session_keys are tried on all data that its own does not decrypt. They are "
                "kept in memory only and are gone when the window closes. Forgetting them empties "
                "history and undo, too."
            )
        )
        self._model = QStandardItemModel(0, 2, self)
        self.table = QTreeView()
        """The keys, the latest first."""
        self._set_up_table()
        self._state = label("", "note", wrap=True)
        self.reveal = QCheckBox(_("Show the keys"))
        self.reveal.toggled.connect(self._fill)
        self.remember = QCheckBox(_("Remember in the system's keychain"))
        self.remember.setChecked(self._keychain.on)
        self.remember.clicked.connect(self._keychain.turn)
        self._notice = Notice(context.theme, "warn")
        for widget in (self.table, self._state, self.reveal, self.remember):
            self.body.addWidget(widget, 1 if widget is self.table else 0)
        self.body.addWidget(
            label(
                _(
                    "Off unless you turn it on. Then the latest 40 keys are stored in the keychain "
                    "of this system, and removed when you turn it off."
                ),
                "note",
                wrap=True,
            )
        )
        self.body.addWidget(self._notice)
        self._build_buttons()
        self._timer = QTimer(self, singleShot=True, interval=50)
        self._timer.timeout.connect(self._fill)
        self._verdicts.keys_changed.connect(self._fill_soon)
        self._keychain.changed.connect(self._show_keychain)
        self._fill()
        self._show_keychain()
        self.size_to(560, 460)

    def _set_up_table(self) -> None:
        _ = self.context.messages.gettext
        self.table.setModel(self._model)
        self.table.setAccessibleName(_("session_keys"))
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._model.setHorizontalHeaderLabels((_("session_key"), _("Comes from")))
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)

    def _build_buttons(self) -> None:
        _ = self.context.messages.gettext
        self.button(_("Load key file…")).clicked.connect(self._files.ask_for_keys)
        self.button(_("Forget all")).clicked.connect(self.context.state.forget_keys)
        self.buttons.addStretch(1)
        self.close_button()

    def _fill_soon(self) -> None:
        self._timer.start()

    def _fill(self, *_: Any) -> None:
        _t, theme = self.context.messages.gettext, self.context.theme
        keys = self._verdicts.keys
        self._model.removeRows(0, self._model.rowCount())
        for key in keys.all[:MOST_SHOWN]:
            shown = key if self.reveal.isChecked() else f"{key[:SHOWN_OF_KEY]}{'•' * 18}"
            source = keys.source_of(key) or "–"
            first, second = (QStandardItem(visible(text)) for text in (shown, source))
            first.setFont(theme.data_font())
            self._model.appendRow([first, second])
        self._state.setText(" · ".join(self._notes()))

    def _notes(self) -> Iterator[str]:
        """Say how many keys there are, and what is not shown or not kept."""
        _, ngettext = self.context.messages.gettext, self.context.messages.ngettext
        keys = self._verdicts.keys
        yield ngettext("{count} session_key", "{count} session_keys", len(keys)).format(
            count=f"{len(keys):,}"
        )
        if len(keys) > MOST_SHOWN:
            yield _("the latest {count} are shown").format(count=MOST_SHOWN)
        if keys.dropped:
            sentence = ngettext(
                "{count} older one was dropped: the latest {most} are kept and tried",
                "{count} older ones were dropped: the latest {most} are kept and tried",
                keys.dropped,
            )
            yield sentence.format(count=f"{keys.dropped:,}", most=f"{MOST_KEYS:,}")

    def _show_keychain(self) -> None:
        self.remember.setChecked(self._keychain.on)
        problem = self._keychain.problem
        self._notice.show_text(self.context.messages.gettext(problem) if problem else "", "warn")
