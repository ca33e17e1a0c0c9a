"""Picture files are loaded with all their frames, and none takes the machine down."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from inspector.code_pictures.codes import read_codes
from inspector.code_pictures.loading import frames
from inspector.qr import encode, to_png, to_svg


def gif(pictures: list[list[bytes]]) -> bytes:
    """Return a moving GIF of black and white rows, its pixels uncompressed."""
    height, width = len(pictures[0]), len(pictures[0][0])
    out = b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0)
    out += b"\xff\xff\xff\x00\x00\x00"
    for rows in pictures:
        out += b"\x21\xf9\x04\x00\x0a\x00\x00\x00"
        out += b"\x2c" + struct.pack("<HHHHB", 0, 0, width, height, 0) + b"\x02"
        # Codes of three bits with a clear code before the table grows: no compression.
        bits = "".join(format(pixel, "03b")[::-1] + "001" for row in rows for pixel in row)
        bits = "001" + bits + format(5, "03b")[::-1]
        data = bytes(int(bits[at : at + 8].ljust(8, "0")[::-1], 2) for at in range(0, len(bits), 8))
        for at in range(0, len(data), 255):
            block = data[at : at + 255]
            out += bytes([len(block)]) + block
        out += b"\x00"
    return out + b"\x3b"


def rows_of(text: str, scale: int = 3) -> list[bytes]:
    code = encode(text)
    white = bytes(code.side * scale)
    rows = [white] * (4 * scale)
    for row in code.matrix:
        wide = bytes(pixel for module in row for pixel in [module] * scale)
        rows += [bytes(4 * scale) + wide + bytes(4 * scale)] * scale
    return [*rows, *[white] * (4 * scale)]


def test_every_frame_of_a_moving_picture_is_looked_at(tmp_path: Path) -> None:
    code = rows_of("later")
    blank = [bytes(len(code[0]))] * len(code)
    (tmp_path / "a.gif").write_bytes(gif([blank, blank, code]))
    images = list(frames(tmp_path / "a.gif"))
    assert len(images) == 3
    assert [[c.text for c in read_codes(image)] for image in images] == [[], [], ["later"]]


@pytest.mark.parametrize("suffix", [".png", ".svg", ".dat"])
def test_a_still_picture_has_one_frame(tmp_path: Path, suffix: str) -> None:
    code = encode("still")
    (tmp_path / f"a{suffix}").write_bytes(
        to_svg(code).encode() if suffix == ".svg" else to_png(code)
    )
    (image,) = frames(tmp_path / f"a{suffix}")
    assert [found.text for found in read_codes(image)] == ["still"]


def svg(body: str) -> bytes:
    head = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'{head} width="40" height="40">{body}</svg>'.encode()


def bomb(levels: int, times: int) -> str:
    parts = ['<g id="g0"><rect width="9" height="9"/></g>']
    for level in range(1, levels):
        uses = f'<use xlink:href="#g{level - 1}"/>' * times
        parts.append(f'<g id="g{level}">{uses}</g>')
    return f"<defs>{''.join(parts)}</defs><use xlink:href='#g{levels - 1}'/>"


@pytest.mark.parametrize(
    ("body", "loaded"),
    [
        ("<rect width='9' height='9'/>", True),
        (bomb(3, 5), True),
        (bomb(9, 10), False),
        ("<g id='a'><use href='#a'/></g><use href='#a'/>", False),
        ("<image href='file:///etc/hostname' width='9' height='9'/>", False),
        ("<image xlink:href='secret.png' width='9' height='9'/>", False),
        ("<a xlink:href='https://example.com'><rect width='9' height='9'/></a>", True),
        ("<rect", False),
    ],
)
def test_a_drawing_refers_to_nothing_outside_and_ends(
    tmp_path: Path, body: str, loaded: bool
) -> None:
    (tmp_path / "a.svg").write_bytes(svg(body))
    assert bool(list(frames(tmp_path / "a.svg"))) is loaded


@pytest.mark.parametrize("content", [b"", b"no picture", b"GIF89a", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture_has_no_frame(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.png").write_bytes(content)
    assert list(frames(tmp_path / "a.png")) == []
    assert list(frames(tmp_path / "none.png")) == []
    assert list(frames(tmp_path)) == []
