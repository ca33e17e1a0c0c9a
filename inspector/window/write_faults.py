"""Why a file could not be saved, and what to do next: one table for every window."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from inspector.messages import Messages
from inspector.visible import visible

OTHERWISE: Final = "{file} could not be saved: {reason}. Choose another place, then save again."
FULL: Final = "{file} could not be saved: the disk is full. Free some space, then save again."
FORBIDDEN: Final = (
    "{file} could not be saved: writing there is not allowed. Choose another place, or allow it, "
    "then save again."
)
BROKEN: Final = (
    "{file} could not be saved: the disk reported an error. Check the disk, or choose a place on "
    "another one, then save again."
)
MISSING: Final = (
    "{file} could not be saved: its folder is missing. Choose another place, then save again."
)
NO_FILE: Final = (
    "{file} could not be saved: it is a pipe or a device, not a file. Choose another name, then "
    "save again."
)
IN_USE: Final = "{file} could not be saved: another program is changing it. Try again in a moment."
WRITE_FAULTS: Final[Mapping[int, str]] = MappingProxyType(
    {
        errno.ENOSPC: FULL,
        errno.EDQUOT: FULL,
        errno.EACCES: FORBIDDEN,
        errno.EPERM: FORBIDDEN,
        errno.EROFS: FORBIDDEN,
        errno.EIO: BROKEN,
        errno.ENOENT: MISSING,
        errno.ENOTDIR: MISSING,
        errno.ENXIO: NO_FILE,
        errno.EAGAIN: IN_USE,
    }
)
"""Number of the system's error -> an English msgid in which `{file}` is to be filled in."""


def write_fault(error: OSError) -> str:
    """Return the msgid for an error of writing; `{file}` and `{reason}` are to be filled in."""
    return WRITE_FAULTS.get(error.errno or 0, OTHERWISE)


def write_reason(error: OSError) -> str:
    """Return what the system says of an error."""
    return error.strerror or str(error)


def could_not_save(messages: Messages, path: Path, error: OSError) -> str:
    """Return the sentence that says why a file was not saved, and what to do next."""
    sentence = messages.gettext(write_fault(error))
    return sentence.format(file=visible(path.name), reason=write_reason(error))
