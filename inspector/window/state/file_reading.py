"""Reads files that were dropped or opened: text of any encoding, captures of any form."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from inspector import texts
from inspector.findings import Finding
from inspector.tickets import Capture, Span, Ticket, Verdict, read
from inspector.tickets.cases.case_file import SUFFIX, CaseFileError, is_case_file, read_case_file
from inspector.tickets.keys.key_sharing import with_proved_keys

MOST_BYTES: Final = 256_000_000
"""Of one file more than this is not read."""
MOST_KEPT: Final = 2_000_000
"""Characters of the files' text that are kept to be shown."""
CHUNK: Final = 1 << 20
PROGRESS_SECONDS: Final = 0.1
BINARY_SHARE: Final = 0.01
"""A file with more NUL characters than this among its first ones is no text."""


class Trouble(StrEnum):
    """Why a file gave no ticket, or not all of it was read."""

    UNREADABLE = "unreadable"
    FOLDER = "folder"
    BINARY = "binary"
    NO_TICKET = "no_ticket"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading of one file is."""

    name: str
    done: int
    """Bytes."""
    whole: int
    """Bytes."""
    searched: float = 0.0
    """How much of the text was searched for tickets, 0 to 1."""


@dataclass(frozen=True, slots=True)
class FilesRead:
    """What several files gave together."""

    names: tuple[str, ...] = ()
    text: str = ""
    """Their text one after the other, cut where it is too long to be kept."""
    capture: Capture = Capture()
    """The tickets of all of them, with places in `text`."""
    troubles: tuple[tuple[str, Trouble], ...] = ()
    """Name of a file and what is wrong with it."""
    given: tuple[Verdict, ...] = ()
    """Verdicts of masked case files, whose tickets cannot be judged again."""
    damaged: tuple[tuple[str, Finding], ...] = ()
    """Name of a case file and why it cannot be opened."""


def read_files(
    paths: Sequence[Path], progress: Callable[[Progress], None], cancelled: Callable[[], bool]
) -> FilesRead:
    """Return the tickets of some files, in order; never raises for what they hold."""
    whole = FilesRead(tuple(path.name for path in paths))
    for path in paths:
        if cancelled():
            break
        whole = _add_file(whole, path, progress, cancelled)
    return replace(whole, capture=with_proved_keys(whole.capture))


def _add_file(
    whole: FilesRead,
    path: Path,
    progress: Callable[[Progress], None],
    cancelled: Callable[[], bool],
) -> FilesRead:
    if path.is_dir():
        return _with_trouble(whole, path, Trouble.FOLDER)
    try:
        data, cut = _read_bytes(path, progress, cancelled)
    except OSError:
        return _with_trouble(whole, path, Trouble.UNREADABLE)
    text = texts.decode(data)
    if _is_binary(text):
        return _with_trouble(whole, path, Trouble.BINARY)
    if path.name.endswith(SUFFIX) or is_case_file(text):
        return _with_case(whole, path, text)

    tell = _searching(path.name, len(data), progress)
    capture = read(text, progress=tell, cancelled=cancelled)
    if not capture.tickets:
        whole = _with_trouble(whole, path, Trouble.NO_TICKET)
    elif cut or capture.truncated:
        whole = _with_trouble(whole, path, Trouble.CUT)
    return _joined(whole, path.name, text, capture)


def _searching(
    name: str, size: int, progress: Callable[[Progress], None]
) -> Callable[[float], None]:
    """Return a function that tells how much of a text was searched, not too often."""
    told = 0.0

    def tell(share: float) -> None:
        nonlocal told
        if time.monotonic() - told > PROGRESS_SECONDS:
            told = time.monotonic()
            progress(Progress(name, size, size, share))

    return tell


def _with_case(whole: FilesRead, path: Path, text: str) -> FilesRead:
    """Put the tickets of a case file behind those before; its text, with keys, is not shown."""
    try:
        cases = read_case_file(text).cases
    except CaseFileError as problem:
        return replace(whole, damaged=(*whole.damaged, (path.name, problem.finding)))
    tickets = tuple(case.ticket for case in cases)
    given = tuple(case.verdict for case in cases if case.verdict is not None)
    return replace(
        whole,
        capture=replace(
            whole.capture,
            tickets=whole.capture.tickets + tickets,
            reader=whole.capture.reader or "case_file",
        ),
        given=whole.given + given,
    )


def _read_bytes(
    path: Path, progress: Callable[[Progress], None], cancelled: Callable[[], bool]
) -> tuple[bytes, bool]:
    """Return a file's first bytes and whether there are more."""
    size = path.stat().st_size
    chunks, done, told = [], 0, 0.0
    with path.open("rb") as file:
        while done < MOST_BYTES and not cancelled() and (chunk := file.read(CHUNK)):
            chunks.append(chunk)
            done += len(chunk)
            if time.monotonic() - told > PROGRESS_SECONDS:
                told = time.monotonic()
                progress(Progress(path.name, done, size))
    return b"".join(chunks), size > done


def _is_binary(text: str) -> bool:
    head = text[:CHUNK]
    return head.count("\0") > len(head) * BINARY_SHARE


def _with_trouble(whole: FilesRead, path: Path, trouble: Trouble) -> FilesRead:
    return replace(whole, troubles=(*whole.troubles, (path.name, trouble)))


def _joined(whole: FilesRead, name: str, text: str, capture: Capture) -> FilesRead:
    """Put one more file's text and tickets behind those before, labelled by its name."""
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
    return replace(whole, text=kept, capture=joined)


def _labelled(ticket: Ticket, name: str) -> Ticket:
    parts = [part for part in (name, ticket.label) if part]
    return replace(ticket, label=" · ".join(parts) or None)
