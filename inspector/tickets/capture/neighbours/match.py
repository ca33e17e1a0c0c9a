"""What recognising one neighbour gives."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from inspector.tickets.decryption.diagnosis.handles import form


@dataclass(frozen=True, slots=True)
class Match:
    """What is known of a text beside the code of its row."""

    parameters: Mapping[str, object] = dataclasses.field(default_factory=dict)
    """What the sentences name."""
    field: str | None = None
    """The field of a ticket that it concerns, by its name on the wire."""
    payload: Any = None
    """The value of a text that is a payload."""
    given: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """Fields of a ticket that the text has, by name on the wire; some with nothing in them."""


def reason(reasons: Mapping[str, str], subject: str, *, whole: bool) -> str:
    """Return the reason whose pattern fits, or the one of the empty pattern.

    Args:
        reasons: Pattern -> reason, an English text; the first that fits counts.
        subject: What is compared, whatever its case.
        whole: Whether all of the subject must fit, or a part of it.
    """
    fits = re.fullmatch if whole else re.search
    found = (text for pattern, text in reasons.items() if pattern and fits(pattern, subject, re.I))
    return next(found, reasons[""])


def is_void(text: str) -> bool:
    """Say whether a text is what stands where a program had no value: nothing, or `undefined`."""
    return not text or bool(form("undefined_value").fullmatch(text))
