"""What judging many rows gave, as a table on the terminal, and what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from inspector.cli.style import BOLD, FAINT, Style
from inspector.cli.terminal import Terminal
from inspector.reports import Tally
from inspector.tickets.verdict import OUTCOME_WORDS
from inspector.visible import visible

MOST: Final = 8
"""Lines of one part of the table."""
STEPS: Final = 3
BAR: Final = 24
"""Characters of the longest bar."""
INDENT: Final = "  "


class ReportSummary:
    """Tells a `Tally` to the standard error."""

    def __init__(self, terminal: Terminal, tally: Tally, *, had_keys: bool) -> None:
        self._terminal = terminal
        self._messages = terminal.messages
        self._style = Style(terminal, terminal.stderr)
        self._tally = tally
        self._had_keys = had_keys

    def show(self) -> None:
        """Tell it all."""
        for line in (self._headline(), *self._parts(), *self._steps()):
            self._terminal.tell_styled(line)

    def _headline(self) -> str:
        """Return `50 rows: Decrypted 48, Not decrypted 1, No ticket 1`."""
        tally, messages = self._tally, self._messages
        total = messages.ngettext("{count} row", "{count} rows", tally.rows)
        words = [
            f"{messages.gettext(words)} {tally.outcomes[outcome]:,}"
            for outcome, words in OUTCOME_WORDS.items()
            if tally.outcomes[outcome]
        ]
        line = messages.gettext("{totals}: {outcomes}").format(
            totals=total.format(count=f"{tally.rows:,}"), outcomes=", ".join(words)
        )
        return self._style.paint(line, BOLD)

    def _parts(self) -> Iterator[str]:
        _, tally = self._messages.gettext, self._tally
        causes = Counter(
            {self._messages.cause(code): count for code, count in tally.causes.items()}
        )
        yield from self._table(_("By cause"), causes)
        if len(tally.apps) > 1 and max(tally.apps.values()) > 1:
            yield from self._table(_("By app"), tally.apps)
        if len(tally.days) > 1:
            yield from self._table(_("By day"), tally.days, by_name=True)
        if tally.keys_found:
            text = self._messages.ngettext(
                "{count} row opened with a key of another place.",
                "{count} rows opened with keys of other places.",
                tally.keys_found,
            )
            yield INDENT + text.format(count=f"{tally.keys_found:,}")

    def _table(self, title: str, counts: Counter[str], *, by_name: bool = False) -> Iterator[str]:
        """Give the largest counts with bars; of days the last ones, in their order."""
        rows = sorted(counts.items())[-MOST:] if by_name else counts.most_common(MOST)
        if not rows:
            return
        yield INDENT + self._style.paint(title, FAINT)
        names = [visible(name) or "-" for name, _ in rows]
        width = max(map(len, names))
        most = max(count for _, count in rows)
        for name, (_, count) in zip(names, rows, strict=True):
            bar = "█" * max(1, round(BAR * count / most)) if self._style.draws else ""
            yield f"{INDENT * 2}{name.ljust(width)}  {count:>9,}  {bar}".rstrip()
        if len(counts) > len(rows):
            more = self._messages.gettext("and {count} more")
            yield INDENT * 2 + more.format(count=f"{len(counts) - len(rows):,}")

    def _steps(self) -> Iterator[str]:
        """Give at most three things to do next, for what concerns most rows."""
        steps = [*self._about_causes(), *self._about_empty_rows()]
        for count, step in sorted(steps, key=_most_first)[:STEPS]:
            rows = self._messages.ngettext("{count} row", "{count} rows", count)
            lead = f"{self._style.mark('next')} {rows.format(count=f'{count:,}')}: "
            yield INDENT + lead + visible(step)

    def _about_causes(self) -> Iterator[tuple[int, str]]:
        for code, count in self._tally.causes.items():
            example = self._tally.examples.get(code)
            if example is None:
                continue
            worded = self._messages.finding(example.finding)
            place = self._messages.gettext("(first in {file}, row {row})").format(
                file=example.file, row=example.number
            )
            parts = [worded.text, self._advice(code, worded.advice), place]
            yield count, " ".join(part for part in parts if part)

    def _advice(self, code: str, advice: str) -> str:
        if code in ("session_key_wrong", "session_key_missing") and not self._had_keys:
            return self._messages.gettext(
                "Give a file of session keys with --keys, and the one that fits is found."
            )
        return advice

    def _about_empty_rows(self) -> Iterator[tuple[int, str]]:
        left_out, empty = self._tally.left_out, self._tally.empty
        if not left_out:
            return
        rows = ", ".join(str(number) for _, number in empty)
        if left_out > len(empty):
            rows += ", …"
        yield (
            left_out,
            self._messages.gettext("No ticket was found in them: {rows}.").format(rows=rows),
        )


def _most_first(step: tuple[int, str]) -> int:
    return -step[0]
