"""`inspector reports`: opens the tickets of whole files, one result a row."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from inspector.cli.errors import Failure, WrongUsage, unreadable, unwritable
from inspector.cli.status import Status
from inspector.cli.terminal import Terminal
from inspector.messages import Messages

if TYPE_CHECKING:
    from inspector.reports import ReportError, Result, Row, Wishes

SUMMARY = "Open the tickets of whole files: spreadsheets, JSON lines, logs."
FORMATS: Final = (".jsonl", ".csv", ".xlsx")


def configure(parser: ArgumentParser, messages: Messages) -> None:
    """Add the arguments."""
    _ = messages.gettext
    parser.add_argument(
        "files", nargs="+", metavar="FILE", type=Path, help=_(".csv, .jsonl, .xlsx, or any text")
    )
    parser.add_argument(
        "--keys", metavar="FILE", type=Path, help=_("a file of session keys to try on every row")
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        help=_("write .jsonl, .csv or .xlsx instead of JSON lines to stdout"),
    )
    parser.add_argument(
        "--show-secrets", action="store_true", help=_("write session keys instead of masking them")
    )


def run(options: Namespace, terminal: Terminal) -> Status:
    """Judge every row of every file."""
    from inspector.reports import Wishes

    if options.output is not None and options.output.suffix.lower() not in FORMATS:
        raise WrongUsage(
            "Results are written as .jsonl, .csv or .xlsx, not as {file}", file=options.output
        )
    keys = _keys(options.keys)
    rows = [row for file in options.files for row in _rows(file)]
    if not rows:
        raise Failure("No row was found in the files.")
    wishes = Wishes(keys, options.show_secrets, terminal.messages.language)
    outcomes: Counter[str] = Counter()
    causes: Counter[str | None] = Counter()
    with _destination(options.output, rows, terminal) as add:
        for result in _results(rows, wishes, terminal):
            add(result)
            outcomes[result.data["outcome"]] += 1
            causes[result.data["cause"]] += 1
    terminal.tell(_summary(outcomes, terminal.messages))
    return Status.of_causes(causes)


def _keys(file: Path | None) -> tuple[str, ...]:
    from inspector.reports import ReportError, read_keys

    if file is None:
        return ()
    try:
        keys = read_keys([file])
    except (OSError, ValueError) as error:
        raise unreadable(file, error) from error
    except ReportError as error:
        raise _worded(error, file) from error
    if not keys:
        raise Failure("No session key was found in {file}.", file=file)
    return tuple(each.key for each in keys)


def _rows(file: Path) -> list[Row]:
    from inspector.reports import ReportError, read_rows

    try:
        return list(read_rows(file))
    except (OSError, ValueError) as error:
        raise unreadable(file, error) from error
    except ReportError as error:
        raise _worded(error, file) from error


@contextmanager
def _destination(
    file: Path | None, rows: list[Row], terminal: Terminal
) -> Iterator[Callable[[Result], object]]:
    """Give the function that takes the results: into a file, or as JSON lines to stdout."""
    from inspector.reports import ReportError, json_line, output

    if file is None:
        yield lambda result: terminal.print_json(json_line(result))
        return
    try:
        with output(file, rows) as add:
            yield add
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable(file, error) from error
    except ReportError as error:
        raise _worded(error, file) from error


def _results(rows: list[Row], wishes: Wishes, terminal: Terminal) -> Iterator[Result]:
    """Give the results while telling how far it is."""
    from inspector.cli.progress import Progress
    from inspector.reports import judge_rows

    words = terminal.messages.gettext("{done} of {total} rows")
    progress = Progress(terminal, len(rows), words)
    try:
        for done, result in enumerate(judge_rows(rows, wishes), 1):
            yield result
            progress.update(done)
    finally:
        progress.close()


def _worded(error: ReportError, file: Path) -> Failure:
    """Return the failure that words what is wrong with a file."""
    return Failure(error.sentence, file=file, **error.values)


def _summary(outcomes: Counter[str], messages: Messages) -> str:
    """Return how many rows had which outcome."""
    from inspector.cli.verdict_text import HEADLINES

    total = messages.ngettext("{count} row", "{count} rows", outcomes.total())
    words = [
        f"{messages.gettext(headline[1])} {outcomes[outcome]:,}"
        for outcome, headline in HEADLINES.items()
        if outcomes[outcome]
    ]
    return messages.gettext("{totals}: {outcomes}").format(
        totals=total.format(count=f"{outcomes.total():,}"), outcomes=", ".join(words)
    )
