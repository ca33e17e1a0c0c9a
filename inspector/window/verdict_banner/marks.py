"""The facts that have a mark of their own: decrypted is not the same as verified."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from inspector.findings import Severity
from inspector.messages import Messages
from inspector.tickets import Verdict
from inspector.tickets.payload.watermark import read_watermark
from inspector.visible import visible

LONGEST_APP_ID: Final = 40


@dataclass(frozen=True, slots=True)
class Mark:
    """One fact with its mark."""

    tone: str
    """`ok`, `err`, `info` or `plain`; the icon and the colour follow it."""
    text: str


def marks(messages: Messages, verdict: Verdict) -> tuple[Mark, ...]:
    """Return the marks of app id and signature of a ticket whose payload is there."""
    return (_app_id(messages, verdict), _signature(messages, verdict))


def _app_id(messages: Messages, verdict: Verdict) -> Mark:
    _ = messages.gettext
    watermark = read_watermark(verdict.payload)
    found = watermark.app_id if watermark else None
    if found is None:
        return Mark("plain", _("No AppID to check"))
    found = visible(found[:LONGEST_APP_ID])
    other = next((each for each in verdict.findings if each.code == "app_id_mismatch"), None)
    if other:
        kind = "err" if other.severity is Severity.ERROR else "plain"
        return Mark(kind, _("AppID is another one: {app_id}").format(app_id=found))
    if any(each.code == "app_id_ok" for each in verdict.findings):
        return Mark("ok", _("AppID matches"))
    if verdict.is_stored:
        return Mark("plain", _("AppID not checked"))
    return Mark("plain", _("No AppID given, not checked"))


def _signature(messages: Messages, verdict: Verdict) -> Mark:
    _ = messages.gettext
    codes = {finding.code for finding in verdict.findings}
    if "signature_ok" in codes:
        return Mark("ok", _("Signature matches"))
    if "signature_mismatch" in codes:
        return Mark("err", _("Signature does not match"))
    if verdict.is_stored:
        return Mark("plain", _("Signature not checked"))
    return Mark("plain", _("No signature given, not checked"))
