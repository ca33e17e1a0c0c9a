"""A package for Debian and Ubuntu, made by one command on the machine whose kind it is for.

    python resources/packaging/deb.py FOLDER

writes `share-ticket-inspector_VERSION_ARCHITECTURE.deb`: the bundle of `inspector.spec` without
those libraries that Debian itself has, on whose packages it depends instead.
It wants the extra `bundle` and Debian's `binutils`, `dpkg-dev`, `libpython3-dev`, whose library of
Python goes into the bundle, and `libgtk-3-0`, which brings those libraries of GTK and Wayland whose
packages are looked up. Build it on the oldest system that it shall be installed on; for arm64 that
is one with glibc 2.39 (Debian 13, Ubuntu 24.04), below which there is no PySide6 that is new
enough. Who made it is taken from `DEBFULLNAME` and `DEBEMAIL`.
"""

from __future__ import annotations

import email.utils
import filecmp
import getpass
import gzip
import hashlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import completions
import icons
import manual

from inspector import __version__

HERE: Final = Path(__file__).parent
PROJECT: Final = HERE.parent.parent
NAME: Final = "share-ticket-inspector"
PLACES: Final = {
    f"{NAME}.desktop": f"applications/{NAME}.desktop",
    f"{NAME}.metainfo.xml": f"metainfo/{NAME}.metainfo.xml",
    f"{NAME}.mime.xml": f"mime/packages/{NAME}.xml",
    "lintian-overrides": f"lintian/overrides/{NAME}",
}
"""File of `linux/` -> its place below `/usr/share`."""
MACHINES: Final = {0x3E: "amd64", 0xB7: "arm64"}
"""Machine in the head of a program -> Debian's name; the machines that Qt has wheels for."""
SHOWN_BY_GTK: Final = "libqgtk3.so"
"""What lends the window GNOME's own dialogs; without GTK the window shows Qt's."""
DESCRIPTION: Final = """\
Description: inspector of WeChat mini-program share tickets
 Opens the share tickets of WeChat mini programs (session_key, iv and
 encryptedData) and says exactly why one does not open; decodes whole
 spreadsheets of them, and crafts the share paths that lead to them.
 .
 It has a window and a terminal command, in English and Chinese, and works
 offline.
"""


def main(folder: Path) -> None:
    """Build the package into a folder."""
    os.umask(0o022)
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        work, tree = Path(scratch), Path(scratch) / "tree"
        (tree / "DEBIAN").mkdir(parents=True)
        program = add_bundle(tree / "usr/lib" / NAME, work)
        architecture = architecture_of(program / "inspector")
        add_links(tree / "usr/bin")
        add_shared(tree / "usr/share", work)
        add_documents(tree / "usr/share/doc" / NAME)
        add_control(tree, architecture, dependencies(program, work))
        make_plain(tree, program / "inspector")
        file = folder / f"{NAME}_{__version__}_{architecture}.deb"
        run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, file)


def run(*command: str | Path) -> None:
    """Run a program, which has to end well."""
    subprocess.run(command, check=True)  # noqa: S603


def output(*command: str | Path, folder: Path | None = None) -> str:
    """Return what a program prints."""
    ran = subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603
    return ran.stdout


def add_bundle(program: Path, work: Path) -> Path:
    """Make the bundle, leave Debian's own libraries out, and put it into its place."""
    maker = (sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR")
    run(*maker, "--distpath", work / "dist", "--workpath", work / "made", HERE / "inspector.spec")
    program.parent.mkdir(parents=True)
    shutil.move(work / "dist/inspector", program)
    libraries = output("ldconfig", "-p").splitlines()
    systems = {line.split()[0]: line.split()[-1] for line in reversed(libraries) if "=>" in line}
    for file in (program / "_internal").glob("*.so*"):
        own = systems.get(file.name)
        if file.name.startswith("libpython"):
            continue  # the program's own, looked for nowhere else; the next Debian has another
        if own and not file.is_symlink() and filecmp.cmp(file, own, shallow=False):
            file.unlink()
    return program


def add_links(folder: Path) -> None:
    """Make the command that starts the program."""
    folder.mkdir(parents=True)
    (folder / "inspector").symlink_to(f"../lib/{NAME}/inspector")


def add_shared(share: Path, work: Path) -> None:
    """Add what desktops, shells and `man` look for."""
    for name, place in PLACES.items():
        file = share / place
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(HERE / "linux" / name, file)
    icons.main(work / "icons")
    shutil.copytree(work / "icons/hicolor", share / "icons/hicolor")
    manual.main(share)
    completions.main(share)
    for page in [*share.glob("man/**/*.1")]:
        pack(page)


def add_documents(folder: Path) -> None:
    """Add the licences and Debian's kind of changelog."""
    folder.mkdir(parents=True)
    licence = (PROJECT / "resources/LICENSE.txt").read_text(encoding="utf-8")
    lines = (f" {line or '.'}" for line in licence.rstrip().splitlines())
    begun = (HERE / "linux/copyright").read_text(encoding="utf-8")
    (folder / "copyright").write_text(begun + "\n".join(lines) + "\n", encoding="utf-8")
    made = int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))
    entry = (
        f"{NAME} ({__version__}) unstable; urgency=medium\n\n  * A package of this version.\n\n"
        f" -- {maintainer()}  {email.utils.formatdate(made)}\n"
    )
    changelog = folder / "changelog"
    changelog.write_text(entry, encoding="utf-8")
    pack(changelog)


