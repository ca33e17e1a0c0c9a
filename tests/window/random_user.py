"""A random user: clicks, keys, pastes, menus, dialogs, resizes; the same again for one seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from inspector.window.main_window import MainWindow
from tests.gallery import states
from tests.window.sealing import sealed

LEFT_ALONE: Final = ("file.quit", "code.read_screen", "code.read_clipboard")
"""Commands that end the run, or ask the system for what a test has none of."""
KEYS: Final = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home),
    *(Qt.Key.Key_End, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_PageDown, Qt.Key.Key_F3),
)
TEXTS: Final = (
    "",
    "a",
    "群聊 😀 \u202e \x00 &?=%",
    "/pages/a/b?x=1&y=%E7%BE%A4",
    "https://me:pw@example.com/rule?q=1#top",
    "weixin://dl/business/?appid=wx5c07e1a94bd2386f&path=pages/a&query=a%3D1",
    '{"errMsg":"getShareInfo:fail no permission"}',
    "<b>bold</b><img src=x>",
    "x" * 40_000,
)
SIZES: Final = ((1280, 800), (1000, 640), (820, 700), (640, 480), (1600, 1000))


class RandomUser:
    """Does one thing after the other to a window."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._window = window
        self._draw = random.Random(seed)
        self.done: list[str] = []
        """What was done, for whoever wants to know how it came to that."""

    def act(self) -> None:
        """Do one random thing and let the window take it."""
        acts: tuple[tuple[Callable[[], None], int], ...] = (
            (self._click, 10),
            (self._press, 8),
            (self._type, 4),
            (self._paste, 5),
            (self._command, 5),
            (self._menu, 1),
            (self._resize, 1),
            (self._open_state, 2),
            (self._close_dialogs, 2),
        )
        chosen = self._draw.choices([act for act, _ in acts], [weight for _, weight in acts])[0]
        chosen()
        QTest.qWait(self._draw.choice((0, 1, 5, 20)))
        self._leave_popups()

    def _note(self, what: str) -> None:
        self.done.append(what)

    def _widget(self, kind: type[QWidget] | tuple[type[QWidget], ...]) -> QWidget | None:
        """Return a random widget of a kind that can be seen and used, in the window in front."""
        front = QApplication.activeModalWidget() or self._draw.choice(self._windows())
        found = [w for w in front.findChildren(QWidget) if isinstance(w, kind) and w.isVisible()]
        usable = [w for w in found if w.isEnabled() and not w.visibleRegion().isEmpty()]
        return self._draw.choice(usable) if usable else None

    def _windows(self) -> list[QWidget]:
        dialogs = [w for w in self._window.findChildren(QDialog) if w.isVisible()]
        return [self._window, *dialogs]

    def _click(self) -> None:
        kinds = (QAbstractButton, QAbstractItemView, QTabBar, QComboBox, QLineEdit, QPlainTextEdit)
        widget = self._widget(self._draw.choice(kinds))
        if widget is None:
            return
        target = widget.viewport() if isinstance(widget, QAbstractItemView) else widget
        area = target.visibleRegion().boundingRect()
        place = QPoint(
            self._draw.randint(area.left(), max(area.right(), area.left())),
            self._draw.randint(area.top(), max(area.bottom(), area.top())),
        )
        self._note(f"click {type(widget).__name__} {widget.objectName()}")
        click = self._draw.choice((QTest.mouseClick, QTest.mouseClick, QTest.mouseDClick))
        button = Qt.MouseButton.LeftButton
        if self._draw.random() < 0.1:
            button = Qt.MouseButton.RightButton
        click(target, button, pos=place)

    def _press(self) -> None:
        modifiers = self._draw.choices(
            (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ControlModifier,
                Qt.KeyboardModifier.ShiftModifier,
                Qt.KeyboardModifier.AltModifier,
            ),
            (8, 2, 2, 1),
        )[0]
        key = self._draw.choice(KEYS)
        self._note(f"press {key.name}")
        QTest.keyClick(QApplication.focusWidget() or self._window, key, modifiers)

    def _type(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None:
            text = "".join(self._draw.choices("abcXYZ0189+/=?&% .", k=self._draw.randint(1, 6)))
            self._note(f"type {text!r}")
            QTest.keyClicks(focus, text)

    def _paste(self) -> None:
        tickets = (
            lambda: states.pasted(sealed(states.group())),
            lambda: states.pasted(*(sealed(states.user()) for _ in range(7))),
        )
        texts: list[Callable[[], str]] = [*tickets, *(text.__str__ for text in TEXTS)]
        text = self._draw.choice(texts)()
        self._note(f"paste {text[:40]!r}")
        QApplication.clipboard().setText(text)
        target = QApplication.focusWidget() or self._window
        QTest.keyClick(target, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def _command(self) -> None:
        actions = [a for a in self._window.actions() if a.objectName() not in LEFT_ALONE]
        action: QAction = self._draw.choice(actions)
        self._note(f"command {action.objectName()}")
        action.trigger()

    def _menu(self) -> None:
        action = self._draw.choice(self._window.menuBar().actions())
        menu = action.menu()
        if isinstance(menu, QMenu):
            self._note(f"menu {action.text()}")
            menu.aboutToShow.emit()
            menu.aboutToHide.emit()

    def _resize(self) -> None:
        size = self._draw.choice(SIZES)
        self._note(f"resize {size}")
        self._window.resize(*size)

    def _open_state(self) -> None:
        name = self._draw.choice([name for name in states.STATES if name != "fault"])
        self._note(f"state {name}")
        states.STATES[name](self._window)

    def _close_dialogs(self) -> None:
        for dialog in self._window.findChildren(QDialog):
            if dialog.isVisible():
                self._note(f"close {type(dialog).__name__}")
                dialog.close()

    def _leave_popups(self) -> None:
        """Close menus and file dialogs: a test has no files of its own to choose from."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QFileDialog) and window.isVisible():
                window.reject()
