"""Places in texts: joined, counted as Qt does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from inspector.window.widgets.marks import (
    MOST_MARKS,
    Mark,
    QtOffsets,
    join_marks,
    mark_at,
)

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"))


def test_marks_that_touch_are_one() -> None:
    marks = [Mark(4, 6, "err"), Mark(0, 2, "err"), Mark(2, 4, "err"), Mark(6, 7, "warn")]
    assert join_marks(marks) == (Mark(0, 6, "err"), Mark(6, 7, "warn"))


def test_marks_are_not_without_number() -> None:
    marks = [Mark(2 * n, 2 * n + 1, "err") for n in range(10 * MOST_MARKS)]
    assert len(join_marks(marks)) == MOST_MARKS


def test_the_mark_of_a_place() -> None:
    marks = [Mark(2, 5, "err"), Mark(7, 8, "warn")]
    assert [mark_at(marks, place) for place in (1, 4, 7)] == [None, *marks]


@given(TEXTS)
def test_places_are_counted_as_documents_do(text: str) -> None:
    offsets = QtOffsets(text)
    document = QTextDocument()
    document.setPlainText(text)
    assert offsets.to_qt(len(text)) == document.characterCount() - 1
    for place in range(len(text) + 1):
        assert offsets.from_qt(offsets.to_qt(place)) == place


def test_a_windows_line_break_is_one_place_in_a_document() -> None:
    assert QtOffsets("a\r\nb").to_qt(3) == 2
