"""The stylesheet, written once over a theme's tokens."""

from __future__ import annotations

from string import Template
from typing import Final

from PySide6.QtGui import QFont

from inspector import assets
from inspector.window.theme import DATA, HEADLINE, NOTE, TEXT, Theme

LENGTHS: Final = (1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 16, 18, 20, 24)
"""Lengths that the stylesheet uses as `${px8}` and so on, scaled with the font."""
TITLE, CELL_MARGIN = 4, 3
"""What stands left of a column's title, and what Qt itself leaves left of a text in a cell."""


def stylesheet(theme: Theme) -> str:
    """Return `resources/window.qss` with a theme's colours and lengths filled in."""
    values = dict(theme.tokens)
    values |= {f"px{length}": f"{theme.px(length)}px" for length in LENGTHS}
    values["beside_title"] = f"{max(theme.px(TITLE) - CELL_MARGIN, 0)}px"
    values |= {"line": f"{theme.line}px", "mono": _families(theme.data_font())}
    values |= {"sans": _families(theme.font()), "bold": str(int(theme.bold))}
    values |= {
        name: f"{theme.px(size)}px"
        for name, size in (
            ("text_size", TEXT),
            ("note_size", NOTE),
            ("headline_size", HEADLINE),
            ("data_size", DATA),
        )
    }
    # In high contrast the grounds are all one, and a border tells where a strip begins.
    ground = "Text" if theme.name == "contrast" else "Bg"
    values |= {f"{tone}Line": theme[f"{tone}{ground}"] for tone in ("ok", "warn", "err", "info")}
    values["arrow"] = "light" if theme.name == "light" else "dark"
    values["icons"] = assets.path("icons").as_posix()
    return Template(assets.text("window.qss")).substitute(values)


def _families(font: QFont) -> str:
    """Return a font's families as the stylesheet lists them."""
    return ", ".join(f'"{family}"' for family in font.families())
