"""What a workspace asks for: which panels are seen, and how they share the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

WIDE: Final = 1200
"""Width from which everything of a workspace stands side by side, at 100 %."""
MEDIUM: Final = 1000
NARROW: Final = 900
"""Below this width columns stand one below the other, in one scroll area."""


class Fold(StrEnum):
    """What becomes of the part of a workspace that may fold."""

    BY_WIDTH = "by_width"
    """It folds where there is no room for it."""
    OPEN = "open"
    FOLDED = "folded"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Which panels are seen, by their ids, and what width each takes at first (100 %)."""

    columns: Mapping[str, int]
    """Panels and columns from left to right. `crafting` is the column of share path and forms."""
    crafting: tuple[str, ...] = ()
    """Panels of the crafting column."""
    side_by_side: bool = False
    """True when the crafting column's panels stand beside each other."""
    crafting_sizes: tuple[int, ...] = ()
    """First widths, or heights, of the crafting column's panels."""
    forms: bool = False
    """True when all forms of the path stand below the chosen one."""
    rail: str = ""
    """Name of the column that is folded into a rail at the right edge; empty where none is."""
    foldable: bool = False
    """True when there is room for a button that folds what may fold."""
    stacked: bool = field(default=False)
    """True when the columns stand one below the other."""
