"""What is said of a report that none of some known keys opens."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from inspector.findings import Finding, Severity, in_order
from inspector.tickets import Verdict
from inspector.tickets.verdict import KEY_CAUSES, NO_KEY_FITS

KEYLESS: Final = "session_key_missing"
UNDECIDED: Final = (*KEY_CAUSES, "session_key_length", "not_base64")
"""Causes for which a known key might have helped."""


def with_keys_told(verdict: Verdict, tried: int) -> Verdict:
    """Return a verdict that tells how many keys were tried in vain.

    A report without a key of its own lacks none any more where keys are at hand: what is wrong
    is then that none of them fits.
    """
    if not tried or verdict.cause not in UNDECIDED:
        return verdict
    severity = Severity.ERROR if verdict.cause == KEYLESS else Severity.INFO
    none = Finding(NO_KEY_FITS, severity, "session_key", {"count": tried})
    first = (none, *verdict.findings) if severity is Severity.ERROR else (*verdict.findings, none)
    return replace(verdict, findings=in_order(first))
