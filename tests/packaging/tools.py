"""What makes packages, loaded from where it lies; and programs that judge it, where installed."""

from __future__ import annotations

import importlib
import shutil
import sys
from types import ModuleType

import pytest

from tests.catalogue import PROJECT


def packaging(name: str) -> ModuleType:
    """Return a program of `resources/packaging`; it finds its neighbours as when it is run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(PROJECT / "resources/packaging"))
        try:
            return importlib.import_module(name)
        finally:
            for module in [*sys.modules.values()]:
                file = getattr(module, "__file__", None) or ""
                if file.startswith(str(PROJECT / "resources/packaging")):
                    del sys.modules[module.__name__]


def tool(name: str) -> str:
    """Return where a program lies, or skip the test."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found
