"""What a part of the window saves, and the sentence that says how it went."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from inspector.messages import Messages
from inspector.visible import visible
from inspector.window.state.file_saving import Files, FileSaving, Saved
from inspector.window.write_faults import could_not_save


def outcome_of(saved: Saved, messages: Messages) -> tuple[str, str]:
    """Return a sentence that says how a saving went, and the tone to say it in.

    The sentence of a fault is empty: it is told as every fault is.
    """
    if saved.faulty:
        return "", "err"
    if saved.error is not None:
        return could_not_save(messages, saved.file, saved.error), "err"
    if not saved.count:
        return messages.gettext("Nothing was saved: there is no code."), "warn"
    if saved.count == 1:
        sentence = messages.gettext("Saved as {name} ✓")
        return sentence.format(name=visible(saved.file.name)), "ok"
    sentence = messages.ngettext(
        "{count} file saved in {folder} ✓", "{count} files saved in {folder} ✓", saved.count
    )
    folder = visible(saved.file.parent.name)
    return sentence.format(count=saved.count, folder=folder), "ok"


class Saving(QObject):
    """Saves for one part of the window, which says how it went while it can be seen.

    The saving itself goes on to its end without it, and the window then says how that went.

    Signals:
        status_changed: a sentence about how it went, and the tone to say it in.
    """

    status_changed = Signal(str, str)

    def __init__(self, files: FileSaving, messages: Messages, asker: QWidget) -> None:
        super().__init__(asker)
        self._files = files
        self._messages = messages
        self._asker = asker
        self._asked: set[int] = set()
        files.ended.connect(self._on_ended)

    def save(self, path: Path, make: Callable[[], str]) -> None:
        """Write a text as UTF-8, made on a thread of the pool, for nobody but its owner."""
        self._asked.add(self._files.save(partial(_text_file, path, make), secret=True))

    def save_files(self, files: Files) -> None:
        """Write files that are made one after the other."""
        self._asked.add(self._files.save(files))

    def _on_ended(self, saved: Saved) -> None:
        if saved.number not in self._asked:
            return
        self._asked.remove(saved.number)
        if self._asker.isVisible():
            self._files.heard(saved)
            self.status_changed.emit(*outcome_of(saved, self._messages))


def _text_file(path: Path, make: Callable[[], str]) -> Iterator[tuple[Path, str]]:
    yield path, make()
