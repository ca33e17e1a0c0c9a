"""Readers of captures: each scores a text and reads it.

Each file here offers `READERS`. It is found by lying here: a new reader is one file plus its
test; a form whose fields are seen by their names alone is one row in `plain_forms`.
"""

from __future__ import annotations

import importlib
import pkgutil

from inspector.tickets.capture.reader import CaptureReader


def readers() -> list[CaptureReader]:
    """Return all readers of this package, in the order of their files' names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return [reader for module in modules for reader in module.READERS]


def reader_titles() -> dict[str, str]:
    """Return what each reader's form is called on screen, in English, by the reader's name."""
    return {reader.name: reader.title for reader in readers()}
