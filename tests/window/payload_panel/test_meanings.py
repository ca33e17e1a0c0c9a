"""An element of a list in one line: dates as dates, numbers with what they count."""

from __future__ import annotations

import pytest

from inspector.messages import Messages
from inspector.window.payload_panel.meanings import Meanings


@pytest.mark.parametrize("names", [("stepInfoList", 3), (3,)], ids=["in the payload", "alone"])
@pytest.mark.parametrize(
    ("steps", "english", "chinese"),
    [
        (0, "0 steps", "0 步"),
        (1, "1 step", "1 步"),
        (7919, "7,919 steps", "7,919 步"),
        (True, "step true", "step true"),
        ("7919", 'step "7919"', 'step "7919"'),
    ],
)
def test_a_day_names_its_steps(
    names: tuple[str | int, ...], steps: object, english: str, chinese: str
) -> None:
    day = {"timestamp": 1535817600, "step": steps}
    for language, words in (("en", english), ("zh_CN", chinese)):
        line = Meanings("we_run", Messages(language)).of_element(names, day)
        assert line.partition(" · ")[2] == words
