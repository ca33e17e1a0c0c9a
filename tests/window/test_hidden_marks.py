"""No mark that turns or hides text reaches a label, a tip, a cell or a screen reader unshown."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QLocale, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QStyledItemDelegate,
    QWidget,
)

from inspector.share_paths import Options, SharePath
from inspector.tickets import Ticket
from inspector.tickets.ticket import WIRE_NAMES
from inspector.visible import visible
from inspector.window.dialogs.library_dialog import LibraryDialog
from inspector.window.state.undo import Step
from tests.window.commands import run
from tests.window.left_hand import LeftHand
from tests.window.sealing import sealed

MARKED: Final = "b\u202egnp.exe\u2066\u200b\u061c\u200f<b>x</b>"
"""Shown raw it reads as a picture; the markup shows as what it is."""
ROLES: Final = (
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
PAYLOAD: Final = {
    "nickName": MARKED,
    "openId": f"o{MARKED}",
    MARKED: {MARKED: [MARKED]},
    "watermark": {"timestamp": 1535624932, "appid": MARKED},
}


def columns(model: QAbstractItemModel, parent: QModelIndex) -> int:
    """Return how many columns there are; PySide does not let a list be asked."""
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)


def headers(model: QAbstractItemModel) -> Iterator[str]:
    """Give what stands above the columns."""
    for column in range(columns(model, QModelIndex())):
        for role in (*ROLES, Qt.ItemDataRole.DisplayRole):
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")


def cells(view: QAbstractItemView, parent: QModelIndex) -> Iterator[str]:
    """Give the texts of the first cells of a view as it paints and says them, level by level."""
    model = view.model()
    for row in range(min(model.rowCount(parent), 30)):
        for column in range(columns(model, parent)):
            index = model.index(row, column, parent)
            delegate, text = view.itemDelegateForIndex(index), index.data()
            if isinstance(delegate, QStyledItemDelegate) and isinstance(text, str):
                text = delegate.displayText(text, QLocale.c())
            yield from (str(index.data(role) or "") for role in ROLES)
            yield str(text or "")
        yield from cells(view, model.index(row, 0, parent))


def texts(window: QWidget) -> Iterator[tuple[str, str]]:
    """Give every text that a window shows or says, with the widget that does."""
    for widget in (window, *window.findChildren(QWidget)):
        name = f"{type(widget).__name__} {widget.objectName()}"
        yield from ((name, text) for text in spoken(widget))
        if isinstance(widget, QLabel | QAbstractButton):
            yield name, widget.text()
        if isinstance(widget, QGroupBox):
            yield name, widget.title()
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            yield name, widget.placeholderText()
        if isinstance(widget, QComboBox):
            yield from ((name, widget.itemText(place)) for place in range(widget.count()))
        if isinstance(widget, QHeaderView) and widget.model() is not None:
            yield from ((name, text) for text in headers(widget.model()))
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from ((name, text) for text in cells(widget, QModelIndex()))


def spoken(widget: QWidget) -> Iterator[str]:
    yield widget.toolTip()
    yield widget.statusTip()
    yield widget.windowTitle()
    yield widget.accessibleName()
    yield widget.accessibleDescription()


def raw(window: QWidget) -> set[tuple[str, str]]:
    """Return the texts in which a mark is not shown."""
    return {
        (name, text)
        for name, text in texts(window)
        if visible(plain(text), lines=True) != plain(text)
    }


def plain(text: str) -> str:
    """Return a text of the window without the blank that holds its own last sign to a word."""
    return re.sub("\N{NO-BREAK SPACE}(?=[✓✗])", " ", text)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Reports whose columns and cells hold the marks."""
    file = tmp_path / f"{MARKED.replace('/', '')}.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["session_key", "iv", "encryptedData", MARKED])
        for number in range(3):
            ticket = sealed(json.dumps(PAYLOAD))
            key = ticket.session_key if number else MARKED
            rows.writerow([key, ticket.iv, ticket.encrypted_data, MARKED])
    return file


def fields(hand: LeftHand) -> None:
    for wire in WIRE_NAMES.values():
        hand.state.edit_field(wire, MARKED)


def payload(hand: LeftHand) -> None:
    made = sealed(json.dumps(PAYLOAD))
    hand.state.load(
        [
            Ticket(
                made.session_key, made.iv, made.encrypted_data, MARKED, MARKED, MARKED, label=MARKED
            )
        ]
    )


def several(hand: LeftHand) -> None:
    made = [sealed(json.dumps(PAYLOAD)) for _ in range(3)]
    hand.state.load([Ticket(t.session_key, t.iv, t.encrypted_data, label=MARKED) for t in made])


def capture(hand: LeftHand) -> None:
    hand.state.paste_capture(f'{{"errMsg": "getShareInfo:fail {MARKED}", "{MARKED}": 1}}')


def path(hand: LeftHand) -> None:
    state = hand.window.state.path
    state.set_options(Options(MARKED, "trial", f"https://example.com/{MARKED}", title=MARKED))
    state.set_share_path(SharePath(MARKED, [(MARKED, MARKED), (MARKED, "")]), Step.EDIT_PATH)
    hand.window.state.environments.save(MARKED)


@pytest.mark.parametrize("put", [fields, payload, several, capture, path])
def test_whatever_is_put_into_the_window(put: Callable[[LeftHand], None], hand: LeftHand) -> None:
    put(hand)
    hand.qtbot.waitUntil(lambda: not hand.window.busy, timeout=20_000)
    for workspace in ("inspect", "reports", "share_path"):
        hand.window.show_workspace(workspace)
        QApplication.processEvents()
        assert not raw(hand.window)


def test_a_file_with_marks_in_its_name_columns_and_cells(hand: LeftHand, table: Path) -> None:
    hand.window.open_files([table])
    hand.qtbot.waitUntil(lambda: not hand.window.busy, timeout=20_000)
    assert len(hand.sheet.tickets) >= 3
    for workspace in ("reports", "inspect"):
        hand.window.show_workspace(workspace)
        QApplication.processEvents()
        assert not raw(hand.window)


@pytest.mark.parametrize(
    "command",
    [
        *("ticket.report", "ticket.save_case", "ticket.history", "ticket.keys", "ticket.mint"),
        *("path.library", "path.environments", "path.recent", "path.matrix", "path.snippets"),
    ],
)
def test_every_window_beside(command: str, hand: LeftHand) -> None:
    payload(hand)
    path(hand)
    hand.window.state.path.take_text("/pages/other")
    hand.qtbot.waitUntil(lambda: not hand.window.busy, timeout=20_000)
    if command == "path.library":
        keeping = LibraryDialog(hand.window.context, hand.window)
        keeping.name.setText(MARKED)
        keeping._keep()
        keeping.close()
    run(hand.window, command)
    (dialog,) = [d for d in hand.window.findChildren(QDialog) if d.isVisible()]
    QApplication.processEvents()
    assert not raw(dialog)
    dialog.close()
