from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inspector.tickets.capture.scanning.edits import Edit, Edited

KEPT = st.text("abc", min_size=1, max_size=4)
PIECES = st.lists(st.tuples(KEPT, st.text("XY", max_size=3), st.text("+", max_size=2)), max_size=5)


def edited(pieces: list[tuple[str, str, str]], before: Edited | None = None) -> tuple[str, Edited]:
    """Return a text made of kept stretches and others, and it with the others written anew."""
    text, edits = "", []
    for kept, old, new in pieces:
        text += kept
        edits.append(Edit(len(text), len(text) + len(old), new))
        text += old
    return text, Edited(text, edits, before)


@given(PIECES)
def test_what_was_kept_is_found_where_it_was(pieces: list[tuple[str, str, str]]) -> None:
    text, now = edited(pieces)
    assert now.text == "".join(kept + new for kept, _, new in pieces)
    place = old_place = 0
    for kept, old, new in pieces:
        assert now.start(place) == old_place
        assert text[now.start(place) : now.end(place + len(kept))] == kept
        place += len(kept) + len(new)
        old_place += len(kept) + len(old)


@given(PIECES)
def test_what_was_written_anew_stands_for_what_was_there(
    pieces: list[tuple[str, str, str]],
) -> None:
    text, now = edited(pieces)
    place = 0
    for kept, old, new in pieces:
        place += len(kept)
        if new:
            assert text[now.start(place) : now.end(place + len(new))] == old
        place += len(new)


def test_a_text_may_be_edited_twice() -> None:
    once = Edited("a&#43;b c", [Edit(1, 6, "+")])
    twice = Edited(once.text, [Edit(3, 4, "+")], once)
    assert twice.text == "a+b+c"
    assert (twice.start(0), twice.end(5)) == (0, 9)
    assert (twice.start(1), twice.end(2)) == (1, 6)


def test_a_text_of_which_nothing_is_left_has_its_place() -> None:
    assert Edited("ab", [Edit(0, 2, "")]).end(0) == 0
