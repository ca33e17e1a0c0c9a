"""Many tickets from a file, in a pool of workers. No Qt."""

from inspector.reports.errors import (
    BrokenTable,
    MissingExtra,
    ReportError,
    TooManyRows,
    UnknownFormat,
)
from inspector.reports.judging import Wishes, judge_rows
from inspector.reports.reading import read_keys, read_rows
from inspector.reports.row import Result, Row
from inspector.reports.writing import json_line, output

__all__ = [
    "BrokenTable",
    "MissingExtra",
    "ReportError",
    "Result",
    "Row",
    "TooManyRows",
    "UnknownFormat",
    "Wishes",
    "json_line",
    "judge_rows",
    "output",
    "read_keys",
    "read_rows",
]
