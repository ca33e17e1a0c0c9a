from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from inspector.tickets.capture.scanning.interest import is_interesting, stretches


def test_names_are_interesting_and_words_are_not() -> None:
    for text in ("x session_key y", "encrytedData", '"iv":', "jsIv=1 IV=2", "会话密钥"):
        assert is_interesting(text)
    for text in ("private archive given", "hello world", ""):
        assert not is_interesting(text)


@given(st.lists(st.sampled_from(["a" * 3000, ' "iv":"x" ', " word ", "\n", "b" * 9000])))
@example([' "iv":"x" '] * 4 + [" word "] * 2 + ["b" * 9000] * 5 + [' "iv":"x" '])
def test_every_name_lies_in_a_stretch(parts: list[str]) -> None:
    text = "".join(parts)
    found = list(stretches(text, 0, len(text)))
    assert found == sorted(found)
    at = text.find('"iv"')
    while at >= 0:
        assert any(start <= at + 1 and at + 3 <= end for start, end in found)
        at = text.find('"iv"', at + 1)
