"""The window: makes the panels, lays them out and wires nothing but the frame."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from inspector import assets
from inspector.messages import Messages
from inspector.window.commands import Command, CommandBar
from inspector.window.context import Context
from inspector.window.dropping import Drops
from inspector.window.font_notice import FontNotice
from inspector.window.frame_commands import FrameCommands
from inspector.window.help_commands import HelpCommands
from inspector.window.panels import Panels
from inspector.window.state.settings import Key
from inspector.window.state.state import State
from inspector.window.stylesheet import stylesheet
from inspector.window.theme import make_theme

COLUMNS: Final = (350, 545, 355)
"""First widths of the three columns, at 100 %."""
ROWS: Final = (590, 210)
"""First heights of the columns and of the ticket list."""
RIGHT: Final = (330, 420)
"""First heights of share path and test code."""


class MainWindow(QMainWindow):
    """The window over one `State`. Language and theme change by making the panels anew."""

    def __init__(self, state: State, language: str | None, theme: str | None) -> None:
        super().__init__()
        self.state = state
        """What the window knows; survives a change of language or theme."""
        self._language = language
        self._theme = theme
        self._splitters: dict[Key, QSplitter] = {}
        self.setWindowIcon(QIcon(str(assets.path("icons", "inspector.svg"))))
        self.resize(1280, 860)
        self._restore_geometry()
        self._drops = Drops(self, state)
        self.rebuild()

    @property
    def context(self) -> Context:
        """State, words and looks of the panels as they are now."""
        return self._context

    @property
    def panels(self) -> Panels:
        """The panels as they are now."""
        return self._panels

    def set_language(self, language: str | None) -> None:
        """Speak another language; None follows the system."""
        self.state.settings.set(Key.LANGUAGE, language or "")
        self._language = language
        self.rebuild()

    def set_theme(self, theme: str | None) -> None:
        """Wear another theme; None follows the system."""
        self.state.settings.set(Key.THEME, theme or "")
        self._theme = theme
        self.rebuild()

    @property
    def language_choice(self) -> str | None:
        """The language asked for; None follows the system."""
        return self._language

    @property
    def theme_choice(self) -> str | None:
        """The theme asked for; None follows the system."""
        return self._theme

    def rebuild(self) -> None:
        """Make all panels anew over the same state."""
        self._remember_layout()
        theme = make_theme(self._theme)
        self._context = Context(self.state, Messages(self._language), theme)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(theme.palette())
            application.setFont(theme.font())
        self.setStyleSheet(stylesheet(theme))
        self.setWindowTitle(self._context.messages.gettext("Share Ticket Inspector"))
        self._panels = Panels(self._context, self)
        self._lay_out()
        self._drop_commands()
        self._frame = FrameCommands(self)
        self._help = HelpCommands(self)
        self._bar = CommandBar(self, self._context.messages, self._commands())

    def reset_layout(self) -> None:
        """Return panels to their first sizes and show all of them."""
        self.state.settings.forget(Key.COLUMNS, Key.ROWS, Key.RIGHT, Key.HIDDEN)
        self._splitters.clear()
        self.rebuild()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember the layout and end background work."""
        self._remember_layout()
        self.state.settings.set(Key.GEOMETRY, self.saveGeometry())
        self.state.settings.flush()
        self.state.stop()
        self._panels.stop()
        super().closeEvent(event)

    def _commands(self) -> Sequence[Command]:
        return [*self._panels.commands(), *self._frame.commands(), *self._help.commands()]

    def _drop_commands(self) -> None:
        for action in self.actions():
            self.removeAction(action)
            action.deleteLater()

    def _lay_out(self) -> None:
        theme, panels = self._context.theme, self._panels
        right = self._split(Key.RIGHT, Qt.Orientation.Vertical, RIGHT, panels.right)
        columns = (*panels.left, *panels.middle, right)
        upper = self._split(Key.COLUMNS, Qt.Orientation.Horizontal, COLUMNS, columns)
        rows = (upper, *panels.bottom)
        whole = self._split(Key.ROWS, Qt.Orientation.Vertical, ROWS, rows)
        ground = QWidget()
        ground.setObjectName("ground")
        column = QVBoxLayout(ground)
        edge = theme.px(10)
        column.setContentsMargins(edge, theme.px(4), edge, edge)
        column.setSpacing(theme.px(8))
        column.addWidget(FontNotice(self._context))
        column.addWidget(whole, 1)
        self.setCentralWidget(ground)

    def _split(
        self,
        key: Key,
        orientation: Qt.Orientation,
        sizes: Sequence[int],
        widgets: Sequence[QWidget],
    ) -> QSplitter:
        theme = self._context.theme
        splitter = QSplitter(orientation)
        splitter.setHandleWidth(theme.px(10))
        splitter.setChildrenCollapsible(False)
        for index, widget in enumerate(widgets):
            splitter.addWidget(widget)
            splitter.setStretchFactor(index, sizes[min(index, len(sizes) - 1)])
        splitter.setSizes([theme.px(size) for size in sizes])
        saved = self.state.settings.state(key)
        if not saved.isEmpty():
            splitter.restoreState(saved)
            splitter.setHandleWidth(theme.px(10))
        self._splitters[key] = splitter
        return splitter

    def _remember_layout(self) -> None:
        for key, splitter in self._splitters.items():
            self.state.settings.set(key, splitter.saveState())

    def _restore_geometry(self) -> None:
        saved = self.state.settings.state(Key.GEOMETRY)
        if not saved.isEmpty():
            self.restoreGeometry(saved)
