"""The code with its figures and buttons, laid out so that the code is as large as it can be."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QIcon, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QMenu, QPushButton, QWidget

from inspector.window.code_painting import device_pixels_a_module
from inspector.window.context import Context
from inspector.window.qr_panel.code_status import CodeStatus
from inspector.window.qr_panel.qr_view import QrView
from inspector.window.qr_panel.read_back import ReadBack, Reading
from inspector.window.qr_panel.stage_button import StageButton, stage_button
from inspector.window.widgets.text import label, set_property

if TYPE_CHECKING:
    from inspector.qr import QrCode

DOWN, ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight

ICON_SAVES: Final = 6
"""Pixels by which a button's side is narrower where room is scarce; see the stylesheet."""
NARROW: Final = 300
SMALL_MODULE: Final = 2
"""Logical pixels; at 96 an inch half a millimetre, what a hand-held phone needs."""
GOOD_MODULE, LARGEST_LEAST = 3, 200
"""Logical pixels a module that the code insists on, while it is no higher than the second."""
COMFORTABLE, HIGHEST_COMFORTABLE = 200, 300
"""Logical pixels of the code's side where it stands beside the words, whatever the text's size."""
LEAST_WIDTH, LEAST_HEIGHT, LEAST_HEIGHT_EMPTY = 220, 150, 84
"""At 100 %; narrower or lower, buttons become pictures and the code keeps what is left."""


