"""Makes the application and its window; running the loop is the caller's."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from inspector.window.application_wide import application_wide
from inspector.window.faults import faults
from inspector.window.garbage import GarbageOnThisThread
from inspector.window.main_window import MainWindow
from inspector.window.state.settings import Key, Settings
from inspector.window.state.state import State
from inspector.window.worker import LatestCall, workers

SWITCH_SECONDS = 0.0001
"""How long a thread may keep Python's lock when another one asks; ten times less than usual."""
STYLE = "Fusion"
"""The style below the stylesheet, the same on every system."""


def build_window(*, language: str | None = None, theme: str | None = None) -> MainWindow:
    """Return the window, without showing it or running the loop.

    The application is created if there is none. `language` is `en` or `zh_CN`; `theme` is
    `light`, `dark` or `contrast`; None takes what the user chose, else follows the system.
    """
    application = make_application()
    settings = Settings()
    language = language or settings.text(Key.LANGUAGE) or None
    window = MainWindow(State(settings), language, theme or settings.text(Key.THEME) or None)
    open_windows(application).keep(window)
    faults(application).watch()
    return window


class OpenWindows(QObject):
    """Keeps each window until Qt has destroyed it.

    A window that Python alone lets go is garbage in cycles. Collecting it empties the panels
    before Qt destroys them, and Qt still calls the emptied ones meanwhile.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._windows: list[MainWindow] = []

    def keep(self, window: MainWindow) -> None:
        """Hold a window, and let go of those that are destroyed."""
        self._windows = [*filter(isValid, self._windows), window]


def open_windows(application: QApplication) -> OpenWindows:
    """Return the application's keeper of windows."""
    return application_wide(OpenWindows, application)


class Application(QApplication):
    """The application, which hears of files that the system wants to have opened.

    macOS names them so, at the start and later on. Each of several files comes by itself; they
    are told as one, as they would be dropped. (A filter of events would do, too, but it would be
    asked about every event of every widget.)

    Signals:
        files_asked: paths of files to open.
    """

    files_asked = Signal(list)

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(arguments)
        self._files: list[str] = []

    def event(self, event: QEvent) -> bool:
        """Take up files; everything else goes its way."""
        if not isinstance(event, QFileOpenEvent) or not event.file():
            return super().event(event)
        if not self._files:
            QTimer.singleShot(0, self._tell_files)
        self._files.append(event.file())
        return True

    def _tell_files(self) -> None:
        files, self._files = self._files, []
        self.files_asked.emit(files)


def make_application() -> QApplication:
    """Return the running application, or make it, dressed alike."""
    application = QApplication.instance()
    if isinstance(application, Application):
        return application
    if isinstance(application, QApplication):
        application.setStyle(STYLE)
    else:  # by an argument, for what `setStyle` returns would load all that styles can draw
        application = Application([*(sys.argv[:1] or ["inspector"]), f"-style={STYLE}"])
    if sys.platform == "win32":  # else the task bar shows the icon of Python
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID("ShareTicketInspector")
    # Each call from Qt into Python waits for the lock that a worker holds: briefly, please.
    sys.setswitchinterval(SWITCH_SECONDS)
    application.setApplicationName("inspector")
    application.setApplicationDisplayName("Share Ticket Inspector")
    application.setDesktopFileName("share-ticket-inspector")
    return application


def run(files: Sequence[str] = ()) -> int:
    """Open the window with some files and run until it is closed; returns the exit status."""
    application = make_application()
    garbage = GarbageOnThisThread(application)
    window = build_window()
    if isinstance(application, Application):
        application.files_asked.connect(window.open_files)
    window.show()
    loading = LatestCall(_load_the_rest, application)
    QTimer.singleShot(0, loading.start)  # behind the first picture
    if files:
        window.open_files(files)
    status = application.exec()
    workers().wait()
    garbage.stop()
    return status


def _load_the_rest(cancelled: Callable[[], bool]) -> None:
    """Load what the first text will need, while the window already stands there."""
    from inspector import reports  # noqa: F401 - loaded for those who ask later
    from inspector.share_paths import parse
    from inspector.tickets import Ticket, judge, read

    parse("")
    read("session_key=", cancelled=cancelled)
    judge(Ticket(None, None, None), cancelled=cancelled)
