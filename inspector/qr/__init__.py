"""Text -> QR matrix -> SVG, PNG, terminal. No Qt."""

from inspector.qr.encoding import capacity, encode
from inspector.qr.png import to_png
from inspector.qr.qr_code import (
    LEVELS,
    QUIET_ZONE,
    Empty,
    Level,
    NotEncodable,
    QrCode,
    QrError,
    TooLong,
    TooSmall,
)
from inspector.qr.sheet import to_sheet
from inspector.qr.svg import to_svg
from inspector.qr.terminal import to_terminal

__all__ = [
    "LEVELS",
    "QUIET_ZONE",
    "Empty",
    "Level",
    "NotEncodable",
    "QrCode",
    "QrError",
    "TooLong",
    "TooSmall",
    "capacity",
    "encode",
    "to_png",
    "to_sheet",
    "to_svg",
    "to_terminal",
]
