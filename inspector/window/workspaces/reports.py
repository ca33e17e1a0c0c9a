"""Reports: many tickets. The list is the page; the chosen one stands at the right."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QToolButton

from inspector.window.context import Context
from inspector.window.workspaces.arrangement import MEDIUM, WIDE, Arrangement, Fold
from inspector.window.workspaces.panels import Panels
from inspector.window.workspaces.stepper import Stepper
from inspector.window.workspaces.workspace import Workspace


class ReportsWorkspace(Workspace):
    """The list at the left, the chosen ticket's payload at the right.

    Its fold is the payload: folded into a rail, the list has the whole width. In a narrow window
    it is folded at first; opened there, it takes the list's place until one goes back.
    """

    name = "reports"

    def __init__(self, panels: Panels, context: Context, parent: QObject) -> None:
        super().__init__(panels, context, parent)
        panels.payload.beside_title.addWidget(Stepper(context, panels.payload))
        self._fold_button = QToolButton(panels.payload)
        self._fold_button.setObjectName("foldPayloadButton")
        self._fold_button.clicked.connect(self._fold_away)
        self._fold_button.hide()
        panels.payload.header.addWidget(self._fold_button)
        panels.ticket_list.inspect_wanted.connect(self._show_in_inspect)
        panels.ticket_list.row_opened.connect(self._open_row)
        context.state.tickets.taken.connect(self._show_list)

    @property
    def title(self) -> str:
        """Its name on screen."""
        return self.context.messages.gettext("Reports")

    def arrangement(self, width: int) -> Arrangement:
        """Return list and payload; in a narrow window the one or the other."""
        narrow = width < MEDIUM
        if narrow and self.fold is Fold.OPEN:
            return Arrangement({"payload": 900}, foldable=True)
        if narrow or self.fold is Fold.FOLDED:
            return Arrangement({"ticket_list": 1250}, rail="payload")
        return Arrangement({"ticket_list": 786, "payload": 464}, foldable=width >= WIDE)

    def enter(self) -> None:
        """Begin with the list."""
        self._show_list()

    def leave(self) -> None:
        """Take the button away: in Inspect the payload never folds."""
        self._fold_button.hide()

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Let the button fold a payload beside the list; one in the list's place leads back."""
        _, header = self.context.messages.gettext, self.panels.payload.header
        beside = "ticket_list" in arrangement.columns
        title = _("Fold the payload") if beside else _("Back to the list")
        styles = Qt.ToolButtonStyle
        button = self._fold_button
        button.setIcon(self.context.theme.icon("fold" if beside else "unfold", "muted"))
        button.setText("" if beside else _("List"))
        button.setToolButtonStyle(
            styles.ToolButtonIconOnly if beside else styles.ToolButtonTextBesideIcon
        )
        button.setAccessibleName(title)
        button.setToolTip(title)
        header.removeWidget(button)
        header.insertWidget(header.count() if beside else 0, button)
        button.setVisible(arrangement.foldable)

    def unfold(self) -> None:
        """Show the payload: beside the list, or in its place where there is no room for both."""
        self.set_fold(Fold.OPEN if self._narrow else Fold.BY_WIDTH)
        self.panels.payload.take_keyboard()

    def take_keyboard(self) -> bool:
        """Stand in the list, through which one steps with the arrows."""
        return self.panels.ticket_list.take_keyboard()

    @property
    def _narrow(self) -> bool:
        window = self.panels.payload.window()
        return window.width() < self.context.theme.px(MEDIUM)

    def _fold_away(self) -> None:
        self.set_fold(Fold.BY_WIDTH if self._narrow else Fold.FOLDED)
        self.take_keyboard()

    def _show_list(self, *_: object) -> None:
        """Show the list again where a payload stood in its place: there may be another one."""
        if self.fold is Fold.OPEN:
            self.set_fold(Fold.BY_WIDTH)

    def _open_row(self) -> None:
        """Show the payload of a row, where it is out of sight, else its ticket in Inspect."""
        if self.panels.payload.isVisible():
            self._show_in_inspect()
        else:
            self.unfold()

    def _show_in_inspect(self) -> None:
        self.left_for.emit("inspect")
