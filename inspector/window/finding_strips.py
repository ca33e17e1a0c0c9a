"""Findings as strips, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from inspector.findings import Finding, Severity
from inspector.window.context import Context
from inspector.window.widgets.notice import Notices

TONES: Final = {Severity.ERROR: "err", Severity.WARNING: "warn", Severity.INFO: "info"}
ORDER: Final = tuple(TONES)


class FindingStrips(Notices):
    """Words findings, the heaviest first; takes no room when there are none."""

    def __init__(
        self, context: Context, parent: QWidget | None = None, *, brief: bool = False
    ) -> None:
        """Take whether the advice stands in the strip or, brief, in its tool tip."""
        super().__init__(context.theme, parent)
        self._messages = context.messages
        self._brief = brief

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings, equal sentences once."""
        ordered = sorted(findings, key=_weight)
        self.show_lines([*dict.fromkeys((TONES[f.severity], *self._words(f)) for f in ordered)])

    def sentence(self, finding: Finding) -> str:
        """Return what it is and what to do, as one text."""
        return self._messages.advised(finding)

    def _words(self, finding: Finding) -> tuple[str, str]:
        """Return what stands in the strip and in its tool tip."""
        if not self._brief:
            return self.sentence(finding), ""
        worded = self._messages.finding(finding)
        return worded.text, worded.advice


def _weight(finding: Finding) -> int:
    return ORDER.index(finding.severity)
