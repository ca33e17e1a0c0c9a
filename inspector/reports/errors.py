"""What can be wrong with a file of reports; the faces word it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from inspector.findings import Finding

SENTENCES: Final = {
    "BrokenFile": "Cannot read {file}: it is damaged, or not what its name says.",
    "DamagedCase": "Cannot read {file}: it is damaged, or not what its name says.",
    "TooLarge": "Cannot read {file}: it is larger than {most} {unit}. "
    "Save the rows that matter as .csv.",
    "Unfolds": "Cannot read {file}: unpacked it takes more than {most} {unit} of memory. Delete "
    "the cells far outside the table, or save it as .csv.",
    "Swells": "{file} was not read to its end: unpacked it is more than {most} times as large. "
    "If that is right, unpack it first.",
    "Nested": "{file} was left out: this archive within an archive is damaged, or too large or too "
    "deep to be opened. Unpack the outer one and open this one.",
    "Compressed": "{file} was left out: it is compressed with {coding}, which cannot be opened "
    "here. Unpack it first, or save it again without compression.",
    "NoText": "Cannot read {file}: it is neither text nor a spreadsheet.",
    "NeedsPassword": "Cannot read {file}: it is protected by a password.",
    "TooManyRows": "A sheet holds at most {most} rows; write .csv or .jsonl.",
    "UnknownFormat": "Results are written as .jsonl, .csv or .xlsx, not as {file}",
    "UnknownColumn": "No file has a column {name}. There are: {names}",
    "ClusterMissing": "A cluster needs the extra: {command}",
    "ClusterSilent": "The cluster at {address} does not answer.",
    "ClusterIdle": "The cluster at {address} has no workers.",
}
"""Class of error -> its sentence, an English msgid."""
MEGABYTE: Final = 1_000_000


class ReportError(Exception):
    """A file of reports cannot be read or written."""

    @property
    def sentence(self) -> str:
        """What is wrong, an English msgid in which `{file}` and `values` are to be filled in."""
        return SENTENCES[type(self).__name__]

    @property
    def values(self) -> Mapping[str, object]:
        """What else the sentence names."""
        return {}


class BrokenFile(ReportError):
    """The file is not what its name says, or is cut off."""


class TooLarge(ReportError):
    """A file is longer than what is read of its kind; nothing of it was."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self._most = most

    @property
    def values(self) -> Mapping[str, object]:
        """The bound."""
        return {"most": f"{self._most // MEGABYTE:,}", "unit": "MB"}


class Unfolds(TooLarge):
    """A workbook takes more memory than a process may have."""


class Swells(ReportError):
    """A packed file unpacks to many times its size."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self._most = most

    @property
    def values(self) -> Mapping[str, object]:
        """The bound."""
        return {"most": self._most}


class Nested(ReportError):
    """An archive within an archive that is damaged, too large or too deep."""


class Compressed(ReportError):
    """A file or body in a coding that no supported Python opens."""

    def __init__(self, coding: str) -> None:
        super().__init__(coding)
        self._coding = coding

    @property
    def values(self) -> Mapping[str, object]:
        """The coding, as `Content-Encoding` names it."""
        return {"coding": self._coding}


class NoText(ReportError):
    """The file is of a binary form that is not read."""


class DamagedCase(ReportError):
    """A case file cannot be opened."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding)
        self.finding = finding
        """Why, to be worded."""


class NeedsPassword(ReportError):
    """The workbook is encrypted."""


class TooManyRows(ReportError):
    """A sheet does not hold so many rows."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self._most = most

    @property
    def values(self) -> Mapping[str, object]:
        """The bound."""
        return {"most": f"{self._most:,}"}


class UnknownFormat(ReportError):
    """Results are not written in files of this suffix."""


class UnknownColumn(ReportError):
    """A user spoke of a column that no file has."""

    def __init__(self, name: str, names: tuple[str, ...]) -> None:
        super().__init__(name, names)
        self._name, self._names = name, names

    @property
    def values(self) -> Mapping[str, object]:
        """The column, and those there are."""
        return {"name": self._name, "names": ", ".join(self._names)}


class ClusterMissing(ReportError):
    """The extra for clusters is not installed."""

    def __init__(self, command: str) -> None:
        super().__init__(command)
        self._command = command

    @property
    def values(self) -> Mapping[str, object]:
        """What installs it."""
        return {"command": self._command}


class ClusterSilent(ReportError):
    """A cluster does not answer."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self._address = address

    @property
    def values(self) -> Mapping[str, object]:
        """The cluster."""
        return {"address": self._address}


class ClusterIdle(ClusterSilent):
    """A cluster has no workers."""
