"""Says how a saving went whose dialog was closed meanwhile."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inspector.window.context import Context
from inspector.window.saving import outcome_of
from inspector.window.widgets.notice import Notice


class SavingNotice(Notice):
    """Hidden while whoever asked for a file to be saved can still say it, and once it was read."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent=parent)
        self.setObjectName("savingNotice")
        self._messages = context.messages
        self._saving = context.state.saving
        self.acted.connect(self._dismiss)
        self._saving.unheard_changed.connect(self._show_unheard)
        self._show_unheard()

    def show_closing(self) -> None:
        """Say why the window is still there."""
        _ = self._messages.gettext
        self.show_text(_("Saving… The window closes when that is done."))

    def _show_unheard(self) -> None:
        unheard = self._saving.unheard
        told = [outcome_of(saved, self._messages) for saved in unheard if not saved.faulty]
        failed = [(text, tone) for text, tone in told if tone == "err"]
        text, tone = (failed or told or [("", "ok")])[-1]
        self.show_text(text, tone, self._messages.gettext("OK"))

    def _dismiss(self) -> None:
        self._saving.heard(*self._saving.unheard)
