"""Loads Qt before anything of the window, as cheaply as it can be loaded."""

from __future__ import annotations

import builtins


def load_toolkit() -> None:
    """Load PySide6, and let every import after it go the way it went before.

    PySide6 puts itself before `import`: it reads the source of each module imported from then on,
    in search of `from __feature__ import`. No module of ours has that, and reading some three
    hundred sources takes a fifth of the time until the window is seen.
    """
    usual = builtins.__import__
    import PySide6.QtWidgets  # noqa: F401 - loaded for those who ask later

    builtins.__import__ = usual
