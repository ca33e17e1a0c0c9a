"""Copying out of the payload: value, key, subtree, paths, the whole in four languages.

What writes them is loaded with the first copy.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from inspector.window.clipboard import copy_text
from inspector.window.commands import Command, Menu
from inspector.window.context import Context
from inspector.window.payload_panel.content import Content
from inspector.window.saving import Saving
from inspector.window.worker import LatestCall

LANGUAGES: Final = ("JSON", "Python", "JavaScript", "Java")
"""Those of `inspector.exact_json.literals`, which is loaded with the first copy."""


class Copying(QObject):
    """What can be copied, as commands; long texts are written off the window's thread.

    Signals:
        copied: how many characters were put on the clipboard.
        status_changed: how the saving went, a sentence.
    """

    copied = Signal(int)
    status_changed = Signal(str, str)

    def __init__(self, content: Content, context: Context, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._content = content
        self._messages = context.messages
        self._writing = LatestCall(_write, self)
        self._writing.finished.connect(self._copy)
        self._saving = Saving(context.state.saving, context.messages, widget)
        self._saving.status_changed.connect(self.status_changed)

    def commands(self) -> Sequence[Command]:
        """Everything that can be copied, for the Edit menu and the context menu."""
        _ = self._messages.gettext
        rows: list[tuple[str, str, Callable[[], None], str | None]] = [
            ("value", _("Copy value"), self.copy_value, "Ctrl+Alt+V"),
            ("key", _("Copy key"), self.copy_key, None),
            ("subtree", _("Copy as JSON"), self.copy_subtree, None),
            ("pointer", _("Copy JSON Pointer"), self.copy_pointer, "Ctrl+Alt+P"),
            ("path", _("Copy JSONPath"), self.copy_json_path, None),
        ]
        rows += [
            (
                f"whole.{language.lower()}",
                _("Copy payload as {language}").format(language=language),
                partial(self.copy_whole, language),
                None,
            )
            for language in LANGUAGES
        ]
        return [
            Command(
                f"payload.copy.{name}",
                Menu.EDIT,
                title,
                run,
                shortcut,
                section=3,
                submenu=_("Copy from payload"),
                enabled=self._has_payload,
                needs=_("needs a payload"),
            )
            for name, title, run, shortcut in rows
        ]

    def save_command(self) -> Command:
        """The File menu's entry that saves the payload."""
        return Command(
            "payload.save",
            Menu.FILE,
            self._messages.gettext("Save payload…"),
            self.ask_where_to_save,
            section=2,
            enabled=self._has_payload,
            needs=self._messages.gettext("needs a payload"),
        )

    def ask_where_to_save(self) -> None:
        """Ask where to save the whole payload, and do."""
        from inspector.window.widgets.file_choice import ask_to_save

        is_text = self._content.is_text
        name, filters = ("payload.txt", "*.txt") if is_text else ("payload.json", "JSON (*.json)")
        title = self._messages.gettext("Save payload")
        ask_to_save(self._widget.window(), title, name, filters, self.save)

    def save(self, paths: Sequence[Path]) -> None:
        """Save the whole payload, exact, to the path chosen."""
        value = self._content.value
        make = partial(str if self._content.is_text else _literal, value)
        self._saving.save(paths[0], make)

    def copy_value(self) -> None:
        """Copy the chosen value: text without quotes, anything else as JSON."""
        from inspector.exact_json.searching import value_text

        value = self._content.chosen_value
        if isinstance(value, (dict, list, tuple)):
            self._writing.start("JSON", value)
        else:
            self._copy(value_text(value))

    def copy_key(self) -> None:
        """Copy the name of the chosen member, or its index."""
        names = self._content.chosen_names
        self._copy(str(names[-1]) if names else "")

    def copy_subtree(self) -> None:
        """Copy the chosen value as JSON, with its quotes."""
        self._writing.start("JSON", self._content.chosen_value)

    def copy_pointer(self) -> None:
        """Copy the JSON Pointer of the chosen member."""
        from inspector.exact_json.json_pointer import pointer

        self._copy(pointer(self._content.chosen_names))

    def copy_json_path(self) -> None:
        """Copy the JSONPath of the chosen member."""
        from inspector.exact_json.json_pointer import json_path

        self._copy(json_path(self._content.chosen_names))

    def copy_whole(self, language: str) -> None:
        """Copy the whole payload as a literal of a language."""
        self._writing.start(language, self._content.value)

    def _has_payload(self) -> bool:
        return self._content.present

    def _copy(self, text: str) -> None:
        copy_text(text)
        self.copied.emit(len(text))


def _write(language: str, value: Any, cancelled: Callable[[], bool]) -> str:
    del cancelled
    return _literal(value, language)


def _literal(value: Any, language: str = "JSON") -> str:
    from inspector.exact_json import literals

    return literals.LANGUAGES[language](value, 2)
