"""Nothing that was pasted is ever read as markup: labels, tips, accessible texts, cells."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget

from inspector.share_paths import Options, SharePath
from inspector.tickets.ticket import WIRE_NAMES
from inspector.window.state.undo import Step
from tests.window.left_hand import LeftHand

MARKUP = '<b>bold</b><img src="file:///etc/passwd">'


def tips(window: QWidget) -> Iterator[str]:
    """Give every tool tip of a window that holds the markup, those of cells, too."""
    for widget in window.findChildren(QWidget):
        yield widget.toolTip()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            for index in indexes(widget.model(), QModelIndex()):
                yield str(index.data(Qt.ItemDataRole.ToolTipRole) or "")


def indexes(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[QModelIndex]:
    """Give the first cells of a model, level by level."""
    for row in range(min(model.rowCount(parent), 8)):
        for column in range(model.columnCount(parent)):
            yield model.index(row, column, parent)
        yield from indexes(model, model.index(row, 0, parent))


def test_markup_in_every_field_stays_text(hand: LeftHand) -> None:
    for wire in WIRE_NAMES.values():
        hand.state.edit_field(wire, MARKUP)
    path = hand.window.state.path
    path.set_share_path(SharePath(MARKUP, [(MARKUP, MARKUP)]), Step.EDIT_PATH)
    path.set_options(Options(MARKUP, "trial", f"https://example.com/{MARKUP}"))
    hand.verdict()
    hand.state.paste_capture(f'{{"{MARKUP}": 1}} {MARKUP}')
    for workspace in ("inspect", "reports", "share_path"):
        hand.window.show_workspace(workspace)
        hand.qtbot.wait(60)
        labels = [w for w in hand.window.findChildren(QLabel) if "<" in w.text()]
        assert labels or workspace == "reports"
        assert all(w.textFormat() is Qt.TextFormat.PlainText for w in labels)
        risky = [tip for tip in tips(hand.window) if "<img" in tip or "<b>" in tip]
        assert not risky
