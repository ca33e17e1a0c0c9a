"""Run by a test: a window in a process of its own opens a table, exports it, and ends.

Prints what it shows as JSON, in ASCII. A socket of the network ends it at once.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any, Final

from PySide6.QtWidgets import QLabel

from inspector.share_paths import Options
from inspector.window.app import build_window
from inspector.window.dialogs.history_dialog import HistoryDialog
from tests.window.waiting import wait_until

TABLE: Final = "群聊 报告.csv"
EXPORT: Final = "结果.csv"
"""Names as a file dialog of Qt gives them: in Unicode, whatever the locale."""
FORBIDDEN: Final = 86
"""The status of a program that asked for the network."""


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """End the program where it reaches for the network."""
    is_network = event == "socket.__new__" and arguments[1] not in (1,)  # AF_UNIX
    if is_network or event in ("socket.getaddrinfo", "socket.gethostbyname"):
        sys.stderr.write(f"{event} {arguments}\n")
        sys.stderr.flush()
        os._exit(FORBIDDEN)


def main(folder: str) -> None:
    """Open a table, show its first ticket, export all, keep a path."""
    sys.addaudithook(watch)
    window = build_window(theme="light")
    window.show()
    window.open_files([Path(folder, TABLE)])
    wait_until(lambda: not window.busy and len(window.state.tickets.sheet.tickets) > 1)
    window.show_workspace("inspect")
    wait_until(lambda: not window.busy and window.state.tickets.verdict is not None)
    headline = window.findChild(QLabel, "headlineValue")
    window.export_reports(Path(folder, EXPORT))
    wait_until(lambda: not window.busy)
    window.state.path.set_options(Options("wx0123456789abcdef", "trial"))
    window.state.environments.save("群聊")
    history = HistoryDialog(window.context, window)
    shown = {
        "language": window.context.messages.language,
        "headline": headline.text() if isinstance(headline, QLabel) else None,
        "times": [history.table.model().index(0, 0).data()],
        "environments": [each.name for each in window.state.environments.all],
    }
    sys.stdout.write(json.dumps(shown) + "\n")
    window.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
