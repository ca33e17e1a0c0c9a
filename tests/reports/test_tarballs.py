"""Tarballs are read as folders and other archives are, from their front and within bounds."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector.reports import Trouble, entries, open_tables, read_rows, tarballs
from tests.cli.running import mint, run

Files = dict[str, bytes]
FORMATS = (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT)


def tarred(files: Files, form: int = tarfile.PAX_FORMAT) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w", format=form) as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return held.getvalue()


def zipped(files: Files) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def lines(count: int) -> tuple[list[str], bytes]:
    made = [mint() for _ in range(count)]
    return [m.encrypted_data for m in made], "\n".join(json.dumps(m.wire) for m in made).encode()


def found(path: Path) -> list[tuple[str, str | None]]:
    return [(row.file, row.ticket.encrypted_data) for row in read_rows(path)]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", ["a.tar", "a.tar.gz", "a.tgz", "capture", "a.tar.gz.gz"])
def test_the_files_in_a_tarball_are_read(tmp_path: Path, name: str, form: int) -> None:
    (one, first), (two, second) = lines(3), lines(2)
    long = "logs/" + "sub/" * 12 + "b.jsonl"
    data = tarred({"./a.jsonl": first, long: second, "./._a.jsonl": b"\0", ".git/x": first}, form)
    for _ in range(2 if name.endswith(".gz.gz") else 1 if name.endswith("gz") else 0):
        data = gzip.compress(data)
    (tmp_path / name).write_bytes(data)
    expected = [(f"{name}/a.jsonl", each) for each in one]
    assert found(tmp_path / name) == [*expected, *((f"{name}/{long}", each) for each in two)]


def test_a_file_of_some_megabytes_is_read(tmp_path: Path) -> None:
    data, text = lines(2)
    (tmp_path / "a.tar").write_bytes(tarred({"a.jsonl": b"\n" * 3_000_000 + text, "b.jsonl": text}))
    assert [each for _, each in found(tmp_path / "a.tar")] == data * 2


WITHIN: dict[str, Callable[[bytes], tuple[str, bytes]]] = {
    "a tarball in a zip": lambda data: ("o.zip", zipped({"x/in.tar": tarred({"a.jsonl": data})})),
    "a packed tarball in a zip": lambda data: (
        "o.zip",
        zipped({"x/in.tgz": gzip.compress(tarred({"a.jsonl": data}))}),
    ),
    "a zip in a tarball": lambda data: ("o.tar", tarred({"in.zip": zipped({"a.jsonl": data})})),
    "a packed file in a tarball": lambda data: (
        "o.tgz",
        gzip.compress(tarred({"a.jsonl.gz": gzip.compress(data)})),
    ),
    "a tarball in a tarball": lambda data: (
        "o.tar",
        tarred({"in.tar.gz": gzip.compress(tarred({"a.jsonl": data}))}),
    ),
}


@pytest.mark.parametrize("way", WITHIN)
def test_archives_within_archives_are_opened(tmp_path: Path, way: str) -> None:
    data, text = lines(3)
    name, packed = WITHIN[way](text)
    (tmp_path / name).write_bytes(packed)
    assert [each for _, each in found(tmp_path / name)] == data
    assert [each for _, each in found(tmp_path)] == data


def test_links_devices_and_names_that_lead_out_are_left_out(tmp_path: Path) -> None:
    data, text = lines(1)
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE,
                     tarfile.DIRTYPE):  # fmt: skip
            member = tarfile.TarInfo(f"x{kind.decode()}")
            member.type, member.linkname = kind, "/etc/passwd"
            archive.addfile(member)
        for name in ("../../up.jsonl", "/root/a.jsonl"):
            member = tarfile.TarInfo(name)
            member.size = len(text)
            archive.addfile(member, io.BytesIO(text))
    (tmp_path / "a.tar").write_bytes(held.getvalue())
    assert found(tmp_path / "a.tar") == [("a.tar/root/a.jsonl", data[0])]
    assert [path.name for path in tmp_path.iterdir()] == ["a.tar"]


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_too_large_for_the_memory_is_read_where_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, packed: bool
) -> None:
    monkeypatch.setattr(entries, "MOST_INNER", 3_000)
    (one, small), (two, large), (three, last) = lines(1), lines(40), lines(1)
    large = gzip.compress(large, 0) if packed else large
    data = tarred({"a.jsonl": small, "b.jsonl": large, "c.jsonl": last})
    (tmp_path / "a.tgz").write_bytes(gzip.compress(data))
    assert [each for _, each in found(tmp_path / "a.tgz")] == [*one, *two, *three]


@pytest.mark.parametrize("cut", [700, 40_000, 100_000])
def test_what_is_cut_off_is_told_and_what_stands_before_is_read(tmp_path: Path, cut: int) -> None:
    data, text = lines(2)
    packed = tarred({"a.jsonl": text, "b.jsonl": lines(500)[1]})
    (tmp_path / "a.tar").write_bytes(packed[:cut])
    rows: list[str | None] = []
    troubles: list[str] = []
    for table in open_tables([tmp_path / "a.tar"]):
        if isinstance(table, Trouble):
            troubles.append(type(table.error).__name__)
        else:
            rows += [row.ticket.encrypted_data for row in table.rows()]
    assert troubles == ["BrokenFile"]
    assert rows == (data if cut > 1_000 else [])


@pytest.mark.parametrize("size", ["one file", "many files"])
def test_what_unpacks_beyond_all_measure_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: str
) -> None:
    monkeypatch.setattr(tarballs, "LEAST_UNPACKED", 1_000_000)
    monkeypatch.setattr(tarballs, "READ_AHEAD", 5_000)
    files = {f"{n}.csv": b"a,b\n" * 500 for n in range(20_000)}
    if size == "one file":
        files = {"a.csv": b"a,b\n" * 10_000_000}
    (tmp_path / "a.tgz").write_bytes(gzip.compress(tarred(files)))
    errors = [t.error for t in open_tables([tmp_path / "a.tgz"]) if isinstance(t, Trouble)]
    assert [type(error).__name__ for error in errors] == ["Swells"]


def test_a_header_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    member = tarfile.TarInfo("x")
    member.type, member.size = tarfile.XHDTYPE, 1 << 33
    file = tmp_path / "a.tar"
    file.write_bytes(member.tobuf() + b"\0" * 10_000)
    (trouble,) = open_tables([file])
    assert isinstance(trouble, Trouble)
    assert type(trouble.error).__name__ == "BrokenFile"


def test_tarballs_are_opened_so_deep_only(tmp_path: Path) -> None:
    data = tarred({"a.csv": b"iv"})
    for _ in range(9):
        data = tarred({"in.tar": data})
    (tmp_path / "a.tar").write_bytes(data)
    (trouble,) = open_tables([tmp_path / "a.tar"])
    assert isinstance(trouble, Trouble)
    assert (trouble.name.count("in.tar"), type(trouble.error).__name__) == (4, "Nested")


def test_the_terminal_reads_a_tarball_of_one_file(tmp_path: Path) -> None:
    file = tmp_path / "a.tar.gz"
    file.write_bytes(gzip.compress(tarred({"in/capture.log": json.dumps(mint().wire).encode()})))
    assert run("decode", str(file)).status == 0
