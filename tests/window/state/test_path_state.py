"""What the window knows of the share path, without a window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from inspector import qr
from inspector.share_paths import Options, SharePath
from inspector.window.state.path_state import Draft, PathState
from inspector.window.state.settings import Key, Settings
from inspector.window.state.undo import Step, UndoStack

APP_ID = "wx0123456789abcdef"
ADDRESS = "https://a.example/x"
SCHEME = f"weixin://dl/business/?appid={APP_ID}&path=pages/b&query=id%3D7&env_version=develop"


@pytest.fixture
def undo(qapp: QObject) -> Iterator[UndoStack]:
    undo = UndoStack(qapp)
    yield undo
    undo.clear()


@pytest.fixture
def path(undo: UndoStack) -> PathState:
    return PathState(Settings(), undo, undo)


def test_it_begins_with_nothing_to_draw(path: PathState) -> None:
    assert path.draft.blank
    assert (path.draft.target, path.code, path.pages, path.project) == (
        "share_message",
        None,
        None,
        None,
    )


def test_a_plain_path_changes_the_page_and_its_parameters_only(path: PathState) -> None:
    path.set_target("plain_scheme")
    path.set_options(Options(APP_ID, "trial", ADDRESS))
    path.take_text("/pages/a?id=1&from=x")
    assert path.draft == Draft(
        SharePath("pages/a", [("id", "1"), ("from", "x")]),
        "plain_scheme",
        Options(APP_ID, "trial", ADDRESS),
    )


def test_a_whole_form_brings_its_target_and_version_along(path: PathState) -> None:
    path.set_options(Options(None, "trial", ADDRESS))
    path.take_text(SCHEME)
    assert path.draft.target == "plain_scheme"
    assert path.draft.options == Options(APP_ID, "develop", ADDRESS)
    assert path.draft.share_path == SharePath("pages/b", [("id", "7")])


def test_a_query_alone_leaves_the_page_where_it_is(path: PathState) -> None:
    path.take_text("/pages/a?id=1")
    path.take_text("?id=2")
    assert path.draft.share_path == SharePath("pages/a", [("id", "2")])


def test_what_is_no_path_changes_nothing(path: PathState, undo: UndoStack) -> None:
    path.take_text("/pages/a?id=1")
    before, steps = path.draft, undo.count()
    path.take_text("")
    assert (path.draft, undo.count()) == (before, steps)


def test_one_step_back_brings_back_everything(path: PathState, undo: UndoStack) -> None:
    path.take_text("/pages/a?id=1")
    before = path.draft
    heard: list[Draft] = []
    path.draft_changed.connect(heard.append)
    path.take_text(SCHEME)
    undo.undo()
    assert path.draft == before
    assert [draft.target for draft in heard] == ["plain_scheme", before.target]
    undo.redo()
    assert path.draft.target == "plain_scheme"


def test_typing_is_one_step_and_choosing_another(path: PathState, undo: UndoStack) -> None:
    for page in ("p", "pa", "pag"):
        path.set_share_path(SharePath(page), Step.EDIT_PAGE, "page")
    path.set_target("navigate")
    assert undo.count() == 2
    undo.undo()
    undo.undo()
    assert path.draft == Draft()


def test_the_link_follows_at_once_and_the_code_after_it(path: PathState, qtbot: QtBot) -> None:
    path.set_target("ordinary_link")
    path.set_options(Options(base_url=ADDRESS))
    with qtbot.waitSignal(path.code_changed):
        path.set_share_path(SharePath("pages/a", [("id", "1")]), Step.EDIT_PAGE)
        assert path.link.text == f"{ADDRESS}?id=1"
        assert path.code is None
    assert isinstance(path.code, qr.QrCode)


def test_no_code_stands_where_scanning_opens_nothing(path: PathState, qtbot: QtBot) -> None:
    path.set_target("ordinary_link")
    path.set_options(Options(base_url=ADDRESS))
    with qtbot.waitSignal(path.code_changed):
        path.set_share_path(SharePath("pages/a", [("id", "1")]), Step.EDIT_PAGE)
    path.set_target("share_message")
    assert path.code is None


def test_a_text_too_long_for_a_code_says_so(path: PathState, qtbot: QtBot) -> None:
    path.set_target("ordinary_link")
    path.set_options(Options(base_url=ADDRESS))
    path.set_level("H")
    with qtbot.waitSignal(path.code_changed):
        path.set_share_path(SharePath("pages/a", [("id", "x" * 1_500)]), Step.EDIT_PAGE)
    assert isinstance(path.code, qr.QrError)


def test_pages_of_a_project_are_known_to_the_checks(path: PathState) -> None:
    path.take_text("/pages/a")
    heard: list[object] = []
    path.link_changed.connect(heard.append)
    path.set_pages(["pages/b"])
    assert "page_unknown" in [finding.code for finding in path.link.findings]
    path.set_pages(["pages/a"])
    assert "page_unknown" not in [finding.code for finding in path.link.findings]
    path.set_pages(None)
    assert path.pages is None
    assert len(heard) == 3


def test_choices_are_remembered_and_paths_are_not(path: PathState, qapp: QObject) -> None:
    path.set_target("plain_scheme")
    path.set_options(Options(APP_ID, "trial", ADDRESS))
    path.set_level("H")
    path.take_text("/pages/secret?token=1")
    settings = Settings()
    assert settings.text(Key.TARGET) == "plain_scheme"
    later = PathState(settings, UndoStack(qapp), qapp)
    assert later.draft == Draft(target="plain_scheme", options=Options(APP_ID, "trial", ADDRESS))
    assert later.level == "H"


def test_name_and_password_of_an_address_are_not_remembered(path: PathState) -> None:
    path.set_options(Options(base_url="https://me:secret@a.example/x"))
    assert path.draft.options.base_url == "https://me:secret@a.example/x"
    assert Settings().text(Key.BASE_URL) == ADDRESS
