"""Reads QR codes out of pictures: zxing-cpp through QImage. Runs on any thread."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, qGray

if TYPE_CHECKING:
    import zxingcpp

LARGEST: Final = 5000
"""Pictures with a longer side are made smaller first: a phone's photo is read in time."""
SMALLEST: Final = 1500
"""Pictures below this are tried once more at twice the size; small codes need it."""
LIGHT: Final = 160
"""Pixels brighter than this belong to the white of a code."""
HIRAGANA: Final = re.compile("[\u3041-\u309f]")
HALF_WIDTH_KATAKANA: Final = re.compile("[\uff61-\uff9f]")


@dataclass(frozen=True, slots=True)
class FoundCode:
    """One code in a picture."""

    text: str
    corner: tuple[int, int]
    """Upper left corner in the picture's pixels."""


def read_codes(picture: QImage) -> tuple[FoundCode, ...]:
    """Return the QR codes of a picture, from top to bottom, each text once.

    A code may stand on nothing (transparent), white on dark, or without the quiet zone that
    scanners need: then it is given one.
    """
    if picture.isNull():
        return ()
    for image in _attempts(picture):
        found = _read(image)
        if found:
            return found
    return ()


def flattened(picture: QImage, ground: Qt.GlobalColor = Qt.GlobalColor.white) -> QImage:
    """Return the picture in plain RGB on a ground; zxing-cpp misreads transparency."""
    flat = QImage(picture.size(), QImage.Format.Format_RGB32)
    flat.fill(ground)
    picture = picture.copy()
    picture.setDevicePixelRatio(1)
    painter = QPainter(flat)
    painter.drawImage(QPoint(0, 0), picture)
    painter.end()
    return flat


def _attempts(picture: QImage) -> Iterator[QImage]:
    """Yield the picture in the ways in which a code may show, the likeliest first."""
    flat = _limited(flattened(picture))
    yield flat
    longest = max(flat.width(), flat.height())
    if longest < SMALLEST:
        yield flat.scaled(flat.width() * 2, flat.height() * 2)
    grounds = [flat]
    if picture.hasAlphaChannel():
        dark = _limited(flattened(picture, Qt.GlobalColor.black))
        yield _framed(dark, Qt.GlobalColor.black)
        grounds.append(dark)
    yield _framed(flat, Qt.GlobalColor.white)
    for image in grounds:
        yield from _without_ground(image)


def _limited(image: QImage) -> QImage:
    if max(image.width(), image.height()) <= LARGEST:
        return image
    return image.scaled(
        QSize(LARGEST, LARGEST),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _framed(image: QImage, colour: Qt.GlobalColor) -> QImage:
    """Return the image with a margin as wide as any code's quiet zone."""
    margin = max(16, max(image.width(), image.height()) // 5)
    framed = QImage(
        image.width() + 2 * margin, image.height() + 2 * margin, QImage.Format.Format_RGB32
    )
    framed.fill(colour)
    painter = QPainter(framed)
    painter.drawImage(QPoint(margin, margin), image)
    painter.end()
    return framed


def _without_ground(image: QImage) -> Iterator[QImage]:
    """Yield the image with its dark ground made white, and what is light in it alone.

    A code without a quiet zone on a dark ground runs into it. The ground has a colour of its
    own, mostly; where it is as black as the code, the outermost white tells where the code
    ends, since white modules stand at all four sides of it. On a light ground it runs into
    whatever encloses it: the line around a code, or the black field of a white one.
    """
    ground = image.pixelColor(0, 0)
    if qGray(ground.rgb()) <= LIGHT:
        yield _framed(_recoloured(image, ground), Qt.GlobalColor.white)
        yield from _framed_light_part(image)
        return
    negative = image.copy()
    negative.invertPixels()
    dark = image.copy(_light_part(negative))
    if not dark.isNull() and dark.size() != image.size():
        yield _framed(dark, Qt.GlobalColor.black)
        yield from _framed_light_part(dark)


def _framed_light_part(image: QImage) -> Iterator[QImage]:
    light = _light_part(image)
    if light.isValid():
        yield _framed(image.copy(light), Qt.GlobalColor.white)


def _recoloured(image: QImage, ground: QColor) -> QImage:
    """Return the image with every pixel of the ground's colour white."""
    mask = image.createMaskFromColor(ground.rgb(), Qt.MaskMode.MaskInColor)
    stencil = mask.convertToFormat(QImage.Format.Format_ARGB32)
    white = QImage(image.size(), QImage.Format.Format_ARGB32)
    white.fill(Qt.GlobalColor.white)
    white.setAlphaChannel(stencil.convertToFormat(QImage.Format.Format_Grayscale8))
    result = image.copy()
    painter = QPainter(result)
    painter.drawImage(QPoint(0, 0), white)
    painter.end()
    return result


def _light_part(image: QImage) -> QRect:
    """Return the smallest part that holds all light pixels; an invalid one for none."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    stride, width, height = grey.bytesPerLine(), grey.width(), grey.height()
    pixels = bytes(grey.constBits())
    rows = [y for y in range(height) if max(pixels[y * stride : y * stride + width]) > LIGHT]
    if not rows:
        return QRect()
    part = pixels[rows[0] * stride : (rows[-1] + 1) * stride]
    columns = [x for x in range(width) if max(part[x::stride]) > LIGHT]
    return QRect(QPoint(columns[0], rows[0]), QPoint(columns[-1], rows[-1]))


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
    return FoundCode(_text_of(bytes(code.bytes), code.text), (corner.x, corner.y))


def _text_of(content: bytes, guessed: str) -> str:
    """Return what the bytes of a code say: UTF-8, else GBK, which zxing takes for Japanese."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if HIRAGANA.search(guessed) and not HALF_WIDTH_KATAKANA.search(guessed):
        return guessed
    try:
        return content.decode("gb18030")
    except UnicodeDecodeError:
        return guessed


def _reading_order(code: FoundCode) -> tuple[int, int]:
    """Order by rows of 50 pixels, so that codes beside each other read from the left."""
    return code.corner[1] // 50, code.corner[0]
