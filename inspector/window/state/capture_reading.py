"""Reads what was pasted into the paste box or a field, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from inspector.fault_report import fault_report
from inspector.findings import Finding, Severity
from inspector.tickets import Capture, read


def read_safely(text: str, cancelled: Callable[[], bool]) -> Capture:
    """Read a text; a share path in it is told, and so is a fault in reading it."""
    try:
        capture = read(text, cancelled=cancelled)
        if capture.holds_ticket or cancelled():
            return capture
        from inspector.share_paths.elsewhere import with_path_told

        return replace(capture, findings=with_path_told(text, capture.findings))
    except Exception as error:  # noqa: BLE001 - whatever it is, the text needs its words
        parameters = {"fault": fault_report(error)}
        return Capture(findings=(Finding("examination_failed", Severity.ERROR, None, parameters),))
