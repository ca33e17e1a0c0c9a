"""The colours of JSON text: each token its own, the chosen member on a ground."""

from __future__ import annotations

import json
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextBlock
from pytestqt.qtbot import QtBot

from inspector.window.payload_panel.json_ranges import TextRange
from inspector.window.payload_panel.text_box import TextBox
from inspector.window.theme import make_theme

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null')
BREAKS = "\u2028\u2029\x85\ufdd0\ufdd1"  # Qt would begin a new line at some of them
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=BREAKS))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=8,
)


def colours(block: QTextBlock) -> list[tuple[str, str, bool]]:
    """Return the coloured pieces of a block: text, colour, and whether it stands on a ground."""
    units = block.text().encode("utf-16-le", "surrogatepass")
    return [
        (
            units[2 * r.start : 2 * (r.start + r.length)].decode("utf-16-le", "surrogatepass"),
            r.format.foreground().color().name(),
            r.format.background().style().value != 0,
        )
        for r in block.layout().formats()
    ]


def expected(token: str, is_key: bool) -> str:
    kinds = {'"': "key" if is_key else "string", "t": "literal", "f": "literal", "n": "literal"}
    return make_theme("light").color(kinds.get(token[0], "number")).name()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(value=VALUES, compact=st.booleans())
def test_every_token_of_a_line_has_its_colour(box: TextBox, value: object, compact: bool) -> None:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":") if compact else (", ", ": "))
    box.show_text(text, True)
    wanted = [
        (m[0], expected(m[0], text[m.end() :].lstrip().startswith(":")), False)
        for m in TOKEN.finditer(text)
    ]
    assert colours(box.document().firstBlock()) == wanted


def test_the_chosen_member_stands_on_a_ground_and_nothing_else_does(box: TextBox) -> None:
    text = '{"a":1,"群👪":[true,"x"],"b":null}'
    box.show_text(text, True)
    start = text.index('"群')
    end = text.index("]") + 2  # the family is two units wide
    box.mark(TextRange(start, start, end))
    found = colours(box.document().firstBlock())
    assert [piece for piece, _, ground in found if ground] == [
        '"群👪":[true,"x"]',
        '"群👪"',
        "true",
        '"x"',
    ]
    box.mark(None)
    assert not any(ground for _, _, ground in colours(box.document().firstBlock()))


def test_what_was_marked_out_of_sight_is_not_when_it_is_seen_again(box: TextBox) -> None:
    text = "[\n" + ",\n".join(f'"line {n}"' for n in range(400)) + "\n]"
    box.show_text(text, True)
    start = text.index('"line 2"')
    box.mark(TextRange(start, start, start + 8))
    third = box.document().findBlockByNumber(3)
    assert any(ground for _, _, ground in colours(third))
    box.verticalScrollBar().setValue(300)
    box.mark(None)
    box.verticalScrollBar().setValue(0)
    box.viewport().repaint()
    assert colours(third) == [('"line 2"', make_theme("light").color("string").name(), False)]


def test_blocks_are_coloured_as_they_come_into_sight(box: TextBox, qtbot: QtBot) -> None:
    text = "[\n" + ",\n".join(f'"line {n}"' for n in range(30_000)) + "\n]"
    box.show_text(text, True)
    qtbot.waitUntil(lambda: box.full)
    last = box.document().lastBlock().previous()
    assert not colours(last)
    box.verticalScrollBar().setValue(box.verticalScrollBar().maximum())
    box.viewport().repaint()
    assert colours(last) == [('"line 29999"', make_theme("light").color("string").name(), False)]


def test_a_text_that_is_no_json_has_no_colours(box: TextBox) -> None:
    box.show_text('{"a":1}', True)
    box.show_text('{"a":1} and words', False)
    assert not colours(box.document().firstBlock())
