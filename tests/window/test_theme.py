"""The themes: every text colour is readable on every ground it stands on."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFont, QFontDatabase
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector.window.app import build_window
from inspector.window.theme import CHINESE, THEMES, make_theme

GROUNDS = ("window", "surface", "sunken")
TEXTS = ("text", "muted", "okText", "warnText", "errText", "infoText")
PAIRS = [
    *((text, ground) for text in TEXTS for ground in GROUNDS),
    *((f"{tone}Text", f"{tone}Bg") for tone in ("ok", "warn", "err", "info")),
    *((token, "surface") for token in ("key", "string", "number", "literal")),
    *((text, "selection") for text in ("text", "key", "string")),
    ("accentText", "accent"),
]


def luminance(colour: QColor) -> float:
    """Relative luminance as the accessibility guidelines define it."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(c) for c in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_is_readable(qtbot: QtBot, name: str, text: str, ground: str) -> None:
    del qtbot
    theme = make_theme(name)
    wanted = 7.0 if name == "contrast" else 5.4 if text != "accentText" else 4.5
    assert contrast(theme.color(text), theme.color(ground)) >= wanted


def test_icons_take_the_colour_of_the_theme(qtbot: QtBot) -> None:
    del qtbot
    theme = make_theme("dark")
    picture = theme.pixmap("ok", "errText", 32).toImage()
    colours = {
        picture.pixelColor(x, y).name().upper()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert theme["errText"] in colours


def test_chinese_stands_behind_the_systems_own_family(qtbot: QtBot) -> None:
    del qtbot
    theme = make_theme("light")
    for font in (theme.font(), theme.data_font()):
        assert font.families()[0] not in CHINESE
        assert tuple(font.families()[1:]) == theme.chinese


def test_every_text_of_the_window_has_the_families_of_the_theme(qtbot: QtBot) -> None:
    window = build_window(language="zh_CN", theme="dark")
    qtbot.addWidget(window)
    window.show()
    theme = make_theme("dark")
    families = {tuple(theme.font().families()), tuple(theme.data_font().families())}
    labels = [label for label in window.findChildren(QLabel) if label.isVisible()]
    assert labels
    assert {tuple(label.font().families()) for label in labels} <= families


def test_chinese_headings_are_bold_where_the_family_has_one_weight(qtbot: QtBot) -> None:
    del qtbot
    theme = make_theme("light")
    if not theme.chinese:
        pytest.skip("no Chinese font")
    family = theme.chinese[0]
    heaviest = max(QFontDatabase.weight(family, style) for style in QFontDatabase.styles(family))
    weights = QFont.Weight
    assert theme.font(bold=True).weight() == (
        weights.DemiBold if heaviest >= weights.DemiBold else weights.Bold
    )
