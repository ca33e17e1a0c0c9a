"""What may be passed on of an exception that nobody expected: never a text that was pasted.

The words of an exception and the values of its frames may hold session keys, so a report tells
only which exception it was, where in our own code it came from, and which versions were there.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from inspector import __version__

ROOM: Final = Path(__file__).parent


def fault_report(error: BaseException) -> str:
    """Return one line, such as `KeyError in inspector/cli/program.py:80 _run (...)`."""
    import platform

    versions = f"inspector {__version__}, Python {platform.python_version()}, {platform.system()}"
    return f"{type(error).__name__} in {_place(error)} ({versions})"


def _place(error: BaseException) -> str:
    """Return the innermost place of our own code that an exception came through."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    for frame in reversed(frames):
        file = Path(frame.filename)
        if file.is_relative_to(ROOM):
            return f"{file.relative_to(ROOM.parent).as_posix()}:{frame.lineno} {frame.name}"
    return "?"
