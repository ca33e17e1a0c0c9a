"""What is remembered between starts. Nothing that was pasted is ever among it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack, suppress
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QByteArray

from inspector.files import HALF_A_FRAME, locked
from inspector.window.state.places import settings_store


class Key(StrEnum):
    """Every setting, by its key in the file."""

    GEOMETRY = "window/geometry"
    WORKSPACE = "window/workspace"
    """`inspect`, `reports` or `share_path`: the one that was shown last."""
    LAYOUT_INSPECT = "layout/inspect"
    LAYOUT_REPORTS = "layout/reports"
    LAYOUT_SHARE_PATH = "layout/share_path"
    LANGUAGE = "window/language"
    """`en`, `zh_CN`, or empty to follow the system."""
    THEME = "window/theme"
    """`light`, `dark`, `contrast`, or empty to follow the system."""
    MORE_FIELDS = "ticket/more_fields"
    """`open` or `closed`: app id, rawData and signature below the three fields."""
    FONT_NOTICE = "window/font_notice"
    """`off` when the hint at a missing Chinese font was dismissed."""
    TARGET = "path/target"
    APP_ID = "path/app_id"
    ENV = "path/env"
    BASE_URL = "path/base_url"
    SHARE_PATH = "path/share_path"
    """The path that was being made when the window was closed, as JSON."""
    RECENT_PATHS = "path/recent"
    """The paths that were made lately, as JSON."""
    ENVIRONMENTS = "path/environments"
    """Named app ids, versions and addresses, as JSON."""
    PROJECT = "path/project_folder"
    ERROR_CORRECTION = "code/error_correction"
    KEYCHAIN = "keys/remember_in_keychain"
    """`true` when the user asked for the system's keychain."""


LAST_PATIENCE: Final = 2.0
"""Seconds to wait for another program when the window closes."""


class Settings:
    """Typed access to the settings file of this user, or of a portable program."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Key, Callable[[str], str]]] = []
        """Changes that another program kept from being written."""
        self._store = settings_store()
        self._keep_private()

    @property
    def file(self) -> Path:
        """Where they are kept."""
        return Path(self._store.fileName())

    @property
    def are_kept(self) -> bool:
        """Whether the file can be written."""
        return self._store.isWritable()

    def text(self, key: Key, default: str = "") -> str:
        """Return a setting as text."""
        value = self._store.value(key.value, default)
        text = value if isinstance(value, str) else default
        for waiting, change in self._waiting:
            text = change(text) if waiting is key else text
        return text

    def state(self, key: Key) -> QByteArray:
        """Return a saved geometry or splitter state; empty when none was saved."""
        value: Any = self._store.value(key.value)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set(self, key: Key, value: str | QByteArray) -> None:
        """Remember a setting."""
        self._store.setValue(key.value, value)

    def amend(self, key: Key, change: Callable[[str], str]) -> None:
        """Change a setting as the file holds it at this moment, and write it at once.

        Several windows may do so at once; none undoes what another did. While another one keeps
        the file for longer than half a frame, the change holds here and is written with the next
        one, or when the window closes.
        """
        self._waiting.append((key, change))
        self._write_waiting(HALF_A_FRAME)

    def _write_waiting(self, patience: float) -> None:
        with ExitStack() as alone:
            try:
                alone.enter_context(locked(self.file, patience))
            except BlockingIOError:
                return
            except OSError:
                pass  # where nothing can be written, nothing is kept anyway
            self._store.sync()
            waiting, self._waiting = self._waiting, []
            for key, change in waiting:
                self._store.setValue(key.value, change(self.text(key)))
            self._store.sync()

    def forget(self, *keys: Key) -> None:
        """Return settings to their defaults."""
        self._waiting = [each for each in self._waiting if each[0] not in keys]
        for key in keys:
            self._store.remove(key.value)

    def flush(self) -> None:
        """Write the file now."""
        if self._waiting:
            self._write_waiting(LAST_PATIENCE)
        self._store.sync()
        self._keep_private()

    def _keep_private(self) -> None:
        """Let nobody but its owner read the file, which Qt would leave readable for all."""
        file = self.file
        with suppress(OSError):  # a folder that cannot be written keeps no settings anyway
            file.parent.mkdir(parents=True, exist_ok=True)
            file.touch(mode=0o600)
            file.chmod(0o600)
