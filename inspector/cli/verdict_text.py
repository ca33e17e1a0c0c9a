"""A verdict for people: what it is, what to do next, then the payload."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from inspector import assets
from inspector.cli.finding_text import finding_lines
from inspector.cli.style import BLUE, BOLD, GREEN, RED, YELLOW, Style
from inspector.cli.terminal import Terminal
from inspector.exact_json.parsing import write
from inspector.tickets import Outcome, Verdict
from inspector.tickets.masking.session_keys import Mask
from inspector.tickets.verdict import OUTCOME_WORDS
from inspector.visible import visible

SIGNS: Final = {
    Outcome.OPENED: ("well", GREEN),
    Outcome.PARTLY: ("warning", YELLOW),
    Outcome.NOT_OPENED: ("error", RED),
    Outcome.INCOMPLETE: ("error", RED),
    Outcome.NO_TICKET: ("info", BLUE),
}
"""Outcome -> sign, colour."""
BETWEEN: Final = " · "


class VerdictText:
    """Prints verdicts to a terminal."""

    def __init__(self, terminal: Terminal, mask: Mask) -> None:
        self._terminal = terminal
        self._mask = mask
        self._style = Style(terminal, terminal.stdout)
        self._messages = terminal.messages

    def print(self, verdict: Verdict, *, show_fields: bool = False) -> None:
        """Print one verdict; `show_fields` adds the values that were used."""
        write_line = self._terminal.print_styled
        write_line(self._headline(verdict))
        for line in finding_lines(verdict.findings, self._messages, self._style, self._mask.text):
            write_line(f"  {line}")
        if show_fields:
            for name, value in verdict.fields.items():
                if value is not None:
                    write_line(f"  {name}  {visible(self._mask.text(value))}")
        for line in self._payload(verdict):
            write_line(line)

    def _headline(self, verdict: Verdict) -> str:
        sign, colour = SIGNS[verdict.outcome]
        state = self._messages.gettext(OUTCOME_WORDS[verdict.outcome])
        if verdict.is_stored:
            sign, colour = "info", BLUE
            state = self._messages.gettext("Saved verdict: {verdict}").format(verdict=state)
        parts = [self._style.paint(state, colour, BOLD)]
        if verdict.kind:
            parts.append(self._messages.gettext(kind_title(verdict.kind)))
        if verdict.ticket.label:
            parts.append(visible(self._mask.text(verdict.ticket.label)))
        return f"{self._style.mark(sign)} {BETWEEN.join(parts)}"

    def _payload(self, verdict: Verdict) -> Iterator[str]:
        """Give the payload as indented JSON, or as the text that could be read."""
        if verdict.payload is not None and not isinstance(verdict.payload, str):
            yield ""
            yield visible(write(self._mask.value(verdict.payload), indent=2), lines=True)
        elif verdict.plaintext:
            yield ""
            yield visible(self._mask.text(verdict.plaintext), lines=True)


def kind_title(kind: str) -> str:
    """Return what a payload kind is called, a msgid; the code itself for an unknown one."""
    kinds: dict[str, dict[str, str]] = assets.table("payload_kinds")["kinds"]
    return kinds.get(kind, {}).get("title", kind)
