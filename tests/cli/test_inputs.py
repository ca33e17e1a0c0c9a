"""Texts come from files, pipes and devices; none of them keeps people waiting without a word."""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter

from inspector.cli import inputs
from tests.catalogue import PROJECT
from tests.cli.running import ENGLISH, mint, run

pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are those of POSIX")


@pytest.fixture
def fifo(tmp_path: Path) -> Path:
    file = tmp_path / "pipe"
    os.mkfifo(file)
    return file


@contextlib.contextmanager
def decoding(file: Path) -> Iterator[subprocess.Popen[str]]:
    """Run `decode` on a file in a process of its own."""
    command = [sys.executable, "-m", "inspector", "decode", str(file), "--format", "json"]
    with subprocess.Popen(
        command,
        cwd=PROJECT,
        env=os.environ | ENGLISH,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pipes
def test_a_pipe_says_what_it_waits_for_and_reads_what_comes(fifo: Path) -> None:
    ticket = mint()
    with decoding(fifo) as process:
        assert process.stderr is not None
        waited = process.stderr.readline()
        assert waited == f"Waiting for what another program writes to {fifo}.\n"
        fifo.write_text(ticket.json)
        out, err = process.communicate()
        assert '"outcome":"opened"' in out
        assert (process.returncode, err) == (0, "")


@pipes
def test_a_pipe_that_is_written_to_at_once_needs_no_word(fifo: Path) -> None:
    with decoding(fifo) as process:
        fifo.write_text(mint().json)  # returns when the reader is there
        assert process.communicate()[1] == ""
        assert process.returncode == 0


@pipes
def test_a_pipe_that_is_closed_unwritten_holds_no_ticket(fifo: Path) -> None:
    with decoding(fifo) as process:
        fifo.write_bytes(b"")
        assert process.wait() == 2


@pytest.mark.parametrize("through", ["file", "stdin"])
def test_what_never_ends_is_read_up_to_a_limit_that_is_told(
    through: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(inputs, "MOST_BYTES", 1000)
    endless = mint().json.encode() + b"\n" * 1000
    file = tmp_path / "long.log"
    file.write_bytes(endless)
    ran = run("decode", str(file)) if through == "file" else run("decode", "-", stdin=endless)
    assert ran.err.startswith("The text is too long; its end was not read.\n")
    assert ran.status == 0


@pytest.mark.parametrize("command", [("decode",), ("decode", "--session-key")])
def test_a_folder_and_a_missing_file_are_told(command: tuple[str, ...], tmp_path: Path) -> None:
    at = "@" if len(command) > 1 else ""
    for file in (tmp_path, tmp_path / "none", "a\0b"):
        ran = run(*command, f"{at}{file}")
        assert ran.status == 2
        assert ran.err.startswith("inspector: Cannot read ")


def test_a_packed_text_is_unpacked(tmp_path: Path) -> None:
    text = json.dumps(mint().wire)
    packed = tmp_path / "log.txt.gz"
    packed.write_bytes(gzip.compress(text.encode()))
    archive = tmp_path / "one.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as writing:
        writing.writestr("folder/capture.log", text)
    for file in (packed, archive):
        assert run("decode", str(file)).status == 0


def test_what_is_several_files_or_a_table_is_sent_to_where_it_is_read(tmp_path: Path) -> None:
    archive = tmp_path / "two.zip"
    with zipfile.ZipFile(archive, "w") as writing:
        writing.writestr("a.log", "a")
        writing.writestr("b.log", "b")
    table = tmp_path / "table.xlsx"
    with xlsxwriter.Workbook(table) as book:
        book.add_worksheet().write(0, 0, "session_key")
    for file in (archive, table):
        ran = run("decode", str(file))
        assert ran.status == 2
        assert f"inspector reports {file}" in ran.err


@pytest.mark.parametrize("options", [("decode",), ("reports", os.devnull, "--keys")])
def test_a_device_without_an_end_is_no_text(options: tuple[str, ...]) -> None:
    zero = Path("/dev/zero")
    if not zero.exists():
        pytest.skip("no such device here")
    ran = run(*options, str(zero))
    assert ran.status == 2
    assert "neither text nor a spreadsheet" in ran.err


@pytest.mark.parametrize(("name", "coding"), [("a.json.zst", "zstd"), ("a.json.br", "br")])
def test_a_file_in_a_coding_that_cannot_be_opened_is_told(
    tmp_path: Path, name: str, coding: str
) -> None:
    (tmp_path / name).write_bytes(
        b"\x28\xb5\x2f\xfd\x24\x05" if coding == "zstd" else b"\x8b\xff\xfe"
    )
    ran = run("decode", str(tmp_path / name))
    assert ran.status == 2
    assert f"compressed with {coding}" in ran.err


@pytest.mark.parametrize("kept", [3, 30])
def test_a_broken_archive_is_told(tmp_path: Path, kept: int) -> None:
    packed = tmp_path / "log.gz"
    packed.write_bytes(gzip.compress(os.urandom(90))[:kept])
    ran = run("decode", str(packed))
    assert ran.status == 2
    assert "it is damaged" in ran.err


def test_an_archive_whose_sum_is_wrong_is_told(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(mint().json.encode()))
    packed[-8] ^= 1
    file = tmp_path / "log.gz"
    file.write_bytes(packed)
    ran = run("decode", str(file))
    assert ran.status == 2
    assert "it is damaged" in ran.err
