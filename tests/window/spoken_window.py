"""A window that opens the ticket given to it once a screen reader has found it."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible

from inspector.window.app import build_window, make_application


def main(text: str) -> int:
    application = make_application()
    window = build_window(language="en", theme="light")
    window.show()
    waiting = QTimer(interval=500)

    def paste() -> None:
        if QAccessible.isActive():
            waiting.stop()
            window.state.tickets.paste_capture(text)

    waiting.timeout.connect(paste)
    waiting.start()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
