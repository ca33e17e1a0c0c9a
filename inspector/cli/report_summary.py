"""What judging many rows gave, as a table on the terminal, and what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from inspector.cli.style import BOLD, FAINT, Style
from inspector.cli.terminal import Terminal
from inspector.findings import Finding, Severity
from inspector.reports import Tally
from inspector.reports.summary import OTHER_KEY, OTHERS, Example
from inspector.tickets.verdict import KEY_CAUSES, NO_KEY_FITS, OUTCOME_WORDS
from inspector.visible import visible

MOST: Final = 8
"""Lines of one part of the table."""
MOST_PERIODS: Final = 31
STEPS: Final = 3
BAR: Final = 24
"""Characters of the longest bar."""
INDENT: Final = "  "


class ReportSummary:
    """Tells a `Tally` to the standard error."""

    def __init__(self, terminal: Terminal, tally: Tally, *, keys: int) -> None:
        self._terminal = terminal
        self._messages = terminal.messages
        self._style = Style(terminal, terminal.stderr)
        self._tally = tally
        self._keys = keys
        """How many keys of files were tried."""

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
        apps = [count for name, count in tally.apps.items() if name != OTHERS]
        if len(apps) > 1 and max(apps) > 1:
            yield from self._table(_("By app"), tally.apps)
        if len(tally.days) > 1:
            yield from self._table(*self._periods(tally.days), by_name=True)
        if tally.keys_found:
            text = self._messages.ngettext(
                "{count} row opened with a key of another place.",
                "{count} rows opened with keys of other places.",
                tally.keys_found,
            )
            yield INDENT + text.format(count=f"{tally.keys_found:,}")

    def _periods(self, days: Counter[str]) -> tuple[str, Counter[str]]:
        """Return counts by day, or by month or year where there are too many to be seen."""
        _ = self._messages.gettext
        lengths = ((10, _("By day")), (7, _("By month")))
        for length, title in lengths:
            if len(found := _grouped(days, length)) <= MOST_PERIODS:
                return title, found
        return _("By year"), _grouped(days, 4)

    def _table(self, title: str, counts: Counter[str], *, by_name: bool = False) -> Iterator[str]:
        """Give the largest counts with bars; of days the last ones, in their order."""
        named = Counter({name: count for name, count in counts.items() if name != OTHERS})
        rows = sorted(named.items())[-MOST:] if by_name else named.most_common(MOST)
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
            sign = "+" if OTHERS in counts else ""
            yield INDENT * 2 + more.format(count=f"{len(named) - len(rows):,}{sign}")

    def _steps(self) -> Iterator[str]:
        """Give at most three things to do next: what is wrong first, then what concerns most."""
        tally = self._tally
        wrong = [(count, self._about_cause(code)) for code, count in tally.causes.items()]
        other = [(count, self._about_remark(code)) for code, count in tally.remarks.items()]
        steps = [
            *sorted(wrong, key=_most_first),
            *sorted((*other, *self._about_empty_rows()), key=_most_first),
        ]
        for count, step in [each for each in steps if each[1]][:STEPS]:
            rows = self._messages.ngettext("{count} row", "{count} rows", count)
            lead = f"{self._style.mark('next')} {rows.format(count=f'{count:,}')}: "
            yield INDENT + lead + visible(step)

    def _about_cause(self, code: str) -> str:
        example = self._tally.examples.get(code)
        if example is None:
            return ""
        worded = self._messages.finding(example.finding)
        advice = self._about_keys() if code in KEY_CAUSES else worded.advice
        return self._messages.joined(worded.text, advice, self._place(example))

    def _about_keys(self) -> str:
        """Say what else to try where the key is wrong or missing."""
        if not self._keys:
            return self._messages.gettext(
                "Give a file of session keys with --keys, and the one that fits is found."
            )
        tried = Finding(NO_KEY_FITS, Severity.INFO, "session_key", {"count": self._keys})
        return self._messages.advised(tried)

    def _about_remark(self, code: str) -> str:
        """Say how rows that opened would need no help; nothing where there is no advice."""
        example = self._tally.examples.get(code)
        worded = None if example is None else self._messages.finding(example.finding)
        if example is None or worded is None or not worded.advice:
            return ""
        lead = (
            worded.text
            if code == OTHER_KEY
            else self._messages.gettext("They had to be corrected before they could be decrypted.")
        )
        return f"{lead} {worded.advice} {self._place(example)}"

    def _place(self, example: Example) -> str:
        place = self._messages.gettext("(first in {file}, row {row})")
        return place.format(file=example.file, row=example.number)

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


def _grouped(days: Counter[str], length: int) -> Counter[str]:
    """Return the counts of days added up by the first characters of their dates."""
    found: Counter[str] = Counter()
    for name, count in days.items():
        found[name[:length]] += count
    return found
