"""A file is replaced whole or not at all."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from inspector.share_paths.atomic_file import write_atomically


def test_a_file_is_made_and_replaced(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    for content in (b"one", b"", b"\xff\x00two"):
        write_atomically(file, content)
        assert file.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are those of POSIX")
def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", b"")
    (tmp_path / "b").write_bytes(b"")
    modes = {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in "ab"}
    assert len(modes) == 1


def test_a_folder_that_lacks_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "none" / "a", b"")
