"""The package for Debian: named after its machine, whole, without a complaint of Debian's judge."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.catalogue import PROJECT
from tests.packaging.tools import tool

pytestmark = [pytest.mark.long, pytest.mark.timeout(1200)]


def output(*command: str | Path) -> str:
    """Return what a program prints."""
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package of this checkout."""
    pytest.importorskip("PyInstaller")
    for name in ("dpkg-shlibdeps", "objdump"):
        tool(name)
    folder = tmp_path_factory.mktemp("deb")
    subprocess.run(
        [sys.executable, PROJECT / "resources/packaging/deb.py", folder],
        env=os.environ | {"PYTHONPATH": str(PROJECT), "DEBEMAIL": "packages@example.org"},
        check=True,
        capture_output=True,
    )
    (file,) = folder.iterdir()
    return file


def test_it_is_named_after_its_machine(package: Path) -> None:
    name = output("dpkg-deb", "--field", package, "Package").strip()
    architecture = output("dpkg-deb", "--field", package, "Architecture").strip()
    assert architecture == output("dpkg", "--print-architecture").strip()
    assert package.name.startswith(f"{name}_")
    assert package.stem.endswith(f"_{architecture}")


def test_it_needs_what_its_libraries_need(package: Path) -> None:
    needed = output("dpkg-deb", "--field", package, "Depends")
    assert "libc6 (>= " in needed
    assert {"libgl1", "libegl1", "shared-mime-info"} <= set(needed.replace(",", "").split())
    assert "gtk" not in needed


def test_it_holds_all_that_a_desktop_and_a_shell_look_for(package: Path) -> None:
    held = {line.split()[5] for line in output("dpkg-deb", "--contents", package).splitlines()}
    for place in (
        *("bin/inspector", "lib/share-ticket-inspector/inspector", "share/man/man1/inspector.1.gz"),
        *(
            "share/applications/share-ticket-inspector.desktop",
            "share/man/zh_CN/man1/inspector.1.gz",
        ),
        *(
            "share/mime/packages/share-ticket-inspector.xml",
            "share/zsh/vendor-completions/_inspector",
        ),
        "share/icons/hicolor/scalable/apps/share-ticket-inspector.svg",
        "share/bash-completion/completions/inspector",
        "share/fish/vendor_completions.d/inspector.fish",
        "share/doc/share-ticket-inspector/copyright",
    ):
        assert f"./usr/{place}" in held


def test_its_command_works(package: Path, tmp_path: Path) -> None:
    output("dpkg-deb", "--extract", package, tmp_path)
    words = ["path", "build", "pages/a", "--as", "share_message"]
    assert output(tmp_path / "usr/bin/inspector", *words) == "/pages/a\n"


def test_debians_judge_has_no_complaint(package: Path) -> None:
    if sys.base_prefix != "/usr":
        pytest.skip("libraries of a Python that is not Debian's name the folder it was built in")
    ran = subprocess.run(
        [tool("lintian"), "--fail-on", "error,warning", package],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (0, "")
