"""The card of all forms of the share path, whose inside is made when it is first seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from inspector.window.context import Context
from inspector.window.panel import Panel

if TYPE_CHECKING:
    from inspector.window.forms_panel.all_forms import AllForms


class FormsPanel(Panel):
    """Every form of the share path at once. Most windows open without it."""

    panel_id = "forms"

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context.messages.gettext("All forms of this path"), context, parent)
        self._forms: AllForms | None = None

    @property
    def busy(self) -> bool:
        """True until all forms show the path as it is."""
        return self._forms is not None and self._forms.busy

    def make_rest(self) -> Iterator[None]:
        """Make the forms, unless they are there."""
        from inspector.window.forms_panel.all_forms import AllForms

        yield
        if self._forms is None:
            self._forms = AllForms(self.context, self)
            self.body.addWidget(self._forms, 1)

    def setVisible(self, visible: bool) -> None:  # noqa: N802 - Qt's name
        """Make the forms before they are seen."""
        if visible:
            self.complete()
        super().setVisible(visible)
