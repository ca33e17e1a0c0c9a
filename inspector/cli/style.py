"""Marks and colours. Meaning never rests on colour alone: every mark is a sign of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TextIO

from inspector.cli.terminal import Terminal
from inspector.findings import Finding, Severity

GREEN, YELLOW, RED, BLUE, BOLD, FAINT = "32", "33", "31", "36", "1", "2"
SIGNS: Final[Mapping[str, tuple[str, str]]] = {
    "well": ("✔", "[ok]"),
    "error": ("✘", "[x]"),
    "warning": ("⚠", "[!]"),
    "info": ("·", "-"),
    "next": ("→", "->"),
}
"""Name -> sign, and what stands for it where it is missing in the screen's encoding."""
COLOURS: Final = {"well": GREEN, "error": RED, "warning": YELLOW, "info": BLUE, "next": FAINT}


class Style:
    """Draws marks and colours as one stream of the terminal can show them."""

    def __init__(self, terminal: Terminal, stream: TextIO) -> None:
        self._colourful = terminal.colourful(stream)
        self._signs = _encodable(getattr(stream, "encoding", None) or "utf-8")

    @property
    def draws(self) -> bool:
        """Whether signs that are no letters can be shown."""
        return self._signs

    def paint(self, text: str, *codes: str) -> str:
        """Return the text in a colour where there are colours."""
        return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if self._colourful and codes else text

    def mark(self, name: str) -> str:
        """Return one of `SIGNS` in its colour."""
        return self.paint(SIGNS[name][0 if self._signs else 1], COLOURS[name])


def by_weight(findings: tuple[Finding, ...]) -> list[Finding]:
    """Return the findings, the heaviest first, otherwise in their order."""
    weights = list(Severity)
    return sorted(findings, key=lambda finding: weights.index(finding.severity))


def _encodable(encoding: str) -> bool:
    try:
        "".join(sign for sign, _ in SIGNS.values()).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
