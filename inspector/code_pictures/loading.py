"""Loads picture files: every frame of a moving one, within limits of size and of time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from inspector.code_pictures import drawings

SUFFIXES: Final = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".svg", ".tif", ".tiff")
MOST_MEGABYTES: Final = 512
"""Largest picture in memory; Qt refuses what would need more."""
MOST_FRAMES: Final = 300
HEAD_BYTES: Final = 4_096
PIXELS: Final = 4_000_000_000
"""Pixels times elements up to which a drawing is drawn as large as it says."""
SMALLEST_SIDE: Final = 1_000
LARGEST_SIDE: Final = 5_000


def frames(file: Path) -> Iterator[QImage]:
    """Yield the frames of a picture file, one for a picture that stands still.

    There is none where the file is no picture, or one that would take the machine down.
    """
    if not file.is_file():
        return
    with file.open("rb") as stream:
        head = stream.read(HEAD_BYTES)
        if file.suffix.lower() == ".svg" or drawings.is_drawing(head):
            yield from _drawn(head + stream.read(drawings.MOST_BYTES))
            return
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    reader.setAllocationLimit(MOST_MEGABYTES)
    for _ in range(MOST_FRAMES):
        image = reader.read()
        if image.isNull():
            return
        yield image
        if not reader.supportsAnimation() and reader.imageCount() <= 1:
            return


def _drawn(data: bytes) -> Iterator[QImage]:
    """Yield the picture of an SVG, of many elements a smaller one: each may cover all of it."""
    found = drawings.harmless(data)
    if found is None:
        return
    buffer = QBuffer()
    buffer.setData(found[0])
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"svg")
    reader.setAllocationLimit(MOST_MEGABYTES)
    side = min(max(int((PIXELS / found[1]) ** 0.5), SMALLEST_SIDE), LARGEST_SIDE)
    if max(reader.size().width(), reader.size().height()) > side:
        most = QSize(side, side)
        reader.setScaledSize(reader.size().scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if not image.isNull():
        yield image
