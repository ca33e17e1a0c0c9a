"""`inspector` and `python -m inspector`: the window alone or with files, else the terminal."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

TITLE: Final = "Share Ticket Inspector"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the inspector and return its exit status."""
    if hasattr(sys, "frozen"):  # a bundle starts its worker processes by starting itself
        import multiprocessing

        multiprocessing.freeze_support()
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments or are_files(arguments):
        return open_window(arguments)
    from inspector.cli import main as terminal

    if sys.stderr is not None:
        return terminal(arguments)
    errors = io.StringIO()  # "Open with" a file that is gone, in a program without a console
    status = terminal(arguments, stderr=errors)
    if status:
        show_obstacle(errors.getvalue().strip().removeprefix("inspector: "))
    return status


def are_files(arguments: Sequence[str]) -> bool:
    """Say whether the arguments name files or folders to open, as "Open with" gives them.

    A command is a command and an option an option, even where a file of its name lies in the
    folder; `./--help` is a file.
    """
    if any(text.startswith("-") or not os.path.exists(text) for text in arguments):  # noqa: PTH110 - a name may hold NUL
        return False
    from pkgutil import iter_modules

    commands = Path(__file__).parent / "cli" / "commands"
    return arguments[0] not in {module.name for module in iter_modules([str(commands)])}


def open_window(files: Sequence[str] = ()) -> int:
    """Open the window with files, or say in one sentence why that cannot be, with status 2."""
    from inspector.messages import Messages
    from inspector.startup import why_no_window

    obstacle = why_no_window(Messages(), os.environ)
    if obstacle:
        show_obstacle(obstacle)
        return 2
    from inspector.window.toolkit import load_toolkit

    load_toolkit()
    from inspector.window.app import run

    return run(files)


def show_obstacle(sentence: str) -> None:
    """Say what keeps the program from its work, in a box where nobody would see stderr."""
    if sys.platform == "win32" and sys.stderr is None:
        import ctypes

        error_icon = 0x10  # MB_ICONERROR
        ctypes.windll.user32.MessageBoxW(None, sentence, TITLE, error_icon)
    elif sys.platform == "darwin" and hasattr(sys, "frozen") and not _has_terminal():
        import subprocess

        script = f'on run all\ndisplay alert "{TITLE}" message (item 1 of all)\nend run'
        command = ["/usr/bin/osascript", "-e", script, sentence]
        subprocess.run(command, check=False)  # noqa: S603
    elif sys.stderr is not None:
        sys.stderr.write(f"inspector: {sentence}\n")


def _has_terminal() -> bool:
    """Say whether somebody reads stderr; what the Finder starts writes it to nobody."""
    return sys.stderr is not None and sys.stderr.isatty()


if __name__ == "__main__":
    sys.exit(main())
