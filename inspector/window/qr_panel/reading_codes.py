"""What happens with codes that were read: taken over at once, or shown to choose from."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from inspector.share_paths import find_target, parse
from inspector.window.commands import Command, Menu
from inspector.window.context import Context
from inspector.window.qr_panel.code_reader import CodeReader, ReadResult
from inspector.window.widgets.notice import Notice
from inspector.window.widgets.text import plain_tip


class ReadingCodes(QObject):
    """The ways to read a code, and the word about what came of it."""

    def __init__(self, context: Context, panel: QWidget) -> None:
        super().__init__(panel)
        self._context = context
        self._panel = panel
        self.notice = Notice(context.theme, parent=panel)
        """What came of the last reading; its button takes back what was filled in."""
        self.notice.setObjectName("readNotice")
        self.notice.acted.connect(self._take_back)
        self.reader = CodeReader(context, panel)
        """Takes the pictures."""
        self.reader.read.connect(self._on_read)
        self.reader.nothing.connect(self._say_nothing)
        self.reader.busy_changed.connect(self._show_busy)
        context.state.path.draft_changed.connect(self._forget)

    def commands(self) -> list[Command]:
        """Return the ways to read a code."""
        _ = self._context.messages.gettext
        reader, menu, section = self.reader, Menu.PATH, 1
        title = _("Read a code")
        return [
            Command("code.read_file", menu, _("From a picture file…"), reader.ask_for_files,
                    "Ctrl+Shift+O", section, title),
            Command("code.read_clipboard", menu, _("From the clipboard"), reader.read_clipboard,
                    None, section, title),
            Command("code.read_screen", menu, _("From a part of the screen…"),
                    reader.ask_for_screen_part, None, section, title),
        ]  # fmt: skip

    def fill_menu(self, button: QPushButton) -> None:
        """Hang the ways to read a code on a button."""
        menu = QMenu(button)
        for command in self.commands():
            action = menu.addAction(command.title)
            action.setObjectName(f"{command.id}.button")
            action.triggered.connect(command.run)
        button.setMenu(menu)

    def _on_read(self, result: ReadResult) -> None:
        _ = self._context.messages.gettext
        if not result.texts:
            self.notice.show_text(self._none_found(result), "warn")
            return
        from inspector.window.dialogs.found_codes import FoundCodes, explained, is_path

        parsed = parse(result.texts[0])
        if len(result.texts) == 1 and is_path(parsed):
            self._context.state.path.take_text(result.texts[0])
            title = _(find_target(parsed.target).title) if parsed.target else _("a path")
            sentence = _("Read from the code: {form}").format(form=title)
            self.notice.show_text(sentence, "info", _("Undo"))
            self.notice.setToolTip(plain_tip(explained(parsed, self._context.messages)))
            return
        self.notice.show_text("")
        FoundCodes(result.texts, self._context, self._panel.window()).open()

    def _none_found(self, result: ReadResult) -> str:
        _ = self._context.messages.gettext
        if result.unreadable:
            return _("Not a picture: {names}").format(names=", ".join(result.unreadable))
        return _(
            "No QR code was found. A round mini-program code is not a QR code: "
            "only WeChat can read it."
        )

    def _say_nothing(self, sentence: str) -> None:
        self.notice.show_text(self._context.messages.gettext(sentence), "warn")

    def _show_busy(self, busy: bool) -> None:
        if busy:
            self.notice.show_text(self._context.messages.gettext("Reading…"), "plain")

    def _forget(self) -> None:
        """Go when the path is edited: what was read stands there no more."""
        self.notice.show_text("")

    def _take_back(self) -> None:
        self._context.state.undo.undo()
        self.notice.show_text("")
