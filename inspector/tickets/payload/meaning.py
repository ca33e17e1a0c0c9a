"""What an opened payload means: the findings about its content, all at once."""

from __future__ import annotations

from typing import Any

from inspector.exact_json.parsing import duplicates
from inspector.findings import Finding, Severity
from inspector.tickets.payload.kinds import recognise
from inspector.tickets.payload.watermark import judge_watermark


def judge_payload(
    payload: Any, now: float, expected_app_id: str | None = None
) -> tuple[Finding, ...]:
    """Return the findings about a payload that was read whole.

    `app_id_ok`, `app_id_mismatch`, `watermark_missing`, `watermark_future`, `watermark_age`,
    `unknown_kind`, `empty_payload` and, once for each name, `duplicate_key`. Never raises for a
    JSON value.

    Args:
        payload: The JSON value as `exact_json.parse` gives it, or the text of a text payload.
        now: The moment to count its age from, in unix seconds.
        expected_app_id: The mini program it should belong to; None or blank leaves it open.
    """
    if not payload and isinstance(payload, str | dict | list):
        return (Finding("empty_payload", Severity.WARNING, "encryptedData"),)
    findings = list(judge_watermark(payload, now, expected_app_id))
    if recognise(payload) is None:
        findings.append(Finding("unknown_kind", Severity.INFO))
    findings += [
        Finding("duplicate_key", Severity.WARNING, None, {"name": name})
        for name in duplicates(payload)
    ]
    return tuple(findings)
