"""XML and HTML: elements, attributes, form fields, tables and property lists."""

from __future__ import annotations

import html
import re
from typing import Final

from inspector.tickets.capture.reader import CaptureReader
from inspector.tickets.capture.scanning import other_values, shapes, values
from inspector.tickets.capture.scanning.field_names import FieldName
from inspector.tickets.capture.scanning.shapes import Belief, Shape
from inspector.tickets.capture.scanning.sightings import LABEL, Scan, Sighting, Trust
from inspector.tickets.capture.scanning.source import Source

_TAG = re.compile(r"<[A-Za-z][^<>]*>")
_ATTRIBUTE = re.compile(
    r"""
    ([\w:-]{1,40})\s{0,9}=\s{0,9}  # `data-iv = `
    (?:"([^"]*)"|'([^']*)')        # `"r7BX"` `'r7BX'`
    """,
    re.VERBOSE,
)
_NAMES = frozenset(("name", "id", "key", "data-name", "field"))
_VALUES = frozenset(("value", "content", "data-value", "val"))


def score(source: Source) -> float:
    """Be sure of a text that begins with a tag, fairly of one that holds an end tag."""
    if source.head[:1] == "<":
        return 0.9
    return 0.5 if "</" in source.head or "<input" in source.head else 0.0


def read(source: Source) -> Scan:
    """Return every known name with its value, also where the value stands before the name."""
    known = {(sighting.field, sighting.start) for sighting in source.pairs}
    found = [
        sighting
        for tag in _TAG.finditer(source.text)
        for sighting in _of_tag(source, tag)
        if (sighting.field, sighting.start) not in known
    ]
    return source.with_pairs(found)


def _of_tag(source: Source, tag: re.Match[str]) -> list[Sighting]:
    if "=" not in tag[0]:
        return []
    attributes = {m[1].lower(): m for m in _ATTRIBUTE.finditer(source.text, *tag.span())}
    named = next((attributes[a] for a in attributes if a in _NAMES), None)
    valued = next((attributes[a] for a in attributes if a in _VALUES), None)
    meaning = source.names.classify(named[2] or named[3] or "") if named else None
    if not meaning or not valued:
        return []
    group = 2 if valued[2] is not None else 3
    text, place = html.unescape(valued[group]), valued.span(group)
    if meaning.field in other_values.OTHER_FIELDS:
        wanted = meaning.field in (LABEL, "rawData") or other_values.is_valid(meaning.field, text)
        return [Sighting(meaning.field, text, *place, meaning.trust)] if wanted and text else []
    value = values.tidy(text)
    return (
        [Sighting(meaning.field, value, *place, meaning.trust)]
        if shapes.is_worded(value) or _is_believed(meaning, value)
        else []
    )


def _is_believed(meaning: FieldName, value: str) -> bool:
    """Tell whether a value may be the field's: where its name says little, a whole one."""
    if meaning.trust is Trust.NAMED:
        return shapes.shape(meaning.field, value) is not Shape.WORD
    return shapes.shape(meaning.field, value, Belief.UNNAMED) is Shape.WHOLE


READERS: Final = (CaptureReader("HTML or XML", "markup", score, read),)
