"""A report of a fault names the place and holds nothing of what was pasted."""

from __future__ import annotations

import pytest

from inspector.fault_report import fault_report
from inspector.texts import decode

SECRET = "tiihtNczf5v6AKRyjwEUhQ=="


def test_it_names_the_innermost_place_of_our_own() -> None:
    with pytest.raises(TypeError) as caught:
        decode(SECRET)  # type: ignore[arg-type]
    line = fault_report(caught.value)
    assert line.startswith("TypeError in inspector/texts.py:")
    assert " (inspector " in line


def test_it_holds_no_text_of_the_exception() -> None:
    with pytest.raises(ValueError, match="tiiht") as caught:
        raise ValueError(SECRET)
    assert fault_report(caught.value).startswith("ValueError in ? (")
    assert SECRET not in fault_report(caught.value)
