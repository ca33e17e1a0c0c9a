"""Everything inside the window, in one language and one theme: made anew when one changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.window.commands import CommandAction, CommandBar
from inspector.window.context import Context
from inspector.window.faults import FaultNotice
from inspector.window.font_notice import FontNotice
from inspector.window.frame_commands import FrameCommands, Host
from inspector.window.saving_notice import SavingNotice
from inspector.window.settings_notice import SettingsNotice
from inspector.window.stylesheet import stylesheet
from inspector.window.top_bar import TopBar
from inspector.window.workspaces.panels import Panels
from inspector.window.workspaces.workspaces import Workspaces


class Frame(QWidget):
    """Menus and switch above the workspaces. Whatever belongs to it goes with it."""

    def __init__(self, context: Context, host: Host, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self.context = context
        """State, words and looks."""
        self._host = host
        self._dressed = QWidget(self)
        alone = QVBoxLayout(self)
        alone.setContentsMargins(0, 0, 0, 0)
        alone.addWidget(self._dressed)

    def make(self) -> Iterator[None]:
        """Make all that is in it, pausing between parts that take a frame or more each."""
        context = self.context
        self.panels = Panels(context, self)
        """The panels, which the workspaces arrange."""
        yield from self.panels.make()
        self.workspaces = Workspaces(self.panels, context, self)
        """Inspect, Reports, Share path."""
        yield
        segments = [(workspace.name, workspace.title) for workspace in self.workspaces.all]
        name = context.messages.gettext("Workspace")
        self.top_bar = TopBar(segments, name, context.theme)
        """Menus and switch."""
        frame_commands = FrameCommands(self._host, context, self)
        self.saving_notice = SavingNotice(context)
        """What came of savings whose dialog is gone."""
        self._notices = (
            FontNotice(context),
            SettingsNotice(context),
            self.saving_notice,
            FaultNotice(context),
        )
        self._bar = CommandBar(
            self.top_bar.menus,
            context.messages,
            [
                *self.panels.commands(),
                *self.workspaces.commands(),
                *frame_commands.commands(),
            ],
        )
        self.top_bar.place()
        yield
        self._lay_out()
        self.top_bar.switch.chosen.connect(self.workspaces.show_workspace)
        self.workspaces.changed.connect(self.top_bar.switch.choose)

    @property
    def actions_of_commands(self) -> Sequence[CommandAction]:
        """The actions of all commands."""
        return self._bar.actions

    def make_rest(self) -> Iterator[None]:
        """Make what the panels have left for later."""
        for panel in self.panels.all:
            yield from panel.make_rest()

    def dress(self, *, in_turns: bool) -> Iterator[None]:
        """Take on the theme's looks: last, for a widget takes on a new parent's style again.

        In turns each part has the style sheet for itself: the widgets of all panels at once would
        be a stall. What holds panels has none then, or it would dress them again. Where nobody
        waits for the next frame yet, one reading of the style sheet serves all parts. The frame
        itself has none: taken out of the window, it would dress all that is in it once more.
        """
        parts = (self.top_bar, *self._notices, *self.workspaces.bare, *self.panels.all)
        sheet = stylesheet(self.context.theme)
        for part in parts if in_turns else (self._dressed,):
            part.setStyleSheet(sheet)
            yield

    def _lay_out(self) -> None:
        theme = self.context.theme
        edge = theme.px(10)
        column = QVBoxLayout(self._dressed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        inner = QVBoxLayout()
        inner.setContentsMargins(edge, 0, edge, edge)
        inner.setSpacing(theme.px(8))
        for notice in self._notices:
            inner.addWidget(notice)
        inner.addWidget(self.workspaces, 1)
        column.addWidget(self.top_bar)
        column.addLayout(inner, 1)
