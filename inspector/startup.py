"""Whether a window can be opened at all, asked before Qt is loaded.

Qt answers a missing library or display by aborting the process, which no Python code can
catch; so each reason is looked for beforehand and told in a sentence.
"""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from inspector import assets, displays
from inspector.messages import Messages

BROKEN_BELOW: Final = (3, 12)
"""PySide6 6.12.0 drops a reference to None at every call on older Pythons (PYSIDE-3474)."""
BROKEN_TOOLKIT: Final = "6.12.0"


def why_no_window(messages: Messages, environment: Mapping[str, str]) -> str | None:
    """Return what keeps the window from opening and what to do about it; None when nothing."""
    folder = toolkit_folder()
    if folder is None:
        return toolkit_missing(messages)
    refused = toolkit_refused(messages, toolkit_version(folder), sys.version_info[:2])
    if refused or not sys.platform.startswith("linux"):
        return refused
    return libraries_missing(messages, folder, ["window"]) or no_display(
        messages, folder, environment
    )


def toolkit_folder() -> Path | None:
    """Return where PySide6 lies, without loading it; None when it is not installed."""
    spec = find_spec("PySide6")
    places = spec.submodule_search_locations if spec else None
    return Path(next(iter(places))) if places else None


def toolkit_version(folder: Path) -> str:
    """Return PySide6's version as its own package states it, or an empty text."""
    try:
        stated = (folder / "__init__.py").read_text(encoding="utf-8")
    except OSError:
        return ""
    match = re.search(r'^__version__ = "([^"]+)"', stated, re.MULTILINE)
    return match[1] if match else ""


def pip_command(requirement: str) -> str:
    """Return what to type in this system's shell to install something for this Python."""
    words = [sys.executable, "-m", "pip", "install", requirement]
    if sys.platform == "win32":
        return " ".join(f'"{word}"' if set(word) & set(" <>&|^") else word for word in words)
    return shlex.join(words)


def toolkit_missing(messages: Messages) -> str:
    """Return what to install when there is no PySide6."""
    return messages.gettext(
        "The window needs PySide6, which is not installed. Install it with: {command}"
    ).format(command=pip_command(_wanted_toolkit(sys.version_info[:2])))


def toolkit_refused(messages: Messages, version: str, python: tuple[int, int]) -> str | None:
    """Return why this PySide6 cannot be used on this Python; None when it can."""
    if version != BROKEN_TOOLKIT or python >= BROKEN_BELOW:
        return None
    return messages.gettext(
        "PySide6 {version} crashes on Python {python}. Install another one with: {command}"
    ).format(
        version=version,
        python=".".join(map(str, python)),
        command=pip_command(_wanted_toolkit(python)),
    )


def _wanted_toolkit(python: tuple[int, int]) -> str:
    return (
        "PySide6-Essentials>=6.11.3,<6.12"
        if python < BROKEN_BELOW
        else "PySide6-Essentials>=6.11.3"
    )


def no_display(messages: Messages, folder: Path, environment: Mapping[str, str]) -> str | None:
    """Return why no display can be used; None when one answers."""
    platforms = displays.wanted_platforms(environment)
    if not platforms:
        return messages.gettext(
            "There is no display to open a window on. In a terminal, use: inspector decode"
        )
    if all(_unknown_platform(folder, name) for name in platforms):
        return messages.gettext(
            "QT_QPA_PLATFORM names {platform}, which Qt does not have. Leave it unset."
        ).format(platform=", ".join(platforms))
    silent = [name for name in platforms if not displays.answers(name, environment)]
    if silent == platforms:
        return messages.gettext(
            "The display {display} does not answer. In a terminal, use: inspector decode"
        ).format(display=displays.address(platforms[0], environment))
    usable = [name for name in platforms if name not in silent]
    problems = [libraries_missing(messages, folder, [name]) for name in usable]
    return problems[0] if all(problems) else None


def _unknown_platform(folder: Path, platform: str) -> bool:
    """Say whether a wheel of PySide6 is without a platform; a system's own build is not asked."""
    plugins = folder / "Qt/plugins/platforms"
    return plugins.is_dir() and not (plugins / f"libq{platform}.so").exists()


def libraries_missing(
    messages: Messages,
    folder: Path,
    parts: Iterable[str],
    fault: Callable[[str], str | None] = displays.load_fault,
) -> str | None:
    """Return which system libraries and packages are missing; None when Qt's own files load.

    Args:
        messages: The language to speak.
        folder: Where PySide6 lies.
        parts: `window` for the toolkit itself, else names of platforms (`xcb`, `wayland`).
        fault: Loads a library and returns why that failed, or None.
    """
    wanted = assets.table("system_libraries")
    for part in parts:
        file = _file_of(folder, part)
        reason = fault(str(file)) if file.exists() else None
        if reason is not None:
            table: dict[str, str] = wanted["window"] | wanted.get(part, {})
            return _missing_sentence(messages, table, reason, fault)
    return None


def _file_of(folder: Path, part: str) -> Path:
    """Return the file of PySide6's wheel that needs all libraries of a part."""
    if part == "window":
        return folder / "Qt/lib/libQt6Widgets.so.6"
    return folder / f"Qt/plugins/platforms/libq{part}.so"


def _missing_sentence(
    messages: Messages,
    table: Mapping[str, str],
    reason: str,
    fault: Callable[[str], str | None],
) -> str:
    """Name every missing library at once; the loader itself names only the first."""
    missing = [name for name in table if fault(name) is not None]
    named = re.match(r"(lib[\w.+-]+\.so[\w.]*): cannot open", reason)
    if named and named[1] not in table:
        missing.append(named[1])
    if not missing:
        return messages.gettext("Qt cannot be loaded: {reason}").format(reason=reason)
    packages = sorted({table[name] for name in missing if name in table})
    if not packages:
        return messages.gettext(
            "The window needs system libraries that are missing: {libraries}."
        ).format(libraries=", ".join(missing))
    return messages.gettext(
        "The window needs system libraries that are missing: {libraries}. "
        "On Debian or Ubuntu, install them with: {command}"
    ).format(libraries=", ".join(missing), command=install_command(packages))


def install_command(packages: Sequence[str]) -> str:
    """Return the line that installs Debian packages."""
    return f"sudo apt-get install -y {' '.join(packages)}"
