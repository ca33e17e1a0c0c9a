from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from inspector.qr import encode, to_svg
from tests.qr.reading import texts_in

TEXT = "/pages/index/index?id=123&from=%E7%BE%A4%E8%81%8A"


@pytest.mark.parametrize("scale", [1, 4, 7])
def test_the_drawing_reads_back_on_a_transparent_ground(scale: int) -> None:
    renderer = QSvgRenderer(QByteArray(to_svg(encode(TEXT)).encode()))
    assert renderer.isValid()
    side = encode(TEXT).side * scale
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert texts_in(image) == [TEXT]


def test_runs_keep_it_small() -> None:
    code = encode("a" * 1000)
    runs = sum(len(row.replace(b"\0", b" ").split()) for row in code.matrix)
    drawn = to_svg(code).rpartition(' d="')[2]
    assert drawn.count("h") == runs
    assert len(to_svg(code)) < 35_000


def test_it_names_its_size() -> None:
    code = encode(TEXT)
    assert f'width="{code.side * 5}"' in to_svg(code, module=5)


def test_a_drawing_has_the_size_that_was_asked_for() -> None:
    assert 'width="500" height="500"' in to_svg(encode(TEXT), size=500)
