"""How often a process that judges rows looks for cyclic garbage."""

from __future__ import annotations

import gc

import pytest

from inspector.reports import rare_collections
from inspector.reports.collecting import NEW_OBJECTS


def test_it_looks_seldom_until_the_work_is_over_however_it_ends() -> None:
    before = gc.get_threshold()
    seen = []

    def work() -> None:
        with rare_collections():
            seen.append(gc.get_threshold())
            raise OSError("full")

    with pytest.raises(OSError, match="full"):
        work()
    assert seen == [(NEW_OBJECTS, *before[1:])]
    assert gc.get_threshold() == before


def test_a_collector_that_never_looks_goes_on_so() -> None:
    before = gc.get_threshold()
    gc.set_threshold(0)
    try:
        with rare_collections():
            assert gc.get_threshold()[0] == 0
    finally:
        gc.set_threshold(*before)
