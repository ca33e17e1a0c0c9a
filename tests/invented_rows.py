"""Rows that nobody has written: what a table carries must be enough for a new one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

import pytest

from inspector import assets


@contextmanager
def changed_table(name: str, change: Callable[[Any], object]) -> Iterator[None]:
    """Have one table of `resources/` changed, as if its file were."""
    original = assets.table
    rows = deepcopy(original(name))
    change(rows)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assets, "table", lambda other: rows if other == name else original(other))
        _forget_tables()
        try:
            yield
        finally:
            patch.undo()
            _forget_tables()


def _forget_tables() -> None:
    """Have everything that was made of a table made anew."""
    modules = [module for name, module in sys.modules.items() if name.startswith("inspector.")]
    for module in modules:
        for value in list(vars(module).values()):
            clear = getattr(value, "cache_clear", None)
            if callable(clear):
                clear()
