"""Findings for people: what it is, and under it what to do next."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from inspector.cli.style import FAINT, Style, by_weight
from inspector.findings import Finding, Severity
from inspector.messages import Messages
from inspector.visible import visible


def finding_lines(
    findings: tuple[Finding, ...],
    messages: Messages,
    style: Style,
    mask: Callable[[str], str] = str,
) -> Iterator[str]:
    """Give the lines of some findings, the heaviest first, safe to write to a screen.

    The answer of the official SDKs stands beside the cause: people search for it.
    """
    cause = next((f for f in findings if f.severity is Severity.ERROR), None)
    for finding in by_weight(findings):
        worded = messages.finding(finding)
        text = visible(mask(worded.text))
        field = finding.field
        where = style.paint(f" ({visible(field)})", FAINT) if field and field not in text else ""
        yield f"{style.mark(finding.severity.value)} {text}{where}"
        yield from (f"  {visible(mask(line))}" for line in worded.further)
        if worded.advice:
            yield f"  {style.mark('next')} {visible(mask(worded.advice))}"
        if worded.sdk and finding is cause:
            said = messages.gettext("SDKs return: {answer}")
            yield f"    {style.paint(said.format(answer=visible(worded.sdk)), FAINT)}"
