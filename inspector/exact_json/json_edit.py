"""Adds to a JSON text without touching any other byte of it.

Writing a parsed file back would change its spacing, numbers and escapes. So the place is
found in the text itself, and the addition takes on the style that stands around it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from inspector.exact_json.writing import escape_surrogates

SPACE: Final = re.compile(r"[ \t\r\n]*")
INDENT: Final = re.compile(r"[{\[][ \t]*\r?\n([ \t]+)\S")
DECODER: Final = json.JSONDecoder(strict=False)


@dataclass(frozen=True, slots=True)
class Child:
    """One member of an object or item of an array."""

    name: str
    """Empty for an item."""
    lead: str
    """White space between the bracket or comma before it and its first character."""
    value_start: int
    end: int


def add_member(text: str, parent: int, name: str, value: Any) -> str:
    """Return the text with a member added at the end of the object that begins at `parent`."""
    return _add(text, parent, json.dumps(name, ensure_ascii=False), value)


def add_item(text: str, parent: int, value: Any) -> str:
    """Return the text with an item added at the end of the array that begins at `parent`."""
    return _add(text, parent, None, value)


def find_member(text: str, parent: int, name: str) -> int | None:
    """Return where the value of a member begins; of equal names the last counts."""
    places = [child.value_start for child in children(text, parent) if child.name == name]
    return places[-1] if places else None


def first_place(text: str) -> int:
    """Return where the outermost value begins."""
    return _after_space(text, 0)


def children(text: str, parent: int) -> Iterator[Child]:
    """Yield the members or items of the value that begins at `parent`. The text is valid."""
    is_object = text[parent] == "{"
    at = parent + 1
    while True:
        start = _after_space(text, at)
        if text[start] in "]}":
            return
        name, value_start = "", start
        if is_object:
            name, after_name = DECODER.raw_decode(text, start)
            value_start = _after_space(text, _after_space(text, after_name) + 1)
        _, end = DECODER.raw_decode(text, value_start)
        yield Child(name, text[at:start], value_start, end)
        at = _after_space(text, end)
        if text[at] != ",":
            return
        at += 1


def _add(text: str, parent: int, name: str | None, value: Any) -> str:
    """Add behind the last child, or into the empty brackets."""
    last = None
    for last in children(text, parent):  # noqa: B007 - only the last one is wanted
        pass
    if last is not None:
        written = _write(text, name, value, last.lead)
        return f"{text[: last.end]},{last.lead}{written}{text[last.end :]}"
    lead = _lead_of_first_child(text, parent)
    written = _write(text, name, value, lead)
    close = _after_space(text, parent + 1)
    tail = lead.removesuffix(_unit(text)) if "\n" in lead else ""
    return f"{text[: parent + 1]}{lead}{written}{tail}{text[close:]}"


def _write(text: str, name: str | None, value: Any, lead: str) -> str:
    """Write a value in the style of the text, on lines of its own where `lead` breaks one."""
    colon = ": " if re.search(r'":\s', text) or '":' not in text else ":"
    head = f"{name}{colon}" if name is not None else ""
    if "\n" not in lead:
        comma = ", " if colon == ": " else ","
        return head + escape_surrogates(
            json.dumps(value, ensure_ascii=False, separators=(comma, colon))
        )
    lines = json.dumps(value, ensure_ascii=False, indent=_unit(text), separators=(",", colon))
    line_break = ("\r\n" if "\r\n" in lead else "\n") + lead.rpartition("\n")[2]
    return head + escape_surrogates(lines).replace("\n", line_break)


def _lead_of_first_child(text: str, parent: int) -> str:
    """Return the white space for the first child: one step deeper than the parent's line."""
    if "\n" not in text.strip():
        return ""
    line = text[text.rfind("\n", 0, parent) + 1 : parent]
    indent = line[: len(line) - len(line.lstrip(" \t\ufeff"))].lstrip("\ufeff")
    return line_end(text) + indent + _unit(text)


def line_end(text: str) -> str:
    """Return how the lines of the text end."""
    return "\r\n" if "\r\n" in text else "\n"


def _unit(text: str) -> str:
    """Return one step of indentation, as the text has it."""
    found = INDENT.search(text)
    return found[1] if found else "  "


def _after_space(text: str, at: int) -> int:
    space = SPACE.match(text, at)
    return space.end() if space else at
