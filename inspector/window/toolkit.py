"""Loads Qt before anything of the window, as cheaply as it can be loaded."""

from __future__ import annotations

import builtins
import gc


def load_toolkit() -> None:
    """Load PySide6, let imports go the way they went before, and leave collecting to the window.

    PySide6 puts itself before `import`: it reads the source of each module imported from then on,
    in search of `from __feature__ import`. No module of ours has that, and reading some three
    hundred sources takes a fifth of the time until the window is seen.

    What is loaded from here on stays; looking through it for garbage again and again would take
    a tenth. `GarbageOnThisThread` takes collecting over.
    """
    gc.disable()
    usual = builtins.__import__
    import PySide6.QtWidgets  # noqa: F401 - loaded for those who ask later

    builtins.__import__ = usual
