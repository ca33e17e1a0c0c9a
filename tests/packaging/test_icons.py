"""The icons of each system hold the drawing, in the sizes that they say."""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QImageReader

from tests.catalogue import PROJECT

GREEN = QColor("#067A45")


@pytest.fixture(scope="module")
def icons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All icons, made by the one command."""
    folder = tmp_path_factory.mktemp("icons")
    program = PROJECT / "resources/packaging/icons.py"
    subprocess.run([sys.executable, program, folder], check=True)
    return folder


def shows_the_drawing(image: QImage) -> bool:
    """Say whether it is green at its left edge, white on the ticket, clear in its corner."""
    side = image.width()
    edge, corner = image.pixelColor(side // 16, side // 2), image.pixelColor(0, 0)
    ticket = image.pixelColor(side * 3 // 4 - 1, side * 5 // 16)
    return edge == GREEN and ticket == QColor("white") and corner.alpha() < 128


def test_linux_has_each_size_and_the_drawing_itself(icons: Path) -> None:
    pictures = {file.parent.parent.name: file for file in icons.rglob("*.png")}
    assert {"16x16", "48x48", "256x256"} <= set(pictures)
    for size, file in pictures.items():
        image = QImage(str(file))
        assert f"{image.width()}x{image.height()}" == size
        assert file.stem == "share-ticket-inspector"
        assert shows_the_drawing(image), size
    drawing = icons / "hicolor/scalable/apps/share-ticket-inspector.svg"
    assert drawing.read_bytes() == (PROJECT / "resources/icons/inspector.svg").read_bytes()


def test_windows_has_them_in_one_file(icons: Path) -> None:
    reader = QImageReader(str(icons / "inspector.ico"))
    sides = []
    for number in range(reader.imageCount()):
        reader.jumpToImage(number)
        image = reader.read()
        sides.append(image.width())
        assert shows_the_drawing(image), image.width()
    assert {16, 32, 48, 256} <= set(sides)


def test_a_mac_has_them_in_one_file(icons: Path) -> None:
    content = (icons / "inspector.icns").read_bytes()
    assert struct.unpack(">4sI", content[:8]) == (b"icns", len(content))
    sides, at = {}, 8
    while at < len(content):
        kind, length = struct.unpack(">4sI", content[at : at + 8])
        image = QImage.fromData(content[at + 8 : at + length])
        assert shows_the_drawing(image), kind
        sides[kind] = image.width()
        at += length
    assert sides[b"ic07"] == 128
    assert sides[b"ic10"] == 1024
