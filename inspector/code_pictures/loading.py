"""Loads picture files: every frame of a moving one, within limits of size and of time."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtGui import QImage, QImageReader

SUFFIXES: Final = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".svg", ".tif", ".tiff")
MOST_MEGABYTES: Final = 512
"""Largest picture in memory; Qt refuses what would need more."""
MOST_FRAMES: Final = 300
MOST_SVG_BYTES: Final = 10_000_000
MOST_COPIES: Final = 20_000
"""As many elements as `<use>` may draw in all; copies of copies grow without end."""
SVG_HEAD: Final = re.compile(rb"<svg[\s>]|<!DOCTYPE svg")
REFERENCES: Final = ("href", "{http://www.w3.org/1999/xlink}href")


def frames(file: Path) -> Iterator[QImage]:
    """Yield the frames of a picture file, one for a picture that stands still.

    There is none where the file is no picture, or one that would take the machine down.
    """
    if not file.is_file() or (_is_svg(file) and not _is_harmless(file)):
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


def _is_svg(file: Path) -> bool:
    with file.open("rb") as stream:
        return file.suffix.lower() == ".svg" or SVG_HEAD.search(stream.read(4096)) is not None


def _is_harmless(file: Path) -> bool:
    """Tell whether an SVG refers to nothing outside and copies its parts within reason."""
    if file.stat().st_size > MOST_SVG_BYTES:
        return False
    try:
        root = ET.parse(file).getroot()  # noqa: S314 - expat stops nested entities
    except (ET.ParseError, OSError, ValueError):
        return False
    references = [(e, _reference(e)) for e in root.iter() if _reference(e) is not None]
    inside = all((to or "").startswith(("#", "data:image/")) for _, to in references)
    return inside and _copies(root) <= MOST_COPIES


def _reference(element: ET.Element) -> str | None:
    if element.tag.rpartition("}")[2] == "a":
        return None
    return next((element.attrib[name] for name in REFERENCES if name in element.attrib), None)


def _copies(root: ET.Element) -> int:
    """Return how many elements `<use>` draws, copies of copies included."""
    uses: dict[str, Counter[str]] = {}
    sizes: dict[str, int] = {}
    for element in root.iter():
        name = element.get("id")
        if name is not None:
            inner = list(element.iter())
            sizes[name] = len(inner)
            uses[name] = Counter(_used(inner))
    total, level = 0, Counter(_used(root.iter()))
    while level and total <= MOST_COPIES:
        total += sum(sizes.get(name, 1) * count for name, count in level.items())
        deeper: Counter[str] = Counter()
        for name, count in level.items():
            for inner_name, times in uses.get(name, Counter()).items():
                deeper[inner_name] += count * times
        level = deeper
    return total


def _used(elements: Iterator[ET.Element] | list[ET.Element]) -> Iterator[str]:
    for element in elements:
        if element.tag.rpartition("}")[2] == "use":
            yield (_reference(element) or "").removeprefix("#")
