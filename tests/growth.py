"""How the work of a function grows with the length of a text, by ratio, never by the clock."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

TIMES_LONGER: Final = 8
LINEAR: Final = 3 * TIMES_LONGER
"""What grows with the square takes 64 times as long, and more than this."""
FLOOR_SECONDS: Final = 0.002
"""Below it a measurement says more about the machine than about the function."""
TRIES: Final = 4


def grows_linearly(function: Callable[[str], object], text: Callable[[int], str], size: int) -> str:
    """Return nothing, or how many times longer the function takes for a text 8 times as long.

    Where one size says so, another one is asked: a text that is cut off elsewhere may be one of
    another kind, which takes a few times as long at any length. A square is one at both sizes.
    """
    ratio = _ratio(function, text, size)
    if ratio >= LINEAR:
        ratio = _ratio(function, text, 2 * size)
    if ratio < LINEAR:
        return ""
    return f"{ratio:.0f} times as long for a text of {TIMES_LONGER} times the length"


def _ratio(function: Callable[[str], object], text: Callable[[int], str], size: int) -> float:
    """Compare the best of some tries for each length: other programs only ever make it slower."""
    short, long = text(size), text(size * TIMES_LONGER)
    quick, slow, ratio = float("inf"), float("inf"), float("inf")
    for _ in range(TRIES):
        quick = min(quick, _seconds(function, short))
        slow = min(slow, _seconds(function, long))
        ratio = slow / max(quick, FLOOR_SECONDS)
        if ratio < LINEAR:
            break
    return ratio


def _seconds(function: Callable[[str], object], text: str) -> float:
    begin = time.process_time()
    function(text)
    return time.process_time() - begin
