"""Keeps the window's thread moving while workers read a large payload."""

from __future__ import annotations

import gc
import sys
from typing import Final

SWITCH_SECONDS: Final = 0.0005
"""How long the window's thread waits for a working thread to give way (Python: 0.005). Painting
one tree asks Python for hundreds of values, each of which may wait so long."""
COLLECTIONS: Final = (20_000, 1_000, 1_000)
"""Thresholds of the collector of reference cycles. A payload of 6 MB is half a million objects
without cycles; a full collection of them holds every thread up for a fifth of a second, and
with Python's own thresholds several happen while it is read."""


def keep_responsive() -> None:
    """Set both for this process."""
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.set_threshold(*COLLECTIONS)
