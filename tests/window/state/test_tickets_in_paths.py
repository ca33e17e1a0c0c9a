"""What is part of a ticket stays out of everything that is remembered of share paths."""

from __future__ import annotations

from base64 import b64encode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector.share_paths import SharePath, parse, read_path
from inspector.window.state.settings import Key
from inspector.window.state.tickets_in_paths import holds_ticket, may_be_remembered
from inspector.window.widgets.notice import Notice
from tests.window.hands import hands_on

KEYS = (
    st.binary(min_size=16, max_size=16)
    .map(lambda data: b64encode(data).decode())
    .filter(lambda key: "/" not in key)
)
"""A slash at the head of a path is lost."""
FORMS = (
    "/pages/a?session_key={key}",
    "session_key={key}&openid=o1",
    "?sessionKey={key}&iv={key}",
    "pages/a?id=1&wx_session_key={key}",
)
OTHERS = ("session_key: {key}", "{key}{key}", "/pages/a?t={key}", "{key}", "iv={key}", "a/{key}")


@settings(deadline=None)
@given(st.sampled_from(FORMS), KEYS)
def test_a_ticket_is_known_by_its_names(form: str, key: str) -> None:
    path = read_path(form.format(key=key)).share_path
    assert holds_ticket(path)
    assert not may_be_remembered(path)


@settings(deadline=None)
@given(st.sampled_from(OTHERS), KEYS)
def test_no_key_is_remembered_whatever_is_around_it(form: str, key: str) -> None:
    assert not may_be_remembered(read_path(form.format(key=key)).share_path)


@pytest.mark.parametrize(
    "text",
    [
        "pages/index/index?id=1",
        "packageA/goods/goods-detail?spu=12345678&iv=1",
        "/a/b?s==",
        "packageActivity/pages/promotion/detail/index/promotionDetailPage",
        f"pages/a?sign={'0123456789abcdef' * 4}",
    ],
)
def test_a_path_is_no_ticket(text: str) -> None:
    path = parse(text).share_path
    assert not holds_ticket(path)
    assert may_be_remembered(path)
    assert may_be_remembered(SharePath("pages/a", [("scene", "x" * 30)]))


def test_a_ticket_put_into_the_line_is_offered_and_never_kept(qtbot: QtBot) -> None:
    key = b64encode(bytes(range(60, 76))).decode()
    hands = hands_on(qtbot)
    hands.window.show_workspace("share_path")
    QTest.keyClicks(hands.line, f"/pages/a?session_key={key}\r")
    assert hands.find(Notice, "foreignText").isVisible()
    state = hands.window.state
    state.path.take_text("/pages/b")
    state.path.remember()
    assert state.recent.all == ()
    assert key not in state.settings.text(Key.SHARE_PATH)
