"""Text that remembers where it came from."""

from __future__ import annotations

import re

from inspector.tickets.decryption.repair.marked import MOST_MARKED, Change, Marked, merge


def test_places_are_those_of_the_pasted_text() -> None:
    marked = Marked.of("a..b.c").substitute(re.compile(r"\.+"), lambda _: "", "x")
    assert marked.text == "abc"
    assert list(marked.origins or ()) == [0, 3, 5]
    assert marked.changes == (Change("x", 2, (1, 4)),)
    again = marked.substitute(re.compile("b"), lambda _: "BB", "x")
    assert list(again.origins or ()) == [0, 3, 3, 5]
    assert again.changes == (Change("x", 3, (1, 3, 4)),)


def test_equal_replacements_are_no_change() -> None:
    marked = Marked.of("abc")
    assert marked.substitute(re.compile("."), lambda match: match[0], "x") is marked


def test_long_texts_forget_places() -> None:
    marked = Marked.of("a" * (MOST_MARKED + 1))
    changed = marked.substitute(re.compile(r"\Aa"), lambda _: "", "x")
    assert changed.changes == (Change("x", 1, ()),)
    assert changed.place(3) == ()


def test_layers_of_escapes_at_one_place_count_once() -> None:
    once = merge((), "percent_decoded", 1, [4])
    assert merge(once, "percent_decoded", 1, [4]) == (Change("percent_decoded", 1, (4,)),)
    spaces = merge((), "space_to_plus", 1, [4])
    assert merge(spaces, "space_to_plus", 1, [4])[0].count == 2
