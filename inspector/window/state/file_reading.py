"""Turns what files hold, read by the one road of `inspector.reports`, into a sheet of tickets.

A text that is no table keeps the places of its fields, so that the paste box can mark them.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from inspector.files import require_file
from inspector.reports import FileForm, Loaded, LoadedText, Progress, ReportError, Row, load_apart
from inspector.reports import Trouble as Unread
from inspector.share_paths.elsewhere import with_path_told
from inspector.tickets import Capture, Span, Ticket
from inspector.tickets.keys.key_sharing import with_proved_keys
from inspector.window.state.files_read import FilesRead, Origin, Trouble

MOST_KEPT: Final = 2_000_000
"""Characters of the files' text that are kept to be shown."""


def read_files(
    paths: Sequence[Path], progress: Callable[[Progress], None], cancelled: Callable[[], bool]
) -> FilesRead:
    """Return the tickets of some files, in order; never raises for what they hold.

    When it is cancelled those that were read until then.
    """
    whole = FilesRead(tuple(path.name for path in paths))
    files = []
    for path in paths:
        if _is_file(path):
            files.append(path)
        else:
            whole = _with_trouble(whole, path.name, Trouble.NO_FILE)
    for found in load_apart(files, cancelled=cancelled) if files else ():
        if isinstance(found, Progress):
            progress(found)
        elif isinstance(found, Unread):
            problem = found.error if isinstance(found.error, ReportError) else Trouble.UNREADABLE
            whole = _with_trouble(whole, found.name, problem)
        elif (
            found.is_whole
            and found.text is not None
            and len(found.text.capture.tickets) == _count(found.rows)
        ):
            whole = _with_text(whole, found.name, found.text)
        else:
            whole = _with_rows(whole, found)
    return replace(whole, capture=with_proved_keys(whole.capture), is_cancelled=cancelled())


def _is_file(path: Path) -> bool:
    """Tell a file, or what cannot be looked at, from a pipe or a device."""
    try:
        require_file(path)
    except OSError as error:
        return error.errno != errno.ENXIO
    return True


def _count(rows: Sequence[Row]) -> int:
    """Return how many rows hold a ticket; of a long text that is more than its first stretch."""
    return sum(not row.is_empty for row in rows)


def _with_rows(whole: FilesRead, table: Loaded) -> FilesRead:
    """Put the rows of a table behind those before; what it holds is not shown as text."""
    rows = table.rows
    if all(row.is_empty for row in rows):
        return _with_trouble(whole, table.name, Trouble.NO_TICKET)
    given = tuple(row.verdict for row in rows if row.verdict is not None)
    has_columns = table.form not in (FileForm.TEXT, FileForm.CASES)
    origins = tuple(
        Origin(row.number if has_columns else number, row.columns, row.file, row.findings)
        for number, row in enumerate(rows, 1)
    )
    tickets = tuple(_of_row(row, table.name if len(whole.names) > 1 else "") for row in rows)
    capture = replace(
        whole.capture,
        tickets=whole.capture.tickets + tickets,
        reader=whole.capture.reader or table.form.value,
    )
    return replace(
        whole,
        capture=capture,
        origins=whole.origins + origins,
        given=whole.given + given,
    )


def _of_row(row: Row, name: str) -> Ticket:
    """Return the ticket of a row; one without any data is named, so that it stays a row."""
    label = row.ticket.label or (str(row.number) if row.is_empty else None)
    return _labelled(replace(row.ticket, label=label), name)


def _with_trouble(whole: FilesRead, name: str, problem: Trouble | ReportError) -> FilesRead:
    return replace(whole, troubles=(*whole.troubles, (name, problem)))


def _with_text(whole: FilesRead, name: str, loaded: LoadedText) -> FilesRead:
    """Put one more file's text and tickets behind those before, labelled by its name."""
    text, capture = loaded.text, loaded.capture
    if not capture.tickets:
        whole = _with_trouble(whole, name, Trouble.NO_TICKET)
        capture = replace(capture, findings=with_path_told(text, capture.findings))
    several = len(whole.names) > 1
    heading = f"── {name} ──\n" if several else ""
    before = f"{whole.text}\n" if whole.text else ""
    offset, first = len(before) + len(heading), len(whole.capture.tickets)
    kept = f"{before}{heading}{text}"[:MOST_KEPT]
    spans = tuple(
        Span(span.ticket + first, span.field, span.start + offset, span.end + offset)
        for span in capture.spans
        if span.end + offset <= len(kept)
    )
    labels = name if several else ""
    tickets = tuple(_labelled(ticket, labels) for ticket in capture.tickets)
    joined = Capture(
        whole.capture.tickets + tickets,
        whole.capture.reader or capture.reader,
        whole.capture.runner_up or capture.runner_up,
        whole.capture.spans + spans,
        whole.capture.findings + capture.findings,
        whole.capture.truncated or capture.truncated,
    )
    origins = tuple(Origin(number, {}, name) for number, _ in enumerate(tickets, 1))
    return replace(whole, text=kept, capture=joined, origins=whole.origins + origins)


def _labelled(ticket: Ticket, name: str) -> Ticket:
    parts = [part for part in (name, ticket.label) if part]
    return replace(ticket, label=" · ".join(parts) or None)
