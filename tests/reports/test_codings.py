"""What no Python here can unpack is called by its coding, in an archive, too."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from inspector.reports.codings import shut_coding
from inspector.reports.errors import Compressed
from inspector.reports.files import open_tables
from inspector.reports.table import Trouble

ZSTD = b"\x28\xb5\x2f\xfd\x24\x05"
BROTLI = b"\x8b\x02\x80\xff\xfe\xc3\x28"


def message(headers: str, body: bytes) -> bytes:
    return f"HTTP/1.1 200 OK\r\n{headers}\r\n\r\n".encode() + body


SHUT = {
    "a.json.zst": (ZSTD, "zstd"),
    "renamed.json": (ZSTD, "zstd"),
    "a.json.br": (BROTLI, "br"),
    "1_s.txt": (message("Content-Encoding: br", BROTLI), "br"),
    "2_s.txt": (message("Server: x\r\ncontent-encoding: zstd", ZSTD), "zstd"),
}
READ = {
    "only.by.name.br": b'{"iv": 1}',
    "unpacked.txt": message("Content-Encoding: br", b'{"iv": 1}'),
    "picture.txt": message("Content-Encoding: br\r\nContent-Type: image/png", BROTLI),
    "plain.txt": message("Server: x", BROTLI),
    "a.json": b"",
}


@pytest.mark.parametrize("name", SHUT)
def test_a_coding_that_is_too_new_is_named(name: str) -> None:
    head, coding = SHUT[name]
    assert shut_coding(name, head) == coding


@pytest.mark.parametrize("name", READ)
def test_what_can_be_read_or_is_a_picture_is_not(name: str) -> None:
    assert shut_coding(name, READ[name]) is None


def test_it_is_told_for_each_file_of_an_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.saz", "w") as archive:
        for name, (head, _) in SHUT.items():
            archive.writestr(name, head)
    troubles = list(open_tables([tmp_path / "a.saz"]))
    errors = [trouble.error for trouble in troubles if isinstance(trouble, Trouble)]
    named = [error.values["coding"] for error in errors if isinstance(error, Compressed)]
    assert sorted(map(str, named)) == sorted(coding for _, coding in SHUT.values())
