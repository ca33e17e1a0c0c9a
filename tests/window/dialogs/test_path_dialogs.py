"""The windows around a share path: compile mode, saved paths, sheet of codes, snippets."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from inspector.files import locked
from inspector.qr import encode
from inspector.share_paths.path_library import PathLibrary, load_library
from inspector.window.dialogs.compile_mode_dialog import CompileModeDialog
from inspector.window.dialogs.library_dialog import LibraryDialog
from inspector.window.dialogs.matrix_dialog import MatrixDialog
from inspector.window.dialogs.matrix_sheet import (
    SheetCell,
    page_count,
    paint_page,
    pdf,
)
from inspector.window.dialogs.snippets_dialog import SnippetsDialog
from inspector.window.state.places import library_file
from tests.qr.reading import texts_in
from tests.window.hands import Hands, hands_on

PRIVATE = '{\n\t"setting" : {"urlCheck":false}, "condition": {"miniprogram": {"list": []}}\n}\n'


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    made = hands_on(qtbot)
    made.window.state.path.take_text("/pages/a?id=1&from=%E7%BE%A4")
    return made


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "app.json").write_text('{"pages": ["pages/a", "pages/b"]}')
    (tmp_path / "project.config.json").write_text('{"appid": "wx0123456789abcdef"}')
    (tmp_path / "project.private.config.json").write_text(PRIVATE)
    return tmp_path


TRIAL = "https://open.weixin.qq.com/sns/getexpappinfo?appid=wx0123456789abcdef&path=pages/a.html%3F"


def run(hands: Hands, command: str) -> None:
    next(a for a in hands.window.actions() if a.objectName() == command).trigger()


def choose_file(hands: Hands, path: Path) -> None:
    """Answer the file dialog that is open."""
    dialog = hands.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.filesSelected.emit([str(path)])
    dialog.close()


def test_a_project_gives_pages_and_app_id_and_unknown_pages_are_told(
    hands: Hands, project: Path
) -> None:
    run(hands, "path.project")
    choose_file(hands, project)
    assert hands.find(QLabel, "projectLabel").text().endswith("2 pages")
    assert hands.window.state.path.draft.options.app_id == "wx0123456789abcdef"
    assert "page_unknown" not in {f.code for f in hands.window.state.path.link.findings}
    hands.page.selectAll()
    QTest.keyClicks(hands.page, "pages/zz")
    assert "page_unknown" in {f.code for f in hands.window.state.path.link.findings}


def test_an_empty_library_teaches_and_offers_only_what_it_can_do(hands: Hands) -> None:
    run(hands, "path.library")
    dialog = hands.find(LibraryDialog, "libraryDialog")
    hint = hands.find(QLabel, "libraryHint")
    useless = [hands.find(QPushButton, name) for name in ("exportPaths", "removePath", "openPath")]
    assert hint.isVisible()
    assert not any(button.isEnabled() for button in useless)
    assert hands.find(QPushButton, "importPaths").isEnabled()
    QTest.keyClicks(dialog.name, "first")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert hint.isHidden()
    assert all(button.isEnabled() for button in useless)
    dialog.close()


def test_a_folder_without_a_mini_program_is_told(hands: Hands, tmp_path: Path) -> None:
    run(hands, "path.project")
    choose_file(hands, tmp_path)
    assert "no app.json" in hands.window.panels.share_path._failure.text


def test_a_compile_mode_is_added_and_the_rest_stays(hands: Hands, project: Path) -> None:
    hands.window.panels.share_path._commands.open_folder(project)
    run(hands, "path.compile_mode")
    dialog = hands.find(CompileModeDialog, "compileModeDialog")
    assert dialog.scenes.number == 1044
    QTest.keyClicks(hands.find(QLineEdit, "sceneSearch"), "1007")
    hands.find(QListWidget, "sceneList").setCurrentRow(0)
    dialog._add()
    text = (project / "project.private.config.json").read_text()
    added = json.loads(text)["condition"]["miniprogram"]["list"]
    assert [(mode["pathName"], mode["query"], mode["scene"]) for mode in added] == [
        ("pages/a", "id=1&from=%E7%BE%A4", 1007)
    ]
    assert text.startswith('{\n\t"setting" : {"urlCheck":false}, "condition"')
    dialog._add()
    assert "already" in dialog.outcome.text
    assert (project / "project.private.config.json").read_text() == text
    dialog.close()


def test_a_file_that_is_no_json_is_left_alone_and_told(hands: Hands, project: Path) -> None:
    (project / "project.private.config.json").write_text("{ broken")
    (project / "project.private.config.json").rename(project / "kept")
    hands.window.panels.share_path._commands.open_folder(project)
    (project / "kept").rename(project / "project.private.config.json")
    run(hands, "path.compile_mode")
    dialog = hands.find(CompileModeDialog, "compileModeDialog")
    dialog._add()
    assert "not valid JSON" in dialog.outcome.text
    assert (project / "project.private.config.json").read_text() == "{ broken"
    dialog.close()


def test_paths_are_kept_renamed_and_opened_again(hands: Hands, qtbot: QtBot) -> None:
    run(hands, "path.library")
    dialog = hands.find(LibraryDialog, "libraryDialog")
    QTest.keyClicks(dialog.name, "entry")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    item = dialog.list.item(0)
    item.setText("entrance")
    dialog.close()
    assert "entrance" in library_file().read_text()
    hands.window.state.path.take_text("/pages/other")
    again = hands_on(qtbot)
    run(again, "path.library")
    dialog = again.find(LibraryDialog, "libraryDialog")
    dialog.list.setCurrentRow(0)
    dialog._use()
    assert again.line.toPlainText() == "/pages/a?id=1&from=%E7%BE%A4"


def test_a_path_saved_without_a_name_overwrites_none(hands: Hands) -> None:
    run(hands, "path.library")
    dialog = hands.find(LibraryDialog, "libraryDialog")
    dialog._keep()
    dialog._keep()
    assert names(dialog) == ["pages/a"]
    hands.window.state.path.take_text("/pages/a?id=2")
    dialog._keep()
    assert names(dialog) == ["pages/a", "pages/a (2)"]
    dialog.close()


def test_saving_under_a_taken_name_renaming_and_removing_are_undone(hands: Hands) -> None:
    run(hands, "path.library")
    dialog = hands.find(LibraryDialog, "libraryDialog")
    dialog.name.setText("entry")
    dialog._keep()
    before = load_library(library_file())
    hands.window.state.path.take_text("/pages/other")
    dialog.name.setText("entry")
    dialog._keep()
    dialog.said.acted.emit()
    assert load_library(library_file()) == before
    dialog.list.item(0).setText("exit")
    dialog.said.acted.emit()
    assert load_library(library_file()) == before
    dialog.list.setCurrentRow(0)
    dialog._remove()
    assert load_library(library_file()) == PathLibrary()
    dialog.said.acted.emit()
    assert load_library(library_file()) == before
    dialog.close()


def test_a_library_that_another_program_changes_is_not_waited_for(hands: Hands) -> None:
    run(hands, "path.library")
    dialog = hands.find(LibraryDialog, "libraryDialog")
    QTest.keyClicks(dialog.name, "mine")
    library_file().parent.mkdir(parents=True, exist_ok=True)
    with locked(library_file()):
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)
        assert "another program is changing it. Try again" in dialog.said.text
        assert dialog.name.text() == "mine"
        assert not library_file().exists()
    dialog.said.acted.emit()
    assert [entry.name for entry in load_library(library_file()).entries] == ["mine"]
    dialog.close()


def test_a_saved_path_brings_its_form_back(hands: Hands) -> None:
    path = hands.window.state.path
    scheme = "weixin://dl/business/?appid=wx0123456789abcdef&path=pages/a&query=id%3D1&env_version="
    path.take_text(scheme + "trial")
    kept = path.draft
    run(hands, "path.library")
    dialog = hands.find(LibraryDialog, "libraryDialog")
    dialog._keep()
    path.take_text(scheme.replace("0123", "9999") + "develop")
    path.set_target("trial_link")
    dialog.list.setCurrentRow(0)
    dialog._use()
    assert path.draft == kept
    hands.window.state.undo.undo()
    assert path.draft.target == "trial_link"


def names(dialog: LibraryDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_paths_are_exported_and_imported(hands: Hands, tmp_path: Path) -> None:
    run(hands, "path.library")
    dialog = hands.find(LibraryDialog, "libraryDialog")
    dialog._keep()
    dialog._ask_export()
    choose_file(hands, tmp_path / "out.json")
    dialog.list.setCurrentRow(0)
    dialog._remove()
    assert dialog.list.count() == 0
    dialog._import([tmp_path / "out.json"])
    assert dialog.list.count() == 1
    (tmp_path / "bad.json").write_text("[]")
    dialog._import([tmp_path / "bad.json"])
    assert "not a library" in dialog.said.text
    dialog.close()


def test_a_sheet_draws_no_code_that_opens_nothing(hands: Hands, qtbot: QtBot) -> None:
    hands.window.state.path.set_target("scheme")
    run(hands, "path.matrix")
    dialog = hands.find(MatrixDialog, "matrixDialog")
    dialog.values.setPlainText("7\n8")
    qtbot.waitUntil(lambda: len(dialog.cells) == 2)
    assert dialog.form.currentData() == "trial_link"
    assert {cell.code for cell in dialog.cells} == {None}
    assert all("AppID" in cell.problem for cell in dialog.cells)
    dialog.close()


def test_a_sheet_without_a_code_is_not_saved(hands: Hands) -> None:
    run(hands, "path.matrix")
    dialog = hands.find(MatrixDialog, "matrixDialog")
    saves = [hands.find(QPushButton, f"saveMatrix{form}") for form in ("Pictures", "Pdf")]
    assert not any(button.isEnabled() for button in saves)
    dialog.values.setPlainText("7")
    assert all(button.isEnabled() for button in saves)
    dialog.values.clear()
    assert not any(button.isEnabled() for button in saves)
    dialog.close()


def test_a_table_fills_the_blanks_of_a_sheet(hands: Hands, qtbot: QtBot, tmp_path: Path) -> None:
    hands.window.state.path.take_text(TRIAL + "id%3D${id}%26n%3D${n}")
    run(hands, "path.matrix")
    dialog = hands.find(MatrixDialog, "matrixDialog")
    assert not dialog.parameter.isVisible()
    (tmp_path / "t.csv").write_bytes("n;x;id\r\n群;1;7\r\n聊;2;8\r\n".encode("gb18030"))
    dialog._read_tables([tmp_path / "t.csv"])
    qtbot.waitUntil(lambda: len(dialog.cells) == 2)
    assert [cell.label for cell in dialog.cells] == ["7 · 群", "8 · 聊"]
    assert dialog.cells[1].text.endswith("%3Fid%3D8%26n%3D%25E8%2581%258A#wechat-redirect")
    assert all(cell.code for cell in dialog.cells)
    dialog.values.setPlainText("id\n7")
    assert "There is no column for n" in dialog.said.text
    dialog.close()


def test_a_sheet_holds_one_readable_code_for_each_value(
    hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    hands.window.state.path.take_text(TRIAL + "id%3D1%26from%3D%25E7%25BE%25A4")
    run(hands, "path.matrix")
    dialog = hands.find(MatrixDialog, "matrixDialog")
    assert dialog.parameter.currentText() == "id"
    dialog.values.setFocus()
    QTest.keyClicks(dialog.values, "7")
    QTest.keyClick(dialog.values, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.values, "8")
    qtbot.waitUntil(lambda: len(dialog.cells) == 2)
    query = "id%3D{}%26from%3D%25E7%25BE%25A4#wechat-redirect"
    wanted = [TRIAL + query.format(value) for value in (7, 8)]
    page = QImage(1240, 1754, QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    painter = QPainter(page)
    paint_page(painter, QRectF(page.rect()), dialog.cells, 3, 0)
    painter.end()
    assert sorted(texts_in(page)) == wanted
    dialog._save_pdf([tmp_path / "codes.pdf"])
    dialog._save_pictures([tmp_path])
    assert dialog.said.text == "Saving…"
    qtbot.waitUntil(lambda: not hands.window.busy)
    assert dialog.said.text == f"2 files saved in {tmp_path.name} ✓"
    assert (tmp_path / "codes.pdf").read_bytes().startswith(b"%PDF")
    pictures = sorted(tmp_path.glob("*.png"))
    assert [texts_in(QImage(str(file))) for file in pictures] == [[text] for text in wanted]
    assert pictures[0].name == "001 id = 7.png"
    dialog._save_pdf([tmp_path / "missing" / "codes.pdf"])
    qtbot.waitUntil(lambda: not hands.window.busy)
    assert "could not be saved" in dialog.said.text
    dialog.close()


def test_pages_of_a_sheet_are_counted() -> None:
    assert page_count(0, 3, 186, 273) == 0
    assert page_count(9, 3, 186, 273) == 1
    assert page_count(10, 3, 186, 273) == 2


def test_a_sheet_in_pdf_holds_each_code_as_a_picture_of_whole_dots_without_loss(
    hands: Hands,
) -> None:
    del hands
    codes = [encode("x" * length) for length in range(1, 200, 20)]
    for columns in (3, 8):
        content = pdf([SheetCell("", "", code) for code in codes], columns, "")
        pictures = re.findall(rb"/Subtype /Image(.*?)stream", content, re.DOTALL)
        assert len(pictures) == len(codes)
        for code, picture in zip(codes, pictures, strict=True):
            assert b"/BitsPerComponent 1\n" in picture
            assert b"/FlateDecode" in picture
            (width,) = re.findall(rb"/Width (\d+)", picture)
            assert int(width) % code.side == 0
            assert int(width) > code.side


def test_a_snippet_follows_the_path_and_holds_no_session_key(hands: Hands) -> None:
    hands.window.state.tickets.edit_field("session_key", "c2VjcmV0IHNlc3Npb24ga2V5IQ==")
    run(hands, "path.snippets")
    dialog = hands.find(SnippetsDialog, "snippetsDialog")
    source = hands.find(QPlainTextEdit, "snippetSource")
    assert "/pages/a?id=1&from=%E7%BE%A4" in source.toPlainText()
    hands.window.state.path.take_text("/pages/b?id=2")
    assert "/pages/b?id=2" in source.toPlainText()
    for row in range(dialog.chooser.count()):
        dialog.chooser.setCurrentIndex(row)
        assert "c2VjcmV0" not in source.toPlainText()
        assert "__" not in source.toPlainText().replace("__name__", "").replace("__main__", "")
    dialog.close()


def test_a_request_stands_among_the_snippets_as_code(hands: Hands) -> None:
    run(hands, "path.snippets")
    dialog = hands.find(SnippetsDialog, "snippetsDialog")
    source = hands.find(QPlainTextEdit, "snippetSource")
    dialog.chooser.setCurrentIndex(dialog.chooser.findText("Request with wechatpy (Python)"))
    assert source.toPlainText() == ""
    hands.window.state.path.set_target("scheme")
    assert 'client.post("https://api.weixin.qq.com/wxa/generatescheme"' in source.toPlainText()
    dialog.close()
