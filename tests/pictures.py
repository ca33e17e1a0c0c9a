"""Takes the README's pictures of the real window: `python -m tests.pictures`.

Needs a screen or `QT_QPA_PLATFORM=offscreen`, and a Chinese font.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSettings, QTimer

from inspector import assets
from inspector.share_paths import Options, Parameter, SharePath
from inspector.tickets.cases.samples import samples
from inspector.tickets.ticket import WIRE_NAMES
from inspector.window.app import build_window, make_application
from inspector.window.main_window import MainWindow
from inspector.window.state.undo import Step

SETTLE_MS: Final = 2500
SIZE: Final = (1280, 800)
PICTURES: Final = (("en", "light"), ("zh_CN", "dark"))


class Photographer(QObject):
    """Opens one window after the other and keeps a picture of each."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._waiting = list(PICTURES)
        self._window: MainWindow | None = None

    def next(self) -> None:
        """Open the next window, or end when all pictures are taken."""
        if not self._waiting:
            make_application().quit()
            return
        language, theme = self._waiting[0]
        self._window = build_window(language=language, theme=theme)
        self._window.resize(*SIZE)
        self._fill(self._window)
        self._window.show()
        QTimer.singleShot(SETTLE_MS, self.take)

    def take(self) -> None:
        """Keep the picture of the window shown."""
        language, theme = self._waiting.pop(0)
        if self._window is not None:
            self._window.panels.payload.take_keyboard()  # whoever got it when the window opened
            self._window.grab().save(str(self._folder / f"window-{theme}-{language}.png"))
            self._window.close()
        self.next()

    def _fill(self, window: MainWindow) -> None:
        sample = samples()[0].ticket
        values = {wire: sample.field(wire) for wire in WIRE_NAMES.values()}
        window.state.tickets.paste_capture(
            "\n".join(f"{wire}: {value}" for wire, value in values.items() if value)
        )
        window.state.path.set_options(Options(app_id=sample.app_id))
        window.state.path.set_share_path(
            SharePath(
                "pages/index/index",
                (
                    Parameter("id", "123"),
                    Parameter("from", "群聊"),
                    Parameter("debug", "1", enabled=False),
                ),
            ),
            Step.EDIT_PATH,
        )
        window.state.path.set_target("trial_link")


def main() -> int:
    """Take all pictures into `resources/pictures`."""
    make_application()
    with tempfile.TemporaryDirectory() as home:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, home)
        folder = assets.path("pictures")
        folder.mkdir(exist_ok=True)
        photographer = Photographer(folder)
        QTimer.singleShot(0, photographer.next)
        return make_application().exec()


if __name__ == "__main__":
    sys.exit(main())
