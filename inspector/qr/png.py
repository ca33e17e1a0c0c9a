"""QrCode -> PNG, one bit a pixel, written with the standard library alone."""

from __future__ import annotations

import struct
import zlib
from typing import Final

from inspector.qr.qr_code import QrCode, TooSmall

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
GREYSCALE: Final = 0
PIXELS_A_MODULE: Final = 8


def to_png(code: QrCode, size: int | None = None) -> bytes:
    """Return the code as a PNG of exactly `size` pixels a side, quiet zone included.

    Every module gets the same whole number of pixels; what is left over widens the quiet
    zone. Without a size a module has 8 pixels.

    Raises:
        TooSmall: a module would get less than one pixel.
    """
    size = size or code.side * PIXELS_A_MODULE
    scale = size // code.side
    if scale < 1:
        raise TooSmall(size, code.side)
    header = struct.pack(">IIBBBBB", size, size, 1, GREYSCALE, 0, 0, 0)
    pixels = zlib.compress(_scan_lines(code, size, scale), 9)
    return SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def _scan_lines(code: QrCode, size: int, scale: int) -> bytes:
    """Return the rows, each led by its filter byte 0; a set bit is white."""
    before = (size - code.modules * scale) // 2
    after = size - code.modules * scale - before
    white = b"\0" + _packed(b"1" * size)
    rows = (
        (b"\0" + _packed(b"1" * before + _widened(row, scale) + b"1" * after)) * scale
        for row in code.matrix
    )
    return white * before + b"".join(rows) + white * after


def _widened(row: bytes, scale: int) -> bytes:
    """Return a row of modules as ASCII bits, `scale` a module, white as `1`."""
    return b"".join((b"0" if black else b"1") * scale for black in row)


def _packed(bits: bytes) -> bytes:
    """Pack ASCII bits into bytes, the last one padded."""
    padded = bits + b"0" * (-len(bits) % 8)
    return int(padded, 2).to_bytes(len(padded) // 8, "big")


def _chunk(kind: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)
