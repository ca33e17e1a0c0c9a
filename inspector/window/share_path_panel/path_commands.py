"""What the Path menu offers beside the panel: project, saved paths, sheets of codes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from inspector.share_paths import SharePath, find_target
from inspector.window.commands import Command, Menu
from inspector.window.context import Context
from inspector.window.state.settings import Key
from inspector.window.state.undo import Step


class PathCommands(QObject):
    """Opens what stands beside the panel.

    Signals:
        failed: a sentence saying why a project did not open; empty when one did.
    """

    failed = Signal(str)

    def __init__(self, context: Context, panel: QWidget) -> None:
        super().__init__(panel)
        self._context = context
        self._panel = panel
        self._path = context.state.path

    def commands(self) -> list[Command]:
        """Return the commands."""
        _ = self._context.messages.gettext
        environments = self._context.state.environments
        menu, project, begun = Menu.PATH, self._has_project, self._begun
        return [
            Command("path.project", menu, _("Open project…"), self.ask_for_project, "Ctrl+Alt+O",
                    2),
            Command("path.last_project", menu, _("Open the last project"), self._open_last,
                    None, 2, enabled=self._has_last,
                    needs=_("no project was opened before")),
            Command("path.close_project", menu, _("Close project"), self._close, None, 2,
                    enabled=project, needs=_("needs a project")),
            Command("path.modes", menu, _("Compile modes of the project…"), self.choose_mode,
                    "Ctrl+Alt+M", 2, enabled=project, needs=_("needs a project")),
            Command("path.compile_mode", menu, _("Add as compile mode…"), self.add_compile_mode,
                    None, 2, enabled=project, needs=_("needs a project")),
            Command("path.test_mode", menu, _("Test as used: compile mode"), self._test_in_mode,
                    "Ctrl+Shift+T", 2, enabled=self._is_route,
                    needs=_("needs a path")),
            Command("path.test_trial", menu, _("Test as used: trial link"), self._test_by_link,
                    "Ctrl+Alt+T", 2, enabled=self._is_route,
                    needs=_("needs a path")),
            Command("path.recent", menu, _("Recent paths…"), self._open_recent, "Ctrl+Alt+R", 3),
            Command("path.environments", menu, _("Environments…"), self._open_environments,
                    None, 3),
            Command("path.next_environment", menu, _("Next environment"),
                    environments.use_next, "Ctrl+Alt+E", 3, enabled=self._has_environments,
                    needs=_("needs environments")),
            Command("path.library", menu, _("Saved paths…"), self.open_library, "Ctrl+B", 3),
            Command("path.matrix", menu, _("Sheet of codes…"), self.open_matrix, None, 3,
                    enabled=begun, needs=_("needs a path")),
            Command("path.snippets", menu, _("Code snippets…"), self.open_snippets, None, 3),
            Command("path.clear", menu, _("Clear the path"), self.clear, None, 4,
                    enabled=begun, needs=_("needs a path")),
        ]  # fmt: skip

    def ask_for_project(self) -> None:
        """Let the user choose the folder of a mini program."""
        from inspector.window.widgets.file_choice import ask_for_folder

        title = self._context.messages.gettext("Open the folder of a mini program")
        ask_for_folder(self._panel.window(), title, self._open_first)

    def open_folder(self, folder: Path) -> None:
        """Take a project's pages and app id, or say why not."""
        from inspector.share_paths.project import ProjectError, open_project

        _ = self._context.messages.gettext
        try:
            project = open_project(folder)
        except ProjectError as error:
            self.failed.emit(f"{error.file.name}: {_(error.reason)}")
        except OSError as error:
            self.failed.emit(f"{folder.name}: {error.strerror}")
        else:
            self.failed.emit("")
            self._path.set_project(project)

    def add_compile_mode(self) -> None:
        """Open the window that adds a compile mode to the project."""
        if self._path.project is not None:
            from inspector.window.dialogs.compile_mode_dialog import CompileModeDialog

            CompileModeDialog(self._path.project, self._context, self._panel.window()).open()

    def choose_mode(self) -> None:
        """Open the list of the compile modes that the project has."""
        if self._path.project is not None:
            from inspector.window.dialogs.modes_dialog import ModesDialog

            ModesDialog(self._path.project, self._context, self._panel.window()).open()

    def open_library(self) -> None:
        """Open the library of named paths."""
        from inspector.window.dialogs.library_dialog import LibraryDialog

        LibraryDialog(self._context, self._panel.window()).open()

    def open_matrix(self) -> None:
        """Open the sheet of codes."""
        from inspector.window.dialogs.matrix_dialog import MatrixDialog

        MatrixDialog(self._context, self._panel.window()).open()

    def open_snippets(self) -> None:
        """Open the source code around the path."""
        from inspector.window.dialogs.snippets_dialog import SnippetsDialog

        SnippetsDialog(self._context, self._panel.window()).open()

    def clear(self) -> None:
        """Begin a new path."""
        self._path.set_share_path(SharePath(""), Step.CLEAR_PATH)

    def _open_first(self, folders: list[Path]) -> None:
        for folder in folders[:1]:
            self.open_folder(folder)

    def _has_last(self) -> bool:
        return self._path.project is None and bool(self._last())

    def _last(self) -> str:
        return self._context.state.settings.text(Key.PROJECT)

    def _open_last(self) -> None:
        self.open_folder(Path(self._last()))

    def _close(self) -> None:
        self._path.set_project(None)

    def _has_project(self) -> bool:
        return self._path.project is not None

    def _open_recent(self) -> None:
        from inspector.window.dialogs.recent_dialog import RecentDialog

        RecentDialog(self._context, self._panel.window()).open()

    def _open_environments(self) -> None:
        from inspector.window.dialogs.environments_dialog import EnvironmentsDialog

        EnvironmentsDialog(self._context, self._panel.window()).open()

    def _has_environments(self) -> bool:
        return bool(self._context.state.environments.all)

    def _is_route(self) -> bool:
        """Tell whether the form shown is one that users come by, which a test can stand for."""
        draft = self._path.draft
        return not draft.blank and find_target(draft.target).use != "devtools"

    def _test_in_mode(self) -> None:
        self._path.test_as_used("compile_mode")

    def _test_by_link(self) -> None:
        self._path.test_as_used("trial_link")

    def _begun(self) -> bool:
        return not self._path.draft.blank
