"""`inspector reports`: one result a row, in order, keys hidden, progress beside the results."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from inspector.cli import progress as told
from inspector.reports import errors
from tests.cli.running import ENGLISH, Minted, Ran, mint, run


@pytest.fixture
def minted() -> list[Minted]:
    return [mint({"openGId": f"G{n}"}) for n in range(4)]


@pytest.fixture
def table(minted: list[Minted], tmp_path: Path) -> Path:
    """A table whose second report has a key of its own that is not the data's."""
    keys = [t.session_key for t in minted]
    keys[1] = mint().session_key
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
    assert "4 rows: Decrypted 3, Not decrypted 1\n" in ran.err
    assert "session_key → session_key, iv → iv, encryptedData → encryptedData" in ran.err


def test_keys_of_a_file_are_tried(table: Path, minted: list[Minted], tmp_path: Path) -> None:
    keys = tmp_path / "keys.csv"
    keys.write_text("user,key\n" + "".join(f"k{n},{t.session_key}\n" for n, t in enumerate(minted)))
    ran = run("reports", str(table), "--keys", str(keys))
    assert ran.status == 0
    assert [r["payload"] for r in ran.json] == [{"openGId": f"G{n}"} for n in range(4)]
    assert ran.json[1]["key"] == {"file": "keys.csv", "row": 3, "owner": {"user": "k1"}}
    assert ran.json[0]["key"] is None
    assert all(t.session_key.rstrip("=") not in ran.out for t in minted)
    assert "1 row opened with a key of another place." in ran.err


def test_several_files_of_keys(table: Path, minted: list[Minted], tmp_path: Path) -> None:
    files = [tmp_path / "a", tmp_path / "b"]
    files[0].write_text(mint().session_key)
    files[1].write_text(minted[1].session_key)
    ran = run("reports", str(table), "--keys", str(files[0]), "--keys", str(files[1]))
    assert ran.json[1]["key"]["file"] == "b"


