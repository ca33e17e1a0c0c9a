"""The session keys since the window opened: tried, told where from, stored only on request."""

from __future__ import annotations

import dataclasses
import os
from base64 import b64encode
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from inspector.tickets import Ticket
from inspector.tickets.keys import keychain
from inspector.tickets.keys.key_ring import MOST_KEYS
from inspector.window.dialogs.keys_dialog import KeysDialog
from inspector.window.main_window import MainWindow
from tests.window.commands import run
from tests.window.sealing import GROUP, sealed

Show = Callable[[Ticket], None]


@pytest.fixture
def stored(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A keychain in memory."""
    stored: list[str] = []

    def save(keys: Iterable[str]) -> int:
        stored[:] = list(keys)
        return len(stored)

    monkeypatch.setattr(keychain, "save_keys", save)
    monkeypatch.setattr(keychain, "load_keys", lambda: tuple(stored))
    monkeypatch.setattr(keychain, "forget_keys", stored.clear)
    return stored


def open_keys(window: MainWindow) -> KeysDialog:
    run(window, "ticket.keys")
    dialog = window.findChild(KeysDialog)
    assert isinstance(dialog, KeysDialog)
    return dialog


def rows(dialog: KeysDialog) -> list[tuple[str, str]]:
    model = dialog.table.model()
    return [
        (str(model.index(row, 0).data()), str(model.index(row, 1).data()))
        for row in range(model.rowCount())
    ]


def test_keys_are_hidden_until_somebody_looks(window: MainWindow, show: Show) -> None:
    ticket = dataclasses.replace(sealed(GROUP), label="群 1")
    show(ticket)
    dialog = open_keys(window)
    assert rows(dialog)[0][1] == "群 1"
    assert ticket.session_key != rows(dialog)[0][0]
    dialog.reveal.click()
    assert rows(dialog)[0][0] == ticket.session_key


def test_a_key_of_a_file_is_proposed_with_its_origin_and_opens_the_ticket(
    window: MainWindow, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    ticket = sealed(GROUP)
    file = tmp_path / "keys.txt"
    file.write_text(f"{ticket.session_key}\n", encoding="utf-8")
    show(dataclasses.replace(ticket, session_key=sealed("x").session_key))
    assert not window.panels.payload._content.present
    with qtbot.waitSignal(window.state.files.keys_loaded):
        window.state.files.load_keys([file])
    banner = window.panels.payload.parts().banner
    qtbot.waitUntil(lambda: "keys.txt" in banner.words.meaning)
    assert str(ticket.session_key) not in banner.words.meaning
    assert not window.panels.payload._content.present
    button = next(b for b in banner.findChildren(QPushButton) if b.text() == "Use this session_key")
    button.click()
    qtbot.waitUntil(lambda: window.panels.payload._content.present)
    assert window.state.tickets.sheet.ticket.session_key == ticket.session_key


def test_nothing_is_stored_unless_asked_for(
    window: MainWindow, show: Show, stored: list[str], qtbot: QtBot
) -> None:
    ticket = sealed(GROUP)
    show(ticket)
    dialog = open_keys(window)
    assert not dialog.remember.isChecked()
    assert stored == []
    dialog.remember.click()
    qtbot.waitUntil(lambda: stored == [ticket.session_key])
    dialog.remember.click()
    qtbot.waitUntil(lambda: stored == [])


def test_a_system_without_a_keychain_is_told(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def refuse(_: Iterable[str]) -> int:
        raise keychain.KeychainError("This system has no keychain.")

    monkeypatch.setattr(keychain, "save_keys", refuse)
    dialog = open_keys(window)
    dialog.remember.click()
    qtbot.waitUntil(lambda: dialog._notice.text == "This system has no keychain.")
    assert not dialog.remember.isChecked()


def test_forgetting(window: MainWindow, show: Show, qtbot: QtBot) -> None:
    show(sealed(GROUP))
    dialog = open_keys(window)
    window.state.tickets.verdicts.forget_keys()
    qtbot.waitUntil(lambda: rows(dialog) == [])


def test_it_says_how_many_there_are_and_what_is_not_kept(window: MainWindow) -> None:
    verdicts = window.state.tickets.verdicts
    verdicts.add_keys([b64encode(os.urandom(16)).decode() for _ in range(MOST_KEYS + 7)], "a.csv")
    said = [each.text() for each in open_keys(window).findChildren(QLabel)]
    assert (
        "5,000 session_keys · the latest 500 are shown · "
        "7 older ones were dropped: the latest 5,000 are kept and tried" in said
    )
    verdicts.keys.clear()
    verdicts.add_keys([b64encode(os.urandom(16)).decode()], "b.csv")
    assert verdicts.keys.dropped == 0
