"""What of the list leaves it as text: rows for a spreadsheet, and how their export went."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from inspector.messages import Messages

if TYPE_CHECKING:
    from inspector.window.state.report_writing import Exported


def as_table(titles: Sequence[str], rows: Iterable[Sequence[str]], separator: str) -> str:
    """Return rows below their titles, separated by commas or tabs, harmless to a spreadsheet."""
    from inspector.reports import harmless

    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=separator, lineterminator="\n")
    writer.writerow(titles)
    writer.writerows(map(harmless, row) for row in rows)
    return buffer.getvalue()


def exported_words(exported: Exported, messages: Messages) -> tuple[str, str]:
    """Return a sentence about how an export went, and its tone."""
    _, name = messages.gettext, exported.file.name
    if exported.problem:
        return _(exported.problem).format(file=name, **exported.values), "err"
    return _("Saved as {name} ✓").format(name=name), "ok"
