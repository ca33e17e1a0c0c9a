"""Paints a QR code: black on white, every module a whole number of device pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

if TYPE_CHECKING:
    from inspector.qr import QrCode

GREYS: Final = bytes([0xFF, 0]) + bytes(254)
"""Translates a row of modules to bytes of grey: 1 is black."""


def code_image(code: QrCode, scale: int = 1) -> QImage:
    """Return the code with its quiet zone, `scale` pixels a module."""
    from inspector.qr import QUIET_ZONE

    white = b"\xff" * code.side
    margin = b"\xff" * QUIET_ZONE
    rows = [margin + row.translate(GREYS) + margin for row in code.matrix]
    pixels = white * QUIET_ZONE + b"".join(rows) + white * QUIET_ZONE
    image = QImage(pixels, code.side, code.side, code.side, QImage.Format.Format_Grayscale8)
    return image.scaled(code.side * scale, code.side * scale)


def device_pixels_a_module(code: QrCode, width: float, height: float, ratio: float) -> int:
    """Return the largest whole number of device pixels a module can have in a place.

    Args:
        code: The code; its quiet zone counts.
        width: Width of the place in logical pixels.
        height: Height of the place in logical pixels.
        ratio: Device pixels in a logical pixel.
    """
    return int(min(width, height) * ratio // code.side)


def paint_code(painter: QPainter, place: QRectF, code: QrCode) -> QRectF:
    """Paint the code as large as the place allows, in its middle; returns what it covers.

    Corners are snapped to device pixels: at a ratio such as 1.25 a module would otherwise
    begin inside a pixel. Nothing is painted where a module would get less than a pixel.
    """
    ratio = painter.device().devicePixelRatioF()
    scale = device_pixels_a_module(code, place.width(), place.height(), ratio)
    if scale < 1:
        return QRectF()
    side = code.side * scale / ratio
    centre = place.center()
    corner = _snapped(painter, QPointF(centre.x() - side / 2, centre.y() - side / 2), ratio)
    covered = QRectF(corner.x(), corner.y(), side, side)
    image = code_image(code, scale)
    image.setDevicePixelRatio(ratio)
    painter.save()
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform, on=False
    )
    painter.fillRect(covered, Qt.GlobalColor.white)
    painter.drawImage(corner, image)
    painter.restore()
    return covered


def _snapped(painter: QPainter, point: QPointF, ratio: float) -> QPointF:
    """Return the nearest point whose place on the device is a whole pixel."""
    device = painter.deviceTransform().map(point)
    return QPointF(
        point.x() + (round(device.x()) - device.x()) / ratio,
        point.y() + (round(device.y()) - device.y()) / ratio,
    )
