"""Says that settings are not kept, where their file cannot be written."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inspector.window.context import Context
from inspector.window.widgets.notice import Notice


class SettingsNotice(Notice):
    """Hidden where settings are kept, and once it was read."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, "warn", parent)
        self.setObjectName("settingsNotice")
        self.acted.connect(self._dismiss)
        settings = context.state.settings
        if not settings.are_kept:
            _ = context.messages.gettext
            sentence = _(
                "The settings cannot be saved: {file} cannot be written. What you set now lasts "
                "until the window closes; allow writing there, then start the window again."
            )
            self.show_text(sentence.format(file=settings.file), "warn", _("OK"))

    def _dismiss(self) -> None:
        self.show_text("")
