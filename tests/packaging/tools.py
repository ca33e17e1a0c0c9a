"""Programs that judge what goes into a package; where one is missing, its test says so."""

from __future__ import annotations

import shutil

import pytest


def tool(name: str) -> str:
    """Return where a program lies, or skip the test."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found
