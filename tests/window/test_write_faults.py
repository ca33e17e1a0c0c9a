"""Whatever fails while the window writes: the old file is whole, and a sentence says what to do."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inspector import qr
from inspector.share_paths.project import open_project
from inspector.tickets.minting import MintSpec, mint_many
from inspector.window.dialogs.case_dialog import NAME, CaseDialog
from inspector.window.dialogs.compile_mode_dialog import CompileModeDialog
from inspector.window.dialogs.library_dialog import LibraryDialog
from inspector.window.dialogs.matrix_dialog import MatrixDialog
from inspector.window.dialogs.mint_dialog import MintDialog
from inspector.window.dialogs.report_dialog import ReportDialog
from inspector.window.main_window import MainWindow
from inspector.window.qr_panel.save_dialog import SaveCodeDialog
from inspector.window.state.places import library_file
from tests.faulty_disk import STEPS, fault_at

posix = pytest.mark.skipif(sys.platform == "win32", reason="the steps are those of POSIX")
ADVICE = {
    errno.ENOSPC: "the disk is full. Free some space",
    errno.EACCES: "writing there is not allowed. Choose another place, or allow it",
    errno.EIO: "the disk reported an error. Check the disk",
}


@dataclass
class Act:
    """One way in which the window writes a file."""

    file: Path
    do: Callable[[], object]
    said: Callable[[], str]
    typed: Callable[[], object] = str
    """What must be the same after a fault."""


Prepare = Callable[[MainWindow, Path], Act]


def save_path(window: MainWindow, _: Path) -> Act:
    dialog = LibraryDialog(window.context, window)
    dialog.name.setText("first")
    dialog._keep()
    dialog.name.setText("typed")

    def typed() -> object:
        return dialog.name.text(), [dialog.list.item(n).text() for n in range(dialog.list.count())]

    return Act(library_file(), dialog._keep, lambda: dialog.said.text, typed)


def rename_path(window: MainWindow, folder: Path) -> Act:
    act = save_path(window, folder)
    dialog = window.findChildren(LibraryDialog)[-1]
    return Act(act.file, lambda: dialog.list.item(0).setText("other"), act.said, act.typed)


def export_paths(window: MainWindow, folder: Path) -> Act:
    act = save_path(window, folder)
    dialog = window.findChildren(LibraryDialog)[-1]
    file = folder / "paths.json"
    return Act(file, lambda: dialog._export([file]), act.said, act.typed)


def add_compile_mode(window: MainWindow, folder: Path) -> Act:
    (folder / "app.json").write_text('{"pages": ["pages/a"]}')
    (folder / "project.config.json").write_text('{"appid": "wx0123456789abcdef"}')
    project = open_project(folder)
    file = folder / "project.private.config.json"
    file.write_text("{}")
    dialog = CompileModeDialog(project, window.context, window)
    dialog.name.setText("typed")
    return Act(file, dialog._add, lambda: dialog.outcome.text, dialog.name.text)


def save_code(window: MainWindow, folder: Path) -> Act:
    dialog = SaveCodeDialog(window.context, qr.encode("text"), window)
    file = folder / "code.png"
    return Act(file, lambda: dialog._save([file]), dialog._note.text)


def save_sheet(window: MainWindow, folder: Path) -> Act:
    dialog = MatrixDialog(window.context, window)
    dialog.values.setPlainText("1\n2")
    dialog.show()
    file = folder / "codes.pdf"
    return Act(
        file,
        lambda: dialog._save_pdf([file]),
        lambda: dialog.said.text,
        dialog.values.toPlainText,
    )


def save_case(window: MainWindow, folder: Path) -> Act:
    dialog = CaseDialog(window.context, window)
    dialog.show()
    file = folder / NAME
    return Act(file, lambda: dialog.save([file]), lambda: dialog._notice.text)


def save_report(window: MainWindow, folder: Path) -> Act:
    dialog = ReportDialog(window.context, window)
    dialog.show()
    file = folder / "report.md"
    return Act(file, lambda: dialog._save([file]), dialog._said.text)


def save_test_ticket(window: MainWindow, folder: Path) -> Act:
    dialog = MintDialog(window.context, window)
    dialog.show()
    file = folder / "ticket.json"
    return Act(file, lambda: dialog._save([file]), dialog._said.text)


def export_list(window: MainWindow, folder: Path) -> Act:
    file = folder / "rows.csv"
    notice = window.panels.ticket_list.parts()._notice
    return Act(file, lambda: window.export_reports(file), lambda: notice.text)


def save_payload(window: MainWindow, folder: Path) -> Act:
    file = folder / "payload.json"
    copying = window.panels.payload._copying
    said: list[str] = []
    copying.status_changed.connect(lambda text, _: said.append(text))
    return Act(file, lambda: copying.save([file]), lambda: said[-1] if said else "")


ACTS: list[Prepare] = [
    save_path, rename_path, export_paths, add_compile_mode, save_code, save_sheet, save_case,
    save_report, save_test_ticket, export_list, save_payload,
]  # fmt: skip


@pytest.fixture(params=ACTS)
def act(request: pytest.FixtureRequest, window: MainWindow, tmp_path: Path, qtbot: QtBot) -> Act:
    """A file that is there, and what would replace it."""
    window.state.path.take_text("/pages/a?id=1")
    window.state.tickets.load([made.ticket for made in mint_many(MintSpec(kind="group_share"), 2)])
    qtbot.waitUntil(lambda: not window.busy, timeout=20_000)
    prepare: Prepare = request.param
    act = prepare(window, tmp_path)
    if not act.file.exists():
        act.file.write_bytes(b"old")
    return act


def nameless(folder: Path) -> bool:
    """Tell whether the folder lets a file be made without a name, and linked later."""
    try:
        os.close(os.open(folder, os.O_TMPFILE | os.O_RDWR))
    except (OSError, AttributeError):
        return False
    return True


@posix
def test_a_fault_at_any_step_leaves_the_old_file_and_says_what_to_do(
    act: Act, qtbot: QtBot
) -> None:
    content, typed = act.file.read_bytes(), act.typed()
    names = sorted(file.name for file in act.file.parent.iterdir())
    steps = [step for step in STEPS if step != "link" or nameless(act.file.parent)]
    for step in steps:
        for number, advice in ADVICE.items():
            with fault_at(step, number) as struck:
                act.do()
                qtbot.waitUntil(lambda: advice in act.said(), timeout=10_000)  # noqa: B023
                assert struck()
            assert act.file.name in act.said()
            assert act.file.read_bytes() == content, step
            assert act.typed() == typed
            left = sorted(file.name for file in act.file.parent.iterdir())
            assert [name for name in left if not name.endswith(".lock")] == [
                name for name in names if not name.endswith(".lock")
            ]
    act.do()
    qtbot.waitUntil(lambda: act.file.read_bytes() != content, timeout=10_000)


@posix
def test_a_pipe_is_not_waited_for(act: Act, qtbot: QtBot) -> None:
    act.file.unlink()
    os.mkfifo(act.file)
    act.do()
    words = "it is a pipe or a device, not a file. Choose another name"
    qtbot.waitUntil(lambda: words in act.said(), timeout=10_000)
