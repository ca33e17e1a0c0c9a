"""Pictures as people have them: several codes, screenshots, transparency, photographs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from inspector.code_pictures.codes import read_codes
from inspector.qr import encode
from inspector.window.code_painting import code_image

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


def bare(text: str, scale: int = 4) -> QImage:
    """Return a code without its quiet zone."""
    image = code_image(encode(text), scale)
    margin = 4 * scale
    return image.copy(margin, margin, image.width() - 2 * margin, image.height() - 2 * margin)


def on_ground(image: QImage, colour: str, margin: int = 60) -> QImage:
    ground = QImage(
        image.width() + 2 * margin, image.height() + 2 * margin, QImage.Format.Format_RGB32
    )
    ground.fill(QColor(colour))
    painter = QPainter(ground)
    painter.drawImage(QPoint(margin, margin), image)
    painter.end()
    return ground


@pytest.mark.parametrize("colour", ["#000000", "#1e1e1e", "#333333", "#2b3a67", "#ffffff"])
@pytest.mark.parametrize("text", TEXTS)
def test_a_code_without_a_quiet_zone_is_given_one(text: str, colour: str) -> None:
    assert said(on_ground(bare(text), colour)) == [text]
    assert said(bare(text)) == [text]


@pytest.mark.parametrize("colour", ["#e8e8e8", "#ffffff", "#ffe13c", "#bed7ff"])
@pytest.mark.parametrize("text", TEXTS)
def test_a_code_without_a_quiet_zone_is_read_on_a_light_ground(text: str, colour: str) -> None:
    for scale in (2, 4, 9):
        code = bare(text, scale)
        assert said(on_ground(code, colour)) == [text]
        for line in (1, 2, scale):
            assert said(on_ground(on_ground(code, "#000000", line), colour)) == [text]


@pytest.mark.parametrize("colour", ["#e8e8e8", "#ffffff", "#ffe13c"])
@pytest.mark.parametrize("text", TEXTS)
def test_a_white_code_on_a_black_field_is_read_on_a_light_ground(text: str, colour: str) -> None:
    for margin in (0, 2):
        field = on_ground(bare(text), "#ffffff", margin)
        field.invertPixels()
        assert said(on_ground(field, colour)) == [text]


@pytest.mark.parametrize("quiet", [True, False])
@pytest.mark.parametrize("text", TEXTS)
def test_a_white_code_on_nothing_is_read_on_black(text: str, quiet: bool) -> None:
    code = (code_image(encode(text), 4) if quiet else bare(text)).convertToFormat(
        QImage.Format.Format_ARGB32
    )
    for y in range(code.height()):
        for x in range(code.width()):
            dark = code.pixelColor(x, y).lightness() < 128
            code.setPixelColor(x, y, QColor(255, 255, 255, 255 if dark else 0))
    assert said(code) == [text]


def drawn(data: bytes) -> QImage:
    """Return a code of bytes, as programs draw it that know no UTF-8."""
    from qrcode.main import QRCode
    from qrcode.util import QRData

    code = QRCode(border=4)
    code.add_data(QRData(data, mode=4))
    code.make()
    rows = code.get_matrix()
    image = QImage(len(rows) * 4, len(rows) * 4, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    for y, row in enumerate(rows):
        for x, black in enumerate(row):
            if black:
                painter.fillRect(x * 4, y * 4, 4, 4, QColor("#000000"))
    painter.end()
    return image


@pytest.mark.parametrize(
    "text",
    [
        "微信小程序",
        "pages/a?n=商品详情",
        "https://example.com/?q=上海市",
        "订单编号：2026",
        "红鞋",
        "中文",
    ],
)
def test_chinese_in_gbk_is_not_taken_for_japanese(text: str) -> None:
    assert said(drawn(text.encode("gbk"))) == [text]
    assert said(drawn(text.encode("utf-8"))) == [text]
