"""Reads QR codes out of pictures: zxing-cpp through QImage. Runs on any thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter

if TYPE_CHECKING:
    from collections.abc import Iterator

    import zxingcpp

LARGEST: Final = 5000
"""Pictures with a longer side are made smaller first: a phone's photo is read in time."""
SMALLEST: Final = 1500
"""Pictures below this are tried once more at twice the size; small codes need it."""


@dataclass(frozen=True, slots=True)
class FoundCode:
    """One code in a picture."""

    text: str
    corner: tuple[int, int]
    """Upper left corner in the picture's pixels."""


def read_codes(picture: QImage) -> tuple[FoundCode, ...]:
    """Return the QR codes of a picture, from top to bottom, each text once."""
    if picture.isNull():
        return ()
    for image in _attempts(picture):
        found = _read(image)
        if found:
            return found
    return ()


def flattened(picture: QImage) -> QImage:
    """Return the picture in plain RGB on white; zxing-cpp misreads transparency."""
    flat = QImage(picture.size(), QImage.Format.Format_RGB32)
    flat.fill(Qt.GlobalColor.white)
    picture = picture.copy()
    picture.setDevicePixelRatio(1)
    painter = QPainter(flat)
    painter.drawImage(QPoint(0, 0), picture)
    painter.end()
    return flat


def _attempts(picture: QImage) -> Iterator[QImage]:
    flat = flattened(picture)
    longest = max(flat.width(), flat.height())
    if longest > LARGEST:
        flat = flat.scaled(
            LARGEST,
            LARGEST,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    yield flat
    if longest < SMALLEST:
        yield flat.scaled(flat.width() * 2, flat.height() * 2)


def _read(image: QImage) -> tuple[FoundCode, ...]:
    import zxingcpp

    codes = zxingcpp.read_barcodes(
        image,
        formats=zxingcpp.barcode_formats_from_str("QRCode"),
        text_mode=zxingcpp.TextMode.Plain,
    )
    found = sorted((_found(code) for code in codes), key=_reading_order)
    first = {code.text: code for code in reversed(found) if code.text}
    return tuple(sorted(first.values(), key=_reading_order))


def _found(code: zxingcpp.Barcode) -> FoundCode:
    corner = code.position.top_left
    return FoundCode(code.text, (corner.x, corner.y))


def _reading_order(code: FoundCode) -> tuple[int, int]:
    """Order by rows of 50 pixels, so that codes beside each other read from the left."""
    return code.corner[1] // 50, code.corner[0]
