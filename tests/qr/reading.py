"""An independent reader for the codes of the tests: zxing-cpp through QImage."""

from __future__ import annotations

import zxingcpp
from PySide6.QtGui import QImage


def texts_in(image: QImage) -> list[str]:
    """Return what the QR codes of a picture say; a light-on-dark code counts as none."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    codes = zxingcpp.read_barcodes(
        plain,
        formats=zxingcpp.barcode_formats_from_str("QRCode"),
        try_invert=False,
        try_rotate=False,
    )
    return [code.text for code in codes]


def image_of_blocks(drawing: str, scale: int = 4) -> QImage:
    """Return a terminal's half-block drawing as a picture, blocks white."""
    lines = drawing.splitlines()
    image = QImage(len(lines[0]), 2 * len(lines), QImage.Format.Format_Grayscale8)
    for y, line in enumerate(lines):
        for x, block in enumerate(line):
            image.setPixel(x, 2 * y, 0xFF if block in "█▀" else 0)
            image.setPixel(x, 2 * y + 1, 0xFF if block in "█▄" else 0)
    return enlarged(image, scale)


def enlarged(image: QImage, scale: int) -> QImage:
    """Return the picture with every pixel `scale` times as wide and high."""
    return image.scaled(image.width() * scale, image.height() * scale)
