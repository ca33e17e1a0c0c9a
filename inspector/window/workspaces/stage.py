"""The stage: all panels in one row of splitters, of which a workspace shows some.

The panels never move from one parent to another; what changes is who is seen, and how wide.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QSplitterHandle,
    QWidget,
)

from inspector.window.context import Context
from inspector.window.theme import Theme
from inspector.window.workspaces.arrangement import Arrangement
from inspector.window.workspaces.panels import Panels
from inspector.window.workspaces.rail import Rail

CRAFTING: Final = "crafting"
"""The column of share path and forms, by the name that arrangements use."""
CRAFTED: Final = ("share_path", "qr")
"""Panels of that column, by their names."""
CHOSEN_AND_FORMS: Final = {"chosen": 310, "forms": 430}
"""First heights of the chosen form with its code and of all forms, at 100 %."""
LOW: Final = 715
"""Height from which a comfortable code and the other forms stand above each other, at 100 %."""
GAP: Final = 10
"""Between cards, at 100 %."""


class Stage(QScrollArea):
    """Shows an `Arrangement`; scrolls as a whole where columns are stacked, or the window is low.

    Signals:
        resized: there is another width to arrange the panels in.
        unfolded: the rail was clicked; the column that it stands for is wanted.
    """

    resized = Signal()
    unfolded = Signal()

    def __init__(self, panels: Panels, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("stage")
        self._theme = context.theme
        self._qr = panels.qr
        self._panels = {panel.panel_id: panel for panel in panels.all}
        self._outer = self._splitter(Qt.Orientation.Horizontal)
        self._crafting = self._splitter(Qt.Orientation.Vertical)
        self._uses = self._splitter(Qt.Orientation.Vertical)
        for panel in (panels.qr, panels.forms):
            self._uses.addWidget(panel)
        panels.share_path.height_changed.connect(self._apply)
        crafting: tuple[QWidget, ...] = (panels.share_path, self._uses)
        for widget in crafting:
            self._crafting.addWidget(widget)
        for column in (panels.ticket_list, panels.ticket, panels.payload, self._crafting):
            self._outer.addWidget(column)
        self._columns: dict[str, QWidget] = {
            "ticket_list": panels.ticket_list,
            "ticket": panels.ticket,
            "payload": panels.payload,
            CRAFTING: self._crafting,
        }
        self._rails = {
            name: Rail(panel.accessibleName(), button, context, self)
            for name, panel, button in (
                ("payload", panels.payload, "openPayloadButton"),
                (CRAFTING, panels.share_path, "openSharePathButton"),
            )
        }
        self._shown: Arrangement | None = None
        self._arranging = False
        self._wanted: dict[str, int] = {}
        self._lay_out()

    def arrange(self, wanted: Arrangement, sizes: Mapping[str, int]) -> None:
        """Show some panels; `sizes` are remembered widths, which overrule the first ones."""
        self._shown = wanted
        self._arranging = True
        self._stack(wanted.stacked)
        for name, column in self._columns.items():
            column.setVisible(name in wanted.columns)
        if wanted.crafting:
            for name in CRAFTED:
                self._panels[name].setVisible(name in wanted.crafting)
                self._panels[name].set_narrow(not (wanted.side_by_side or wanted.stacked))
        self._panels["forms"].setVisible(wanted.forms)
        for name, rail in self._rails.items():
            rail.setVisible(name == wanted.rail)
        side, above = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self._crafting.setOrientation(side if wanted.side_by_side else above)
        firsts = dict(zip(wanted.crafting, wanted.crafting_sizes, strict=True))
        kept = {name: size for name, size in sizes.items() if name not in self._by_content}
        self._wanted = {**wanted.columns, **firsts, **CHOSEN_AND_FORMS, **kept}
        self._arranging = False
        self._apply()

    @property
    def _by_content(self) -> tuple[str, ...]:
        """Panels whose heights follow what stands in them now: no size of before holds for them."""
        shown = self._shown
        narrow = shown is not None and not (shown.side_by_side or shown.stacked)
        return CRAFTED if narrow else ()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the new width out as before, and tell of it."""
        super().resizeEvent(event)
        self.resized.emit()
        self._qr.set_low(self.height() < self._theme.px(LOW))
        self._apply()

    @property
    def bare(self) -> Sequence[QWidget]:
        """The widgets around the panels, which have no style sheet unless they get their own."""
        return [*self._rails.values(), self.verticalScrollBar()]

    def sizes(self) -> dict[str, int]:
        """Return the size wanted for each panel and column that keeps one by itself, at 100 %.

        What they have now follows the window, too: below their least widths their shares are lost.
        """
        seen = self._seen_sizes().keys() - {*self._by_content}
        return {name: size for name, size in self._wanted.items() if name in seen}

    def scroll_to(self, panel_id: str) -> None:
        """Begin with a panel, where the columns stand one below the other."""
        page = self.widget()
        if page is not None and self._shown is not None and self._shown.stacked:
            top = self._panels[panel_id].mapTo(page, QPoint(0, 0)).y()
            self.verticalScrollBar().setValue(top)

    def take_keyboard(self) -> bool:
        """Stand on the rail that has taken a column's place; False where none is seen."""
        rail = next((rail for rail in self._rails.values() if rail.isVisible()), None)
        if rail is not None:
            rail.button.setFocus(Qt.FocusReason.OtherFocusReason)
        return rail is not None

    def _seen_sizes(self) -> dict[str, int]:
        """Return the width, or height, of each panel and column that is seen, at 100 %."""
        if self._shown is None:
            return {}
        found = dict(zip(self._columns, self._outer.sizes(), strict=True))
        if self._shown.crafting:
            found |= dict(zip(CRAFTED, self._crafting.sizes(), strict=True))
        if self._shown.forms:
            found |= dict(zip(CHOSEN_AND_FORMS, self._uses.sizes(), strict=True))
        return {name: round(size / self._theme.scale) for name, size in found.items() if size}

    def _apply(self) -> None:
        """Give every panel its share of the room there is now, once all are seen that are to be."""
        if self._arranging:
            return
        self._row.activate()  # so that the splitter has the width that is to be shared
        for splitter, names in (
            (self._outer, list(self._columns)),
            (self._crafting, CRAFTED),
            (self._uses, list(CHOSEN_AND_FORMS)),
        ):
            self._share_out(splitter, names)

    def _on_moved(self) -> None:
        """Keep what was dragged."""
        self._wanted |= self._seen_sizes()

    def _splitter(self, orientation: Qt.Orientation) -> QSplitter:
        splitter = _Splitter(orientation, self._theme)
        splitter.splitterMoved.connect(self._on_moved)
        splitter.setHandleWidth(self._theme.px(GAP))
        splitter.setChildrenCollapsible(False)
        return splitter

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        self._row = row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(GAP))
        row.addWidget(self._outer, 1)
        for rail in self._rails.values():
            row.addWidget(rail)
            rail.opened.connect(self.unfolded)
        self.setViewport(QWidget())  # its own would be filled, and asking for it takes 4 ms
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self._stack(False)

    def _stack(self, stacked: bool) -> None:
        """Stand the columns one below the other, each as high as it needs, or side by side."""
        orientation = Qt.Orientation
        self._outer.setOrientation(orientation.Vertical if stacked else orientation.Horizontal)
        for panel in self._panels.values():
            panel.set_stacked(stacked)

    def _share_out(self, splitter: QSplitter, names: Sequence[str]) -> None:
        wanted = [self._theme.px(self._wanted.get(name, 0)) for name in names]
        for index, size in enumerate(wanted):
            splitter.setStretchFactor(index, size)
        splitter.refresh()  # so that the handles of hidden panels take no room
        splitter.setSizes(wanted)


class _Splitter(QSplitter):
    """Parts panels by gaps of its own: by the style's, it would have to be dressed itself."""

    def __init__(self, orientation: Qt.Orientation, theme: Theme) -> None:
        super().__init__(orientation)
        self._theme = theme

    def createHandle(self) -> QSplitterHandle:  # noqa: N802 - Qt's name
        """Return another gap."""
        return _Gap(self.orientation(), self, self._theme)


class _Gap(QSplitterHandle):
    """The room between two panels, which shows itself where the pointer may drag it."""

    def __init__(self, orientation: Qt.Orientation, splitter: QSplitter, theme: Theme) -> None:
        super().__init__(orientation, splitter)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the gap where the pointer is over it, and nothing elsewhere."""
        del event
        if not self.underMouse():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("selection"))
        radius = self._theme.px(3)
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.end()
