"""Source code around the path: share menu, share message, reading a ticket, opening it."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from inspector.share_paths import find_target
from inspector.share_paths.request_code import CodeForm, code_forms, write_code
from inspector.share_paths.snippets import Snippet, SnippetValues, snippets, write_snippet
from inspector.window.clipboard import copy_text
from inspector.window.context import Context
from inspector.window.dialogs.dialog import Dialog
from inspector.window.widgets.text import label


class SnippetsDialog(Dialog):
    """Chooses a snippet; its source follows the path while the window is open.

    The session key is never filled in; iv and encryptedData of the current ticket are.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        _ = context.messages.gettext
        super().__init__(_("Code snippets"), context, parent)
        self.setObjectName("snippetsDialog")
        self._snippets = snippets()
        self.chooser = QComboBox()
        """The snippets."""
        self.chooser.setObjectName("snippetChooser")
        self.chooser.setAccessibleName(_("Snippet"))
        self.chooser.view().setAccessibleName(_("Snippet"))
        for snippet in self._snippets:
            self.chooser.addItem(_(snippet.title))
        for form in code_forms():
            self.chooser.addItem(_(form.title))
        self.source = QPlainTextEdit()
        """The source code."""
        self.source.setObjectName("snippetSource")
        self.source.setAccessibleName(_("Source code"))
        self.source.setReadOnly(True)
        self.source.setTabChangesFocus(True)
        self.source.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.source.setProperty("role", "data")
        self.source.setFont(context.theme.data_font())
        self._notes = label("", "note", wrap=True, select=True)
        self._notes.setObjectName("snippetNotes")
        self.body.addWidget(self.chooser)
        self.body.addWidget(self.source, 1)
        self.body.addWidget(self._notes)
        self.buttons.addStretch(1)
        self.close_button()
        self.button(_("Copy"), primary=True).clicked.connect(self._copy)
        self.chooser.currentIndexChanged.connect(self._show)
        context.state.path.draft_changed.connect(self._show)
        context.state.tickets.sheet_changed.connect(self._show)
        self._show()
        self.size_to(640, 520)

    def choose(self, name: str) -> None:
        """Show a snippet by its name."""
        names = [snippet.name for snippet in self._snippets]
        self.chooser.setCurrentIndex(names.index(name))

    def _show(self) -> None:
        _ = self.context.messages.gettext
        place = self.chooser.currentIndex()
        if place >= len(self._snippets):
            self._show_request(code_forms()[place - len(self._snippets)])
            return
        snippet: Snippet = self._snippets[place]
        self.source.setPlainText(write_snippet(snippet, self._values(), _))
        self._note("\n".join(_(note) for note in snippet.notes))

    def _show_request(self, form: CodeForm) -> None:
        """Show the request of the form of the path that is chosen now."""
        _ = self.context.messages.gettext
        draft = self.context.state.path.draft
        target = find_target(draft.target)
        code = write_code(form, target, draft.share_path, draft.options)
        self.source.setPlainText(code or "")
        sentence = _("“{title}” has no such request. Choose a form that the server asks for.")
        self._note("" if code else sentence.format(title=_(target.title)))

    def _note(self, text: str) -> None:
        self._notes.setText(text)
        self._notes.setVisible(bool(text))

    def _values(self) -> SnippetValues:
        draft = self.context.state.path.draft
        ticket = self.context.state.tickets.sheet.ticket
        return SnippetValues(
            draft.share_path,
            title=draft.options.title or "…",
            app_id=draft.options.app_id or ticket.app_id,
            iv=ticket.iv or "IV",
            encrypted_data=ticket.encrypted_data or "ENCRYPTED_DATA",
            received_as=draft.target,
        )

    def _copy(self) -> None:
        copy_text(self.source.toPlainText())
