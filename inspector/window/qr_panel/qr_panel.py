"""The right column's lower half: target, text and QR code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector.findings import Finding, Severity
from inspector.share_paths import Link, find_target
from inspector.window.code_painting import code_image
from inspector.window.commands import Command, Menu
from inspector.window.context import Context
from inspector.window.faults import show_parts
from inspector.window.finding_strips import FindingStrips
from inspector.window.panel import Panel
from inspector.window.qr_panel.code_reader import picture_files
from inspector.window.qr_panel.code_stage import CodeStage
from inspector.window.qr_panel.late_options import LateOptions
from inspector.window.qr_panel.reading_codes import ReadingCodes
from inspector.window.qr_panel.short_offer import ShortOffer
from inspector.window.qr_panel.target_chooser import TargetChooser
from inspector.window.qr_panel.target_text import TargetText
from inspector.window.widgets.fold_note import FoldNote

if TYPE_CHECKING:
    from inspector.qr import QrCode, QrError

OF_THE_TARGET = ("appid", "base_url", None)
"""Fields whose findings stand here; those of the path stand below the path line."""
SAID_IN_THE_FIELD = ("app_id_missing", "base_url_missing")
COPIED_PIXELS_A_MODULE = 8
LEAST_WIDTH = 264
BESIDE = 560
"""Width from which the code stands beside the words, at 100 %."""


class QrPanel(Panel):
    """The right column's lower half: target, its options and text, and the code."""

    panel_id = "qr"

    def __init__(self, context: Context, parent: QWidget) -> None:
        _ = context.messages.gettext
        super().__init__(_("Test code"), context, parent)
        self._path = context.state.path
        self._target = TargetChooser(context, self)
        self._words = QVBoxLayout()
        self._options = LateOptions(self._words, self)
        self._text = TargetText(context, self)
        self._opens = FoldNote(context.theme, _("What it opens"), self)
        self._opens.setObjectName("opensNote")
        self._findings = FindingStrips(context, self, brief=True)
        self._stage = CodeStage(context, self)
        self._reading = ReadingCodes(context, self)
        self._offer = ShortOffer(context, self)
        self._whole = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._narrow = self._low = False
        self.setAcceptDrops(True)
        self._lay_out()
        self._wire()

    def commands(self) -> Sequence[Command]:
        """What can be done with the code."""
        _ = self.context.messages.gettext
        path, drawn, code = Menu.PATH, self._drawn, _("needs a code")
        copy, save, large = self.copy_picture, self.save, self.enlarge
        return (
            Command("code.copy_text", path, _("Copy target text"), self._text.copy, "Ctrl+Shift+C"),
            Command("code.copy", path, _("Copy code as picture"), copy, enabled=drawn, needs=code),
            Command("code.save", path, _("Save code…"), save, "Ctrl+Shift+S",
                    enabled=drawn, needs=code),
            Command("code.large", path, _("Show code full screen"), large, "F11",
                    enabled=drawn, needs=code),
            *self._reading.commands(),
        )  # fmt: skip

    def make_rest(self) -> Iterator[None]:
        """Make the options."""
        yield
        self._options.complete()

    def copy_picture(self) -> None:
        """Put the code on the clipboard as a picture."""
        if self._stage.view.code is not None:
            picture = code_image(self._stage.view.code, COPIED_PIXELS_A_MODULE)
            QGuiApplication.clipboard().setImage(picture)

    def save(self) -> None:
        """Ask for format, size and place of a picture."""
        if self._stage.view.code is not None:
            from inspector.window.qr_panel.save_dialog import SaveCodeDialog

            SaveCodeDialog(self.context, self._stage.view.code, self.window()).open()

    def enlarge(self) -> None:
        """Show the code on the whole screen."""
        if self._stage.view.code is not None:
            from inspector.window.qr_panel.full_screen import FullScreenCode

            FullScreenCode(self.context, self.window()).showFullScreen()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take pictures; other things are left to the window."""
        if event.mimeData().hasImage() or picture_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Read the codes of what was dropped."""
        self._reading.reader.read_mime(event.mimeData())
        event.acceptProposedAction()

    def _drawn(self) -> bool:
        return self._stage.view.code is not None

    def _lay_out(self) -> None:
        self.header.setStretch(self.header.count() - 1, 0)
        self.header.addWidget(self._target, 1)
        px, note = self.context.theme.px, QHBoxLayout()
        note.setSpacing(px(8))
        note.addWidget(self._opens, 1)
        note.addWidget(self._text.count, 0, Qt.AlignmentFlag.AlignTop)
        words = self._words
        words.setSpacing(px(8))
        words.addWidget(self._text)
        words.addLayout(note)
        for widget in (self._findings, self._offer.notice, self._reading.notice):
            words.addWidget(widget)
        words.addStretch(0)
        self._whole.setSpacing(px(16))
        self._whole.addLayout(words)
        self._whole.addWidget(self._stage)
        self.body.addLayout(self._whole, 1)

    def set_narrow(self, narrow: bool) -> None:
        """Leave room for the code: it says the text, which one click copies."""
        self._narrow = narrow
        self._whole.setSpacing(self.context.theme.px(8 if narrow else 16))
        for title in self.findChildren(QLabel, "cardTitle"):
            title.setVisible(not narrow)
        self._place_words()

    def set_low(self, low: bool) -> None:
        """Ask for no height that would push the other forms out of a low window."""
        if low != self._low:
            self._low = low
            self._place_code()

    def _place_words(self) -> None:
        """Show the text where no code says it, and a short form's AppID beside its name."""
        coded = self._narrow and self._stage.view.code is not None
        self._text.setVisible(not coded)
        self._stage.offer_link(coded)
        target = find_target(self._path.link.target)
        beside = self._narrow and target.scannable and target.needs == ("app_id",)
        self._options.place_app_id(self.header, self._room_in_header() if beside else 0)

    def _room_in_header(self) -> int:
        """Return the width that is left beside the whole name of the form."""
        room = self.contentsRect().marginsRemoved(self.body.contentsMargins()).width()
        return room - self._target.title_width() - self.header.spacing()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the width with the code below the words, and the height of words as they wrap."""
        hint = super().minimumSizeHint()
        width = min(hint.width(), self.context.theme.px(LEAST_WIDTH))
        return QSize(width, max(hint.height(), self.least_height()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Stand the code beside the words where there is room for both."""
        super().resizeEvent(event)
        self._place_words()
        self._place_code()

    def _place_code(self) -> None:
        """Stand the code beside the words; a reason for having none leaves them the width."""
        wide = self.width() >= self.context.theme.px(BESIDE)
        beside = wide and self._stage.view.code is not None
        direction = QBoxLayout.Direction
        self._whole.setDirection(direction.RightToLeft if beside else direction.TopToBottom)
        self._whole.setStretch(0, 3 if beside else 0)
        self._whole.setStretch(1, 2 if beside else 1)
        self._text.set_roomy(wide)
        self._stage.set_roomy(beside and not self._narrow and not self._low)

    def _wire(self) -> None:
        self._stage.copy_link.clicked.connect(self._text.copy)
        self._stage.copy.clicked.connect(self.copy_picture)
        self._stage.save.clicked.connect(self.save)
        self._stage.large.clicked.connect(self.enlarge)
        self._reading.fill_menu(self._stage.read)
        self._stage.offer([self._action(command) for command in self.commands()[1:4]])
        self._stage.view.opened.connect(self.enlarge)
        self._path.link_changed.connect(self._show_link)
        self._path.code_changed.connect(self._show_code)
        self._show_link(self._path.link)
        self._show_code(self._path.code)

    def _action(self, command: Command) -> QAction:
        action = QAction(command.title, self)
        action.triggered.connect(command.run)
        return action

    def _show_link(self, link: Link) -> None:
        shown = () if self._path.draft.blank else link.findings
        here = [finding for finding in shown if finding.field in OF_THE_TARGET]
        facts = [finding for finding in here if finding.severity is Severity.INFO]
        strips = [f for f in here if f not in facts and f.code not in SAID_IN_THE_FIELD]
        stage, show_strips = self._stage, self._findings.show_findings
        show_parts(
            (partial(stage.expect, link.text), partial(stage.show_sentence, "")),
            (partial(self._show_opens, link, facts), partial(self._opens.show_text, "")),
            (partial(show_strips, strips), self._findings.hide),
            (self._place_words,),
        )

    def _show_opens(self, link: Link, facts: Sequence[Finding]) -> None:
        told = dict.fromkeys(self._findings.sentence(finding) for finding in facts)
        self._opens.show_text("\n".join((self.context.messages.gettext(link.opens), *told)))

    def _show_code(self, code: QrCode | QrError | None) -> None:
        ways = partial(self._show_stage, code), partial(self._stage.show_sentence, "")
        show_parts(ways, (self._place_words,), (self._place_code,))

    def _show_stage(self, code: QrCode | QrError | None) -> None:
        if code is None:
            self._stage.show_sentence(self._why_none())
            return
        from inspector.qr import QrCode

        if isinstance(code, QrCode):
            self._stage.show_code(code)
        else:
            self._stage.show_sentence(self._why_not(code))

    def _why_not(self, problem: QrError) -> str:
        """Say why the text has no code, with the numbers where it is too long."""
        from inspector.qr import NotEncodable, TooLong

        _ = self.context.messages.gettext
        if isinstance(problem, TooLong):
            sentence = _("Too long for a QR code: {used} bytes, at most {capacity} fit.")
            return sentence.format(used=problem.bytes, capacity=problem.capacity)
        if isinstance(problem, NotEncodable):
            return _("The text holds half of a character pair; no code can carry it.")
        return self._why_none()

    def _why_none(self) -> str:
        """Say why no code was drawn."""
        _ = self.context.messages.gettext
        link = self._path.link
        if self._path.draft.blank:
            return _("Type a page, and its code appears here.")
        if link.cause is not None:
            return _("No code: what is marked in red has to be put right first.")
        if find_target(link.target).platform_issued:
            return _("No code: the platform answers this request with what can be scanned.")
        if not link.scannable:
            return _("No code: scanning this text would open nothing.")
        return _("Drawing the code…")
