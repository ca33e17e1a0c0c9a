"""One run over files: what is read, judged and written, and how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from inspector.reports.batches import Batch
from inspector.reports.engine import Engine, Part
from inspector.reports.errors import ReportError, UnknownColumn
from inspector.reports.files import open_tables
from inspector.reports.summary import Tally
from inspector.reports.table import FileForm, Table, Trouble

Interrupting = Callable[[Iterator[Batch]], Iterator[Batch]]


@dataclass(slots=True)
class Run:
    """Judges the rows of some files, table by table.

    What it found out stays readable after it ended early: `tally`, `troubles`, `tables`.
    """

    paths: Sequence[Path]
    meanings: Mapping[str, str] = field(default_factory=dict)
    output: Path | None = None
    """A file that is being written; passed over where it lies in a folder."""
    tally: Tally = field(default_factory=Tally, init=False)
    troubles: list[Trouble] = field(default_factory=list, init=False)
    tables: list[Table] = field(default_factory=list, init=False)

    def parts(
        self,
        engine: Engine,
        interrupting: Interrupting,
        cancelled: Callable[[], bool],
    ) -> Iterator[Part]:
        """Give the judged batches of all files, in order.

        Raises:
            Stopped, WorkerLost: see `Engine.judge`.
        """
        batches = interrupting(self._batches(cancelled))
        for part in engine.judge(batches, self.size):
            self.tally.update(part.tally)
            yield part

    @property
    def size(self) -> int:
        """Bytes of all files; 0 where one of them has no size."""
        sizes = [_size(path) for path in self.paths]
        return sum(sizes) if all(sizes) else 0

    def _batches(self, cancelled: Callable[[], bool]) -> Iterator[Batch]:
        """Give the batches of all tables, their places counted through all files."""
        before = 0
        with closing(
            open_tables(self.paths, self.meanings, but=self.output, cancelled=cancelled)
        ) as tables:
            for table in tables:
                if isinstance(table, Trouble):
                    self.troubles.append(table)
                    continue
                self.tables.append(table)
                self._look_for_named(table)
                try:
                    for batch in table.batches():
                        yield batch.moved(before)
                except (OSError, ReportError) as error:
                    self.troubles.append(Trouble(table.name, error))
                before += table.size

    def _look_for_named(self, table: Table) -> None:
        """Refuse to read on where a user speaks of a column that the only file has not."""
        columns = table.columns
        if columns is None or len(self.paths) > 1 or table.form is FileForm.JSON_LINES:
            return
        for name in self.meanings:
            if len(self.tables) == 1 and not columns.has(name):
                raise UnknownColumn(name, columns.names)


def _size(path: Path) -> int:
    try:
        if path.is_dir():
            return sum(each.stat().st_size for each in path.rglob("*") if each.is_file())
        return path.stat().st_size
    except OSError:
        return 0
