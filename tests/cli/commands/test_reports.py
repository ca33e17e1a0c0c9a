"""`inspector reports`: one result a row, in order, keys hidden, progress beside the results."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from inspector.cli import progress as told
from tests.cli.running import ENGLISH, Minted, mint, run


@pytest.fixture
def minted() -> list[Minted]:
    return [mint({"openGId": f"G{n}"}) for n in range(4)]


@pytest.fixture
def table(minted: list[Minted], tmp_path: Path) -> Path:
    """A table whose second report has the key of the third."""
    keys = [t.session_key for t in minted]
    keys[1] = keys[2]
    file = tmp_path / "reports.csv"
    with file.open("w", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["user", "session_key", "iv", "encryptedData", "city"])
        for n, (key, t) in enumerate(zip(keys, minted, strict=True)):
            rows.writerow([f"u{n}", key, t.iv, t.encrypted_data, "广州"])
    return file


def test_every_row_gives_a_line_in_order(table: Path, minted: list[Minted]) -> None:
    ran = run("reports", str(table))
    assert ran.status == 1
    assert [r["row"] for r in ran.json] == [2, 3, 4, 5]
    assert [r["columns"]["user"] for r in ran.json] == ["u0", "u1", "u2", "u3"]
    assert [r["outcome"] for r in ran.json] == ["opened", "not_opened", "opened", "opened"]
    assert all(t.session_key.rstrip("=") not in ran.out for t in minted)
    assert ran.err == "4 rows: Opened 3, Not opened 1\n"


def test_keys_of_a_file_are_tried(table: Path, minted: list[Minted], tmp_path: Path) -> None:
    keys = tmp_path / "keys.txt"
    keys.write_text("\n".join(t.session_key for t in minted))
    ran = run("reports", str(table), "--keys", str(keys))
    assert [r["payload"] for r in ran.json] == [{"openGId": f"G{n}"} for n in range(4)]
    assert all(t.session_key.rstrip("=") not in ran.out for t in minted)


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".xlsx"])
def test_results_go_to_a_file(table: Path, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"out{suffix}"
    ran = run("reports", str(table), "-o", str(out))
    assert (ran.status, ran.out) == (1, "")
    assert out.stat().st_size > 200
    if suffix == ".jsonl":
        assert len([json.loads(line) for line in out.read_text().splitlines()]) == 4


def test_secrets_are_shown_on_demand(table: Path, minted: list[Minted]) -> None:
    ran = run("reports", str(table), "--show-secrets")
    assert ran.json[0]["fields"]["session_key"] == minted[0].session_key


def test_all_well_is_status_0(tmp_path: Path, minted: list[Minted]) -> None:
    file = tmp_path / "r.jsonl"
    file.write_text("\n".join(t.json for t in minted))
    assert run("reports", str(file)).status == 0


def test_progress_is_told_beside_the_results(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(told, "SCREEN_SECONDS", 0)
    monkeypatch.setattr(told, "LOG_SECONDS", 0)
    assert "\r2 of 4 rows" in run("reports", str(table), screen=True).err
    ran = run("reports", str(table))
    assert "2 of 4 rows\n" in ran.err
    assert "of 4 rows" not in ran.out


def test_what_cannot_be_done_is_told(table: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "false.xlsx").write_text("no workbook")
    cases = {
        ("missing.csv",): "Cannot read missing.csv",
        (str(tmp_path),): "Cannot read",
        (str(tmp_path / "empty.txt"),): "No row was found",
        (str(tmp_path / "false.xlsx"),): "Cannot read",
        (str(table), "-o", "out.doc"): ".jsonl, .csv or .xlsx",
        (str(table), "-o", str(tmp_path / "no" / "out.csv")): "Cannot write",
        (str(table), "-o", str(tmp_path / "no" / "out.xlsx")): "Cannot write",
        (str(table), "--keys", "missing.txt"): "Cannot read missing.txt",
        (str(table), "--keys", str(tmp_path / "empty.txt")): "No session key was found",
        (): "Missing: FILE",
    }
    for arguments, words in cases.items():
        ran = run("reports", *arguments)
        assert (ran.status, ran.out) == (2, ""), arguments
        assert words in ran.err


def test_chinese(table: Path) -> None:
    ran = run("reports", str(table), environment=ENGLISH | {"LANGUAGE": "zh_CN"})
    assert ran.err.startswith("4 行：")
