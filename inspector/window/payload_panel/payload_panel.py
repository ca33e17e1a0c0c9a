"""The middle column: the verdict and what the ticket says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.tickets import Verdict
from inspector.window.commands import Command
from inspector.window.context import Context
from inspector.window.panel import Panel
from inspector.window.payload_panel.content import Content
from inspector.window.payload_panel.copying import Copying
from inspector.window.payload_panel.sharing import Sharing
from inspector.window.payload_panel.start_page import StartPage
from inspector.window.payload_panel.view_commands import ViewCommands
from inspector.window.state.sheet import Sheet

if TYPE_CHECKING:
    from inspector.window.payload_panel.payload_parts import PayloadParts


class PayloadPanel(Panel):
    """A page that teaches until something is pasted, then the verdict and the payload's views.

    What a paste brings is made with the first one, or used by a command, whichever comes first.
    """

    panel_id = "payload"

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context.messages.gettext("Payload"), context, parent)
        self.beside_title, self.tools = QHBoxLayout(), QHBoxLayout()
        """Room beside the title, and for buttons, which others of the header follow."""
        for place, row in ((self.header.count() - 1, self.beside_title), (-1, self.tools)):
            row.setSpacing(self.header.spacing())
            self.header.insertLayout(place, row)
        self._content = Content(self)
        self._copying = Copying(self._content, context, self)
        self._sharing = Sharing(context, self)
        self._start = StartPage(context, self)
        self._parts: PayloadParts | None = None
        self._making = self._make()
        self.body.addWidget(self._start, 1)
        state = context.state.tickets
        self._content.show_failed.connect(state.tell_show_failed)
        state.verdict_changed.connect(self._on_verdict_changed)
        state.sheet_changed.connect(self._show_sheet)
        self._content.show(state.verdict)
        self._start.setVisible(state.sheet.blank)

    def parts(self) -> PayloadParts:
        """Return what stands in the card from the first paste on."""
        self.complete()
        assert self._parts is not None  # noqa: S101 - it is complete
        return self._parts

    def make_rest(self) -> Iterator[None]:
        """Make the parts; whoever needs them meanwhile makes what is left of them."""
        return self._making

    def let_go(self) -> Iterator[None]:
        """End with its frame; a text of millions of lines goes as it came, piece by piece."""
        if self._parts is not None:
            yield from self._parts.views.text.box.empty()
        yield from super().let_go()

    def _make(self) -> Iterator[None]:
        from inspector.window.payload_panel import views  # noqa: F401 - the half of the code

        yield
        from inspector.window.payload_panel.payload_parts import PayloadParts

        yield
        parts = PayloadParts(self._content, self._copying, self._sharing, self, self.tools)
        yield from parts.make()
        self._parts = parts
        self._listen_last()
        parts.show_what_is_known(blank=self.context.state.tickets.sheet.blank)

    def _listen_last(self) -> None:
        """Hear of a verdict after its banner did, so that it is told before the headline."""
        changed = self.context.state.tickets.verdict_changed
        changed.disconnect(self._on_verdict_changed)
        changed.connect(self._on_verdict_changed)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Have the parts where there is something to show."""
        super().showEvent(event)
        self._show_sheet(self.context.state.tickets.sheet)

    def commands(self) -> Sequence[Command]:
        """What can be done with the payload."""
        views = ViewCommands(self.parts, self.context, self)
        return [
            *views.finding(),
            *self._copying.commands(),
            *views.viewing(),
            *views.comparing(),
            self._copying.save_command(),
            *self._sharing.commands(),
        ]

    def take_keyboard(self) -> None:
        """Stand where one goes on after a paste, else on the first thing of the workspace."""
        if not self.parts().take_keyboard():
            self.focusNextPrevChild(True)

    def _on_verdict_changed(self, verdict: Verdict | None) -> None:
        self._content.show(verdict)
        self._show_sheet(self.context.state.tickets.sheet)
        if verdict is not None and self.isVisible() and self.window().focusWidget() is None:
            self.take_keyboard()

    def _show_sheet(self, sheet: Sheet) -> None:
        self._start.setVisible(sheet.blank)
        if self._parts is not None or not sheet.blank:
            self.parts().show_what_is_known(blank=sheet.blank)
