"""Run by a test: draws codes in the window at this process's scale factor and reads them back."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPixmap

from inspector.share_paths import Options
from inspector.window.app import build_window
from inspector.window.main_window import MainWindow
from inspector.window.qr_panel.qr_view import QrView
from tests.qr.reading import texts_in
from tests.window.waiting import wait_until

PATHS = ("/pages/a", "/pages/index/index?id=123&from=%E7%BE%A4%E8%81%8A", "/pages/a?v=" + "x" * 150)


def read_back(window: MainWindow, path: str) -> bool:
    """Draw a path's code in the window and read it from the window's pixels.

    A new code may want another size, for which the panels are laid out a little later.
    """
    view = window.findChild(QrView, "qrView")
    assert isinstance(view, QrView)
    window.state.path.take_text(path)
    wait_until(lambda: view.code is not None and view.code.text == window.state.path.link.text)

    def is_read() -> bool:
        picture: QPixmap = window.grab()
        return texts_in(picture.toImage()) == [window.state.path.link.text]

    wait_until(is_read)
    return is_read()


def main() -> int:
    """Print one line a theme."""
    good = True
    for theme in ("light", "dark"):
        window = build_window(language="en", theme=theme)
        window.resize(1280, 800)
        window.show()
        window.state.path.set_target("trial_link")
        window.state.path.set_options(Options("wx0123456789abcdef"))
        all_read = all(read_back(window, path) for path in PATHS)
        good = good and all_read
        ratio = f"{window.devicePixelRatioF():g}"
        sys.stdout.write(f"{theme} {ratio} {'good' if all_read else 'bad'}\n")
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
