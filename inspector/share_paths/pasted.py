"""The text that somebody pasted, freed of its wrapping, and the object it spells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Final

from inspector.share_paths.console_object import read_object

EDGES: Final = " \t\r\n\f\v\u3000\u00a0\ufeff\u200b\u2060"
QUOTED: Final = re.compile(r"""(["'`“‘])(.*)["'`”’][,;]?""", re.DOTALL)
PATH_HEAD: Final = re.compile(r"/|[^=?&'\s]+/|[a-z]+://|#小程序")


class Pasted:
    """A pasted text.

    Attributes:
        text: The text without surrounding white space, byte order mark and quotes.
    """

    def __init__(self, text: str) -> None:
        self.text = _unwrapped(text.strip(EDGES))

    @cached_property
    def mapping(self) -> Mapping[str, object]:
        """The object that the text spells as JSON or as a console prints it; empty if none."""
        return read_object(self.text)

    def string(self, name: str) -> str | None:
        """Return a text member of the object, or None."""
        value = self.mapping.get(name)
        return value if isinstance(value, str) else None


def _unwrapped(text: str) -> str:
    """Drop quotes around a path; `'` can also be the first character of a name."""
    quoted = QUOTED.fullmatch(text)
    if quoted is None:
        return text
    inner = quoted[2].strip(EDGES)
    return inner if quoted[1] not in "'" or PATH_HEAD.match(inner) else text
