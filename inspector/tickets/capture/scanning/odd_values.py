"""What stands under the name of a field and does not look like it: it is there, in a wrong form.

Nothing is made a ticket by it: only groups that miss the field take it, from beside them.
"""

from __future__ import annotations

import re

from inspector.tickets.capture.scanning import unescaping
from inspector.tickets.capture.scanning.field_names import FieldNames
from inspector.tickets.capture.scanning.sightings import Sighting, Trust

_ODD = re.compile(
    r"(?=[\w+/=-]{0,63}[0-9])[\w+/=-]{1,64}(?![\w+/=(\[.%\\-])  # `12345`", re.VERBOSE | re.ASCII
)
"""A number or a short text with a digit in it: what an iv may be that is none."""
_ODD_WORD = re.compile(
    r"(?!(?i:string|text)\b)[A-Za-z+/=_-]{1,64}(?=\\*[\"'`])  # `abcdef\"`", re.VERBOSE
)
"""A word in quotes, likewise, but no name of a type."""
_SHORTENED = re.compile(
    r"""
    (?:[A-Za-z0-9+/]|%(?:25)*2[BbFf]|\\{1,31}+/){1,16}  # `r7BX` `%2Br7`
    (?:
        …|\.{3,9}                                      # `…` `...`
      | \\{1,31}+u2026                                 # `\u2026`
      | %(?:25)*[Ee]2%(?:25)*80%(?:25)*[Aa]6           # `%E2%80%A6`
    )
    (?![A-Za-z0-9_+/.])
    """,
    re.VERBOSE,
)
"""The head of a value, as a log shows it."""


def odd_value(
    text: str, field: str, separator: re.Match[str], names: FieldNames
) -> Sighting | None:
    """Return the head of a value that was shortened, or what an iv may be that is none."""
    start = separator.end()
    found = _SHORTENED.match(text, start)
    if not found and field == "iv":
        found = _ODD.match(text, start)
        if not found and separator["quote"]:
            found = _ODD_WORD.match(text, start)
            found = None if found and names.classify(found[0]) else found
    if not found:
        return None
    return Sighting(field, unescaping.plain_text(found[0]), *found.span(), trust=Trust.UNNAMED)
