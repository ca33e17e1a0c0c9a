"""The path line: the second view of page and parameters, as one text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from inspector.findings import Finding
from inspector.share_paths import Parameter, Parsed, SharePath, parse, read_path, render
from inspector.window.context import Context
from inspector.window.state.path_state import Draft
from inspector.window.state.tickets_in_paths import holds_ticket, is_encrypted
from inspector.window.state.undo import Step
from inspector.window.widgets.growing_edit import GrowingEdit
from inspector.window.widgets.shared_undo import SharedUndo

CODE: Final = re.compile("[][{}()<>\"'`\n]")
"""What no page is made of."""

ENCRYPTED: Final = re.compile(r"session_?key|encrypted_?data", re.IGNORECASE)
"""Names of share data, which no page takes as parameters."""


class PathLine(GrowingEdit):
    """Shows the path encoded, and takes every edit of it.

    While it is being typed, text that says the same as the model is left as it stands:
    a half-typed `?a` or `%E` is nobody's business yet. On Enter or when the focus leaves it,
    the line shows the path as it is built.

    Signals:
        read: the findings of what was typed or pasted here; empty when it was all right.
        foreign: a text in which there is no path; Inspect says what it is.
    """

    read = Signal(tuple)
    foreign = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context.theme, (1, 5), parent)
        self._path = context.state.path
        self._setting = False
        _ = context.messages.gettext
        self.setObjectName("sharePathEdit")
        self.setAccessibleName(_("Path line"))
        self.setPlaceholderText(_("…or paste any path or link"))
        SharedUndo(self, context.state.undo)
        self.textChanged.connect(self._on_text_changed)
        self._path.draft_changed.connect(self._show)
        self._show(self._path.draft)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the text on Enter; a path has no second line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the path as it is built when the hand leaves."""
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._finish()
        super().focusOutEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Take a pasted link, scheme or object apart at once; put other text in, in one line."""
        text = source.text()
        if _is_foreign(text):
            self.foreign.emit(text)
            return
        whole = not self.toPlainText() or self.textCursor().selectedText() == self.toPlainText()
        if (whole and _says_more(text)) or _is_address(text):
            self._take_whole(text)
        else:
            self.textCursor().insertText("".join(text.split("\n")).strip("\r"))

    def _on_text_changed(self) -> None:
        text = self.toPlainText()
        if self._setting or _is_address(text):
            return
        parsed = read_path(text.strip())
        self._tell(parsed.findings)
        self._path.set_share_path(self._merged(parsed), Step.EDIT_PATH, "path line")

    def _finish(self) -> None:
        text = self.toPlainText()
        if _is_foreign(text):
            self.foreign.emit(text)
        elif _says_more(text):
            self._take_whole(text)
        self._set(self._path.draft)

    def _take_whole(self, text: str) -> None:
        self._tell(self._path.take_text(text).findings)
        self._set(self._path.draft)

    def _tell(self, findings: Sequence[Finding]) -> None:
        self.read.emit(tuple(findings))

    def _merged(self, parsed: Parsed) -> SharePath:
        old = self._path.draft.share_path
        enabled = parsed.share_path.parameters
        return SharePath(parsed.share_path.page, with_enabled(old.parameters, enabled))

    def _show(self, draft: Draft) -> None:
        """Show another path, but leave text alone that says the same."""
        said = read_path(self.toPlainText().strip()).share_path
        if said != SharePath(draft.share_path.page, draft.share_path.enabled):
            self._tell(())
            self._set(draft)

    def _set(self, draft: Draft) -> None:
        self._setting = True
        self.set_text_gently(written(draft.share_path))
        self._setting = False


def written(path: SharePath) -> str:
    """Return the path as the line shows it; nothing for no path."""
    return render(path, "share_message").text if path.page or path.enabled else ""


def _is_foreign(text: str) -> bool:
    """Tell share data, an answer or other words without a path from a path half typed."""
    found = parse(text).share_path
    if holds_ticket(found) or is_encrypted(text):
        return True
    if not (ENCRYPTED.search(text) or CODE.search(text) or len(text.split()) > 1):
        return False
    return not found.page and (not found.parameters or ENCRYPTED.search(text) is not None)


def _says_more(text: str) -> bool:
    """Tell whether a text means something else than the path that its letters are."""
    parsed = parse(text)
    found = parsed.share_path.page or parsed.share_path.parameters or parsed.target
    mere = read_path(text.strip())
    is_mere = parsed.target in (None, "share_message") and parsed.share_path == mere.share_path
    told = {finding.code for finding in parsed.findings} - {f.code for f in mere.findings}
    return bool(found) and (not is_mere or bool(told))


def _is_address(text: str) -> bool:
    """Tell a link, an object or code, which only makes sense as a whole, from a path."""
    head = text.strip().partition("?")[0]
    scheme = "://" in head and not head.startswith(("plugin", "/"))
    return scheme or head.startswith("#小程序") or CODE.search(head) is not None


def with_enabled(
    parameters: Sequence[Parameter], enabled: Sequence[Parameter]
) -> tuple[Parameter, ...]:
    """Replace the parameters that are on; those that are off keep their places among them."""
    rest = list(enabled)
    merged: list[Parameter] = []
    for parameter in parameters:
        if not parameter.enabled:
            merged.append(parameter)
        elif rest:
            merged.append(rest.pop(0))
    return (*merged, *rest)
