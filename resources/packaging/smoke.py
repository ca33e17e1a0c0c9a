"""Try a bundle where it was made: each part of it once, and the window.

    python resources/packaging/smoke.py dist/inspector/inspector

The words are the command that starts the program. It ends with the first thing that is wrong.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

SECONDS_OF_THE_WINDOW: Final = 20.0
"""How long the window has to stay; what keeps it from opening ends the program before."""
PATIENCE: Final = 300.0
"""Seconds after which a command hangs; the first start of a bundle is slow on some systems."""
TOLD: Final = 2000
"""How many bytes of what a failed command printed are told."""
TEXT: Final = "weixin://dl/business/?appid=wx0123456789abcdef&path=pages/a"


class Wrong(Exception):
    """The program does not do what it should."""


def main(program: Sequence[str], window_seconds: float = SECONDS_OF_THE_WINDOW) -> None:
    """Try everything.

    Raises:
        Wrong: Something is not as it should be.
    """
    with TemporaryDirectory() as scratch:
        folder = Path(scratch) / "用户 报告"
        folder.mkdir()
        try_terminal(program, folder)
        try_window(program, folder / "tickets.jsonl", window_seconds)


def try_terminal(program: Sequence[str], folder: Path) -> None:
    """Try the commands: files of each kind, a code drawn and read, Chinese, several processes."""
    printed(program, "--version", wanted="inspector ")
    printed(program, "--help", "--lang", "zh_CN")
    printed(program, "path", "build", "pages/a", "--as", "share_message", wanted="/pages/a")
    code, tickets, sheet = (folder / name for name in ("code.png", "tickets.jsonl", "out.xlsx"))
    printed(program, "qr", TEXT, "-o", str(code))
    printed(program, "qr", "--read", str(code), wanted=TEXT)
    printed(program, "mint", "--kind", "group_share", "--count", "50", "-o", str(tickets))
    printed(program, "decode", str(tickets), "--format", "json", wanted='"outcome":"opened"')
    printed(program, "reports", str(tickets), "--workers", "2", "-o", str(sheet))
    if not sheet.is_file() or sheet.read_bytes()[:2] != b"PK":
        raise Wrong("reports wrote no spreadsheet")


def printed(program: Sequence[str], *words: str, wanted: str = "") -> None:
    """Run a command, which has to end well and to print what is wanted."""
    ran = subprocess.run(  # noqa: S603
        [*program, *words], capture_output=True, timeout=PATIENCE, check=False
    )
    if ran.returncode or wanted.encode() not in ran.stdout:
        told = (ran.stdout[-TOLD:] + ran.stderr[-TOLD:]).decode("utf-8", errors="replace")
        raise Wrong(f"{' '.join(words)} ended with {ran.returncode}:\n{told}")


def try_window(program: Sequence[str], file: Path, seconds: float) -> None:
    """Open the window with a file; it has to stay open until it is ended."""
    offscreen = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(  # noqa: S603
        [*program, str(file)], env=offscreen, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as started:
        try:
            errors = started.communicate(timeout=seconds)[1]
        except subprocess.TimeoutExpired:
            started.kill()
            return
    told = errors.decode("utf-8", errors="replace")
    raise Wrong(f"the window closed by itself with {started.returncode}:\n{told}")


if __name__ == "__main__":
    main(sys.argv[1:])
