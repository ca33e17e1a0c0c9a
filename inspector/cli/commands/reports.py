"""`inspector reports`: opens the tickets of whole files, one result a row."""

from __future__ import annotations

import csv
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.cli.errors import Failure, WrongUsage, unreadable
from inspector.cli.status import Status
from inspector.cli.terminal import Terminal
from inspector.messages import Messages

if TYPE_CHECKING:
    from inspector.reports import KnownKey

SUMMARY = "Open the tickets of whole files: spreadsheets, JSON lines, logs."


def configure(parser: ArgumentParser, messages: Messages) -> None:
    """Add the arguments."""
    _ = messages.gettext
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        type=Path,
        help=_("a spreadsheet, CSV, JSON, log or HAR, packed or not; a folder; - for stdin"),
    )
    parser.add_argument(
        "--keys",
        metavar="FILE",
        type=Path,
        action="append",
        default=[],
        help=_("a file of session keys, of any layout, to try on every row; may be repeated"),
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        help=_("write .jsonl, .csv or .xlsx instead of JSON lines to stdout"),
    )
    parser.add_argument(
        "--columns",
        metavar="NAME=FIELD,...",
        default="",
        help=_(
            "what columns hold, by their name or number: session_key, iv, encryptedData, appid, "
            "rawData, signature, shareTicket, label, text (a ticket is in it), other"
        ),
    )
    parser.add_argument(
        "--workers", metavar="N", type=int, help=_("processes to work in; 1 works in this one")
    )
    parser.add_argument(
        "--cluster", metavar="ADDRESS", help=_("work on a Dask cluster, such as tcp://host:8786")
    )
    parser.add_argument(
        "--show-secrets", action="store_true", help=_("write session_key instead of masking it")
    )


def run(options: Namespace, terminal: Terminal) -> Status | int:
    """Judge every row of every file."""
    from inspector.cli.report_run import ReportRun
    from inspector.cli.stopping import StopSignals
    from inspector.reports import Stopped

    if options.workers is not None and options.workers < 1:
        raise WrongUsage("--workers takes a number from 1 on.")
    _check_files(options.files, options.keys, options.output)
    with StopSignals() as signals:
        try:
            keys = next(signals.interrupting(map(_keys, [options.keys])))
        except Stopped:  # a pipe of keys may wait for its writer for ever
            terminal.show_error(terminal.messages.gettext("Stopped."))
            return signals.status
        return ReportRun(options, terminal, signals, keys, meanings(options.columns)).run()


def meanings(text: str) -> dict[str, str]:
    """Return what `--columns` says: name or number of a column -> what it holds.

    Raises:
        WrongUsage: It cannot be understood.
    """
    from inspector.reports import MEANINGS

    known = {meaning.casefold(): meaning for meaning in MEANINGS}
    given: dict[str, str] = {}
    for part in next(csv.reader([text], skipinitialspace=True), []):
        name, sign, meaning = part.rpartition("=")
        if not sign or meaning.strip().casefold() not in known:
            raise WrongUsage(
                "--columns cannot be read at {part}: write NAME=FIELD, FIELD one of {fields}",
                part=part,
                fields=", ".join(MEANINGS),
            )
        given[name.strip()] = known[meaning.strip().casefold()]
    return given


def _check_files(files: Sequence[Path], keys: Sequence[Path], output: Path | None) -> None:
    """Find out before any work what could not be read, and what would be overwritten."""
    for file in (*files, *keys):
        if file == Path("-"):
            continue
        try:
            if file.is_file():
                file.open("rb").close()
            elif not file.exists():
                file.stat()
        except (OSError, ValueError) as error:  # ValueError: a NUL in the name
            raise unreadable(file, error) from error
        if output is not None and output.exists() and output.samefile(file):
            raise WrongUsage("{file} is read; write to another file.", file=file)


def _keys(files: Sequence[Path]) -> tuple[KnownKey, ...]:
    from inspector.reports import ReportError, read_keys

    if not files:
        return ()
    names = ", ".join(map(str, files))
    try:
        keys = read_keys(files)
    except (OSError, ValueError) as error:
        raise unreadable(names, error) from error
    except ReportError as error:
        raise Failure(error.sentence, file=names, **error.values) from error
    if not keys:
        raise Failure("No session_key was found in {file}.", file=names)
    return keys
