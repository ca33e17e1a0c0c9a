"""Asks for a JSON text to compare with, such as what the server logged."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from inspector.exact_json.parsing import NotJson, parse
from inspector.window.context import Context
from inspector.window.dialogs.dialog import Dialog
from inspector.window.state.pinned import Reference
from inspector.window.widgets.text import label, set_tone


class JsonDialog(Dialog):
    """A box for JSON that says while one types where it is none; Compare pins it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        _ = context.messages.gettext
        super().__init__(_("Compare with pasted JSON"), context, parent)
        self.note(_("Paste the JSON to compare with, such as what your server logged."))
        self.edit = QPlainTextEdit()
        """The box."""
        self.edit.setProperty("role", "data")
        self.edit.setAccessibleName(_("JSON to compare with"))
        self.edit.setTabChangesFocus(True)
        self.edit.textChanged.connect(self._check)
        self._state = label("", "note", wrap=True)
        self.body.addWidget(self.edit, 1)
        self.body.addWidget(self._state)
        self.buttons.addStretch(1)
        self.close_button()
        self._compare = self.button(_("Compare"), primary=True)
        self._compare.clicked.connect(self._start_comparing)
        self._value: Any = None
        self._check()
        self.size_to(520, 420)

    def _check(self) -> None:
        _ = self.context.messages.gettext
        text = self.edit.toPlainText()
        try:
            self._value = parse(text)
        except NotJson as problem:
            place = text.count("\n", 0, problem.position) + 1
            words = _("Line {line}: {reason}.").format(line=place, reason=_(problem.reason))
            self._state.setText(words if text.strip() else "")
            set_tone(self._state, "warn")
            self._compare.setEnabled(False)
            return
        self._state.setText(_("Strict JSON ✓"))
        set_tone(self._state, "ok")
        self._compare.setEnabled(True)

    def _start_comparing(self) -> None:
        title = self.context.messages.gettext("Pasted JSON")
        self.context.state.pinned.pin(Reference(title, self._value))
        self.close()
