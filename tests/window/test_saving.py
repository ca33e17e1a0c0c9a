"""Files are written whole or not at all."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from inspector.window.saving import write_whole


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "file.md"
    path.write_text("old", encoding="utf-8")
    write_whole(path, "新\n")
    assert path.read_bytes() == "新\n".encode()
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
def test_it_is_for_its_owner_only(tmp_path: Path) -> None:
    write_whole(tmp_path / "file", "secret")
    assert (tmp_path / "file").stat().st_mode & 0o077 == 0


def test_a_text_that_cannot_be_encoded_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write_whole(tmp_path / "file", "\ud800")
    assert list(tmp_path.iterdir()) == []
