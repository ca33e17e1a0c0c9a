"""The one object that owns what the window knows."""

from __future__ import annotations

from PySide6.QtCore import QObject

from inspector.window.state.environments import Environments
from inspector.window.state.exporting import Exporting
from inspector.window.state.file_opening import FileOpening
from inspector.window.state.file_saving import FileSaving
from inspector.window.state.history import SessionHistory
from inspector.window.state.keychain import Keychain
from inspector.window.state.path_state import PathState
from inspector.window.state.pinned import Pinned
from inspector.window.state.recent_paths import RecentPaths
from inspector.window.state.settings import Settings
from inspector.window.state.ticket_state import TicketState
from inspector.window.state.undo import UndoStack


class State(QObject):
    """Tickets and share path, over one undo stack. Panels listen to it, never to each other."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.undo = UndoStack(self)
        self.tickets = TicketState(self.undo, self)
        self.files = FileOpening(self.tickets, self)
        """Opens files that were dropped or chosen."""
        self.exporting = Exporting(self.tickets, self.files, self)
        """Writes the list to files."""
        self.saving = FileSaving(self)
        """Writes whatever else is saved."""
        self.path = PathState(settings, self.undo, self)
        self.recent = RecentPaths(settings, self.path)
        """The paths that were made lately."""
        self.environments = Environments(settings, self.path)
        """Named app ids, versions and addresses."""
        self.pinned = Pinned(self)
        self.hidden_columns: frozenset[int | str] = frozenset()
        """Columns of the list that are not seen: ours by number, the user's own by name."""
        self.payload_view = 0
        """The view of the payload that was chosen by hand, by its place among the tabs."""
        self.history = SessionHistory(self.tickets, self)
        self.keychain = Keychain(settings, self.tickets.verdicts, self)

    def inspect_text(self, text: str) -> None:
        """Read a text that was pasted where a share path is made, and have it shown."""
        self.tickets.paste_capture(text)
        self.tickets.taken.emit(0)

    def forget_keys(self) -> None:
        """Forget every session key but those on screen: in the history and in undo, too."""
        self.undo.clear()
        self.history.clear()
        self.files.keys.clear()
        self.tickets.forget_keys()
