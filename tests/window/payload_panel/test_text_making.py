"""The text of a payload, made for a text box."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inspector.exact_json.parsing import parse, write
from inspector.tickets import Outcome, Verdict
from inspector.visible import visible
from inspector.window.payload_panel.text_making import (
    LONGEST_LINE,
    SEEN_AT_ONCE,
    Form,
    ShownText,
    find_place,
    find_trail,
    make_text,
)
from tests.window.sealing import sealed

EVERYTHING = 1 << 40


def made(text: str, form: Form, limit: int = EVERYTHING) -> ShownText:
    ticket = sealed("x")
    verdict = Verdict(ticket, ticket, Outcome.OPENED, None, parse(text), text, text.encode())
    return make_text(verdict, form, False, limit, bool)


def test_a_long_line_is_broken_between_members_and_stays_json() -> None:
    text = write(list(range(20_000)))
    shown = made(text, Form.COMPACT)
    assert shown.broken
    assert max(map(len, shown.text.split("\n"))) < LONGEST_LINE
    assert parse(shown.text) == parse(text)
    assert shown.length == len(text)


def test_a_long_string_is_cut_and_told() -> None:
    shown = made(write({"a": "x" * 100_000, "b": 1}), Form.PRETTY)
    assert shown.cut_lines == 1
    assert not shown.cut
    value = parse(shown.text)
    assert value["b"] == 1
    assert value["a"].endswith("…")


def test_a_long_text_is_cut_at_the_limit() -> None:
    shown = made(write(list(range(100))), Form.PRETTY, 50)
    assert shown.cut
    assert len(shown.text) == 50


def test_nothing_hides_in_the_text() -> None:
    shown = made('{"a": "x\u202ey\u200bz\u00a0"}', Form.SENT)
    assert shown.text == '{"a": "x\\u202ey\\u200bz\\u00a0"}'


@given(st.text(max_size=20), st.text(max_size=20))
def test_places_count_as_qt_does(before: str, name: str) -> None:
    value = [before, {name: 1}]
    text = write(value)
    trail, place = find_place(text, (1, 0), bool)
    assert trail == (1, 0)
    assert place is not None
    units = text.encode("utf-16-le", "surrogatepass")
    member = units[place.start * 2 : place.end * 2].decode("utf-16-le", "surrogatepass")
    assert parse("{" + member + "}") == {name: 1}
    assert find_trail(text, place.value, bool) == (1, 0)


@given(st.lists(st.sampled_from(["\r\n", "\n", "\r", "\u202e", "\u200d", "😀", "a", "\ufe0f"])))
def test_what_cannot_be_seen_is_shown_alike_in_pieces(signs: list[str]) -> None:
    """A text is looked through piece by piece: joiners and line ends lie across no edge."""
    line = "".join(signs)
    text = "\n".join([line, "x" * (SEEN_AT_ONCE - 3), line, "y" * SEEN_AT_ONCE, line])
    ticket = sealed("x")
    verdict = Verdict(ticket, ticket, Outcome.OPENED, None, text, text, text.encode())
    shown = make_text(verdict, Form.SENT, True, EVERYTHING, bool)
    if not shown.cut_lines:
        assert shown.text == visible(text, lines=True)
