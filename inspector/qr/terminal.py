"""QrCode -> a drawing of half blocks, two modules a character."""

from __future__ import annotations

from typing import Final

from inspector.qr.qr_code import QUIET_ZONE, QrCode

WHITE_BLOCKS: Final = {(0, 0): "█", (0, 1): "▀", (1, 0): "▄", (1, 1): " "}
"""Upper and lower module -> character, where the blocks are the white modules."""
BLACK_ON_WHITE: Final = "\x1b[38;5;231;48;5;16m"
"""White blocks on a black ground, whatever the terminal's own colours are."""
RESET: Final = "\x1b[0m"


def to_terminal(code: QrCode, *, colour: bool = False, inverted: bool = False) -> str:
    """Return the code as lines of half blocks, quiet zone included.

    Args:
        code: The code.
        colour: Fix the colours with escape sequences; right on every terminal that knows them.
        inverted: Swap blocks and blanks, for a light terminal without colours.
    """
    swap = int(inverted and not colour)
    lines = (
        "".join(WHITE_BLOCKS[upper ^ swap, lower ^ swap] for upper, lower in pair)
        for pair in _row_pairs(code)
    )
    if colour:
        lines = (f"{BLACK_ON_WHITE}{line}{RESET}" for line in lines)
    return "".join(f"{line}\n" for line in lines)


def _row_pairs(code: QrCode) -> list[list[tuple[int, int]]]:
    """Return the rows two by two, quiet zone included; the odd last row stands over white."""
    margin = bytes(QUIET_ZONE)
    blank = [bytes(code.side)]
    rows = blank * QUIET_ZONE + [margin + row + margin for row in code.matrix]
    rows += blank * (QUIET_ZONE + code.side % 2)
    return [list(zip(*rows[y : y + 2], strict=True)) for y in range(0, len(rows), 2)]
