"""Files that the terminal writes: whole or not at all, links and permissions kept."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.catalogue import PROJECT
from tests.cli.running import ENGLISH, run

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions are those of POSIX")
Command = tuple[str, ...]
COMMANDS: dict[str, Command] = {
    "tickets.jsonl": ("mint", "--count", "3", "-o"),
    "result.json": ("mint", "--form", "client", "-o"),
    "code.svg": ("qr", "text", "-o"),
    "code.png": ("qr", "text", "-o"),
}
"""Name of a file -> what writes it."""
SECRET = {"tickets.jsonl"}
"""Those that hold session keys."""

each = pytest.mark.parametrize("name", COMMANDS)


@posix
@each
def test_who_may_read_it(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    assert run(*COMMANDS[name], str(file)).status == 0
    (tmp_path / "usual").touch()
    usual = stat.S_IMODE((tmp_path / "usual").stat().st_mode)
    assert stat.S_IMODE(file.stat().st_mode) == (0o600 if name in SECRET else usual)
    for mode in (0o600, 0o644):
        file.chmod(mode)
        assert run(*COMMANDS[name], str(file)).status == 0
        assert stat.S_IMODE(file.stat().st_mode) == mode


@posix
@each
def test_a_link_is_written_through(name: str, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    real, link = tmp_path / "elsewhere" / name, tmp_path / name
    real.write_bytes(b"old")
    link.symlink_to(real)
    assert run(*COMMANDS[name], str(link)).status == 0
    assert link.is_symlink()
    assert real.read_bytes() != b"old"
    assert sorted(f.name for f in tmp_path.rglob("*")) == sorted(["elsewhere", name, name])


@posix
@each
def test_a_full_disk_leaves_the_old_file(name: str, tmp_path: Path) -> None:
    """A limit on the size of files fails as a full disk does, within `write`."""
    file = tmp_path / name
    file.write_bytes(b"old")
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (50, 50)); "
        "from inspector.__main__ import main; sys.exit(main(sys.argv[1:]))"
    )
    ended = subprocess.run(
        [sys.executable, "-B", "-c", limited, *COMMANDS[name], str(file)],
        cwd=PROJECT,
        env=os.environ | ENGLISH,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    assert ended.stderr.splitlines()[-1] == f"inspector: Cannot write {file}: File too large"
    assert {f.name: f.read_bytes() for f in tmp_path.iterdir()} == {name: b"old"}


@pytest.fixture
def read_only() -> Iterator[Path]:
    """Give a folder in which nothing can be made; root is somebody else meanwhile."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "code.svg").write_bytes(b"old")
        for file, mode in ((folder / "code.svg", 0o444), (folder, 0o555)):
            file.chmod(mode)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        try:
            if not os.access(PROJECT / "resources", os.R_OK | os.X_OK, effective_ids=True):
                pytest.skip("the checkout lies where only root may look, and root is needed here")
            yield folder
        finally:
            if root:
                os.seteuid(0)
            folder.chmod(0o755)


@posix
@each
def test_a_read_only_folder_is_told(
    name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    assert run(*COMMANDS[name], str(tmp_path / name)).status == 0  # everything is loaded
    folder: Path = request.getfixturevalue("read_only")
    ran = run(*COMMANDS[name], str(folder / name))
    assert ran.status == 2
    assert f"inspector: Cannot write {folder / name}: Permission denied\n" in ran.err
    assert [f.name for f in folder.iterdir()] == ["code.svg"]
    assert (folder / "code.svg").read_bytes() == b"old"


def failing_disk(_: int) -> None:
    raise OSError(5, "Input/output error")


@each
def test_a_disk_that_fails_at_the_last_moment_leaves_the_old_file(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / name
    file.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", failing_disk)
    ran = run(*COMMANDS[name], str(file))
    assert ran.status == 2
    assert "Input/output error" in ran.err
    assert {f.name: f.read_bytes() for f in tmp_path.iterdir()} == {name: b"old"}


def test_a_fault_while_minting_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "tickets.jsonl"
    file.write_bytes(b"old")

    def broken(*_: object) -> Iterator[str]:
        yield "half"
        raise ValueError

    monkeypatch.setattr("inspector.tickets.minting.forms.FORMS", {"jsonl": broken})
    assert run("mint", "--form", "jsonl", "-o", str(file)).status == 2
    assert {f.name: f.read_bytes() for f in tmp_path.iterdir()} == {file.name: b"old"}
