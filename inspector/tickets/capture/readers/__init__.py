"""Readers of captures, one a file: each scores a text and reads it.

A reader is a module with `name`, `score(source)` and `read(source)`; see `Reader`.
It is found by lying here: a new reader is one new file plus its test, nothing else.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import Protocol, cast

from inspector.tickets.capture.scanning.sightings import Reading
from inspector.tickets.capture.scanning.source import Source


class Reader(Protocol):
    """What a module of this package offers."""

    name: str
    """What it is called in `Capture.reader`, such as `json`."""

    def score(self, source: Source) -> float:
        """Return how sure it is that the text is of its form, 0 (not) to 1 (certain)."""

    def read(self, source: Source) -> Reading:
        """Return the fields that it sees in the text."""


def readers() -> list[Reader]:
    """Return all readers of this package, in the order of their files' names."""
    return [
        cast("Reader", importlib.import_module(f"{__name__}.{module.name}"))
        for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name)
    ]
