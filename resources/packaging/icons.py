"""The program's icon in the formats of each system, all drawn from `resources/icons/inspector.svg`.

    python resources/packaging/icons.py FOLDER

writes `inspector.ico` (Windows), `inspector.icns` (macOS) and `hicolor/` (Linux).
"""

from __future__ import annotations

import shutil
import struct
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING: Final = Path(__file__).parent.parent / "icons" / "inspector.svg"
NAME: Final = "share-ticket-inspector"
LINUX_SIDES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)
WINDOWS_SIDES: Final = (16, 20, 24, 32, 40, 48, 64, 256)
MAC_SIDES: Final = {
    b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512,
    b"ic11": 32, b"ic12": 64, b"ic13": 256, b"ic14": 512, b"ic10": 1024,
}  # fmt: skip
"""Type of an entry -> its side in pixels; the second line is for displays of double density."""


def main(folder: Path) -> None:
    """Write all icons below a folder."""
    drawn = {side: png(side) for side in {*LINUX_SIDES, *WINDOWS_SIDES, *MAC_SIDES.values()}}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "inspector.ico").write_bytes(ico(drawn))
    (folder / "inspector.icns").write_bytes(icns(drawn))
    for side in LINUX_SIDES:
        place(folder, f"{side}x{side}", ".png").write_bytes(drawn[side])
    shutil.copyfile(DRAWING, place(folder, "scalable", ".svg"))


def place(folder: Path, size: str, suffix: str) -> Path:
    """Return where the theme of icons that every Linux desktop falls back to keeps one size."""
    file = folder / "hicolor" / size / "apps" / (NAME + suffix)
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


def png(side: int) -> bytes:
    """Return the icon as a PNG of so many pixels a side."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes, Qt a text
    return bytes(content.data())


def ico(drawn: Mapping[int, bytes]) -> bytes:
    """Return a Windows icon: a header, a row for each size, then the pictures."""
    offset = 6 + 16 * len(WINDOWS_SIDES)
    rows = bytearray(struct.pack("<HHH", 0, 1, len(WINDOWS_SIDES)))
    for side in WINDOWS_SIDES:
        length = len(drawn[side])
        # A byte holds the side, so 256 is written 0.
        rows += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, length, offset)
        offset += length
    return bytes(rows) + b"".join(drawn[side] for side in WINDOWS_SIDES)


def icns(drawn: Mapping[int, bytes]) -> bytes:
    """Return a macOS icon: a header, then type, length and picture of each entry."""
    entries = b"".join(
        kind + struct.pack(">I", 8 + len(drawn[side])) + drawn[side]
        for kind, side in MAC_SIDES.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(entries)) + entries


if __name__ == "__main__":
    main(Path(sys.argv[1]))
