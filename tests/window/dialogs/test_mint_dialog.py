"""Making test tickets in the window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.tickets import Outcome
from inspector.tickets.damage import DAMAGES
from inspector.tickets.minting import mintable_kinds
from inspector.tickets.minting.forms import FORMS as WRITERS
from inspector.window.dialogs.damage_words import WORDS
from inspector.window.dialogs.mint_dialog import FORMS, MintDialog
from inspector.window.main_window import MainWindow


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> MintDialog:
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(MintDialog)
    assert isinstance(dialog, MintDialog)
    assert not dialog.isModal()
    qtbot.waitUntil(lambda: bool(dialog.output.toPlainText()))
    return dialog


def settled(dialog: MintDialog, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: not dialog._minting.busy, timeout=20_000)
    return dialog.output.toPlainText()


def test_every_kind_damage_and_form_can_be_chosen(dialog: MintDialog) -> None:
    assert dialog.choices.kind.count() == len(mintable_kinds())
    assert set(WORDS) == set(DAMAGES)
    assert set(FORMS) == set(WRITERS)


def test_the_ticket_opens_in_the_window(
    window: MainWindow, dialog: MintDialog, qtbot: QtBot
) -> None:
    dialog.choices.app_id.setText("wx00000000000000aa")
    dialog.choices.payload.setPlainText('{"openGId": "tGmine", "watermark": {"appid": "x"}}')
    settled(dialog, qtbot)
    dialog._show_tickets()
    tickets = window.state.tickets
    qtbot.waitUntil(lambda: tickets.verdict is not None)
    assert tickets.verdict is not None
    assert tickets.verdict.outcome is Outcome.OPENED
    assert tickets.verdict.payload["openGId"] == "tGmine"
    assert tickets.verdict.payload["watermark"]["appid"] == "wx00000000000000aa"
    window.state.undo.undo()
    assert tickets.sheet.blank


def test_a_seed_gives_the_same_again(dialog: MintDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(dialog.choices.seed, "seed")
    first = settled(dialog, qtbot)
    dialog._mint()
    assert settled(dialog, qtbot) == first
    QTest.keyClicks(dialog.choices.seed, "s")
    assert settled(dialog, qtbot) != first


def test_what_is_unusual_about_a_payload_is_told(dialog: MintDialog, qtbot: QtBot) -> None:
    dialog.choices.payload.setPlainText('{"openGId": 5}')
    settled(dialog, qtbot)
    assert "openGId" in dialog.choices.remarks.text()


def test_what_is_written_stays_until_another_is_drawn(dialog: MintDialog, qtbot: QtBot) -> None:
    dialog.choices.payload.setPlainText("{}")
    settled(dialog, qtbot)
    assert dialog.choices.payload.toPlainText() == "{}"
    dialog.choices._draw.click()
    settled(dialog, qtbot)
    assert "openGId" in dialog.choices.payload.toPlainText()


def test_the_client_form_lacks_the_key_and_says_so(dialog: MintDialog, qtbot: QtBot) -> None:
    dialog.form.setCurrentIndex(list(FORMS).index("client2017"))
    result = json.loads(settled(dialog, qtbot))
    assert {"roomTopic", "rawData", "signature", "encryptedData", "iv"} <= set(result)
    assert dialog._key.text
    dialog._copy_key()
    assert QApplication.clipboard().text() == dialog._made.tickets[0].session_key


def test_damage_and_many_lines(dialog: MintDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.choices.damage.setCurrentIndex(dialog.choices.damage.findData("other_key"))
    dialog.form.setCurrentIndex(list(FORMS).index("jsonl"))
    dialog.choices.count.setValue(50)
    settled(dialog, qtbot)
    with qtbot.waitSignal(dialog._saving.status_changed):
        dialog._save([tmp_path / "tickets.jsonl"])
    lines = (tmp_path / "tickets.jsonl").read_text(encoding="utf-8").splitlines()
    assert len({json.loads(line)["session_key"] for line in lines}) == 50