def maintainer() -> str:
    """Return who makes the package, as Debian's own tools find it."""
    name = os.environ.get("DEBFULLNAME", "The Share Ticket Inspector authors")
    address = os.environ.get("DEBEMAIL") or f"{getpass.getuser()}@{socket.getfqdn()}"
    return f"{name} <{address}>"


def pack(file: Path) -> None:
    """Put a compressed file in the place of a file, the same each time."""
    packed = gzip.compress(file.read_bytes(), 9, mtime=0)
    file.with_name(file.name + ".gz").write_bytes(packed)
    file.unlink()


def dependencies(program: Path, work: Path) -> str:
    """Return the fields that name the packages whose libraries are needed."""
    stanzas = f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n"
    (work / "debian").mkdir()
    (work / "debian/control").write_text(stanzas, encoding="utf-8")
    files = sorted(file for file in program.rglob("*") if is_program(file))
    needed = [f"-e{file}" for file in files if file.name != SHOWN_BY_GTK]
    better = [f"-e{file}" for file in files if file.name == SHOWN_BY_GTK]
    command = [
        "dpkg-shlibdeps",
        "-O",
        "--warnings=0",
        "--ignore-missing-info",
        f"-l{program / '_internal'}",
    ]
    found = output(*command, *needed, "-dRecommends", *better, folder=work)
    fields = dict(line.removeprefix("shlibs:").split("=", 1) for line in found.splitlines())
    depends = f"{fields['Depends']}, shared-mime-info"
    recommends = ", ".join(
        filter(None, [fields.get("Recommends"), "fonts-noto-cjk | fonts-wqy-microhei"])
    )
    return f"Depends: {depends}\nRecommends: {recommends}\n"


def architecture_of(program: Path) -> str:
    """Return Debian's name of the machine that a program is for, whatever machine this one is.

    A Python of another kind than the system's own makes programs of its own kind.
    """
    with program.open("rb") as content:
        head = content.read(20)
    machine = int.from_bytes(head[18:20], "little")
    if head[:4] != b"\x7fELF" or machine not in MACHINES:
        sys.exit(f"{program.name} is for no machine that a package is made for: amd64, arm64.")
    return MACHINES[machine]


def is_program(file: Path) -> bool:
    """Say whether a file is a program or a library."""
    if file.is_symlink() or not file.is_file():
        return False
    with file.open("rb") as content:
        return content.read(4) == b"\x7fELF"


def add_control(tree: Path, architecture: str, needed: str) -> None:
    """Write what the package manager reads."""
    size = sum(file.lstat().st_size for file in contents(tree)) // 1024
    control = (
        f"Package: {NAME}\nVersion: {__version__}\nArchitecture: {architecture}\n"
        f"Maintainer: {maintainer()}\nInstalled-Size: {size}\n{needed}"
        f"Section: devel\nPriority: optional\n{DESCRIPTION}"
    )
    sums = (
        f"{hashlib.md5(file.read_bytes()).hexdigest()}  {file.relative_to(tree)}\n"  # noqa: S324
        for file in contents(tree)
        if not file.is_symlink()
    )
    described = {"control": control, "md5sums": "".join(sums)}
    for name, text in described.items():
        (tree / "DEBIAN" / name).write_text(text, encoding="utf-8")


def contents(tree: Path) -> Iterator[Path]:
    """Give the files that are installed, in order."""
    yield from sorted(file for file in tree.rglob("*") if file.is_symlink() or file.is_file())


def make_plain(tree: Path, program: Path) -> None:
    """Let only the program be run; whoever made them, all read the files."""
    for file in tree.rglob("*"):
        if not file.is_symlink():
            file.chmod(0o755 if file.is_dir() or file == program else 0o644)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
