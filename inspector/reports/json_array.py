"""The items of a JSON array, one by one, so that a file of any length is never held whole."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from inspector.reports.blocks import LONGEST_LINE

_START: Final = re.compile(r"\ufeff?\s*(?:\{\s*\"[^\"\\]{1,40}\"\s*:\s*)?\[\s*(?=\{)")
"""An array of objects, or an object whose first member is one, as some exports write."""
_BETWEEN: Final = re.compile(r"[\s,]*")
_NEAR_END: Final = 64
"""Characters of a literal that a cut may have made wrong."""


def begins_as_array(text: str) -> bool:
    """Say whether a text begins as an array of objects."""
    return bool(_START.match(text))


def items(texts: Iterator[str]) -> Iterator[str]:
    """Give the text of each item; from an item on that is no JSON the rest in one piece."""
    buffer = _Buffer(texts)
    while item := buffer.next_item():
        yield item


class _Buffer:
    """What was read of an array and not given yet."""

    def __init__(self, texts: Iterator[str]) -> None:
        self._texts = texts
        self._text = next(texts, "")
        start = _START.match(self._text)
        self._at = start.end() if start else 0
        self._scan = json.JSONDecoder().raw_decode

    def next_item(self) -> str:
        """Return the text of the next item, empty at the end of the array."""
        while True:
            between = _BETWEEN.match(self._text, self._at)
            self._at = between.end() if between else self._at
            if self._at < len(self._text) or not self._read_more():
                break
        if self._text[self._at : self._at + 1] in ("]", ""):
            return ""
        return self._item()

    def _item(self) -> str:
        end = None
        while end is None:
            try:
                end = self._scan(self._text, self._at)[1]
            except (ValueError, RecursionError) as error:
                if self._is_broken(error) or not self._read_more():
                    end = len(self._text)
        item, self._at = self._text[self._at : end], end
        return item

    def _read_more(self) -> bool:
        """Read on, as much again as there is: an item of many blocks is tried a few times."""
        kept = self._text[self._at :]
        pieces = [kept]
        size = 0
        while size <= len(kept) and (more := next(self._texts, "")):
            pieces.append(more)
            size += len(more)
        self._text, self._at = "".join(pieces), 0
        return size > 0

    def _is_broken(self, error: Exception) -> bool:
        """Say whether an item is broken for good rather than cut by the end of what was read."""
        left = len(self._text) - self._at
        if left > LONGEST_LINE or not isinstance(error, json.JSONDecodeError):
            return True
        unclosed = error.msg.startswith("Unterminated string")
        return not unclosed and error.pos < len(self._text) - _NEAR_END
