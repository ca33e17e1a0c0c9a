"""Picture files are loaded with all their frames, and none takes the machine down."""

from __future__ import annotations

import gzip
import struct
from pathlib import Path

import pytest

from inspector.code_pictures.codes import read_codes
from inspector.code_pictures.drawings import harmless
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


def effects(kind: str, levels: int, times: int) -> str:
    """Return parts whose fills (or masks, markers) are drawings with such fills in them."""
    parts = []
    for level in range(levels):
        link = f"class='c{level + 1}'" if kind == "class" else f"{kind}='url(#p{level + 1})'"
        name = {"fill": "pattern", "class": "pattern", "marker-mid": "marker"}.get(kind, kind)
        shapes = f"<path d='M0 0 L1 1 L2 0 L3 1' {link}/>" * times
        parts.append(f"<{name} id='p{level}' width='9' height='9'>{shapes}</{name}>")
    rules = "".join(f".c{level}{{fill:url(#p{level})}}" for level in range(levels))
    style = f"<style>{rules}</style>" if kind == "class" else ""
    first = f"{kind}='url(#p0)'" if kind != "class" else "class='c0'"
    return f"{style}<defs>{''.join(parts)}</defs><rect width='9' height='9' {first}/>"


@pytest.mark.parametrize("kind", ["fill", "mask", "marker-mid", "class"])
def test_fills_of_fills_are_weighed(kind: str) -> None:
    if kind in ("fill", "mask"):  # rules may be for any element, markers are at every corner
        assert harmless(svg(effects(kind, 2, 2)))
    assert harmless(svg(effects(kind, 7, 10))) is None


@pytest.mark.parametrize(
    "hidden",
    [
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="urn:x"{0}><image x:href="{1}"{0}/></svg>',
        (
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="urn:x"{0}>'
            '<image xlink:href="{1}"{0}/></svg>'
        ),
        "<!--{2}--><svg xmlns='http://www.w3.org/2000/svg'{0}><image href='{1}'{0}/></svg>",
        '<s:svg xmlns:s="http://www.w3.org/2000/svg"{0}><s:image href="{1}"{0}/></s:svg>',
        (
            '<!DOCTYPE svg [<!ENTITY e "{1}">]><svg xmlns="http://www.w3.org/2000/svg"{0}>'
            '<image href="&e;"{0}/></svg>'
        ),
    ],
)
@pytest.mark.parametrize("name", ["a.svg", "a.png", "a.svgz"])
def test_no_way_of_writing_it_lets_a_drawing_look_outside(
    tmp_path: Path, hidden: str, name: str
) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(to_png(encode("secret")))
    data = hidden.format(' width="300" height="300"', secret, "x" * 5_000).encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if name == "a.svgz" else data)
    found = [code for image in frames(tmp_path / name) for code in read_codes(image)]
    assert found == []


def test_style_sheets_are_not_loaded(tmp_path: Path) -> None:
    data = b"<?xml-stylesheet type='text/css' href='file:///etc/hostname'?>"
    (tmp_path / "a.svg").write_bytes(data + svg("<rect width='9' height='9'/>"))
    assert list(frames(tmp_path / "a.svg")) == []


def test_a_packed_drawing_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.svgz").write_bytes(gzip.compress(to_svg(encode("packed")).encode()))
    (image,) = frames(tmp_path / "a.svgz")
    assert [found.text for found in read_codes(image)] == ["packed"]


@pytest.mark.parametrize("content", [b"", b"no picture", b"GIF89a", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture_has_no_frame(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.png").write_bytes(content)
    assert list(frames(tmp_path / "a.png")) == []
    assert list(frames(tmp_path / "none.png")) == []
    assert list(frames(tmp_path)) == []
