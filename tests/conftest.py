"""What every test stands on: offscreen, isolated settings, no network, nothing left running.

Warnings and Qt messages fail a test through `[tool.pytest.ini_options]`; an exception in a
slot through pytest-qt.
"""

from __future__ import annotations

import gc
import logging
import os
import random
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

from tests.catalogue import compile_if_private
from tests.leaks import Births, leaks, recording

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANGUAGE"] = "en"

# A slow machine is no fault, and no run depends on an earlier one: an example that failed once
# is written down as an `@example` of its test. Where CI is set, Hypothesis draws the same
# examples in every run; elsewhere new ones, which `print_blob` repeats.
settings.register_profile(
    "project", settings.default, deadline=None, database=None, print_blob=True
)
settings.load_profile("project")

ZONES = (
    "UTC",
    "Asia/Shanghai",
    "Asia/Kathmandu",
    "Europe/London",
    "America/St_Johns",
    "Australia/Lord_Howe",
)
HOME_VARIABLES = (
    "HOME",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_CACHE_HOME",
    "XDG_STATE_HOME",
)


@pytest.fixture(autouse=True)
def isolated_home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Settings, caches and case files of a test land in a folder of its own."""
    home = tmp_path_factory.mktemp("home")
    for name in HOME_VARIABLES:
        monkeypatch.setenv(name, str(home))
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QSettings, QStandardPaths

        QStandardPaths.setTestModeEnabled(True)
        for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(form, QSettings.Scope.UserScope, str(home))
    return home


@pytest.fixture(params=ZONES)
def zone(request: pytest.FixtureRequest) -> Iterator[str]:
    """This machine stands in one zone after the other."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system cannot change its zone")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield request.param
    time.tzset()


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """The inspector works offline: a connection to anywhere is a failure."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        if self.family == getattr(socket, "AF_UNIX", None):
            return connect(self, address)  # how worker processes and the display are reached
        message = f"the inspector opened a network connection to {address}"
        raise AssertionError(message)

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(autouse=True)
def repeatable_chance(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fresh keys come from the seed that the run prints: `--randomly-seed=N` repeats them."""
    seed = request.config.getoption("randomly_seed", default=None)
    if seed is not None:
        chance = random.Random(f"{seed} {request.node.nodeid}")
        monkeypatch.setattr(os, "urandom", chance.randbytes)
        monkeypatch.setattr(random, "_urandom", chance.randbytes)  # what `secrets` draws from


class PatientQtBot(QtBot):
    """Waits half a minute for what a person would see: a busy machine is no fault."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 30_000) -> None:  # noqa: N802 - pytest-qt's name
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:  # noqa: ARG001 - made first
    """pytest-qt's own, more patient."""
    return PatientQtBot(request)


@pytest.fixture(autouse=True)
def garbage_on_this_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """No pool thread collects what Qt made, as `inspector/window/garbage.py` has it in a window.

    What a test leaves is collected after it.
    """
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def chinese_catalogue() -> None:
    """Compile the Chinese sentences where only their source lies."""
    compile_if_private()


@pytest.fixture(scope="session")
def births() -> Iterator[Births]:
    """Where each thread, timer and pool job of this run comes from."""
    births = Births()
    with recording(births):
        yield births


@pytest.fixture(autouse=True)
def nothing_left_running(births: Births) -> Iterator[None]:
    """A thread, process, pool job or timer that outlives its test fails it, with its place."""
    threads_before = set(threading.enumerate())
    yield
    _delete_what_was_deleted_later()
    left = leaks(births, threads_before)
    if left:
        pytest.fail("Left running: " + "; ".join(left), pytrace=False)


def _delete_what_was_deleted_later() -> None:
    """Carry out `deleteLater()`, which needs an event loop otherwise."""
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def no_warning_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A record of WARNING or worse on any logger fails the test."""
    yield
    loud = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    if loud:
        pytest.fail(f"Logged: {'; '.join(record.getMessage() for record in loud)}", pytrace=False)


@pytest.fixture(scope="session")
def vectors() -> Path:
    """The folder of known answers."""
    return Path(__file__).parent / "vectors"
