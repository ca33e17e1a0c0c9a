"""The terminal face. No Qt.

Each file of `commands/` is one command, found by its name; `main` runs the one asked for.
"""

from inspector.cli.program import main

__all__ = ["main"]
