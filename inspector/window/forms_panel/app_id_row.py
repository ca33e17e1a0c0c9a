"""Asks for the AppID where it is missing: one line instead of several dead forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from inspector.window.context import Context
from inspector.window.widgets.shared_undo import SharedUndo
from inspector.window.widgets.text import label, plain_tip

MOST_NAMED: Final = 2
"""Forms that are named; the tip names the others."""


class AppIdRow(QFrame):
    """A field for the AppID, and which forms wait for it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        _ = context.messages.gettext
        self._context = context
        self._path = context.state.path
        self.setProperty("role", "form")
        self._edit = QLineEdit()
        self._edit.setObjectName("formsAppId")
        self._edit.setProperty("role", "data")
        self._edit.setAccessibleName("AppID")
        self._edit.setPlaceholderText("wx0123456789abcdef")
        self._edit.setMinimumWidth(context.theme.px(160))  # a whole AppID
        self._edit.setMaximumWidth(context.theme.px(220))
        self._edit.textEdited.connect(self._on_text_edited)
        SharedUndo(self._edit, context.state.undo)
        self._who = label("", "note", wrap=True)
        row = QHBoxLayout(self)
        edge = context.theme.px(12)
        row.setContentsMargins(edge, edge, edge, edge)
        row.setSpacing(edge)
        row.addWidget(label("AppID", "heading"))
        row.addWidget(self._edit, 1)
        row.addWidget(self._who, 2)

    def show_waiting(self, titles: Sequence[str]) -> None:
        """Name the forms that need the AppID; none hides the row, unless it is being typed."""
        self._who.setText(self._sentence(titles) if titles else "")
        self._who.setToolTip(plain_tip("\n".join(titles)))
        self.setVisible(bool(titles) or self._edit.hasFocus())
        app_id = self._path.draft.options.app_id or ""
        if self._edit.text().strip() != app_id:
            self._edit.setText(app_id)

    def _sentence(self, titles: Sequence[str]) -> str:
        """Name a few forms and count the others."""
        messages = self._context.messages
        joint = messages.gettext(", ")
        if len(titles) <= MOST_NAMED + 1:
            return messages.gettext("Needed by: {forms}").format(forms=joint.join(titles))
        more = len(titles) - MOST_NAMED
        sentence = messages.ngettext(
            "Needed by {forms} and {count} more form",
            "Needed by {forms} and {count} more forms",
            more,
        )
        return sentence.format(forms=joint.join(titles[:MOST_NAMED]), count=more)

    def _on_text_edited(self, text: str) -> None:
        options = self._path.draft.options
        self._path.set_options(replace(options, app_id=text.strip() or None))
