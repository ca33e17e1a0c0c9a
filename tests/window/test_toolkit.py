"""Loading Qt before anything of the window."""

from __future__ import annotations

import subprocess
import sys

from tests.catalogue import PROJECT


def test_imports_after_qt_go_the_way_they_went_before() -> None:
    """Else PySide6 reads the source of each; in a process of its own, for here Qt is loaded."""
    program = (
        "import builtins, linecache, sys; usual = builtins.__import__\n"
        "from inspector.window.toolkit import load_toolkit; load_toolkit()\n"
        "assert 'PySide6.QtWidgets' in sys.modules and builtins.__import__ is usual\n"
        "import inspector.window.theme as late; assert late.__file__ not in linecache.cache\n"
    )
    subprocess.run([sys.executable, "-c", program], cwd=PROJECT, check=True)
