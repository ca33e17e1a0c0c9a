"""What can be wrong with a file of reports; the faces word it."""

from __future__ import annotations


class ReportError(Exception):
    """A file of reports cannot be read or written."""


class MissingExtra(ReportError):
    """An optional library is needed."""

    def __init__(self, library: str, suffix: str) -> None:
        super().__init__(f"{library} is needed for {suffix} files")
        self.library = library
        """What is to be installed, such as `XlsxWriter`."""
        self.suffix = suffix


class BrokenTable(ReportError):
    """The file is not what its name says."""


class TooManyRows(ReportError):
    """A sheet does not hold so many rows."""

    def __init__(self, most: int) -> None:
        super().__init__(f"a sheet holds at most {most} rows")
        self.most = most


class UnknownFormat(ReportError):
    """Results are not written in files of this suffix."""
