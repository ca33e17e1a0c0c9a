"""`inspector` and `python -m inspector`: the window without arguments, the terminal with."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the inspector and return its exit status."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments:
        from inspector.cli import main as terminal

        return terminal(arguments)
    return open_window()


def open_window() -> int:
    """Open the window, or say in one sentence why that cannot be, with status 2."""
    from inspector.messages import Messages
    from inspector.startup import why_no_window

    obstacle = why_no_window(Messages(), os.environ)
    if obstacle:
        sys.stderr.write(f"inspector: {obstacle}\n")
        return 2
    from inspector.window.app import run

    return run()


if __name__ == "__main__":
    sys.exit(main())
