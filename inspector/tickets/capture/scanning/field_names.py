"""Which field a name means, in every spelling seen in the wild."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from inspector import assets
from inspector.tickets.capture.scanning import shapes
from inspector.tickets.capture.scanning.sightings import Trust
from inspector.tickets.fields import MAIN_FIELDS

_WORDS = re.compile(
    r"""
      [A-Z]+(?![a-z])  # `IV` `KEY`
    | [A-Z]?[a-z]+     # `session` `Key`
    """,
    re.VERBOSE,
)
_TAILS: Final = frozenset(
    ("str", "string", "value", "val", "param", "text", "base", "field", "input", "raw", "s", "b")
)
_LONGEST: Final = 60
"""A longer run of letters is no name of a field, nor need its words be looked at."""
_SHORTEST_FUZZY: Final = 8
"""Shorter names are never matched with a slip of the pen in them."""
_SHORTEST_ID: Final = 20
"""Characters from which a name is told from an id, which may end in `iv`, too."""


@dataclass(frozen=True, slots=True)
class FieldName:
    """What a name means."""

    field: str
    trust: Trust


class FieldNames:
    """Classifies names; remembers what it saw, so keep one for a whole text."""

    def __init__(self) -> None:
        self._seen: dict[str, FieldName | None] = {}
        self._labelled: dict[str, FieldName | None] = {}

    @cached_property
    def _table(self) -> dict[str, FieldName]:
        table: dict[str, FieldName] = {}
        for field, spellings in assets.table("field_names").items():
            table.update(dict.fromkeys(spellings["weak"], FieldName(field, Trust.WEAK)))
            table.update(dict.fromkeys(spellings["names"], FieldName(field, Trust.NAMED)))
        return table

    @cached_property
    def _labels(self) -> list[tuple[str, FieldName]]:
        """Chinese labels, longest first, so that the fuller one wins."""
        rows = [
            (label, FieldName(field, Trust.NAMED))
            for field, spellings in assets.table("field_names").items()
            for label in spellings["labels"]
        ]
        return sorted(rows, key=lambda row: -len(row[0]))

    def classify(self, name: str) -> FieldName | None:
        """Return what an identifier means, such as `wx_session_key`, or None."""
        if len(name) > _LONGEST:
            return None
        if name not in self._seen:
            self._seen[name] = self._look_up(name)
        return self._seen[name]

    def is_name(self, name: str, *, valued: str | None = None) -> bool:
        """Tell whether a text is itself the name of a field, without anything around it.

        Where a sign says that it has a value, it may be a name that says little, such as `k`.
        """
        if valued:
            return self.classify(name) is not None
        found = self._table.get(name.lower())
        return found is not None and found.trust is Trust.NAMED

    def label(self, text: str) -> FieldName | None:
        """Return what a Chinese label means by the last known word in it, or None."""
        if text not in self._labelled:
            lower = text.lower()  # `小程序ID` `会话KEY`
            found = [(lower.rfind(label), len(label), name) for label, name in self._labels]
            known = [row for row in found if row[0] >= 0]
            best = max(known, key=lambda row: (row[0] + row[1], row[1]), default=None)
            self._labelled[text] = best[2] if best else None
        return self._labelled[text]

    def _look_up(self, name: str) -> FieldName | None:
        words = [word.lower() for word in _WORDS.findall(name)]
        if not words:
            return None
        joined = "".join(words)
        if joined in self._table:
            return self._table[joined]
        found = self._compound(words) or self._misspelt(joined)
        is_id = found is not None and len(name) >= _SHORTEST_ID and shapes.is_random(name)
        return None if is_id else found

    def _compound(self, words: list[str]) -> FieldName | None:
        """Find a strong name at the end (`wx_session_key`), or before a tail (`ivStr`)."""
        while len(words) > 1 and words[-1] in _TAILS:
            words = words[:-1]
        for start in range(len(words)):
            found = self._table.get("".join(words[start:]))
            if found and (found.trust is Trust.NAMED or start == 0):
                return found
        return None

    def _misspelt(self, joined: str) -> FieldName | None:
        if len(joined) < _SHORTEST_FUZZY:
            return None
        for name, found in self._table.items():
            if len(name) >= _SHORTEST_FUZZY and found.trust is Trust.NAMED and _slip(joined, name):
                return found
        return None


def is_main_name(text: str) -> bool:
    """Tell whether a text is the name of a key, an iv or data itself, as in `--session_key`."""
    name = re.sub("[_-]", "", text) if len(text) <= _LONGEST else ""
    if not name.isalpha() or (
        len(name) < _SHORTEST_FUZZY and not (name.islower() or name.isupper())
    ):
        return False
    return name.lower() in _main_names()


@cache
def _main_names() -> frozenset[str]:
    table = assets.table("field_names")
    return frozenset(name for field in MAIN_FIELDS for name in table[field]["names"])


def _slip(one: str, other: str) -> bool:
    """Tell whether two names differ by one letter too many, missing, wrong or swapped."""
    if abs(len(one) - len(other)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if at is None:
        return True
    rest, target = one[at:], other[at:]
    return (
        rest[1:] == target[1:]
        or rest[1:] == target
        or rest == target[1:]
        or (rest[:2] == target[1::-1] and rest[2:] == target[2:])
    )
