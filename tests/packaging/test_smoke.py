"""What tries a bundle finds nothing wrong with this checkout, and finds what is wrong."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.catalogue import PROJECT
from tests.packaging.tools import packaging


@pytest.fixture
def smoke() -> ModuleType:
    """The program, loaded from where it lies."""
    return packaging("smoke")


def test_this_checkout_passes(smoke: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")
    smoke.main([sys.executable, "-m", "inspector"], window_seconds=3)


@pytest.mark.parametrize("status", [0, 2])
def test_a_window_that_does_not_stay_is_wrong(
    smoke: ModuleType, status: int, tmp_path: Path
) -> None:
    ends = [sys.executable, "-c", f"import sys; sys.stderr.write('No chance.'); sys.exit({status})"]
    with pytest.raises(smoke.Wrong, match=rf"closed by itself with {status}:\nNo chance\."):
        smoke.try_window(ends, tmp_path / "a.jsonl", 60)


@pytest.mark.parametrize("code", ["print('inspector 1'); raise SystemExit(1)", "print('other')"])
def test_a_command_that_fails_or_says_something_else_is_wrong(smoke: ModuleType, code: str) -> None:
    with pytest.raises(smoke.Wrong, match="--version"):
        smoke.printed([sys.executable, "-c", code], "--version", wanted="inspector ")
