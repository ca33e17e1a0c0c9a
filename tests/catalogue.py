"""The Chinese catalogue: its source, its compiled form, and every English text it must hold."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PROJECT: Final = Path(__file__).resolve().parent.parent
PO: Final = PROJECT / "resources/translations/zh_CN/LC_MESSAGES/inspector.po"
MO: Final = PO.with_suffix(".mo")


def catalogue() -> Catalog:
    """Return the parsed `.po`; a repeated msgid or a broken line raises."""
    with PO.open("rb") as file:
        return read_po(file, locale="zh_CN", abort_invalid=True)


def compiled() -> bytes:
    """Return the `.mo` that the `.po` gives."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue())
    return buffer.getvalue()


def tracked_files() -> set[str] | None:
    """Return the names of all files under version control; None where that is unknown."""
    if shutil.which("git") is None or not (PROJECT / ".git").exists():
        return None
    command = ["git", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=PROJECT, capture_output=True, check=False)
    return set(listed.stdout.decode().split("\0")) - {""} if listed.returncode == 0 else None


def is_tracked(file: Path) -> bool:
    """Say whether a file of the project is under version control."""
    tracked = tracked_files()
    if tracked is None:
        return True  # an unpacked archive holds what was tracked
    return file.relative_to(PROJECT).as_posix() in tracked


def compile_if_private() -> None:
    """Bring an untracked `.mo` up to date, so that the tests speak Chinese."""
    if is_tracked(MO):
        return
    fresh = compiled()
    if not MO.exists() or MO.read_bytes() != fresh:
        unfinished = MO.with_suffix(".unfinished")
        unfinished.write_bytes(fresh)
        unfinished.replace(MO)
