"""The stylesheet: complete for every theme, scaled with the font."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from inspector import assets
from inspector.window.stylesheet import stylesheet
from inspector.window.theme import THEMES, make_theme


@pytest.mark.parametrize("name", THEMES)
def test_every_placeholder_is_filled_and_every_picture_exists(qtbot: QtBot, name: str) -> None:
    del qtbot
    text = stylesheet(make_theme(name))
    assert "$" not in text
    pictures = re.findall(r'url\("(.+?)"\)', text)
    assert pictures
    assert all(assets.path("icons", picture.rsplit("/", 1)[-1]).is_file() for picture in pictures)


def test_lengths_and_type_follow_the_scale(qtbot: QtBot) -> None:
    del qtbot
    theme = make_theme("light")
    normal = stylesheet(replace(theme, scale=1.0))
    double = stylesheet(replace(theme, scale=2.0))
    assert "font-size: 13px" in normal
    assert "font-size: 26px" in double
    assert "border-radius: 16px" in double


def test_high_contrast_has_thick_borders(qtbot: QtBot) -> None:
    del qtbot
    assert "border: 2px solid #FFFFFF" in stylesheet(make_theme("contrast"))
