"""Payloads that are written alike: each is read by the pattern of the first of them.

Nearly all payloads of a file have the same names in the same order, with nothing between. The
first of them is parsed, and a pattern made of it. What matches that as a whole is JSON with the
same names, so of the same kind, and tells its watermark without being parsed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from inspector.exact_json.parsing import NotJson, duplicates, parse, write
from inspector.reports.rendering import is_one_line
from inspector.tickets.payload.kinds import recognise
from inspector.tickets.payload.watermark import read_watermark, spells_app_id

MOST_PATTERNS: Final = 8
"""Ways to write a payload that are remembered."""
VALUES: Final = {str: r'"[^"\\]*"', int: "-?(?:0|[1-9][0-9]*)"}
"""Of texts of which each character can be shown, so that there is none that JSON forbids."""
APP_ID: Final = r'"(?P<app_id>[^"\\]*)"'
SECONDS: Final = "(?P<seconds>0|[1-9][0-9]{0,10})"
"""Fewer digits than milliseconds have, see `watermark.MILLISECONDS_FROM`."""


Said = tuple[str, str | None, int, str, str]
"""What a payload says: kind, the watermark's app id and seconds, its text and that on one line."""


class AlikePayloads:
    """Reads the payloads of one file."""

    def __init__(self) -> None:
        self._known: list[tuple[re.Pattern[str], str]] = []

    def read(self, text: str) -> Said | None:
        """Return what a payload of a known kind says; None where it has no time or any doubt."""
        if text.isprintable():
            for pattern, kind in self._known:
                if found := pattern.fullmatch(text):
                    return kind, found["app_id"], int(found["seconds"]), text, text
        return self._parsed(text)

    def _parsed(self, text: str) -> Said | None:
        try:
            payload = parse(text)
        except NotJson:
            return None
        kind, mark = recognise(payload), read_watermark(payload)
        if duplicates(payload) or kind is None or mark is None or mark.timestamp is None:
            return None
        is_plain = is_one_line(text)
        if is_plain and len(self._known) < MOST_PATTERNS:
            self._learn(payload, text, kind)
        return kind, mark.app_id, mark.timestamp, text, text if is_plain else write(payload)

    def _learn(self, payload: Mapping[str, Any], text: str, kind: str) -> None:
        """Remember how a payload is written, unless more than its strings and integers varies."""
        mark = payload["watermark"]
        marked = {spells_app_id(mark): APP_ID, "timestamp": SECONDS}
        try:
            pattern = re.compile(_object(payload, {"watermark": _object(mark, marked)}))
        except KeyError:
            return
        if pattern.fullmatch(text) and {*pattern.groupindex} == {"app_id", "seconds"}:
            self._known.append((pattern, kind))


def _object(value: Mapping[str, Any], known: Mapping[str | None, str]) -> str:
    """Return the pattern of an object; raises KeyError for a member that is no plain value."""
    members = [
        f"{re.escape(write(name))}:{known.get(name) or VALUES[type(each)]}"
        for name, each in value.items()
    ]
    return rf"\{{{','.join(members)}\}}"
