from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from inspector.qr import TooSmall, encode, to_png
from tests.qr.reading import enlarged, texts_in

TEXT = "weixin://dl/business/?appid=wx0123456789abcdef&path=pages/index/index&query=from%3D群"


@pytest.mark.parametrize("size", [53, 106, 200, 433, 1000])
def test_the_picture_has_exactly_the_size_and_reads_back(size: int) -> None:
    image = QImage.fromData(to_png(encode(TEXT, "M"), size))
    assert (image.width(), image.height()) == (size, size)
    assert texts_in(enlarged(image, 2)) == [TEXT]


def test_without_a_size_a_module_has_eight_pixels() -> None:
    code = encode(TEXT)
    assert QImage.fromData(to_png(code)).width() == code.side * 8


def test_every_pixel_is_pure_and_four_modules_around_are_white() -> None:
    code = encode(TEXT)
    image = QImage.fromData(to_png(code, code.side * 3 + 1))
    colours = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert colours == {"#000000", "#ffffff"}
    assert all(image.pixelColor(x, 11).name() == "#ffffff" for x in range(image.width()))
    assert image.pixelColor(12, 12).name() == "#000000"


def test_less_than_a_pixel_a_module_is_refused_with_the_numbers() -> None:
    code = encode(TEXT)
    with pytest.raises(TooSmall) as caught:
        to_png(code, code.side - 1)
    assert (caught.value.size, caught.value.smallest) == (code.side - 1, code.side)
