"""Sessions that a proxy saved as they were sent, and files packed more than once."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector.reports import http_messages
from inspector.reports.entries import entries
from tests.tickets.capture.capture_forms import mint


def chunked(body: bytes) -> bytes:
    pieces = [body[at : at + 37] for at in range(0, len(body), 37)]
    sized = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)
    return sized + b"0\r\n\r\n"


CODINGS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("Content-Encoding: gzip", gzip.compress),
    "deflate": ("Content-Encoding: deflate", zlib.compress),
    "bare deflate": ("content-encoding: deflate", lambda body: zlib.compress(body)[2:-4]),
    "chunks": ("Transfer-Encoding: chunked", chunked),
    "chunks of gzip": (
        "Content-Encoding: gzip\r\nTransfer-Encoding: chunked",
        lambda body: chunked(gzip.compress(body)),
    ),
    "nothing": ("Server: x", bytes),
}
STARTS = ("HTTP/1.1 200 OK", "POST https://x.example/a HTTP/1.1")


def message(start: str, headers: str, body: bytes) -> bytes:
    return f"{start}\r\nHost: x\r\n{headers}\r\n\r\n".encode() + body


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("coding", CODINGS)
def test_the_body_is_put_together_and_unpacked(coding: str, start: str) -> None:
    headers, pack = CODINGS[coding]
    body = mint().data.encode()
    sent = message(start, headers, pack(body))
    assert http_messages.is_message(sent[:100])
    assert http_messages.plain(sent).partition(b"\r\n\r\n")[2] == body


def test_a_body_that_is_broken_stays_as_it_is() -> None:
    sent = message(STARTS[0], "Content-Encoding: gzip", b"\xff\xfe no gzip")
    assert http_messages.plain(sent) == sent
    assert not http_messages.is_message(b'{"session_key": 1}')


def test_a_bomb_is_unpacked_in_part_only() -> None:
    bomb = gzip.compress(bytes(30_000_000))
    assert len(http_messages.plain(message(STARTS[0], "Content-Encoding: gzip", bomb))) < 2_000_000


def test_a_session_in_an_archive_is_read_unpacked(tmp_path: Path) -> None:
    body = mint().data.encode()
    with zipfile.ZipFile(tmp_path / "a.saz", "w") as archive:
        sent = message(STARTS[0], "Content-Encoding: gzip", gzip.compress(body))
        archive.writestr("raw/1_s.txt", sent)
    (entry,) = entries([tmp_path / "a.saz"])
    stream, raw = entry.open()
    with raw, stream:
        assert stream.read().endswith(body)


def test_a_file_packed_twice_is_unpacked_twice(tmp_path: Path) -> None:
    file = tmp_path / "a.csv.gz.gz"
    file.write_bytes(gzip.compress(gzip.compress(b"iv,session_key")))
    (entry,) = entries([file])
    assert entry.suffix == ".csv"
    stream, raw = entry.open()
    with raw, stream:
        assert stream.read() == b"iv,session_key"
