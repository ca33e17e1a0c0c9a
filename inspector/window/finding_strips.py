"""Findings as strips, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.findings import Finding, Severity
from inspector.window.context import Context
from inspector.window.widgets.notice import Notice
from inspector.window.widgets.text import plain_tip

TONES: Final = {Severity.ERROR: "err", Severity.WARNING: "warn", Severity.INFO: "info"}
ORDER: Final = tuple(TONES)


class FindingStrips(QWidget):
    """Words findings, the heaviest first; takes no room when there are none."""

    def __init__(
        self, context: Context, parent: QWidget | None = None, *, brief: bool = False
    ) -> None:
        """Take whether the advice stands in the strip or, brief, in its tool tip."""
        super().__init__(parent)
        self._context = context
        self._brief = brief
        self._strips: list[Notice] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.px(4))
        self.hide()

    @property
    def texts(self) -> list[str]:
        """The sentences shown."""
        return [strip.text for strip in self._strips if not strip.isHidden()]

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings, equal sentences once."""
        ordered = sorted(findings, key=_weight)
        sentences = dict.fromkeys((*self._words(f), TONES[f.severity]) for f in ordered)
        while len(self._strips) < len(sentences):
            self._strips.append(Notice(self._context.theme, parent=self))
            self._column.addWidget(self._strips[-1])
        for strip, (text, tip, tone) in zip(self._strips, sentences, strict=False):
            strip.show_text(text, tone)
            strip.setToolTip(plain_tip(tip))
        for strip in self._strips[len(sentences) :]:
            strip.show_text("")
        self.setVisible(bool(sentences))

    def sentence(self, finding: Finding) -> str:
        """Return what it is and what to do, as one text."""
        worded = self._context.messages.finding(finding)
        return f"{worded.text} {worded.advice}".strip()

    def _words(self, finding: Finding) -> tuple[str, str]:
        """Return what stands in the strip and in its tool tip."""
        if not self._brief:
            return self.sentence(finding), ""
        worded = self._context.messages.finding(finding)
        return worded.text, worded.advice


def _weight(finding: Finding) -> int:
    return ORDER.index(finding.severity)
