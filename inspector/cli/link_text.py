"""How the terminal shows a share path: its findings, where to send it, how to shorten it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from inspector.cli.finding_text import finding_lines
from inspector.cli.style import Style
from inspector.cli.terminal import Terminal
from inspector.messages import Messages
from inspector.visible import visible

if TYPE_CHECKING:
    from inspector.findings import Finding
    from inspector.share_paths import Link, SharePath
    from inspector.share_paths.short_scene import ShortScene


def further_lines(link: Link, share_path: SharePath, messages: Messages) -> Iterator[str]:
    """Yield the request that a body belongs to, and shorter forms of a scene that is too long."""
    from inspector.share_paths import find_target
    from inspector.share_paths.short_scene import short_scenes

    target = find_target(link.target)
    if target.request:
        yield messages.gettext("Send it with {request}").format(request=target.request)
    if target.raw:
        yield from (_shorter(form, messages) for form in short_scenes(share_path))


def _shorter(form: ShortScene, messages: Messages) -> str:
    """Return one line: the scene, and what the page has to know of it."""
    _ = messages.gettext
    renamed = ", ".join(f"{old} → {new}" for old, new in form.renamed)
    parts = [_("Shorter: {scene}").format(scene=form.scene)]
    if renamed:
        parts.append(_("renamed {names}").format(names=renamed))
    if form.dropped:
        parts.append(_("left out {names}").format(names=", ".join(form.dropped)))
    return visible("; ".join(parts))


def print_findings(findings: tuple[Finding, ...], terminal: Terminal) -> None:
    """Write findings to the standard error, the heaviest first."""
    for line in finding_lines(findings, terminal.messages, Style(terminal, terminal.stderr)):
        terminal.tell_styled(line)


def findings_json(findings: tuple[Finding, ...], messages: Messages) -> list[dict[str, Any]]:
    """Return findings as JSON has them, each with its sentence."""
    return [
        {
            "code": finding.code,
            "severity": finding.severity.value,
            "field": finding.field,
            "message": messages.finding(finding).text,
        }
        for finding in findings
    ]


def print_json(value: dict[str, Any], terminal: Terminal) -> None:
    """Write one JSON document as one line."""
    from inspector.exact_json.parsing import write

    terminal.print_json(write(value))
