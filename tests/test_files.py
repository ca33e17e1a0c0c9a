"""A file is replaced whole or not at all, whatever stood there and whatever fails."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector import files
from inspector.files import Unfinished, atomic_stream, locked, require_file, write_atomically
from tests.faulty_disk import STEPS

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions are those of POSIX")


@pytest.fixture(params=["nameless", "named"], autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways to keep what is unfinished, on every system."""
    if request.param == "named":
        monkeypatch.setattr(files, "OPEN_FILES", "/none")


def mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def test_a_file_is_made_and_replaced(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    for content in (b"one", b"", b"\xff\x00two"):
        write_atomically(file, content)
        assert file.read_bytes() == content
    write_atomically(file, iter([b"th", b"ree"]))
    assert file.read_bytes() == b"three"
    assert [each.name for each in tmp_path.iterdir()] == ["a.json"]


def test_a_stream_can_be_sought_in(tmp_path: Path) -> None:
    with atomic_stream(tmp_path / "a") as stream:
        stream.write(b"0123")
        stream.seek(1)
        stream.write(b"x")
        assert not (tmp_path / "a").exists()
    assert (tmp_path / "a").read_bytes() == b"0x23"


@posix
def test_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    write_atomically(tmp_path / "plain", b"")
    write_atomically(tmp_path / "secret", b"", secret=True)
    assert mode(tmp_path / "plain") == mode(tmp_path / "usual")
    assert mode(tmp_path / "secret") == 0o600
    for kept in (0o600, 0o640, 0o664):
        (tmp_path / "usual").chmod(kept)
        write_atomically(tmp_path / "usual", b"")
        write_atomically(tmp_path / "usual", b"", secret=True)
        assert mode(tmp_path / "usual") == kept


@posix
def test_what_is_unfinished_is_the_owners(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    (tmp_path / "a").chmod(0o644)
    for file in ("a", "new"):
        with atomic_stream(tmp_path / file, secret=True) as stream:
            assert stat.S_IMODE(os.fstat(stream.fileno()).st_mode) == 0o600


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    real, link, second = tmp_path / "folder/real", tmp_path / "link", tmp_path / "second"
    link.symlink_to(real)
    second.symlink_to("link")
    for content in (b"made", b"replaced"):
        write_atomically(second, content)
        assert real.read_bytes() == content
    assert link.is_symlink()
    assert second.is_symlink()
    assert sorted(each.name for each in tmp_path.rglob("*")) == ["folder", "link", "real", "second"]


@posix
def test_a_prepared_link_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even somebody who guessed the name of the unfinished file cannot lead it elsewhere."""
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    monkeypatch.setattr("secrets.token_hex", lambda _: "guessed")
    (tmp_path / ".a.guessed").symlink_to(victim)
    with pytest.raises(FileExistsError):
        write_atomically(tmp_path / "a", b"evil")
    assert victim.read_bytes() == b"precious"


@posix
def test_a_loop_of_links_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OSError, match="ymbolic"):
        write_atomically(tmp_path / "a", b"")
    assert (tmp_path / "a").is_symlink()


@posix
def test_a_device_is_written_to_as_it_is() -> None:
    write_atomically(Path(os.devnull), b"x")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_folder_and_a_missing_folder_are_errors(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError):  # noqa: PT011 - IsADirectoryError, PermissionError on Windows
        write_atomically(tmp_path / "folder", b"")
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "none" / "a", b"")


@pytest.mark.parametrize("old", [b"old", None])
def test_an_error_while_writing_leaves_everything_as_it_was(
    tmp_path: Path, old: bytes | None
) -> None:
    file = tmp_path / "a"
    if old is not None:
        file.write_bytes(old)

    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_atomically(file, pieces())
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == (
        {} if old is None else {"a": old}
    )


def run(script: str, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", textwrap.dedent(script), *arguments]
    return subprocess.Popen(command, stderr=subprocess.PIPE, cwd=Path(__file__).parent.parent)


@posix
def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """A limit on the size of files fails as a full disk does, within `write`."""
    file = tmp_path / "a"
    file.write_bytes(b"old")
    script = """
        import resource, sys
        from pathlib import Path
        from inspector.files import write_atomically
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        write_atomically(Path(sys.argv[1]), (b"x" * 1000 for _ in range(1000)))
    """
    process = run(script, str(file))
    error = process.communicate()[1]
    assert process.returncode == 1
    assert b"OSError" in error
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"a": b"old"}


@pytest.mark.skipif(sys.platform != "linux", reason="files without a name are Linux's")
def test_a_kill_leaves_no_piece_behind(tmp_path: Path) -> None:
    script = """
        import os, signal, sys
        from pathlib import Path
        from inspector.files import atomic_stream
        with atomic_stream(Path(sys.argv[1]), secret=True) as stream:
            stream.write(b"x" * 1_000_000)
            stream.flush()
            os.kill(os.getpid(), signal.SIGKILL)
    """
    process = run(script, str(tmp_path / "a"))
    process.communicate()
    assert process.returncode < 0
    assert list(tmp_path.iterdir()) == []


def test_programs_that_write_at_once_never_mix(tmp_path: Path) -> None:
    file = tmp_path / "a"
    write_atomically(file, b"0" * 100_000)
    script = """
        import sys
        from pathlib import Path
        from inspector.files import write_atomically
        for _ in range(30):
            write_atomically(Path(sys.argv[1]), [sys.argv[2].encode() * 1000] * 100)
    """
    writers = [run(script, str(file), letter) for letter in "12"]
    while any(writer.poll() is None for writer in writers):
        content = file.read_bytes()
        assert len(content) == 100_000
        assert len(set(content)) == 1
    assert [writer.communicate()[1] for writer in writers] == [b"", b""]
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_a_lock_keeps_programs_from_overwriting_each_other(tmp_path: Path) -> None:
    file = tmp_path / "count"
    file.write_bytes(b"0")
    script = """
        import sys
        from pathlib import Path
        from inspector.files import locked, write_atomically
        file = Path(sys.argv[1])
        for _ in range(40):
            with locked(file):
                write_atomically(file, str(int(file.read_bytes()) + 1).encode())
    """
    writers = [run(script, str(file)) for _ in range(3)]
    assert [writer.communicate()[1] for writer in writers] == [b""] * 3
    with locked(file):
        assert file.read_bytes() == b"120"


def test_what_is_unfinished_may_take_another_place(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    unfinished = Unfinished(tmp_path / "a", secret=True)
    unfinished.stream.write(b"new")
    unfinished.publish(tmp_path / "a.stopped")
    unfinished.discard()
    assert (tmp_path / "a").read_bytes() == b"old"
    assert (tmp_path / "a.stopped").read_bytes() == b"new"
    unfinished = Unfinished(tmp_path / "a")
    unfinished.stream.write(b"none")
    unfinished.discard()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a", "a.stopped"]


@posix
@pytest.mark.parametrize("step", STEPS)
def test_a_kill_at_any_step_leaves_the_old_file(step: str, tmp_path: Path) -> None:
    """What is left beside it is never more than one file, hidden, whole and its owner's."""
    file = tmp_path / "a"
    file.write_bytes(b"old")
    command = [sys.executable, "-m", "tests.faulty_disk", step, str(file)]
    ended = subprocess.run(command, cwd=Path(__file__).parent.parent, check=False)
    if ended.returncode == 0:
        assert step == "link"  # the folder knows no files without a name
        return
    assert ended.returncode < 0
    assert file.read_bytes() == b"old"
    left = [each for each in tmp_path.iterdir() if each != file]
    assert len(left) <= 1
    assert all(each.name.startswith(".a.") for each in left)


@posix
def test_a_file_is_told_from_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError) as raised:  # noqa: PT011 - the number is looked at
        require_file(pipe)
    assert raised.value.errno == errno.ENXIO
    (tmp_path / "link").symlink_to(pipe)
    with pytest.raises(OSError):  # noqa: PT011
        require_file(tmp_path / "link")
    for other in (tmp_path, tmp_path / "none", Path(__file__)):
        assert require_file(other) == other
