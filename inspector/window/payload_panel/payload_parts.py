"""What stands in the payload's card from the first paste on: verdict, headline, views, foot."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QBoxLayout, QMenu, QPushButton, QToolTip, QWidget

from inspector.window.commands import CommandAction
from inspector.window.panel import Panel
from inspector.window.payload_panel.code_links import CodeLinks
from inspector.window.payload_panel.content import Content
from inspector.window.payload_panel.copying import Copying
from inspector.window.payload_panel.headline import HeadlineCard
from inspector.window.payload_panel.pinning import PinButton
from inspector.window.payload_panel.sharing import Sharing
from inspector.window.payload_panel.status_line import StatusLine
from inspector.window.payload_panel.views import Views
from inspector.window.verdict_banner.verdict_banner import VerdictBanner


class PayloadParts(QObject):
    """Places its widgets in the payload's card, and shows what of them is of use now."""

    def __init__(
        self,
        content: Content,
        copying: Copying,
        sharing: Sharing,
        panel: Panel,
        tools: QBoxLayout,
    ) -> None:
        """Take where in the panel's header its buttons stand."""
        super().__init__(panel)
        self._tools = tools
        self._context = panel.context
        self._panel = panel
        self._content = content
        self._copying = copying
        self._sharing = sharing

    def make(self) -> Iterator[None]:
        """Make the widgets; the views take as long as all others."""
        content, copying, panel, context = self._content, self._copying, self._panel, self._context
        self.views = Views(content, context, panel)
        """Tree, JSON, bytes and comparison."""
        yield
        self.banner = VerdictBanner(context, panel)
        """The verdict."""
        self.pin = PinButton(content, context, panel)
        """What the payload is compared with."""
        self._headline = HeadlineCard(content, context, panel)
        self._room = QWidget()
        self._status_line = StatusLine(content, context, panel)
        self._links = CodeLinks(content, copying, context, panel)
        self._report = QPushButton(context.messages.gettext("Report…"))
        self._report.setProperty("role", "small")
        self._report.clicked.connect(self._sharing.report)
        yield
        self._place()

    def _place(self) -> None:
        panel, copying = self._panel, self._copying
        for part in (self.banner, self._headline):
            panel.body.addWidget(part)
        panel.body.addWidget(self._room, 1)
        panel.body.addWidget(self.views, 1)
        for foot in (self._status_line, self._links):
            panel.body.addWidget(foot)
        for button in (self.pin, self._report):
            self._tools.addWidget(button)
        copying.copied.connect(self._say_copied)
        copying.status_changed.connect(self._status_line.show_status)
        self.views.menu_wanted.connect(self._open_menu)
        self.views.tree.copy_wanted.connect(copying.copy_value)

    def show_what_is_known(self, *, blank: bool) -> None:
        """Show nothing while nothing was pasted, and what is known from then on.

        What gave no byte and no payload has nothing to be viewed, nor to be compared.
        """
        verdict = self._content.verdict
        nothing = verdict is not None and not (verdict.data or self._content.present)
        viewed = not blank and not nothing
        self.banner.setVisible(not blank)
        for part in (self.views, self.pin, self._report):
            part.setVisible(viewed)
        self._room.setVisible(not viewed and not blank)

    def take_keyboard(self) -> bool:
        """Stand where one goes on after a paste: on Copy, else on what helps, else in the view.

        Where nothing was decrypted there may be none of these, and False is returned.
        """
        buttons = [self._headline.copy, *self.banner.findChildren(QPushButton)]
        wanted = next((button for button in buttons if button.isVisible()), None)
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.views.isVisible():
            self.views.focus_view()
        return wanted is not None or self.views.isVisible()

    def _say_copied(self, characters: int) -> None:
        """Say it where the hand is: at the chosen row, or at the pointer."""
        words = self._context.messages.ngettext(
            "{count} character copied ✓", "{count} characters copied ✓", characters
        )
        tree = self.views.tree
        at = tree.visualRect(tree.currentIndex()).bottomLeft()
        place = tree.viewport().mapToGlobal(at) if tree.isVisible() else QCursor.pos()
        QToolTip.showText(place, words.format(count=f"{characters:,}"), self._panel)

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self._panel)
        for command in self._copying.commands():
            action = CommandAction(command, menu)
            action.setShortcutVisibleInContextMenu(True)
            action.refresh()
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
