"""Many tickets from files, in a pool of workers. No Qt."""

from inspector.reports.errors import (
    BrokenFile,
    ReportError,
    TooManyRows,
    UnknownFormat,
)
from inspector.reports.files import open_tables, read_rows
from inspector.reports.judging import Wishes, judge_rows
from inspector.reports.key_files import KnownKey, read_keys
from inspector.reports.loading import Loaded, LoadedText, Progress, load, load_apart
from inspector.reports.row import Result, Row
from inspector.reports.table import FileForm, Table, Trouble
from inspector.reports.writing import json_line, output

__all__ = [
    "BrokenFile",
    "FileForm",
    "KnownKey",
    "Loaded",
    "LoadedText",
    "Progress",
    "ReportError",
    "Result",
    "Row",
    "Table",
    "TooManyRows",
    "Trouble",
    "UnknownFormat",
    "Wishes",
    "json_line",
    "judge_rows",
    "load",
    "load_apart",
    "open_tables",
    "output",
    "read_keys",
    "read_rows",
]
