"""An installer for Windows, made from the bundle by one command, on Windows or on Linux.

    python resources/packaging/installer.py dist/inspector FOLDER

packs the bundle that `inspector.spec` made on Windows into `share-ticket-inspector-VERSION.exe`.
It wants NSIS (`makensis`; Debian's package `nsis`). What it installs it installs for one user; the
programs are offered by "Open with", and become the default of no type of file. The path of
programs stays as it is: NSIS would cut a long one off.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Final

import icons
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from inspector import __version__

SCRIPT: Final = Path(__file__).parent / "windows/installer.nsi"
PROGRAMS: Final = ("Share Ticket Inspector.exe", "inspector.exe")
"""What a bundle for Windows holds: the window, and the commands of the terminal."""
OPENED: Final = ("json", "jsonl", "har", "csv", "xlsx", "txt", "log")
"""Types of files that a desktop offers to open with the inspector."""
TARGET: Final = "x86-unicode" if sys.platform == "win32" else "amd64-unicode"
"""Kind of program that the installer is. NSIS itself has only the first, Debian's both."""


def main(bundle: Path, folder: Path) -> None:
    """Write the installer into a folder."""
    if missing := [name for name in PROGRAMS if not (bundle / name).is_file()]:
        sys.exit(f"{bundle} is no bundle for Windows: {missing[0]} is missing.")
    files = sorted(file for file in bundle.rglob("*") if file.is_file())
    names = [PurePosixPath(file.relative_to(bundle).as_posix()) for file in files]
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        icons.main(Path(scratch))
        defined = {
            "TARGET": TARGET,
            "VERSION": __version__,
            "OUTPUT": (folder / f"share-ticket-inspector-{__version__}.exe").absolute(),
            "ICON": Path(scratch) / "inspector.ico",
            "SIDE": side_picture(Path(scratch) / "side.bmp"),
            "KILOBYTES": sum(file.stat().st_size for file in files) // 1024,
            "FILES": written(Path(scratch) / "files.nsh", added(bundle.absolute(), names)),
            "REMOVED": written(Path(scratch) / "removed.nsh", removed(names)),
            "TYPES": written(Path(scratch) / "types.nsh", offered(OPENED)),
        }
        words = [f"-D{name}={value}" for name, value in defined.items()]
        command = [makensis(), "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words, str(SCRIPT)]
        subprocess.run(command, check=True)  # noqa: S603


def side_picture(file: Path) -> Path:
    """Draw what stands at the left of the last page, in the size that NSIS asks for."""
    picture = QImage(164, 314, QImage.Format.Format_RGB888)
    picture.fill(QColor("#EAF3EE"))
    painter = QPainter(picture)
    QSvgRenderer(str(icons.DRAWING)).render(painter, QRectF(42, 52, 80, 80))
    painter.end()
    picture.save(str(file))
    return file


def makensis() -> str:
    """Return where NSIS lies, which its own installer puts on no path."""
    own = Path(os.environ.get("PROGRAMFILES(X86)", ""), "NSIS/makensis.exe")
    found = shutil.which("makensis") or (str(own) if own.is_file() else None)
    return found or sys.exit("NSIS is missing: https://nsis.sourceforge.io, or Debian's `nsis`.")


def written(file: Path, lines: Iterable[str]) -> Path:
    """Write lines of NSIS into a file."""
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return file


def added(bundle: Path, names: Iterable[PurePosixPath]) -> Iterator[str]:
    """Give the lines that put the files of a bundle below `$INSTDIR`."""
    for name in names:
        yield f"SetOutPath {place(name.parent)}"
        # Where a file comes from is no text of NSIS: a dollar stands for itself.
        yield f"File {quoted(f'/oname={name.name}')} `{bundle / name}`"


def removed(names: Iterable[PurePosixPath]) -> Iterator[str]:
    """Give the lines that take just these files away, and their folders where nothing is left."""
    folders: set[PurePosixPath] = set()
    for name in names:
        yield f"Delete {place(name)}"
        folders.update(name.parents)
    folders.discard(PurePosixPath())
    for folder in sorted(folders, key=by_depth, reverse=True):
        yield f"RMDir {place(folder)}"


def by_depth(folder: PurePosixPath) -> tuple[int, PurePosixPath]:
    """Return what brings a folder before those that it holds."""
    return len(folder.parts), folder


def offered(types: Iterable[str]) -> Iterator[str]:
    """Give the lines that make "Open with" offer the program for some types of files."""
    for kind in types:
        yield f'WriteRegStr HKCU "${{OFFERED}}\\SupportedTypes" ".{kind}" ""'


def place(name: PurePosixPath) -> str:
    """Return where a file or folder of the bundle is installed, as a word of NSIS."""
    return quoted("\\".join(name.parts), before="$INSTDIR\\" if name.parts else "$INSTDIR")


def quoted(value: object, before: str = "") -> str:
    """Return a text as one word of NSIS, which stands for itself; `before` is taken as it is."""
    return f"`{before}{str(value).replace('$', '$$')}`"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
