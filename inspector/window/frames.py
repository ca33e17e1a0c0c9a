"""Makes the frame of a window, and another one in its place where language or theme changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from inspector.messages import Messages
from inspector.window.context import Context
from inspector.window.frame import Frame
from inspector.window.frame_commands import Host
from inspector.window.painting import Painting
from inspector.window.qt_translation import speak
from inspector.window.state.state import State
from inspector.window.theme import Theme, make_theme
from inspector.window.turns import Turns


class FrameHost(Host, Protocol):
    """The window around the frame, which is a `QMainWindow`."""

    state: State


class Frames(QObject):
    """Makes, dresses and shows a frame in turns: at one go it would be a stall.

    Signals:
        placed: another frame is shown; it tells no workspace yet that it has changed.
    """

    placed = Signal()
    shown: Frame
    """The frame that is seen; the one before, while another one is being made."""
    workspace: str
    """The workspace that is to be shown, in this frame and in the next one."""

    def __init__(self, window: QMainWindow, host: FrameHost, workspace: str) -> None:
        """Take the window twice: as Qt sees it, and as the commands do."""
        super().__init__(window)
        self.workspace = workspace
        self._window = window
        self._host = host
        self._turns = Turns(self)
        self._painting = Painting(window, host.state.tickets)  # hears of them before any panel
        self._themes: list[Theme] = []
        self._painted = False

    @property
    def made(self) -> Frame:
        """The frame, which is finished for whoever asks while another one is being made."""
        self.finish()
        return self.shown

    def finish(self) -> None:
        """Do at once what is left to be done in turns."""
        self._turns.finish()

    def complete(self) -> None:
        """Make what the panels have left for later."""
        for _ in self.made.make_rest():
            pass

    def begin(self, language: str | None, theme: str | None) -> None:
        """Make a frame; in a window that is seen it takes the old one's place some turns later.

        One that was begun and is not shown yet is given up.
        """
        context = Context(self._host.state, Messages(language), self._made_theme(theme))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            speak(application, context.messages.language)
        self._turns.drop()
        for child in self._window.children():
            if isinstance(child, Frame) and child is not self._window.centralWidget():
                child.deleteLater()
        self._do(self._change(Frame(context, self._host, self._window)))

    def show_workspace(self, name: str) -> None:
        """Show a workspace in a turn of its own: what asks for it has taken a frame already."""
        self.workspace = name
        self._do(self._show_wanted())

    def make_rest(self) -> None:
        """Let what is left for later be made, behind the first picture."""
        if not self._painted:
            self._painted = True
            self._turns.start(self._make_rest())

    def _do(self, work: Iterator[None]) -> None:
        """Do work in turns; at once where nobody sees the window."""
        self._turns.start(work)
        if not self._window.isVisible():
            self.finish()

    def _change(self, frame: Frame) -> Iterator[None]:
        """Make a frame, put it in place of the one before, and let that one go."""
        yield from frame.make()
        if self._painted or not self._host.state.tickets.sheet.blank:
            yield from frame.make_rest()  # before it is dressed, or it would be dressed again
        frame.workspaces.show_workspace(self.workspace)  # hides the panels it does not show
        yield
        application, theme = QApplication.instance(), frame.context.theme
        if isinstance(application, QApplication):
            application.setPalette(theme.palette())
            application.setFont(theme.font())
            yield
        yield from frame.dress(in_turns=self._window.isVisible())
        self._painting.put_off()
        before = self._place(frame)
        yield
        yield  # behind the painting
        if before is not None:
            self._renew_dialogs()  # the commands that a palette lists go with the panels
            yield
            yield from _leave(before)

    def _place(self, frame: Frame) -> QWidget | None:
        """Show a frame in place of the one before, which is returned, and keep the keyboard."""
        window = self._window
        focused, before = _name_of(window.focusWidget()), window.takeCentralWidget()
        if before is not None:
            before.hide()
        for action in window.actions():
            window.removeAction(action)
        window.addActions(list(frame.actions_of_commands))
        window.setWindowTitle(frame.context.messages.gettext("Share Ticket Inspector"))
        frame.workspaces.show_workspace(self.workspace)  # another one may be wanted by now
        self.shown = frame
        self.placed.emit()
        window.setCentralWidget(frame)
        if window.isVisible():
            frame.setGeometry(window.rect())
            frame.show()
        again = frame.findChild(QWidget, focused) if focused else None
        if isinstance(again, QWidget):
            again.setFocus()
        return before

    def _renew_dialogs(self) -> None:
        """Let windows that stay open beside this one follow.

        None is modal now: a modal one would have kept people from choosing a language or theme.
        """
        from inspector.window.dialogs.dialog import Dialog

        for child in self._window.children():
            if isinstance(child, Dialog) and child.isVisible() and not child.isModal():
                child.renew(self.shown.context)

    def _show_wanted(self) -> Iterator[None]:
        self.shown.workspaces.show_workspace(self.workspace)
        yield

    def _make_rest(self) -> Iterator[None]:
        """Make what the frame that is shown by then has left for later."""
        yield from self.shown.make_rest()

    def _made_theme(self, name: str | None) -> Theme:
        """Return a theme: the one worn before where it is the same, with its icons."""
        made = make_theme(name)
        if made not in self._themes:
            self._themes.append(made)
        return self._themes[self._themes.index(made)]


def _leave(frame: QWidget) -> Iterator[None]:
    """Let go of a frame panel by panel."""
    for panel in frame.panels.all if isinstance(frame, Frame) else ():
        yield from panel.let_go()
    frame.deleteLater()
    yield


def _name_of(widget: QWidget | None) -> str:
    return widget.objectName() if widget is not None else ""
