"""Pasted text made safe to look at."""

from __future__ import annotations

import re
from typing import Final

_UNSAFE: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


def visible(text: str) -> str:
    r"""Return a text with what cannot be seen, or turns its direction, as `\u202e`; `\n` stays.

    Within JSON strings these escapes mean the same, so JSON stays the JSON it was.
    """
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text.replace("\r\n", "\n"))
