"""Colours, type and spacing of the window: three themes over one set of token names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)

from inspector import assets

THEMES: Final = ("light", "dark", "contrast")
REFERENCE_POINT_SIZE: Final = 9.0
"""The system font size at which the figures of the design hold (100 %)."""
CHINESE: Final = (
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "Noto Sans SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
)
"""Families for simplified Chinese, the best first.

On Linux Qt thickens outlines of the OpenType kind, as Noto's CJK fonts have them, and no others:
light on dark, their regular characters look bold beside Latin ones. TrueType comes first.
"""
TEXT, NOTE, HEADLINE, DATA = 13, 12, 15, 12
"""Type sizes in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The tokens of one theme, and the scale that the system's font size asks for."""

    name: str
    """`light`, `dark` or `contrast`."""
    tokens: dict[str, str]
    scale: float = 1.0

    def __getitem__(self, token: str) -> str:
        """Return a colour as `#RRGGBB`."""
        return self.tokens[token]

    def color(self, token: str) -> QColor:
        """Return a colour token for painting."""
        return QColor(self.tokens[token])

    def px(self, size: float) -> int:
        """Return a length of the design in logical pixels at this scale."""
        return round(size * self.scale)

    chinese: tuple[str, ...] = ()
    """Families with Chinese characters, which stand behind the system's own in each font."""
    bold: QFont.Weight = QFont.Weight.DemiBold
    """The weight of headings: such that Chinese ones are bold, too."""
    _pictures: dict[tuple[str, str, int, float], QPixmap] = field(
        default_factory=dict, repr=False, compare=False
    )
    """Icons that were drawn: a window shows each of them many times."""

    @property
    def line(self) -> int:
        """The width of a border in pixels."""
        return 2 if self.name == "contrast" else 1

    def font(self, size: int = TEXT, *, bold: bool = False) -> QFont:
        """Return the interface font at a size of the type scale."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        font.setFamilies([QFontInfo(font).family(), *self.chinese])
        font.setPixelSize(self.px(size))
        font.setWeight(self.bold if bold else QFont.Weight.Normal)
        return font

    def data_font(self, size: int = DATA) -> QFont:
        """Return the monospaced font for keys, ciphertext, payload and paths."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setFamilies([QFontInfo(font).family(), *self.chinese])
        font.setPixelSize(self.px(size))
        font.setStyleHint(QFont.StyleHint.Monospace)
        return font

    def icon(self, name: str, colour: str = "text") -> QIcon:
        """Return `resources/icons/<name>.svg` painted in a colour token."""
        icon = QIcon()
        modes = QIcon.Mode
        for mode, token in (
            (modes.Normal, colour),
            (modes.Selected, colour),
            (modes.Disabled, "muted"),
        ):
            icon.addPixmap(self.pixmap(name, token, 16), mode)
        return icon

    def pixmap(self, name: str, token: str, size: int) -> QPixmap:
        """Return an icon as a picture of `size` logical pixels, crisp on this screen."""
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        key = (name, token, size, ratio)
        if key not in self._pictures:
            self._pictures[key] = self._draw(name, token, size, ratio)
        return self._pictures[key]

    def _draw(self, name: str, token: str, size: int, ratio: float) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer

        svg = assets.text("icons", f"{name}.svg").replace("currentColor", self.tokens[token])
        side = round(self.px(size) * ratio)
        picture = QPixmap(QSize(side, side))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        QSvgRenderer(QByteArray(svg.encode())).render(painter)
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture

    def palette(self) -> QPalette:
        """Return the palette for what the stylesheet does not reach."""
        roles = QPalette.ColorRole
        palette = QPalette()
        for role, token in (
            (roles.Window, "window"),
            (roles.WindowText, "text"),
            (roles.Base, "surface"),
            (roles.AlternateBase, "sunken"),
            (roles.Text, "text"),
            (roles.Button, "surface"),
            (roles.ButtonText, "text"),
            (roles.PlaceholderText, "muted"),
            (roles.Highlight, "selection"),
            (roles.HighlightedText, "text"),
            (roles.ToolTipBase, "surface"),
            (roles.ToolTipText, "text"),
            (roles.Link, "infoText"),
            (roles.LinkVisited, "infoText"),
            (roles.Accent, "accent"),
            (roles.Light, "surface"),
            (roles.Midlight, "surface"),
            (roles.Mid, "border"),
            (roles.Dark, "border"),
            (roles.Shadow, "border"),
        ):
            palette.setColor(role, self.color(token))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("muted"))
        return palette


def make_theme(name: str | None) -> Theme:
    """Return a theme by name; None follows the system's colour scheme."""
    scheme = QGuiApplication.styleHints().colorScheme()
    wanted = name or ("dark" if scheme is Qt.ColorScheme.Dark else "light")
    points = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
    scale = points / REFERENCE_POINT_SIZE if points > 0 else 1.0
    tokens = assets.table("themes")[wanted]
    chinese = _chinese_families()
    return Theme(wanted, tokens, min(max(scale, 0.8), 3.0), chinese, _heading_weight(chinese))


def _chinese_families() -> tuple[str, ...]:
    """Return the families of this system that show simplified Chinese, the best first.

    The Latin family comes first in every font, so that `·` and `…` keep their width; without a
    family named for Chinese, Qt may take a Japanese one, whose characters differ.
    """
    there = set(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
    return tuple(family for family in CHINESE if family in there)


def _heading_weight(chinese: tuple[str, ...]) -> QFont.Weight:
    """Return semi-bold, or bold where the Chinese family has no bold: Qt makes up only the latter.

    `WenQuanYi Micro Hei` has one weight, in which semi-bold headings would look like body text.
    """
    database, weights = QFontDatabase, QFont.Weight
    if not chinese:
        return weights.DemiBold
    heaviest = max((database.weight(chinese[0], s) for s in database.styles(chinese[0])), default=0)
    return weights.DemiBold if heaviest >= weights.DemiBold else weights.Bold
