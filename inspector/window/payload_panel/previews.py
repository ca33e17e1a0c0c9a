"""A container in one line: what a row shows of it while its members stand folded below."""

from __future__ import annotations

from itertools import islice
from typing import Any, Final

from inspector.exact_json.members import Members
from inspector.exact_json.writing import write_scalar
from inspector.visible import visible

MOST_MEMBERS: Final = 4
LONGEST_MEMBER: Final = 24
"""An object is shown inline while it has no more members, none of them longer."""


def preview(value: Any, size: int, *, inline: bool) -> str:
    """Return a container's size in braces, such as `{2}`.

    An element of a list is shown `inline`, such as `{id: 7, name: "x"}`, where it is small.
    """
    is_object = isinstance(value, dict)
    braces = "{}" if is_object else "[]"
    if not size:
        return braces
    if inline and is_object and size <= MOST_MEMBERS:
        members = [_member(name, member) for name, member in islice(Members(value).named(), size)]
        if all(members):
            return "{" + ", ".join(members) + "}"
    return f"{braces[0]}{size}{braces[1]}"


def _member(name: str | int, value: Any) -> str:
    """Return a member as text; empty where it is too much for a line."""
    if isinstance(value, (dict, list, tuple)):
        return ""
    if isinstance(value, str) and len(value) > LONGEST_MEMBER:
        return ""
    text = f"{name}: {write_scalar(value)}"
    return visible(text) if len(text) <= 2 * LONGEST_MEMBER else ""
