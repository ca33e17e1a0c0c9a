"""The page: a line edit that completes from the opened project."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from inspector.share_paths import SharePath
from inspector.window.context import Context
from inspector.window.state.path_state import Draft
from inspector.window.state.undo import Step
from inspector.window.widgets.shared_undo import SharedUndo

PAGE: Final = Qt.ItemDataRole.UserRole
SEARCHED: Final = Qt.ItemDataRole.UserRole + 1


class PageEdit(QLineEdit):
    """Edits the page of the share path; a whole path typed or pasted here is taken apart."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._path = context.state.path
        self._before = ""
        self._setting = False
        self.setObjectName("pageEdit")
        self.setAccessibleName(context.messages.gettext("Page"))
        self.setProperty("role", "data")
        self.setPlaceholderText("pages/index/index")
        self._pages = QStandardItemModel(self)
        self._shown_pages: tuple[tuple[str, str, bool], ...] = ()
        self._tab_bar = context.messages.gettext("tab bar")
        self._complete()
        SharedUndo(self, context.state.undo)
        self.textChanged.connect(self._on_text_changed)
        self.editingFinished.connect(self._finish)
        self._path.draft_changed.connect(self._show)
        self._path.link_changed.connect(self._refresh_pages)
        self._show(self._path.draft)
        self._refresh_pages()

    def _complete(self) -> None:
        completer = _PageCompleter(self._pages, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionRole(SEARCHED)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._on_text_changed)
        self.setCompleter(completer)

    def _on_text_changed(self, text: str) -> None:
        """Follow each keystroke; what holds more than a page waits until it is complete."""
        if self._setting:
            return
        pasted = len(text) - len(self._before) > 1
        self._before = text
        if not _more_than_a_page(text):
            page = SharePath(text.strip(), self._path.draft.share_path.parameters)
            self._path.set_share_path(page, Step.EDIT_PAGE, "page")
        elif pasted:
            self._finish()

    def _finish(self) -> None:
        """Take apart what goes beyond a page, and show the page as it is kept."""
        if _more_than_a_page(self.text()):
            self._path.take_text(self.text())
        self._set(self._path.draft.share_path.page)

    def _show(self, draft: Draft) -> None:
        """Show another page, but leave text alone that says the same."""
        shown = self.text()
        if SharePath(shown.strip()).page != draft.share_path.page:
            self._set(draft.share_path.page)

    def _set(self, page: str) -> None:
        self._before = page
        if self.text() != page:
            self._setting = True
            self.setText(page)
            self._setting = False

    def _refresh_pages(self) -> None:
        """Offer the pages of the project, each with its title and the mark of the tab bar."""
        titles = self._path.project.titles if self._path.project else {}
        tab_bar = self._path.tab_bar
        pages = tuple((p, titles.get(p, ""), p in tab_bar) for p in self._path.pages or ())
        if pages == self._shown_pages:
            return
        self._shown_pages = pages
        self._pages.clear()
        for page, title, in_tab_bar in pages:
            parts = (page, title, self._tab_bar if in_tab_bar else "")
            item = QStandardItem(" · ".join(part for part in parts if part))
            item.setData(page, PAGE)
            item.setData(f"{page} {title}", SEARCHED)
            self._pages.appendRow(item)


class _PageCompleter(QCompleter):
    """Is searched by path and title alike, and gives the path."""

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802 - Qt's
        """Return the page of a row."""
        return str(index.data(PAGE))


def _more_than_a_page(text: str) -> bool:
    """Tell a path, an address or an object from a page; a plugin's page has a scheme too."""
    scheme = "://" in text and not text.strip().startswith("plugin")
    return scheme or any(sign in text for sign in "?{\n")
