"""One run of `inspector reports`, from the files named to the summary."""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Final

from inspector.cli.errors import Failure, unwritable
from inspector.cli.progress import Progress
from inspector.cli.report_summary import ReportSummary
from inspector.cli.status import Status
from inspector.cli.stopping import StopSignals
from inspector.cli.terminal import Terminal
from inspector.reports import (
    Crew,
    DamagedCase,
    Engine,
    JsonLine,
    JudgeOptions,
    KnownKey,
    Output,
    ReportError,
    Run,
    RunProgress,
    Stopped,
    Table,
    WorkerLost,
    open_output,
    rare_collections,
)
from inspector.visible import visible

MOST_TOLD: Final = 5
"""Tables whose columns are told."""


class ReportRun:
    """Reads, judges, writes and tells."""

    def __init__(
        self,
        options: Namespace,
        terminal: Terminal,
        signals: StopSignals,
        keys: Sequence[KnownKey],
        meanings: Mapping[str, str],
    ) -> None:
        self._options = options
        self._terminal = terminal
        self._signals = signals
        self._keys = keys
        self._run = Run(options.files, meanings, options.output)
        self._progress = Progress(terminal, 0, "")
        self._written = 0
        self._told = 0
        self._troubles_told = 0

    def run(self) -> int:
        """Do it all, and return the exit status."""
        output = self._open()
        try:
            return self._work(output)
        finally:
            if output is not None:
                output.discard()

    def _open(self) -> Output | None:
        file = self._options.output
        if file is None:
            return None
        try:
            return open_output(file)
        except OSError as error:
            raise unwritable(file, error) from error
        except ReportError as error:
            raise self._failure(error, file) from error

    def _work(self, output: Output | None) -> int:
        _ = self._terminal.messages.gettext
        try:
            with rare_collections(), self._crew() as crew:
                self._judge(crew, output)
            self._finish(output)
        except Stopped:
            self._keep(output, _("Stopped."))
            return self._signals.status
        except WorkerLost:
            self._keep(
                output,
                _(
                    "The system ended a process that was working, probably for lack of memory. "
                    "Try fewer --workers."
                ),
            )
            return Status.FAILED
        except ReportError as error:
            raise self._failure(error, self._options.files[0]) from error
        except BrokenPipeError:
            raise
        except OSError as error:
            failure = unwritable(self._options.output or "stdout", error)
            self._keep(output, failure.sentence(self._terminal.messages))
            return Status.FAILED
        return self._conclude()

    def _crew(self) -> AbstractContextManager[Crew]:
        stop = self._signals.requested
        if self._options.cluster:
            from inspector.reports.cluster import cluster

            return cluster(self._options.cluster, stop)
        return Crew(self._options.workers, None, stop)

    def _judge(self, crew: Crew, output: Output | None) -> None:
        language, secrets = self._terminal.messages.language, self._options.show_secrets
        rendering = output.rendering(language, secrets) if output else JsonLine(language, secrets)
        engine = Engine(crew, JudgeOptions(time.time()), rendering, self._keys, self._tell)
        try:
            for part in self._run.parts(
                engine, self._signals.interrupting, self._signals.requested
            ):
                self._tell_news()
                self._write(part.made, output)
        finally:
            self._progress.close()
            self._tell_news()

    def _write(self, made: Sequence[Any], output: Output | None) -> None:
        if output is not None:
            output.add(made)
        else:
            for line in made:
                self._terminal.print_json(line.decode())
        self._written += len(made)

    def _finish(self, output: Output | None) -> None:
        if output is None or not self._written:
            return
        try:
            output.finish(self._signals.requested)
        except ReportError as error:
            kept = output.keep()
            raise self._failure(error, kept or self._options.output) from error

    def _conclude(self) -> Status:
        named = {str(path) for path in self._options.files} | {p.name for p in self._options.files}
        failed = any(trouble.name in named for trouble in self._run.troubles)
        if not self._written:
            if failed:
                return Status.FAILED
            raise Failure("No row was found in the files.")
        ReportSummary(self._terminal, self._run.tally, keys=len(self._keys)).show()
        return Status.FAILED if failed else Status.of_causes(self._run.tally.causes)

    def _keep(self, output: Output | None, why: str) -> None:
        """Keep what is done, and say why there is no more, how much there is, and where."""
        _ = self._terminal.messages.gettext
        self._terminal.show_error(why)
        kept: Path | None = None
        try:
            kept = output.keep() if output is not None and self._written else None
            self._terminal.flush()
        except OSError as error:
            self._terminal.show_error(unwritable("", error).sentence(self._terminal.messages))
        rows = self._terminal.messages.ngettext("{count} row", "{count} rows", self._written)
        rows = rows.format(count=f"{self._written:,}")
        if kept is not None:
            self._terminal.tell(_("{rows} done so far: {file}").format(rows=rows, file=kept))
        else:
            self._terminal.tell(_("{rows} done so far.").format(rows=rows))

    def _tell(self, done: RunProgress) -> None:
        """Tell how far the work is."""
        if not self._progress.is_due():
            return
        _ = self._terminal.messages.gettext
        rows = self._terminal.messages.ngettext("{count} row", "{count} rows", done.judged)
        parts = [rows.format(count=f"{done.judged:,}")]
        if done.pending:
            parts.append(_("{count} at hand").format(count=f"{done.pending:,}"))
        if done.trials:
            parts.append(_("{count} keys tried").format(count=f"{done.trials:,}"))
        seconds = max(self._progress.seconds, 0.001)
        parts.append(_("{count} rows/s").format(count=f"{round(done.judged / seconds):,}"))
        if size := self._run.size:
            share = done.share(size)
            parts.append(f"{share:.0%}")
            if left := self._progress.left(share):
                parts.append(_("{time} left").format(time=left))
        self._progress.show(" · ".join(parts))

    def _tell_news(self) -> None:
        """Tell what was found out of the files since the last time."""
        while self._told < len(self._run.tables):
            if self._told < MOST_TOLD:
                self._tell_columns(self._run.tables[self._told])
            self._told += 1
        for trouble in self._run.troubles[self._troubles_told :]:
            self._terminal.show_error(self._sentence(trouble.error, trouble.name))
            self._troubles_told += 1

    def _tell_columns(self, table: Table) -> None:
        """Tell which column was taken for what, so that it can be said otherwise."""
        columns = table.columns
        if columns is None:
            return
        _ = self._terminal.messages.gettext
        held = [f"{columns.names[at]} → {name}" for name, at in columns.fields.items()]
        held += [f"{columns.names[at]} → text" for at in columns.texts]
        line = _("{file}: {columns}").format(
            file=table.name, columns=", ".join(held) or _("no column of a ticket was recognised")
        )
        self._terminal.tell(visible(line))

    def _sentence(self, error: OSError | ReportError, name: str) -> str:
        messages = self._terminal.messages
        if isinstance(error, DamagedCase):
            return f"{name}: {messages.finding(error.finding).text}"
        if isinstance(error, ReportError):
            return messages.gettext(error.sentence).format(file=name, **error.values)
        return messages.gettext("Cannot read {file}: {reason}").format(
            file=name, reason=error.strerror or error
        )

    def _failure(self, error: ReportError, file: Path | None) -> Failure:
        return Failure(error.sentence, file=file, **error.values)
