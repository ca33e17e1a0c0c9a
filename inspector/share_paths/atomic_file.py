"""Writes a file so that a reader sees the old content or the new one, never a half."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path


def write_atomically(file: Path, content: bytes) -> None:
    """Replace the content of a file, or make it; its permissions stay, a link stays a link.

    Raises:
        OSError: The folder cannot be written to. The old content is then untouched.
    """
    target = file.resolve()
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(6)}")
    try:
        with temporary.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            temporary.chmod(target.stat().st_mode)
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
