"""The facts that have a mark of their own: opened is not the same as verified."""

from __future__ import annotations

from typing import Final

from inspector.messages import Messages
from inspector.tickets import Verdict
from inspector.tickets.payload.watermark import read_watermark

Chip = tuple[str, str]
"""Tone and text."""
LONGEST_APP_ID: Final = 40


def chips(messages: Messages, verdict: Verdict) -> tuple[Chip, ...]:
    """Return the marks of app id and signature of a ticket whose payload is there."""
    return (_app_id(messages, verdict), _signature(messages, verdict))


def _app_id(messages: Messages, verdict: Verdict) -> Chip:
    _ = messages.gettext
    mark = read_watermark(verdict.payload)
    found = mark.app_id if mark else None
    if found is None:
        return "plain", _("No app id to check")
    found = found[:LONGEST_APP_ID]
    if any(finding.code == "app_id_mismatch" for finding in verdict.findings):
        return "err", _("✗ App id is another one: {app_id}").format(app_id=found)
    if (verdict.repaired.app_id or "").strip():
        return "ok", _("✓ App id matches")
    return "info", _("App id {app_id}, not compared").format(app_id=found)


def _signature(messages: Messages, verdict: Verdict) -> Chip:
    _ = messages.gettext
    codes = {finding.code for finding in verdict.findings}
    if "signature_ok" in codes:
        return "ok", _("✓ Signature matches")
    if "signature_mismatch" in codes:
        return "err", _("✗ Signature does not match")
    return "plain", _("No signature to check")
