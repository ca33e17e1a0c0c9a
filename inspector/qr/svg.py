"""QrCode -> SVG: one path of horizontal runs, small and exact at every size."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from inspector.qr.qr_code import QUIET_ZONE, QrCode


def to_svg(code: QrCode, module: int = 10, *, size: int | None = None) -> str:
    """Return the code as an SVG document, black on white.

    It is `size` units wide, quiet zone included; without a size `module` units a module.
    """
    side = code.side
    width = size or side * module
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" '
        f'height="{width}" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/>'
        f'<path stroke="#000" d="{"".join(_lines(code))}"/></svg>\n'
    )


def _lines(code: QrCode) -> Iterator[str]:
    """Give each row as strokes one module wide, drawn along its middle, with moves between."""
    for y, row in enumerate(code.matrix, QUIET_ZONE):
        command, skipped = f"M{QUIET_ZONE} {y}.5", 0
        for black, group in groupby(row):
            length = len(list(group))
            if not black:
                skipped += length
                continue
            yield command + (f"m{skipped} 0" if skipped else "") + f"h{length}"
            command, skipped = "", 0
