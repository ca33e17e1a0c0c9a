"""Gaps: what whitespace may stand for, likeliest first."""

from __future__ import annotations

from inspector.tickets.decryption.repair import clean
from inspector.tickets.decryption.repair.gaps import MOST_GAPS, is_spaced_out, split


def options(text: str) -> list[tuple[int, ...]]:
    return [gap.options for gap in split(clean(text)[0]).gaps]


def test_a_space_inside_is_likelier_a_plus() -> None:
    assert options("ab cd") == [(0,), (1, 0), (0,)]
    assert options("ab  cd")[1] == (2, 1, 0)


def test_a_break_inside_is_likelier_noise() -> None:
    assert options("ab\ncd")[1][0] == 0
    assert 1 in options("ab\ncd")[1]


def test_blanks_at_the_ends_are_likelier_noise() -> None:
    first, *_, last = options(" abcd \n")
    assert first == (0, 1)
    assert last == (0, 1)


def test_a_short_line_lacks_a_plus() -> None:
    text = "\n".join(["a" * 32, "b" * 31, "c" * 32, "d" * 9])
    assert [option[0] for option in options(text)] == [0, 0, 1, 0, 0]


def test_spaces_at_every_33rd_place_are_wraps() -> None:
    text = " ".join(["a" * 32, "b" * 10 + " " + "b" * 21, "c" * 32, "d" * 9])
    assert [option[0] for option in options(text)] == [0, 0, 1, 0, 0, 0]


def test_indentation_is_no_plus() -> None:
    text = "\n    ".join(["a" * 32, " " + "b" * 31, "c" * 32])
    assert options(text)[2][0] == 0
    assert 1 in options(text)[2]


def test_the_space_before_equals_signs() -> None:
    gapped = split(clean("abcd ==")[0])
    assert (gapped.gaps[-1].text, gapped.pads) == (" ", 2)


def test_illegal_characters_are_told_and_replaced_or_dropped() -> None:
    marked = clean("ab#cd")[0]
    assert split(marked).chunks == ("abAcd",)
    assert split(marked).illegal == (2,)
    assert split(marked, drop_illegal=True).chunks == ("abcd",)


def test_very_many_gaps_are_decided_by_rule() -> None:
    spaced = split(clean("a " * (MOST_GAPS + 9))[0])
    assert len(spaced.chunks) == 1
    assert "+" not in spaced.chunks[0]
    lines = split(clean(("a" * 63 + " \n") * (MOST_GAPS + 9))[0])
    assert len(lines.chunks) == 1
    assert is_spaced_out("a b c ")
