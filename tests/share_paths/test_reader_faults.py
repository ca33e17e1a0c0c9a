"""A reader with a fault stops no other, and its fault is told without the text."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from inspector.share_paths import parse
from inspector.share_paths.readers import members


@pytest.mark.parametrize("error", [ValueError, IndexError, RecursionError, AssertionError])
def test_it_is_logged_and_told_and_the_next_reader_asked(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: type[Exception]
) -> None:
    def fail(pasted: Any) -> None:
        raise error(pasted.text)

    monkeypatch.setattr(members, "read", fail)
    parsed = parse('{"id": "secret"}')
    assert parsed.share_path.parameters[0].value == "secret"
    assert [(f.code, f.parameters) for f in parsed.findings] == [
        ("reader_gave_up", {"reader": "members"})
    ]
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert "members" in record.getMessage()
    assert error.__name__ in record.getMessage()
    assert "secret" not in caplog.text
    caplog.clear()
