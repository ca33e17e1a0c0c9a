"""What this is, in which version, standing on what."""

from __future__ import annotations

import platform
from importlib import metadata
from typing import Final

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector import __version__, assets
from inspector.window.context import Context
from inspector.window.dialogs.dialog import Dialog
from inspector.window.widgets.text import label

LIBRARIES: Final = ("pycryptodome", "qrcode", "zxing-cpp")


class About(Dialog):
    """Name, version, promise, and the versions that a bug report needs."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        _, theme = context.messages.gettext, context.theme
        super().__init__(_("About"), context, parent)
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        picture = QLabel()
        side = theme.px(48)
        picture.setPixmap(QIcon(str(assets.path("icons", "inspector.svg"))).pixmap(side, side))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.px(8))
        column.addWidget(label(_("Share Ticket Inspector"), "heading"))
        column.addWidget(
            label(
                _(
                    "Opens WeChat mini-program share tickets and crafts the share paths that lead "
                    "to them. It works offline: nothing that you paste is sent, logged or stored."
                ),
                wrap=True,
            )
        )
        column.addWidget(label(versions(), "data", wrap=True, select=True))
        row.addLayout(column, 1)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.buttons.addStretch(1)
        self.close_button()
        self.size_to(460, 240)


def versions() -> str:
    """Return the versions of this program and of what it stands on, one a line."""
    lines = [f"share-ticket-inspector {__version__}"]
    lines.append(f"Python {platform.python_version()}, Qt {qVersion()}")
    lines += [f"{name} {_version(name)}" for name in LIBRARIES]
    return "\n".join(lines)


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "-"
