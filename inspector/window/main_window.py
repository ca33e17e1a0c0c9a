"""The window: wires its frame with one state, and remembers its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtGui import QCloseEvent, QIcon, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QMenuBar

from inspector import assets
from inspector.window.commands import CommandAction
from inspector.window.context import Context
from inspector.window.dropping import Drops
from inspector.window.frames import Frames
from inspector.window.state.settings import Key
from inspector.window.state.state import State
from inspector.window.state.undo import PATH
from inspector.window.widgets.reading_order import step_focus
from inspector.window.worker import LatestCall
from inspector.window.workspaces.panels import Panels

INSPECT, REPORTS, SHARE_PATH = "inspect", "reports", "share_path"


class MainWindow(QMainWindow):
    """The window over one `State`. Language and theme change by making the frame anew."""

    def __init__(self, state: State, language: str | None, theme: str | None) -> None:
        super().__init__()
        self.state = state
        """What the window knows; survives a change of language or theme."""
        state.setParent(self)
        self._language = language
        self._theme = theme
        self.setWindowIcon(QIcon(str(assets.path("icons", "inspector.svg"))))
        self.resize(1280, 860)
        self._restore_geometry()
        self._drops = Drops(self, state)
        self._frames = Frames(self, self, state.settings.text(Key.WORKSPACE) or INSPECT)
        self._frames.placed.connect(self._on_placed)
        self._frames.begin(language, theme)
        state.tickets.taken.connect(self._on_taken)
        state.path.used.connect(self._on_path_used)
        state.undo.stepped.connect(self._on_stepped)
        state.path.reopen_project()

    @property
    def context(self) -> Context:
        """State, words and looks of the panels as they are now."""
        return self._frames.made.context

    @property
    def panels(self) -> Panels:
        """The panels as they are now."""
        return self._frames.made.panels

    @property
    def workspace(self) -> str:
        """The workspace shown: `inspect`, `reports` or `share_path`."""
        return self._frames.made.workspaces.name

    @property
    def busy(self) -> bool:
        """True while anything is read, judged, matched or written."""
        return any(call.busy for call in self._calls())

    @property
    def language_choice(self) -> str | None:
        """The language asked for; None follows the system."""
        return self._language

    @property
    def theme_choice(self) -> str | None:
        """The theme asked for; None follows the system."""
        return self._theme

    def show_workspace(self, name: str) -> None:
        """Show `inspect`, `reports` or `share_path`.

        Raises:
            ValueError: for another name.
        """
        self._frames.shown.workspaces.show_workspace(name)

    def open_files(self, paths: Iterable[Path | str]) -> None:
        """Open files, as dropping them on the window does."""
        self.state.files.open([Path(path) for path in paths])

    def export_reports(self, path: Path | str) -> None:
        """Write the list of reports to a file, as Export does after its file dialog."""
        self.panels.ticket_list.export(Path(path))

    def set_language(self, language: str | None) -> None:
        """Speak another language; None follows the system."""
        self.state.settings.set(Key.LANGUAGE, language or "")
        self._language = language
        self._renew()

    def set_theme(self, theme: str | None) -> None:
        """Show another theme; None follows the system."""
        self.state.settings.set(Key.THEME, theme or "")
        self._theme = theme
        self._renew()

    def reset_layout(self) -> None:
        """Return all workspaces to their first layout."""
        self._frames.made.workspaces.forget()
        self._frames.begin(self._language, self._theme)

    def quit(self) -> None:
        """Close the window; ask first where results would be lost."""
        if self.state.tickets.unsaved:
            self._ask_before_closing()
        else:
            self.close()

    def command_actions(self) -> Sequence[CommandAction]:
        """Return the actions of all commands."""
        return self._frames.made.actions_of_commands

    def menuBar(self) -> QMenuBar:  # noqa: N802 - Qt's name
        """Return the menu bar, which shares its row with the switch of workspaces."""
        return self._frames.made.top_bar.menus

    def findChild(self, *wanted: Any, **named: Any) -> Any:  # noqa: N802 - Qt's name
        """Return a part of the window, which is made for it where it was left for later."""
        self.complete()
        return super().findChild(*wanted, **named)

    def findChildren(self, *wanted: Any, **named: Any) -> Any:  # noqa: N802 - Qt's name
        """Return parts of the window, which are made for it where they were left for later."""
        self.complete()
        return super().findChildren(*wanted, **named)

    def complete(self) -> None:
        """Make what the panels have left for later."""
        self._frames.complete()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Let what is left for later be made behind the first picture."""
        super().paintEvent(event)
        self._frames.make_rest()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Lead Tab through the window as one reads.

        From nothing, or from what was hidden, it begins below the switch of workspaces. Who has
        the keyboard in another arrangement is decided at its end.
        """
        frame = self._frames.shown
        if frame.workspaces.arranging:
            return True
        here = self.focusWidget()
        root = frame if here is not None and here.isVisible() else frame.workspaces
        return step_focus(root, forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember layout and path; work that is under way ends unheard.

        Somebody who closes the window by its frame is asked where results would be lost. What is
        being saved is waited for.
        """
        if event.spontaneous() and self.state.tickets.unsaved:
            event.ignore()
            self._ask_before_closing()
            return
        if self.state.saving.busy:
            event.ignore()
            self._frames.shown.saving_notice.show_closing()
            self.state.saving.when_through(self._close_saved)
            return
        self._frames.finish()
        self._frames.shown.workspaces.remember()
        self.state.settings.set(Key.GEOMETRY, self.saveGeometry())
        self.state.path.remember()
        self.state.settings.flush()
        for call in self._calls():
            call.cancel()
        super().closeEvent(event)

    def _close_saved(self) -> None:
        """Close now that files are saved; stay where one could not be, which is said."""
        if not self.state.saving.failed:
            self.close()

    def _ask_before_closing(self) -> None:
        """Say what would be lost; closing is then the answer's."""
        from inspector.window.dialogs.leave_dialog import LeaveDialog

        dialog = LeaveDialog(len(self.state.tickets.sheet.tickets), self.context, self)
        dialog.left.connect(self.close)
        dialog.export_wanted.connect(self.panels.ticket_list.ask_where_to_export)
        dialog.open()

    def _renew(self) -> None:
        """Make the frame anew; the old one goes with its panels, menus and running calls."""
        self._frames.shown.workspaces.remember()
        self._frames.begin(self._language, self._theme)

    def _calls(self) -> list[LatestCall]:
        return super().findChildren(LatestCall)

    def _on_placed(self) -> None:
        self._frames.shown.workspaces.changed.connect(self._on_workspace)

    def _on_workspace(self, name: str) -> None:
        self._frames.workspace = name
        self.state.settings.set(Key.WORKSPACE, name)

    def _on_taken(self, tickets: int) -> None:
        """Show the workspace that fits what was pasted or opened."""
        self._frames.show_workspace(REPORTS if tickets > 1 else INSPECT)

    def _on_path_used(self) -> None:
        self._frames.show_workspace(SHARE_PATH)

    def _on_stepped(self) -> None:
        """Show the place that undo or redo has changed."""
        crafting = self.state.undo.place == PATH
        if crafting and self.workspace == REPORTS:
            self.show_workspace(SHARE_PATH)
        elif not crafting and self.workspace == SHARE_PATH:
            self.show_workspace(INSPECT)

    def _restore_geometry(self) -> None:
        saved = self.state.settings.state(Key.GEOMETRY)
        if not saved.isEmpty():
            self.restoreGeometry(saved)