def test_none_fits_is_told(table: Path, tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("\n".join(mint().session_key for _ in range(9)))
    ran = run("reports", str(table), "--keys", str(tmp_path / "keys"))
    messages = [finding["message"] for finding in ran.json[1]["findings"]]
    assert "None of 9 session_keys fits." in messages


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


def test_rows_without_data_are_lines_and_told(tmp_path: Path, minted: list[Minted]) -> None:
    file = tmp_path / "r.csv"
    rows = [",".join(("u", *t.wire.values())) for t in minted]
    file.write_text("\n".join(["user,session_key,iv,encryptedData", *rows[:2], "v,,,", *rows[2:]]))
    ran = run("reports", str(file))
    assert ran.status == 0
    assert [r["outcome"] for r in ran.json] == ["opened"] * 2 + ["no_ticket"] + ["opened"] * 2
    assert "5 rows: Decrypted 4, No ticket 1\n" in ran.err
    assert "No ticket was found in them: 4." in ran.err


def test_the_summary_counts_and_says_what_to_do(tmp_path: Path) -> None:
    made = [mint() for _ in range(9)]
    lines = [t.json for t in made[:5]]
    lines += [json.dumps(t.wire | {"session_key": mint().session_key}) for t in made[5:8]]
    lines += [json.dumps(made[8].wire | {"session_key": None})]
    (tmp_path / "r.jsonl").write_text("\n".join(lines))
    err = run("reports", str(tmp_path / "r.jsonl")).err
    assert "9 rows: Decrypted 5, Not decrypted 3, Incomplete 1" in err
    assert "wrong key" in err
    steps = [line for line in err.splitlines() if "→" in line and "row" in line][-2:]
    assert "3 rows" in steps[0]
    assert "--keys" in steps[0]
    assert "(first in r.jsonl, row 6)" in steps[0]
    assert "1 row:" in steps[1]


def test_the_summary_says_what_would_spare_corrections(tmp_path: Path) -> None:
    marks = [{"timestamp": 1_535_624_932 + n * 20 * 86_400, "appid": f"wx{n}"} for n in range(60)]
    made = [mint({"openGId": f"G{n}", "watermark": mark}) for n, mark in enumerate(marks)]
    rows = [t.wire for t in made[:50]]
    rows += [t.wire | {"iv": t.iv.rstrip("=")} for t in made[50:57]]
    rows += [t.wire | {"session_key": mint().session_key} for t in made[57:]]
    (tmp_path / "r.jsonl").write_text("\n".join(map(json.dumps, rows)))
    (tmp_path / "k.txt").write_text("\n".join(t.session_key for t in made[:58]))
    err = run("reports", str(tmp_path / "r.jsonl"), "--keys", str(tmp_path / "k.txt")).err
    steps = [line.strip() for line in err.splitlines() if "→" in line and "row" in line]
    assert [step.partition(":")[0] for step in steps] == ["→ 2 rows", "→ 7 rows", "→ 1 row"]
    assert "None of 58 session_keys fits." in steps[0]
    assert "corrected" in steps[1]
    assert "(first in r.jsonl, row 51)" in steps[1]
    assert "another session_key" in steps[2]
    assert "By year" in err
    assert "By app" not in err


@pytest.mark.usefixtures("table")
def test_a_folder_passes_its_own_output_over(tmp_path: Path) -> None:
    for _ in range(2):
        ran = run("reports", str(tmp_path), "-o", str(tmp_path / "out.jsonl"))
        assert "4 rows" in ran.err
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 4


def test_a_user_says_what_columns_hold(table: Path, tmp_path: Path) -> None:
    file = tmp_path / "odd.csv"
    file.write_text(table.read_text().replace("encryptedData", "a=b").replace("session_key", "x y"))
    ran = run("reports", str(file), "--columns", '"a=b=encrypteddata",x y=session_key')
    assert [r["outcome"] for r in ran.json] == ["opened", "not_opened", "opened", "opened"]
    assert "x y → session_key" in ran.err


def test_progress_is_told_beside_the_results(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(told, "SCREEN_SECONDS", 0)
    monkeypatch.setattr(told, "LOG_SECONDS", 0)
    assert "\r4 rows" in run("reports", str(table), screen=True).err
    ran = run("reports", str(table))
    assert "100%" in ran.err
    assert "rows/s" not in ran.out


def failed(ran: Ran) -> tuple[int, str]:
    return ran.status, ran.out


def test_what_cannot_be_done_is_told(table: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "false.xlsx").write_text("no workbook")
    (tmp_path / "no").mkdir()
    cases = {
        ("missing.csv",): "Cannot read missing.csv",
        (str(tmp_path / "no"),): "No row was found",
        (str(tmp_path / "empty.txt"),): "No row was found",
        (str(tmp_path / "false.xlsx"),): "damaged, or not what its name says",
        (str(table), "-o", "out.doc"): ".jsonl, .csv or .xlsx",
        (str(table), "-o", str(tmp_path / "none" / "out.csv")): "Cannot write",
        (str(table), "-o", str(tmp_path / "none" / "out.xlsx")): "Cannot write",
        (str(table), "-o", str(table)): "is read; write to another file",
        (str(table), "--keys", "missing.txt"): "Cannot read missing.txt",
        (str(table), "--keys", str(tmp_path / "empty.txt")): "No session_key was found",
        (str(table), "--keys", str(table), "-o", str(table)): "is read",
        (str(table), "--columns", "nope=iv"): "No file has a column nope",
        (str(table), "--columns", "user=secret"): "write NAME=FIELD",
        (str(table), "--workers", "0"): "from 1 on",
        (): "Missing: FILE",
    }
    for arguments, words in cases.items():
        ran = run("reports", *arguments)
        assert failed(ran) == (2, ""), (arguments, ran)
        assert words in ran.err
    assert table.read_text().startswith("user")


def test_one_bad_file_among_others_is_told_and_the_rest_done(table: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK\x03\x04")
    ran = run("reports", str(bad), str(table))
    assert ran.status == 2
    assert len(ran.json) == 4
    assert "bad.xlsx" in ran.err


def test_the_cluster_extra_is_named(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    ran = run("reports", str(table), "--cluster", "tcp://127.0.0.1:1")
    assert failed(ran) == (2, "")
    assert "cluster" in ran.err


def test_chinese(table: Path) -> None:
    ran = run("reports", str(table), environment=ENGLISH | {"LANGUAGE": "zh_CN"})
    assert "4 行：" in ran.err


def test_every_error_has_its_sentence() -> None:
    kinds = [each for each in vars(errors).values() if isinstance(each, type)]
    named = {each.__name__ for each in kinds if issubclass(each, errors.ReportError)}
    assert named - {"ReportError"} == set(errors.SENTENCES)
