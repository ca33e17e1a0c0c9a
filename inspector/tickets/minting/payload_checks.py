"""What is unusual about a payload that someone wrote, going by the table of kinds.

Nothing is refused: a back end must be tested with odd payloads too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final

from inspector.exact_json.json_pointer import pointer
from inspector.exact_json.members import walk
from inspector.findings import Finding, Severity
from inspector.tickets.payload.kinds import Kind, kinds, meaning, recognise, title

MOST_FINDINGS: Final = 50
"""More would be read by nobody."""


def check_payload(kind: str, payload: Any) -> tuple[Finding, ...]:
    """Return what is unusual: `payload_kind_differs`, `payload_field_missing`,
    `payload_field_type`, `payload_field_word` and `payload_field_unknown`.

    Raises:
        KeyError: there is no such kind.
    """  # noqa: D205 - a list of codes
    return tuple(islice(_found(kinds()[kind], payload), MOST_FINDINGS))


def _found(kind: Kind, payload: Any) -> Iterator[Finding]:
    if not kind.matches(payload):
        actual = title(recognise(payload))
        yield Finding(
            "payload_kind_differs",
            Severity.WARNING,
            None,
            {"expected": (kind.title,), "actual": (actual,)},
        )
    yield from _missing(kind, payload)
    for _, keys, value in walk(payload):
        if keys:
            yield from _of_field(kind.name, pointer(keys), value)


def _missing(kind: Kind, payload: Any) -> Iterator[Finding]:
    """Give the missing members of the payload itself."""
    if not isinstance(payload, Mapping) or not kind.matches(payload):
        return
    for field, known in kind.fields.items():
        name = field[1:]
        top = field.count("/") == 1 and name not in ("*", "watermark")
        if top and not known.optional and name not in payload:
            yield Finding("payload_field_missing", Severity.WARNING, None, {"name": name})


def _of_field(kind: str, place: str, value: Any) -> Iterator[Finding]:
    known = meaning(kind, place)
    name = place[1:]
    if known is None:
        yield Finding("payload_field_unknown", Severity.INFO, None, {"name": name})
        return
    actual = json_type(value)
    if actual not in known.types and not (actual == "integer" and "number" in known.types):
        parameters = {"name": name, "expected": known.types, "actual": actual}
        yield Finding("payload_field_type", Severity.WARNING, None, parameters)
    elif known.words and known.word(value) is None:
        words = tuple(known.words)
        parameters = {"name": name, "value": str(value)[:40], "expected": words}
        yield Finding("payload_field_word", Severity.WARNING, None, parameters)


def json_type(value: Any) -> str:
    """Return the JSON type of a value; whole numbers are `integer`."""
    for types, name in (
        (bool, "boolean"),
        (str, "string"),
        (int, "integer"),
        (float, "number"),
        (dict, "object"),
        (list, "array"),
    ):
        if isinstance(value, types):
            return name
    return "null"
