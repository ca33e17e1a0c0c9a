"""Codes as painted: pixel for pixel at every scaling, in a widget that stands anywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from inspector.qr import encode
from inspector.window.code_painting import code_image, device_pixels_a_module, paint_code
from tests.qr.reading import texts_in

TEXT = "weixin://dl/business/?appid=wx0123456789abcdef&path=pages/a&query=" + "id%3D1" * 12


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0, 3.0])
@pytest.mark.parametrize("place", [QRectF(3.3, 7.9, 180, 200), QRectF(0, 0, 307, 301)])
def test_every_module_is_whole_device_pixels_on_any_ground(ratio: float, place: QRectF) -> None:
    code = encode(TEXT)
    image = QImage(round(320 * ratio), round(320 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#1B2128"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    covered = paint_code(painter, place, code)
    painter.end()
    scale = device_pixels_a_module(code, place.width(), place.height(), ratio)
    left, top = round(covered.x() * ratio), round(covered.y() * ratio)
    painted = image.copy(left, top, code.side * scale, code.side * scale)
    assert painted.convertToFormat(QImage.Format.Format_Grayscale8) == code_image(code, scale)
    assert texts_in(image) == [TEXT]


def test_a_place_smaller_than_the_code_stays_empty() -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    assert paint_code(painter, QRectF(0, 0, 40, 40), encode(TEXT)).isEmpty()
    painter.end()


@pytest.mark.parametrize("factor", ["1", "1.25", "1.5", "2"])
def test_the_window_draws_readable_codes_at_every_scale_factor(
    factor: str, isolated_home: Path
) -> None:
    """The real window in a process of its own, in the light and in the dark theme."""
    environment = {**os.environ, "QT_SCALE_FACTOR": factor, "HOME": str(isolated_home)}
    command = [sys.executable, "-m", "tests.window.scaled_window"]
    run = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert run.stdout.splitlines() == [f"{theme} {factor} good" for theme in ("light", "dark")], (
        run.stderr
    )
