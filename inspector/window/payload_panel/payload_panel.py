"""The middle column: the verdict and what the ticket says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QToolTip, QWidget

from inspector.tickets import Verdict
from inspector.window.commands import Command, CommandAction, Menu
from inspector.window.context import Context
from inspector.window.panel import Panel
from inspector.window.payload_panel.code_links import CodeLinks
from inspector.window.payload_panel.content import Content
from inspector.window.payload_panel.copying import Copying
from inspector.window.payload_panel.headline import HeadlineCard
from inspector.window.payload_panel.pinning import PinButton
from inspector.window.payload_panel.sharing import Sharing
from inspector.window.payload_panel.start_page import StartPage
from inspector.window.payload_panel.status_line import StatusLine
from inspector.window.payload_panel.views import BYTES, TEXT, TREE, Views
from inspector.window.state.ticket_state import Sheet
from inspector.window.verdict_banner.verdict_banner import VerdictBanner


class PayloadPanel(Panel):
    """The verdict's banner above one payload in three views: tree, JSON, bytes."""

    panel_id = "payload"

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context.messages.gettext("Payload"), context, parent)
        self._content = Content(self)
        self._copying = Copying(self._content, context, self)
        self._views = Views(self._content, context, self)
        self._status_line = StatusLine(self._content, context, self)
        self._banner = VerdictBanner(context, self)
        self._headline = HeadlineCard(self._content, context, self)
        self._start = StartPage(context, self)
        for part in (self._banner, self._headline):
            self.body.addWidget(part)
        self._room = QWidget()
        self.body.addWidget(self._start, 1)
        self.body.addWidget(self._room, 1)
        self.body.addWidget(self._views, 1)
        self.body.addWidget(self._status_line)
        self._links = CodeLinks(self._content, self._copying, context, self)
        self.body.addWidget(self._links)
        self._sharing = Sharing(context, self)
        self._pin = PinButton(self._content, context, self)
        self._report = QPushButton(context.messages.gettext("Report…"))
        self._report.setProperty("role", "small")
        self._report.clicked.connect(self._sharing.report)
        for button in (self._pin, self._report):
            self.header.addWidget(button)
        self._copying.copied.connect(self._say_copied)
        self._copying.status_changed.connect(self._status_line.show_status)
        self._views.menu_wanted.connect(self._open_menu)
        self._views.tree.copy_wanted.connect(self._copying.copy_value)
        state = context.state.tickets
        self._content.show_failed.connect(state.tell_show_failed)
        state.verdict_changed.connect(self._on_verdict_changed)
        state.sheet_changed.connect(self._show_sheet)
        self._on_verdict_changed(state.verdict)
        self._show_sheet(state.sheet)

    def commands(self) -> Sequence[Command]:
        """What can be done with the payload."""
        return [
            *self._finding(),
            *self._copying.commands(),
            *self._viewing(),
            *self._comparing(),
            self._copying.save_command(),
            *self._sharing.commands(),
        ]

    def _finding(self) -> list[Command]:
        _, find = self.context.messages.gettext, self._views.finder
        keys = QKeySequence.StandardKey
        return [
            Command(
                "payload.find", Menu.EDIT, _("Search the payload"), self._find, keys.Find, section=2
            ),
            Command("payload.next", Menu.EDIT, _("Next match"), find.next, "F3", section=2),
            Command(
                "payload.previous",
                Menu.EDIT,
                _("Previous match"),
                find.previous,
                "Shift+F3",
                section=2,
            ),
        ]

    def _viewing(self) -> list[Command]:
        _, tree = self.context.messages.gettext, self._views.tree
        views = ((TREE, _("Tree")), (TEXT, _("JSON text")), (BYTES, _("Bytes")))
        show = self._views.show_view
        return [
            *(
                Command(
                    f"payload.view.{number}",
                    Menu.VIEW,
                    title,
                    partial(show, number),
                    f"Ctrl+Shift+{number + 1}",
                    section=3,
                    submenu=_("Payload"),
                )
                for number, title in views
            ),
            *(
                Command(
                    f"payload.level.{level}",
                    Menu.VIEW,
                    _("Level {number}").format(number=level) if level else _("Close all"),
                    partial(tree.open_to, level),
                    f"Alt+{level}",
                    section=3,
                    submenu=_("Open tree to level"),
                )
                for level in range(6)
            ),
        ]

    def _comparing(self) -> list[Command]:
        _ = self.context.messages.gettext
        return [
            Command(
                f"payload.compare.{name}",
                Menu.TICKET,
                title,
                run,
                shortcut,
                section=4,
                submenu=_("Compare"),
            )
            for name, title, run, shortcut in (
                ("pin", _("Pin this payload"), self._pin.pin, "Ctrl+D"),
                ("paste", _("Compare with pasted JSON…"), self._pin.paste, None),
                ("stop", _("Stop comparing"), self._pin.unpin, None),
            )
        ]

    def _find(self) -> None:
        self._views.finder.start()

    def _on_verdict_changed(self, verdict: Verdict | None) -> None:
        self._content.show(verdict)
        self._show_sheet(self.context.state.tickets.sheet)
        if verdict is not None and self.isVisible() and self.window().focusWidget() is None:
            self._take_keyboard()

    def _take_keyboard(self) -> None:
        """Stand where one goes on after a paste: on Copy, else on what helps, else in the view."""
        buttons = [self._headline.copy, *self._banner.findChildren(QPushButton)]
        wanted = next((button for button in buttons if button.isVisible()), None)
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._views.focus_view()

    def _say_copied(self, characters: int) -> None:
        """Say it where the hand is: at the chosen row, or at the pointer."""
        words = self.context.messages.ngettext(
            "{count} character copied ✓", "{count} characters copied ✓", characters
        )
        tree = self._views.tree
        at = tree.visualRect(tree.currentIndex()).bottomLeft()
        place = tree.viewport().mapToGlobal(at) if tree.isVisible() else QCursor.pos()
        QToolTip.showText(place, words.format(count=f"{characters:,}"), self)

    def _show_sheet(self, sheet: Sheet) -> None:
        """Teach while nothing was pasted; show what is known from then on.

        What gave no byte and no payload has nothing to be viewed, nor to be compared.
        """
        verdict = self._content.verdict
        nothing = verdict is not None and not (verdict.data or self._content.present)
        viewed = not sheet.blank and not nothing
        self._start.setVisible(sheet.blank)
        self._banner.setVisible(not sheet.blank)
        for part in (self._views, self._pin, self._report):
            part.setVisible(viewed)
        self._room.setVisible(not viewed and not sheet.blank)

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        for command in self._copying.commands():
            action = CommandAction(command, menu)
            action.setShortcutVisibleInContextMenu(True)
            action.refresh()
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
