"""Labels that show text as plain text, styled by role and tone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractSpinBox, QLabel, QWidget

from inspector.messages import Messages
from inspector.visible import visible
from inspector.window.theme import Theme

FIELD_EDGE: Final = 8
"""What the stylesheet leaves left of the text of a field, at 100 %."""


def set_property(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the stylesheet selects by, and let it see that.

    What it has not dressed yet it meets later, with all properties.
    """
    if (widget.property(name) or "") == value:
        return
    widget.setProperty(name, value)
    for each in (widget, *widget.findChildren(QLabel)):
        if each.testAttribute(Qt.WidgetAttribute.WA_StyleSheet):
            each.style().unpolish(each)
            each.style().polish(each)


def label(
    text: str = "", role: str = "text", *, wrap: bool = False, select: bool = False
) -> QLabel:
    """Return a label for one role: `text`, `heading`, `headline`, `note` or `data`.

    What it shows is never read as markup, so pasted text stays text.
    """
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    if select:
        flags = Qt.TextInteractionFlag
        made.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    return made


def set_in(field: QAbstractSpinBox, theme: Theme) -> None:
    """Leave the room left of a number or a time that other fields have, which Qt leaves out."""
    field.lineEdit().setTextMargins(theme.px(FIELD_EDGE), 0, 0, 0)


def set_tone(widget: QWidget, tone: str) -> None:
    """Give a label or strip the colour of an outcome: `ok`, `warn`, `err`, `info`, `plain`."""
    set_property(widget, "tone", tone)


def laid_out(text: str, font: QFont, width: int, *, anywhere: bool) -> tuple[QTextLayout, float]:
    """Return a text in lines of a width, and its height; broken `anywhere`, or between words."""
    layout, option = QTextLayout(text, font), QTextOption()
    modes = QTextOption.WrapMode
    option.setWrapMode(modes.WrapAnywhere if anywhere else modes.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, height


def unbroken(text: str) -> str:
    """Return a text whose last mark, ✓ or ✗, never stands alone in a line."""
    return text.replace(" ✓", "\N{NO-BREAK SPACE}✓").replace(" ✗", "\N{NO-BREAK SPACE}✗")


def grouped(number: int) -> str:
    """Return a number with commas between its thousands, as English and Chinese write it."""
    return f"{number:,}"


def used_of_limit(messages: Messages, used: int, limit: int) -> str:
    """Return how much of a limit is used, and by how much it is passed."""
    if used <= limit:
        return f"{used} / {limit}"
    sentence = messages.gettext("{used} / {limit} · {excess} too many")
    return sentence.format(used=used, limit=limit, excess=used - limit)


def plain_tip(text: str) -> str:
    """Return a text as a tool tip that is never read as markup, with its hidden marks shown."""
    from html import escape

    shown = escape(visible(text, lines=True))
    return f'<span style="white-space: pre-wrap">{shown}</span>' if text else ""
