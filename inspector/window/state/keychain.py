"""The system's keychain: the one place where session keys outlive the window, if asked to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from inspector.tickets.keys import keychain
from inspector.window.state.settings import Key, Settings
from inspector.window.state.verdicts import Verdicts
from inspector.window.worker import LatestCall

PATIENCE_MS: Final = 300
"""How long a key waits for others before they are stored together."""


class Keychain(QObject):
    """Off by default. While on, the keys used are stored, and those stored are tried.

    Signals:
        changed: it was turned on or off, or has something to say.
    """

    changed = Signal()

    def __init__(self, settings: Settings, verdicts: Verdicts, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._verdicts = verdicts
        self._problem = ""
        self._loading = LatestCall(_load, self)
        self._loading.finished.connect(self._on_loaded)
        self._storing = LatestCall(_store, self, delay_ms=PATIENCE_MS)
        self._storing.finished.connect(self._show_problem)
        verdicts.keys_changed.connect(self._store)
        if self.on:
            self._loading.start()

    @property
    def on(self) -> bool:
        """True when the user asked for it."""
        return self._settings.text(Key.KEYCHAIN) == "true"

    @property
    def problem(self) -> str:
        """Why it does not work, an English msgid; empty while it does."""
        return self._problem

    def turn(self, on: bool) -> None:
        """Start to remember keys, or stop and remove what was remembered."""
        self._settings.set(Key.KEYCHAIN, "true" if on else "")
        self._problem = ""
        self._storing.start(self._verdicts.keys.all if on else None)
        self.changed.emit()

    def _store(self) -> None:
        if self.on:
            self._storing.start(self._verdicts.keys.all)

    def _on_loaded(self, result: tuple[Sequence[str], str]) -> None:
        keys, problem = result
        self._verdicts.add_keys(tuple(reversed(keys)), "keychain")
        self._show_problem(problem)

    def _show_problem(self, problem: str) -> None:
        self._problem = problem
        if problem and self.on:
            self._settings.set(Key.KEYCHAIN, "")
        self.changed.emit()


def _load(cancelled: Callable[[], bool]) -> tuple[Sequence[str], str]:
    del cancelled
    try:
        return keychain.load_keys(), ""
    except keychain.KeychainError as problem:
        return (), problem.sentence


def _store(keys: Sequence[str] | None, cancelled: Callable[[], bool]) -> str:
    """Store keys, or forget what was stored; returns why that failed."""
    del cancelled
    try:
        if keys is None:
            keychain.forget_keys()
        else:
            keychain.save_keys(keys)
    except keychain.KeychainError as problem:
        return problem.sentence
    return ""
