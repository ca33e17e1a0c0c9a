"""SVG files -> their bytes, if drawing them ends soon and takes nothing from outside.

A drawing is a program: parts copy parts, fills are drawings, and addresses are followed. So what
is drawn is weighed first, and what was weighed is what is drawn: never the file once more.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from inspector.texts import GZIP

MOST_BYTES: Final = 10_000_000
MOST_WEIGHT: Final = 60_000
"""As many elements as are drawn in all; copies of copies, fills of fills grow without end."""
MOST_LOOKS: Final = 1_000_000
"""Elements that are looked at, those within named ones once more for each."""
EFFECT: Final = 100
"""What a fill, mask, marker or filter weighs, which is drawn into a picture of its own."""
HEAD: Final = re.compile(rb"\A[\xef\xbb\xbf\s]*<|<svg[\s>]|<!DOCTYPE svg")
LINK: Final = re.compile(r"url\(\s*['\"]?\s*([^'\")\s]*)", re.IGNORECASE)
ESCAPED: Final = re.compile(r"\\|@import", re.IGNORECASE)
"""What makes a style another than it looks, or loads one."""


class _Builder(ET.TreeBuilder):
    """Builds the tree, and refuses the instruction that has a style sheet loaded."""

    def pi(self, target: str, text: str | None = None) -> ET.Element:
        """Refuse instructions; pictures have none."""
        raise ValueError(target, text)


def is_drawing(head: bytes) -> bool:
    """Say whether a file is an SVG, by its first bytes."""
    return head.startswith(GZIP) or HEAD.search(head) is not None


def harmless(data: bytes) -> tuple[bytes, int] | None:
    """Return an SVG unpacked, and what it weighs; None for one that is not to be drawn."""
    if data.startswith(GZIP):
        try:
            data = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, MOST_BYTES + 1)
        except zlib.error:
            return None
    if len(data) > MOST_BYTES:
        return None
    try:
        root = ET.fromstring(data, ET.XMLParser(target=_Builder()))  # noqa: S314 - no entities
    except (ET.ParseError, ValueError, LookupError):
        return None
    elements = list(root.iter())
    if len(elements) > MOST_WEIGHT or any(_name(each) == "marker" for each in elements):
        return None  # a marker is drawn at every corner of a line; no code has any
    styles = " ".join(each.text or "" for each in elements if _name(each) == "style")
    texts = [value for each in elements for value in each.attrib.values()]
    linking = [text for text in (styles, *texts) if "url" in text.lower() or "\\" in text]
    if any(map(ESCAPED.search, (styles, *linking))) or not _are_inside(linking):
        return None
    if not all(map(_is_inside, elements)):
        return None
    weight = _weight(elements, LINK.findall(styles))
    return (data, weight) if weight <= MOST_WEIGHT else None


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _address(element: ET.Element) -> str | None:
    """Return what an element refers to; Qt does not look whose `href` it is."""
    if _name(element) == "a":
        return None
    names = (name for name in element.attrib if name.rpartition("}")[2] == "href")
    return next((element.attrib[name].strip() for name in names), None)


def _is_inside(element: ET.Element) -> bool:
    address = _address(element)
    return address is None or address.startswith(("#", "data:image/"))


def _are_inside(texts: Iterable[str]) -> bool:
    return all(each.startswith("#") for text in texts for each in LINK.findall(text))


def _links(element: ET.Element, styles: list[str]) -> Iterator[tuple[str, int]]:
    """Give what is drawn for an element beside itself, by name, and what that weighs more."""
    if (address := _address(element)) and address.startswith("#"):
        yield address[1:], 0
    for value in element.attrib.values():
        for link in LINK.findall(value):
            yield link[1:], EFFECT
    for link in styles:
        yield link[1:], EFFECT  # a rule may be for any element


def _weight(elements: list[ET.Element], styles: list[str]) -> int:
    """Return how many elements are drawn, copies of copies included."""
    own: dict[str, int] = {}
    used: dict[str, Counter[str]] = {}
    looks = 0
    for element in elements:
        if (name := element.get("id")) is not None:
            own[name], used[name] = _drawn(element.iter(), styles)
            looks += own[name]
            if looks > MOST_LOOKS:
                return MOST_WEIGHT + 1
    total, level = _drawn(elements, styles)
    while level and total <= MOST_WEIGHT:
        deeper: Counter[str] = Counter()
        for name, count in level.items():
            total += own.get(name, 1) * count
            for inner, times in used.get(name, Counter()).items():
                deeper[inner] += count * times
        level = deeper
    return total


def _drawn(elements: Iterable[ET.Element], styles: list[str]) -> tuple[int, Counter[str]]:
    """Return what elements weigh by themselves, and how often they draw others."""
    weight, used = 0, Counter[str]()
    for element in elements:
        weight += 1
        for name, more in _links(element, styles):
            used[name] += 1
            weight += more
    return weight, used
