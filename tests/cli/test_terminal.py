"""Streams of every kind: code pages, control characters, texts in other encodings."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.cli.style import Style
from inspector.cli.terminal import Terminal
from inspector.messages import Messages


def terminal(out: io.TextIOWrapper) -> Terminal:
    return Terminal(io.StringIO(), out, io.StringIO(), {}, Messages("en"))


class Screen(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("code_page", ["cp936", "cp1252", "ascii"])
def test_a_pipe_gets_utf_8_whatever_the_code_page(code_page: str) -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding=code_page)
    terminal(out).print("群聊 ✔ é")
    out.flush()
    assert raw.getvalue().decode("utf-8").rstrip() == "群聊 ✔ é"


def test_a_screen_keeps_its_code_page_and_takes_every_character() -> None:
    raw = io.BytesIO()
    out = Screen(raw, encoding="cp936")
    shown = terminal(out)
    shown.print("群聊 🎉")
    out.flush()
    assert raw.getvalue().decode("cp936").rstrip() == "群聊 \\U0001f389"


def test_signs_fall_back_where_the_screen_lacks_them() -> None:
    out = Screen(io.BytesIO(), encoding="ascii")
    shown = Terminal(io.StringIO(), out, io.StringIO(), {"NO_COLOR": "1"}, Messages("en"))
    assert Style(shown, out).mark("error") == "[x]"


@given(st.text(st.characters(codec=None)))
def test_json_stays_one_line_and_the_same_value(text: str) -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="cp1252", newline="\n")
    shown = terminal(out)
    shown.print_json(json.dumps({"value": text}, ensure_ascii=False))
    shown.flush()
    written = raw.getvalue().decode("utf-8")
    assert len(written.splitlines()) == 1
    assert json.loads(written) == {"value": text}
