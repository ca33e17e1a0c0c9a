"""`inspector qr`: drawings and pictures, read back by an independent reader."""

from __future__ import annotations

from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from tests.cli.running import run

TEXT = "weixin://dl/business/?appid=wx0123456789abcdef&path=pages/群/index"


def said(image: QImage) -> list[str]:
    """Return what an independent reader sees in a picture."""
    return [code.text for code in zxingcpp.read_barcodes(image)]


def test_a_png_reads_back(tmp_path: Path) -> None:
    file = tmp_path / "code.png"
    assert run("qr", TEXT, "-o", str(file)).status == 0
    picture = QImage(str(file)).convertToFormat(QImage.Format.Format_RGB32)
    assert said(picture) == [TEXT]


def test_an_svg_reads_back(tmp_path: Path) -> None:
    file = tmp_path / "code.SVG"
    assert run("qr", "-", "-o", str(file), stdin=TEXT + "\n").status == 0
    picture = QImage(400, 400, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    painter = QPainter(picture)
    QSvgRenderer(str(file)).render(painter)
    painter.end()
    assert said(picture) == [TEXT]


@pytest.mark.parametrize("screen", [True, False])
def test_a_drawing_reads_back(*, screen: bool) -> None:
    ran = run("qr", TEXT, screen=screen)
    assert ran.status == 0
    assert ("\x1b[" in ran.out) is screen
    assert said(painted(ran.out)) == [TEXT]


def painted(drawing: str) -> QImage:
    """Paint half blocks, a block being white, as a terminal with a dark ground does."""
    lines = [line.split("m", 1)[-1].removesuffix("\x1b[0m") for line in drawing.splitlines()]
    picture = QImage(len(lines[0]), 2 * len(lines), QImage.Format.Format_RGB32)
    picture.fill(QColor("black"))
    for y, line in enumerate(lines):
        for x, block in enumerate(line):
            for half, blocks in enumerate(("█▀", "█▄")):
                if block in blocks:
                    picture.setPixelColor(x, 2 * y + half, QColor("white"))
    return picture.scaled(picture.width() * 4, picture.height() * 4)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("", "-o", "code.png"), "empty"),
        (("x" * 2954,), "2954 bytes; a QR code holds at most 2953"),
        (("\ud800",), "half a character"),
        (("text", "-o", "code.gif"), ".svg or .png"),
        (("text", "-o", "missing/folder/code.svg"), "Cannot write"),
    ],
)
def test_what_cannot_be_drawn_is_told(arguments: tuple[str, ...], words: str) -> None:
    ran = run("qr", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert words in ran.err
    assert len(ran.err.splitlines()) == 1


def test_size_and_level_are_taken(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    assert run("qr", "hello", "-o", str(file), "--size", "400", "--level", "h").status == 0
    assert int.from_bytes(file.read_bytes()[16:20], "big") == 400
    small = run("qr", "hello" * 60, "-o", str(file), "--size", "10")
    assert (small.status, "pixels" in small.err) == (2, True)
    assert run("qr", "hello", "--size", "400").status == 2
    assert run("qr", "hello", "--level", "X").status == 2
    assert run("qr", "hello", "-o", str(tmp_path / "a.svg"), "--size", "123").status == 0
    assert 'width="123"' in (tmp_path / "a.svg").read_text()


def test_the_codes_of_a_picture_are_read(tmp_path: Path) -> None:
    for suffix in ("png", "svg"):
        file = tmp_path / f"a.{suffix}"
        assert run("qr", "pages/a?n=群\x1b", "-o", str(file)).status == 0
        read = run("qr", "--read", str(file))
        assert (read.status, read.out) == (0, "pages/a?n=群\\u001b\n")


def test_a_picture_without_a_code_and_no_picture_say_so(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"no picture")
    blank = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    (tmp_path / "b.svg").write_text(blank)
    for name, words in (
        ("a.png", "not a picture"),
        ("b.svg", "No QR code"),
        ("c.png", "Cannot read"),
    ):
        ran = run("qr", "--read", str(tmp_path / name))
        assert (ran.status, ran.out) == (2, "")
        assert words in ran.err
    assert run("qr").status == 2
