"""Displays of Linux: which one Qt will use, and whether it answers, asked through `ctypes`."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Mapping
from pathlib import Path


def wanted_platforms(environment: Mapping[str, str]) -> list[str]:
    """Return the names of the Qt platforms that will be tried, in order.

    `QT_QPA_PLATFORM` decides where it is set; else Wayland and X11 where they are there.
    """
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if chosen:
        names = (part.split(":")[0].strip() for part in chosen.split(";"))
        return ["wayland" if name.startswith("wayland") else name for name in names if name]
    there = {"wayland": environment.get("WAYLAND_DISPLAY"), "xcb": environment.get("DISPLAY")}
    return [name for name, display in there.items() if display]


def address(platform: str, environment: Mapping[str, str]) -> str:
    """Return the display's address as the environment gives it, such as `:0`."""
    variable = "WAYLAND_DISPLAY" if platform == "wayland" else "DISPLAY"
    return environment.get(variable, "") or platform


def answers(platform: str, environment: Mapping[str, str]) -> bool:
    """Say whether a platform's display takes a connection.

    True where that cannot be asked: a platform without display, or no client library (whose
    absence is told apart, by name).
    """
    display = address(platform, environment).encode()
    if platform == "xcb":
        return _x11_answers(display if environment.get("DISPLAY") else None)
    if platform == "wayland":
        return _wayland_answers(display if environment.get("WAYLAND_DISPLAY") else None)
    return True


def load_fault(library: str) -> str | None:
    """Load a library by name or path; return the loader's words when that fails."""
    try:
        _load(library)
    except OSError as error:
        return str(error)
    return None


def _load(library: str) -> ctypes.CDLL:
    """Load a library by name or path; a bundle's own one goes before the system's.

    Raises:
        OSError: It is not there, or what it needs is not.
    """
    bundled = Path(getattr(sys, "_MEIPASS", "")) / library
    return ctypes.CDLL(str(bundled) if hasattr(sys, "_MEIPASS") and bundled.exists() else library)


def _x11_answers(display: bytes | None) -> bool:
    try:
        xcb = _load("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display, None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed


def _wayland_answers(display: bytes | None) -> bool:
    try:
        wayland = _load("libwayland-client.so.0")
    except OSError:
        return True
    wayland.wl_display_connect.restype = ctypes.c_void_p
    wayland.wl_display_connect.argtypes = [ctypes.c_char_p]
    wayland.wl_display_disconnect.argtypes = [ctypes.c_void_p]
    connection = wayland.wl_display_connect(display)
    if connection:
        wayland.wl_display_disconnect(connection)
    return bool(connection)
