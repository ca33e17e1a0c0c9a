"""Writes a file so that a reader sees the old content or the new one, never a half."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


def write_atomically(file: Path, content: bytes) -> None:
    """Replace the content of a file, or make it; its permissions stay, a link stays a link.

    Raises:
        OSError: The folder cannot be written to. The old content is then untouched.
    """
    target = file.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(target.stat().st_mode if target.exists() else _new_file_mode())
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _new_file_mode() -> int:
    """Return the permissions that a new file of this process would get."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
