"""How often a process that judges rows looks for cyclic garbage.

A batch is many small objects that live until it is done, and rows make no cycles. To go through
them all after every seven hundred takes a tenth of the time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

NEW_OBJECTS: Final = 50_000
"""New objects after which the collector looks."""


@contextmanager
def rare_collections() -> Iterator[None]:
    """Have the collector look seldom; where it is switched off that stays so."""
    before = gc.get_threshold()
    gc.set_threshold(NEW_OBJECTS if before[0] else 0, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
