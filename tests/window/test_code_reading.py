"""Pictures as people have them: several codes, screenshots, transparency, photographs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from inspector.qr import encode
from inspector.window.code_painting import code_image
from inspector.window.code_reading import read_codes

TEXTS = (
    "weixin://dl/business/?appid=wx0123456789abcdef&path=pages/a",
    "群聊 2",
    "https://x.example",
)


def sheet(*texts: str, scale: int = 3, colour: str = "#777777") -> QImage:
    """Return codes beside each other on a coloured ground."""
    codes = [code_image(encode(text), scale) for text in texts]
    width = sum(code.width() + 20 for code in codes) + 20
    image = QImage(width, max(c.height() for c in codes) + 40, QImage.Format.Format_ARGB32)
    image.fill(QColor(colour))
    painter, left = QPainter(image), 20
    for code in codes:
        painter.drawImage(QPoint(left, 20), code)
        left += code.width() + 20
    painter.end()
    return image


def said(image: QImage) -> list[str]:
    return [code.text for code in read_codes(image)]


def test_several_codes_come_in_reading_order() -> None:
    assert said(sheet(*TEXTS)) == list(TEXTS)


def test_equal_codes_come_once() -> None:
    assert said(sheet("a", "b", "a")) == ["a", "b"]


@pytest.mark.parametrize(
    "form",
    [
        QImage.Format.Format_Mono,
        QImage.Format.Format_Indexed8,
        QImage.Format.Format_ARGB32_Premultiplied,
        QImage.Format.Format_RGB16,
        QImage.Format.Format_RGBA64,
        QImage.Format.Format_Grayscale16,
    ],
)
def test_every_pixel_format_is_taken(form: QImage.Format) -> None:
    assert said(sheet(TEXTS[0], colour="#ffffff").convertToFormat(form)) == [TEXTS[0]]


def test_a_code_on_nothing_is_read_on_white() -> None:
    image = sheet(TEXTS[0], colour="#00000000")
    for y in range(image.height()):
        for x in range(image.width()):
            if image.pixelColor(x, y) == QColor(Qt.GlobalColor.white):
                image.setPixelColor(x, y, QColor(0, 0, 0, 0))
    assert said(image) == [TEXTS[0]]


@pytest.mark.parametrize("degrees", [7, 90, 200])
def test_a_turned_and_blurred_picture_is_read(degrees: int) -> None:
    turned = sheet(TEXTS[0], scale=8, colour="#cccccc").transformed(QTransform().rotate(degrees))
    smooth = Qt.TransformationMode.SmoothTransformation
    small = turned.scaledToWidth(turned.width() // 2, smooth)
    assert said(small) == [TEXTS[0]]


def test_one_pixel_a_module_is_enough() -> None:
    assert said(sheet(TEXTS[0], scale=1, colour="#ffffff")) == [TEXTS[0]]


def test_nothing_is_found_where_nothing_is() -> None:
    empty = QImage(300, 300, QImage.Format.Format_RGB32)
    empty.fill(QColor("white"))
    assert said(empty) == []
    assert said(QImage()) == []
