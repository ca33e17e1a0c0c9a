"""The neighbours: one row each of `resources/neighbours.json`.

A row has a `code` and a `severity`, and says how its text is recognised; all that it says must
hold:

- `form`: which of the table's `forms` the value has that the text is or that a message holds; a
  name of it must be one of `names`, with `named` it must have one. With `among` it may stand
  among other names and values. `unlike` is a pattern that must not occur beside it.
- `members`: alternatives; of one, a value must fit each pattern. `a|b` is one of two names.
- `text`: a pattern that occurs in a short text.
- `by`: a function of `FUNCTIONS`, for what patterns cannot say; it is given the row, which has
  its `reasons` (pattern -> English text).

`outweighs` has a row count where a reader found a ticket that is not whole, since its values are
no ticket's. `gives` is the field, named as on the wire, of a ticket that the value makes.
`parameters` are those of the finding. Names are plain (`plain_name`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from inspector import assets
from inspector.findings import Finding, Severity
from inspector.tickets.capture.neighbours import answers, decrypted, launches, symptoms
from inspector.tickets.capture.neighbours.clues import Clues, Value
from inspector.tickets.capture.neighbours.match import Match
from inspector.tickets.decryption.diagnosis.handles import form

FUNCTIONS: Final[Mapping[str, Callable[[Clues, Mapping[str, Any]], Match | None]]] = {
    "empty_data": answers.empty_data,
    "failed_call": answers.failed_call,
    "launch_without_ticket": launches.launch_without_ticket,
    "path": launches.path,
    "payload": decrypted.payload,
    "server_answer": answers.server_answer,
    "symptom": symptoms.symptom,
    "undefined": launches.undefined,
}


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One row of the table."""

    code: str
    outweighs: bool
    _row: Mapping[str, Any]

    def match(self, clues: Clues) -> Match | None:
        """Return what the row knows of a text, None where it does not fit."""
        row = self._row
        if "text" in row and not (clues.is_short and re.search(row["text"], clues.text)):
            return None
        if "members" in row and not any(_has(clues, wanted) for wanted in row["members"]):
            return None
        value = self._value(clues) if "form" in row else ""
        if value is None:
            return None
        if "by" in row:
            return FUNCTIONS[row["by"]](clues, row)
        return Match(given={row["gives"]: value} if "gives" in row else {})

    def finding(self, match: Match) -> Finding:
        """Return what is said of a text that fits."""
        parameters = {**self._row.get("parameters", {}), **match.parameters}
        return Finding(self.code, Severity(self._row["severity"]), match.field, parameters)

    def _value(self, clues: Clues) -> str | None:
        """Return the value that has the row's form."""
        row = self._row
        if "unlike" in row and clues.is_message and re.search(row["unlike"], clues.text):
            return None
        among = clues.pairs if clues.is_message and row.get("among") else ()
        candidates = (clues.lone, clues.mentioned, *among)
        return next((value.text for value in candidates if value and self._fits(value)), None)

    def _fits(self, value: Value) -> bool:
        row = self._row
        unnamed = not value.name and not row.get("named", False)
        named = value.name in row["names"]
        return (unnamed or named) and bool(form(row["form"]).fullmatch(value.text))


def _has(clues: Clues, wanted: Mapping[str, str]) -> bool:
    """Say whether one alternative of `members` stands in a text."""
    return all(
        any(
            re.fullmatch(pattern, value, re.ASCII)
            for name in names.split("|")
            for value in clues.names.get(name, ())
        )
        for names, pattern in wanted.items()
    )


@cache
def neighbours() -> tuple[Neighbour, ...]:
    """Return all rows, those first whose texts are the most particular."""
    rows = assets.table("neighbours")["rows"]
    return tuple(Neighbour(row["code"], row.get("outweighs", False), row) for row in rows)
