"""Asks for captures and for files of session keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from inspector.window.context import Context

TABLES = "*.csv *.tsv *.xlsx *.xls *.ods *.gz *.zip *.tar *.tgz"
CAPTURES = f"*.txt *.log *.json *.jsonl *.har *.ticket.json {TABLES}"
KEYS = f"*.txt *.json *.jsonl *.log {TABLES}"


class FileDialogs:
    """The dialogs of one widget."""

    def __init__(self, context: Context, widget: QWidget) -> None:
        self._messages = context.messages
        self._files = context.state.files
        self._widget = widget

    def ask_for_captures(self) -> None:
        """Ask for files with tickets in them, and open them."""
        _ = self._messages.gettext
        filters = f"{_('Captures')} ({CAPTURES});;{_('All files')} (*)"
        self._ask(_("Open files"), filters, self._files.open)

    def ask_for_keys(self) -> None:
        """Ask for a file of session keys, and try them."""
        _ = self._messages.gettext
        filters = f"{_('Files with session_keys')} ({KEYS});;{_('All files')} (*)"
        self._ask(_("Load key file"), filters, self._load_keys)

    def _ask(self, title: str, filters: str, then: Callable[[list[Path]], None]) -> None:
        from inspector.window.widgets.file_choice import ask_to_open

        ask_to_open(self._widget.window(), title, filters, then)

    def _load_keys(self, paths: list[Path]) -> None:
        self._files.load_keys(paths)
