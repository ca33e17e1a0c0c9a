"""Repair: from what was pasted into a field to the base64 it was meant to be.

`clean` takes off everything that can never be base64; what remains open is whitespace, which
may be noise or a lost `+`. `gaps` and `readings` list the possibilities, likeliest first;
which of them is right is decided by what then opens.
"""

from inspector.tickets.decryption.repair.cleaning import clean
from inspector.tickets.decryption.repair.gaps import Gap, GappedText
from inspector.tickets.decryption.repair.marked import Change, Marked
from inspector.tickets.decryption.repair.readings import (
    Reading,
    data_readings,
    short_readings,
    trimmed_readings,
)

__all__ = [
    "Change",
    "Gap",
    "GappedText",
    "Marked",
    "Reading",
    "clean",
    "data_readings",
    "short_readings",
    "trimmed_readings",
]
