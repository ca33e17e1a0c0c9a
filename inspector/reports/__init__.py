"""Many tickets from files: the only way a file becomes tickets, judged on all processors. No Qt.

`open_tables` and `load` read, `read_keys` reads key files, `Engine` judges batches with a `Crew`,
`Run` does it for files, `open_output` writes.

Who imports late, maybe on several threads at once, imports from here and not from a part: of two
threads that begin at different ends of a package, one is given a half of it.
"""

from inspector.reports.batches import Batch
from inspector.reports.collecting import rare_collections
from inspector.reports.columns import MEANINGS, Columns
from inspector.reports.crew import Crew, Stopped, WorkerLost
from inspector.reports.engine import Engine, Part, RunProgress
from inspector.reports.errors import (
    BrokenFile,
    DamagedCase,
    ReportError,
    TooManyRows,
    UnknownFormat,
)
from inspector.reports.files import open_tables, read_rows
from inspector.reports.judged import Judged
from inspector.reports.judging import JudgeOptions, Rendering
from inspector.reports.key_files import KnownKey, read_keys
from inspector.reports.keys_told import with_keys_told
from inspector.reports.loading import Loaded, LoadedText, Progress, load, load_apart
from inspector.reports.rendering import JsonLine
from inspector.reports.row import Row
from inspector.reports.rows import open_rows
from inspector.reports.run import Run
from inspector.reports.summary import Tally
from inspector.reports.table import FileForm, Table, Trouble
from inspector.reports.table_rows import TableCells, TableRow
from inspector.reports.together import judge_together
from inspector.reports.writing import Output, harmless, open_output

__all__ = [
    "MEANINGS",
    "Batch",
    "BrokenFile",
    "Columns",
    "Crew",
    "DamagedCase",
    "Engine",
    "FileForm",
    "JsonLine",
    "JudgeOptions",
    "Judged",
    "KnownKey",
    "Loaded",
    "LoadedText",
    "Output",
    "Part",
    "Progress",
    "Rendering",
    "ReportError",
    "Row",
    "Run",
    "RunProgress",
    "Stopped",
    "Table",
    "TableCells",
    "TableRow",
    "Tally",
    "TooManyRows",
    "Trouble",
    "UnknownFormat",
    "WorkerLost",
    "harmless",
    "judge_together",
    "load",
    "load_apart",
    "open_output",
    "open_rows",
    "open_tables",
    "rare_collections",
    "read_keys",
    "read_rows",
    "with_keys_told",
]
