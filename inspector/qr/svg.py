"""QrCode -> SVG: one path of horizontal runs, small and exact at every size."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from inspector.qr.qr_code import QUIET_ZONE, QrCode


def to_svg(code: QrCode, module: int = 10) -> str:
    """Return the code as an SVG document, black on white, `module` units a module."""
    side = code.side
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side * module}" '
        f'height="{side * module}" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/>'
        f'<path d="{"".join(_runs(code))}"/></svg>\n'
    )


def _runs(code: QrCode) -> Iterator[str]:
    """Give each black run as a bar one module high: there, down, back, close."""
    for y, row in enumerate(code.matrix, QUIET_ZONE):
        x = QUIET_ZONE
        for black, group in groupby(row):
            length = len(list(group))
            if black:
                yield f"M{x} {y}h{length}v1h-{length}z"
            x += length
