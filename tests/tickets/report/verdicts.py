"""Verdicts for reports, made by hand."""

from __future__ import annotations

import json

from inspector.exact_json.parsing import parse
from inspector.findings import Finding, Severity
from inspector.tickets import Outcome, Repair, Ticket, Verdict

KEY, IV = "AAECAwQFBgcICQoLDA0ODw==", "Dw4NDAsKCQgHBgUEAwIBAA=="
GROUP = "tGabcDEF0123456789_-xyzXYZ012"
APP = "wx0123456789abcdef"


def opened() -> Verdict:
    """Return a share ticket that opened after a repair, and belongs to another mini program."""
    mark = {"timestamp": 1535624932, "appid": APP}
    payload = parse(json.dumps({"openGId": GROUP, "watermark": mark, "new": "`|<b>*\u202e"}))
    ticket = Ticket(KEY, IV, "QUJD" * 40, label="群 `one`")
    findings = (
        Finding("app_id_mismatch", Severity.ERROR, "appid", {"expected": "wx", "actual": APP}),
        Finding("space_to_plus", Severity.WARNING, "iv", {"count": 2}),
        Finding("watermark_age", Severity.INFO, None, {"timestamp": 1535624932, "age_seconds": 60}),
    )
    repairs = (Repair("space_to_plus", "iv", 2),)
    return Verdict(ticket, ticket, Outcome.OPENED, "group_share", payload, json.dumps(payload),
                   findings=findings, repairs=repairs)  # fmt: skip


def text_payload() -> Verdict:
    """Return a ticket whose payload is an activityId."""
    ticket = Ticket(KEY, IV, "QUJD" * 40)
    text = "1151_" + "oAbc+d-e_" * 9
    return Verdict(ticket, ticket, Outcome.OPENED, "activity_id", text, text)


def partly() -> Verdict:
    """Return a ticket of which only the end could be read."""
    ticket = Ticket(KEY, IV, "QUJD" * 40)
    text = "\ufffd" * 16 + GROUP[4:] + '","watermark":{}}'
    findings = (Finding("iv_wrong", Severity.ERROR, "iv"),)
    return Verdict(ticket, ticket, Outcome.PARTLY, None, None, text, findings=findings)


def not_opened() -> Verdict:
    """Return a ticket of which nothing could be read."""
    ticket = Ticket(KEY, IV, "QUJD" * 40, raw_data='{"nickName":"Bandsman"}')
    findings = (Finding("session_key_wrong", Severity.ERROR, "session_key"),)
    return Verdict(ticket, ticket, Outcome.NOT_OPENED, findings=findings)


def all_verdicts() -> list[Verdict]:
    """Return one of each."""
    return [opened(), text_payload(), partly(), not_opened()]
