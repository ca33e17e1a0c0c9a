from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.share_paths import Parameter
from inspector.window.share_path_panel.bulk_text import from_text, to_text

anything = st.builds(Parameter, st.text(), st.text(), st.booleans())


@given(st.lists(anything))
def test_every_parameter_survives(parameters: list[Parameter]) -> None:
    assert from_text(to_text(tuple(parameters))) == tuple(parameters)


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    from_text(text)


def test_it_reads_as_people_write_it() -> None:
    parameters = (Parameter("id", "1=2"), Parameter("from", "群聊"), Parameter("debug", "1", False))
    assert to_text(parameters) == "id=1=2\nfrom=群聊\n//debug=1"


@pytest.mark.parametrize(
    ("line", "parameter"),
    [
        ("id: 123", Parameter("id", "123")),
        ("time:12:30", Parameter("time", "12:30")),
        ("  id=1", Parameter("id", "1")),
        ("flag", Parameter("flag")),
        ("//off=1", Parameter("off", "1", enabled=False)),
        (r"\//on=1", Parameter("//on", "1")),
        (r"a\=b=c", Parameter("a=b", "c")),
    ],
)
def test_lines_are_understood(line: str, parameter: Parameter) -> None:
    assert from_text(f"\n{line}\r\n\n") == (parameter,)