class CodeStage(QWidget):
    """Puts figures and buttons below the code, or beside it where that leaves it larger."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        _ = context.messages.gettext
        self._context = context
        self._gap = context.theme.px(8)
        self._roomy = False
        self._offered: list[QAction] = []
        self.view = QrView(context.theme, 64, self)
        """The code."""
        self.view.setObjectName("qrView")
        self.view.setAccessibleName(_("QR code"))
        self.view.hide()
        self.sentence = label("", "note", wrap=True)
        """What stands in the code's place where there is none."""
        self.sentence.setObjectName("codeSentence")
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.read_back = ReadBack(self.view)
        """Whether the painted code was read."""
        self.status = CodeStatus(context, self)
        self.copy = stage_button(context, _("Copy"), _("Copy code as picture"), "copy")
        self.save = stage_button(context, _("Save…"), _("Save code…"), "save")
        self.large = stage_button(
            context, _("Full screen"), _("Show code full screen") + " (F11)", "expand"
        )
        self.copy_link = QPushButton(_("Copy link"))
        """Copies what the code says; seen where the text itself has no room."""
        self.copy_link.setObjectName("copyLink")
        self.copy_link.setProperty("role", "primary")
        self.copy_link.hide()
        self.read = StageButton(_("Read a code…"), context.theme)
        self.read.setObjectName("readCode")
        self._buttons = QBoxLayout(ACROSS)
        self._actions = QBoxLayout(ACROSS)
        self._side = QBoxLayout(DOWN)
        self._whole = QBoxLayout(DOWN, self)
        self._lay_out()
        self.read_back.changed.connect(self._show_reading)

    def offer(self, actions: list[QAction]) -> None:
        """Offer actions by a right click on the code."""
        self._offered = actions
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._open_menu)

    def _open_menu(self, place: QPoint) -> None:
        """Open the menu of the code; Qt's own one would wait in an event loop of its own."""
        menu = QMenu(self)
        menu.addActions(self._offered)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.mapToGlobal(place))

    def show_code(self, code: QrCode) -> None:
        """Show a code; what was read before does not hold any more."""
        self.read_back.forget()
        self.sentence.hide()
        self.view.show_code(code)
        self.view.show()
        self._show_figures(code)
        self._choose_direction()

    def offer_link(self, offered: bool) -> None:
        """Offer to copy what the code says, where the text itself has no room."""
        if offered == self.copy_link.isHidden():
            self.copy_link.setVisible(offered)
            self._ask_for_room(self.view.code)

    def expect(self, text: str) -> None:
        """Take back the word about a code that no longer says the text."""
        if self.view.code is not None and self.view.code.text != text:
            self.read_back.forget()

    def show_sentence(self, sentence: str) -> None:
        """Show why there is no code."""
        self.read_back.forget()
        self.view.clear()
        self.view.hide()
        self.sentence.setText(sentence)
        self.sentence.show()
        self._show_figures(None)
        self._choose_direction()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the layout that leaves more room for the code."""
        super().resizeEvent(event)
        self._choose_direction()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Choose again where another style sheet makes the buttons wider or narrower."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._choose_direction()

    def _show_reading(self, reading: Reading) -> None:
        logical = self.view.pixels_a_module() / self.view.devicePixelRatioF()
        self.status.show_reading(reading, small=logical < SMALL_MODULE)

    def set_roomy(self, roomy: bool) -> None:
        """Insist on a code that a phone takes from the desk, or only on the least one."""
        if roomy != self._roomy:
            self._roomy = roomy
            self._ask_for_room(self.view.code)

    def comfortable_side(self, code: QrCode) -> int:
        """Return the side of the smallest sharp code that is comfortable; 0 if none has room."""
        ratio = self.view.devicePixelRatioF()
        module = math.ceil(COMFORTABLE * ratio / code.side)
        side = math.ceil(module * code.side / ratio)
        return side if side <= HIGHEST_COMFORTABLE else 0

    def _show_figures(self, code: QrCode | None) -> None:
        self.status.show_code(code)
        self._ask_for_room(code)
        for button in (self.copy, self.save, self.large):
            button.setVisible(code is not None)

    def _ask_for_room(self, code: QrCode | None) -> None:
        px = self._context.theme.px
        side = self.comfortable_side(code) if self._roomy and code is not None else 0
        least = LEAST_HEIGHT if code is not None else LEAST_HEIGHT_EMPTY
        good = GOOD_MODULE * code.side if code is not None else 0
        least = max(least, good if good <= LARGEST_LEAST else 0)
        high = side + self._rows() if side else 0
        if code is not None and not self.copy_link.isHidden():
            high = max(high, self._least_column())
        self.setMinimumSize(max(px(LEAST_WIDTH), side), max(px(least), high))

    def _least_column(self) -> int:
        """Return the height of figures and buttons beside the code, the buttons as pictures."""
        return self.status.height_in_column() + self._button_rows(2)

    def _rows(self) -> int:
        """Return the height of figures and buttons below the code."""
        return self.status.height_in_row() + self._button_rows(1)

    def _button_rows(self, rows: int) -> int:
        """Return the height of some rows of buttons, and of the one that copies the link."""
        line = self.read.sizeHint().height() + self._gap
        return (rows + (not self.copy_link.isHidden())) * line + self._gap

    def _lay_out(self) -> None:
        px = self._context.theme.px
        self._whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(px(LEAST_WIDTH), px(LEAST_HEIGHT))
        for layout in (self._buttons, self._actions, self._side, self._whole):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(self._gap)
        self._actions.setSpacing(self._gap // 2)
        for button in (self.copy, self.save, self.large):
            self._buttons.addWidget(button)
        self._actions.addLayout(self._buttons)
        self._actions.addStretch(1)
        self._actions.addWidget(self.read)
        self._side.addStretch(1)
        self._side.addWidget(self.copy_link, 0, Qt.AlignmentFlag.AlignLeft)
        self._side.addWidget(self.status)
        self._side.addLayout(self._actions)
        self._whole.addWidget(self.view, 1)
        self._whole.addWidget(self.sentence, 1)
        self._whole.addLayout(self._side)

    def _choose_direction(self) -> None:
        """Compare the code in both layouts, by whole pixels a module; a sentence has the width."""
        if self.view.isHidden():
            self._arrange(across=False, compact=False)
            return
        tall = self.status.height_in_column() + self._button_rows(4)
        roomy = self.height() >= tall and self.width() >= self._context.theme.px(NARROW)
        beside = {compact: self._beside(compact) for compact in (False, True)}
        compact = not roomy or beside[True][0] > beside[False][0]
        if beside[compact] > self._measured(self.width(), self.height() - self._rows()):
            self._arrange(across=True, compact=compact)
            return
        buttons = (self.copy, self.save, self.large, self.read)
        wide = sum(button.text_width + self._gap for button in buttons)
        self._arrange(across=False, compact=self.width() < wide)

    def _beside(self, compact: bool) -> tuple[int, int]:
        """Return what is left for the code beside the column of figures and buttons."""
        read = self.read.text_width - (2 * ICON_SAVES if compact else 0)
        column = max(read, self.status.width_in_column())
        return self._measured(self.width() - column - self._gap, self.height())

    def _measured(self, width: int, height: int) -> tuple[int, int]:
        """Return the pixels of a module and the side of the room that a code has in a place."""
        if self.view.code is None:
            return 0, 0
        ratio = self.view.devicePixelRatioF()
        module = device_pixels_a_module(self.view.code, width, height, ratio)
        return module, min(width, height)

    def _arrange(self, *, across: bool, compact: bool) -> None:
        self._whole.setDirection(ACROSS if across else DOWN)
        self._actions.setDirection(DOWN if across else ACROSS)
        self._buttons.setDirection(DOWN if across and not compact else ACROSS)
        self._buttons.setSpacing(self._gap // 2 if compact else self._gap)
        self.status.set_in_column(across)
        set_property(self.read, "role", "icon" if compact else "")
        for button in (self.copy, self.save, self.large):
            button.setText("" if compact else button.accessibleName())
            button.setIcon(button.picture if compact else QIcon())
            set_property(button, "role", "icon" if compact else "")
