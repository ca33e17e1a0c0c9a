"""Findings: facts about a ticket or a share path, as codes without prose.

`inspector.messages` turns them into sentences; nothing below the faces writes any.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Severity(StrEnum):
    """How much a finding weighs; an error finding is the cause of a bad outcome."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact about a ticket or a share path."""

    code: str
    """A code of DESIGN's closed list, such as `iv_wrong`."""
    severity: Severity
    field: str | None = None
    """The field it is about: `session_key`, `iv`, `encryptedData`, `appid`, `rawData`,
    `signature`, `shareTicket`; for a path `page` or the parameter's name."""
    parameters: Mapping[str, object] = dataclasses.field(default_factory=dict, hash=False)
    """Values that the sentence names, such as `{"count": 3}`. Never a session key."""

    @property
    def count(self) -> int | None:
        """How many it speaks of; None where it names no number."""
        count = self.parameters.get("count")
        return count if isinstance(count, int) else None


def cause_of(findings: Iterable[Finding]) -> str | None:
    """Return the code of the first error finding, or None when all is well."""
    return next((f.code for f in findings if f.severity is Severity.ERROR), None)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings, errors first, otherwise in the order given."""
    given = tuple(findings)
    return tuple(sorted(given, key=_weight)) if len(given) > 1 else given


def _weight(finding: Finding) -> int:
    return _WEIGHT[finding.severity]


_WEIGHT: Final = {severity: weight for weight, severity in enumerate(Severity)}
"""Severity -> its place: errors come first."""
