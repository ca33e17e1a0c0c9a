"""The library of named paths: keep, open, rename, remove, import, export."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from inspector.files import HALF_A_FRAME
from inspector.share_paths import render
from inspector.share_paths.named_path import LibraryError, NamedPath
from inspector.share_paths.path_library import PathLibrary, free_name, load_library, update_library
from inspector.visible import visible
from inspector.window.context import Context
from inspector.window.dialogs.dialog import Dialog
from inspector.window.state.file_saving import save_file
from inspector.window.state.places import library_file
from inspector.window.state.recent_paths import draft_of
from inspector.window.state.undo import Step
from inspector.window.widgets.file_choice import ask_to_open, ask_to_save
from inspector.window.widgets.notice import Notice
from inspector.window.widgets.text import label, plain_tip
from inspector.window.widgets.visible_cells import VisibleCells
from inspector.window.write_faults import could_not_save, write_reason


class LibraryDialog(Dialog):
    """Every change is written at once, into what other programs have made of the file."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        _ = context.messages.gettext
        super().__init__(_("Saved paths"), context, parent)
        self.setObjectName("libraryDialog")
        self._library = self._before = PathLibrary()
        self.name = QLineEdit()
        """Name under which the current path is kept."""
        self.name.setObjectName("libraryName")
        self.name.setAccessibleName(_("Name for the current path"))
        self.name.setPlaceholderText(_("Name for the current path"))
        self.list = QListWidget()
        """The names; editing one renames it."""
        self.list.setObjectName("libraryList")
        self.list.setAccessibleName(_("Saved paths"))
        self.list.setItemDelegate(VisibleCells(self.list))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hint = label(_("Name the current path and save it, and it appears here."), "note")
        self.said = Notice(context.theme)
        """What went wrong, with another try, or was done, with its undo."""
        self._offered: Callable[[], object] = self._undo
        """What the button beside it does."""
        self._lay_out()
        self._load()
        self.size_to(460, 420)

    def _lay_out(self) -> None:
        _ = self.context.messages.gettext
        keep = self.button(_("Save"))
        keep.setObjectName("keepPath")
        self.buttons.removeWidget(keep)
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(keep)
        self.body.addLayout(row)
        self._hint.setObjectName("libraryHint")
        self.body.addWidget(self._hint)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.said)
        import_paths = self.button(_("Import…"))
        export = self.button(_("Export…"))
        remove = self.button(_("Remove"))
        self.buttons.addStretch(1)
        self.close_button()
        use = self.button(_("Use"), primary=True)
        for button, slot, name in (
            (import_paths, self._ask_import, "importPaths"),
            (export, self._ask_export, "exportPaths"),
            (remove, self._remove, "removePath"),
            (use, self._use, "openPath"),
        ):
            button.setObjectName(name)
            button.clicked.connect(slot)
        self._for_entries = (export, remove, use)
        keep.clicked.connect(self._keep)
        self.name.returnPressed.connect(self._keep)
        self.list.itemDoubleClicked.connect(self._use)
        self.list.itemChanged.connect(self._rename)
        self.said.acted.connect(self._do_offered)

    def _load(self) -> None:
        try:
            self._show(load_library(library_file()))
        except (LibraryError, OSError) as error:
            self._show_error(library_file(), error)

    def _show(self, library: PathLibrary) -> None:
        self._library = library
        self.list.blockSignals(True)
        self.list.clear()
        for entry in library.entries:
            item = QListWidgetItem(entry.name, self.list)
            item.setData(Qt.ItemDataRole.UserRole, entry.name)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, visible(entry.name))
            item.setToolTip(plain_tip(self._tip(entry)))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        self.list.blockSignals(False)
        self._hint.setVisible(not library.entries)
        for button in self._for_entries:
            button.setEnabled(bool(library.entries))

    def _tip(self, entry: NamedPath) -> str:
        """Return the path, the form and the mini program of an entry."""
        form = entry.known_target
        title = self.context.messages.gettext(form.title) if form else None
        said = (render(entry.share_path, "share_message").text, title, entry.options.app_id)
        return "\n".join(part for part in said if part)

    def _change(self, change: Callable[[PathLibrary], PathLibrary], done: str = "") -> bool:
        """Write the change and show what the file holds now; tells whether that went well.

        Where it did not, the list stays as it was, and another try stands beside the reason:
        a name that was typed is in it. `done` says what was done; its undo stands beside it.
        """
        _ = self.context.messages.gettext
        self.said.show_text("")
        before = self._library
        try:
            update = update_library(library_file(), change, HALF_A_FRAME)
        except LibraryError as error:
            self._show(before)
            self._show_error(library_file(), error)
            return False
        except OSError as error:
            self._show(before)
            self._offered = partial(self._change, change, done)
            sentence = could_not_save(self.context.messages, library_file(), error)
            self.said.show_text(sentence, "err", _("Try again"))
            return False
        self._show(update.library)
        if update.set_aside is not None:
            sentence = _("The saved paths could not be read. They are kept as {name}.")
            self.said.show_text(sentence.format(name=update.set_aside.name), "err")
        elif done and update.library != before:
            self._before = before
            self._offered = self._undo
            self.said.show_text(done, "ok", _("Undo"))
        return True

    def _do_offered(self) -> None:
        self._offered()

    def _undo(self) -> None:
        """Take the last change back, whatever other programs have changed since."""
        self._change(
            partial(PathLibrary.with_changes_undone, before=self._before, after=self._library)
        )

    def _chosen(self) -> str | None:
        item = self.list.currentItem()
        return None if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def _keep(self) -> None:
        """Save the path under the name given, or a free one made of its page."""
        draft = self.context.state.path.draft
        name = self.name.text().strip()
        page = draft.share_path.page
        if not name and not page:
            return
        entry = NamedPath(name or page, draft.share_path, draft.target, draft.options)
        if not name:
            taken = {e.name for e in self._library.entries if replace(entry, name=e.name) != e}
            entry = replace(entry, name=free_name(page, taken))
        sentence = self.context.messages.gettext("Saved as “{name}”.")
        change = partial(PathLibrary.with_path, entry=entry)
        if self._change(change, sentence.format(name=entry.name)):
            self.name.clear()

    def _use(self) -> None:
        entry = self._library.find(self._chosen() or "")
        if entry is not None:
            path = self.context.state.path
            path.set_draft(draft_of(entry, path.draft), Step.SAVED_PATH)
            self.close()

    def _remove(self) -> None:
        name = self._chosen() or ""
        sentence = self.context.messages.gettext("“{name}” was removed.")
        self._change(partial(PathLibrary.without, name=name), sentence.format(name=name))

    def _rename(self, item: QListWidgetItem) -> None:
        old, new = str(item.data(Qt.ItemDataRole.UserRole)), item.text().strip()
        sentence = self.context.messages.gettext("“{name}” was renamed.")
        change = partial(PathLibrary.renamed, old=old, new=new or old)
        self._change(change, sentence.format(name=old))

    def _ask_import(self) -> None:
        title = self.context.messages.gettext("Import paths")
        ask_to_open(self, title, "JSON (*.json)", self._import)

    def _import(self, files: list[Path]) -> None:
        imported: list[NamedPath] = []
        for file in files:
            try:
                imported += load_library(file).entries
            except (LibraryError, OSError) as error:
                self._show_error(file, error)
                return
        before = len(self._library.entries)
        if not self._change(partial(PathLibrary.with_all, others=imported)):
            return
        count = len(self._library.entries) - before
        sentence = self.context.messages.ngettext(
            "{count} path was added.", "{count} paths were added.", count
        )
        self.said.show_text(sentence.format(count=count), "ok")

    def _ask_export(self) -> None:
        title = self.context.messages.gettext("Export paths")
        ask_to_save(self, title, "paths.json", "JSON (*.json)", self._export)

    def _export(self, files: list[Path]) -> None:
        for file in files:
            try:
                save_file(file, self._library.to_json().encode("ascii"))
            except OSError as error:
                self.said.show_text(could_not_save(self.context.messages, file, error), "err")
                return

    def _show_error(self, file: Path, error: LibraryError | OSError) -> None:
        """Say why a file was not read."""
        _ = self.context.messages.gettext
        reason = _(error.reason) if isinstance(error, LibraryError) else write_reason(error)
        sentence = _("{name} could not be read.").format(name=file.name)
        self.said.show_text(self.context.messages.joined(sentence, reason), "err")
