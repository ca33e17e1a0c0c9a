"""`inspector path`: every form out, every form back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from inspector.share_paths.target import targets
from tests.cli.running import run

BUILD = ("path", "build", "pages/index/index")


def test_a_path_is_printed_alone_on_stdout() -> None:
    ran = run(*BUILD, "-p", "id=123", "-p", "from=群聊 a=b", "--as", "share_message")
    assert ran.status == 0
    assert ran.out == "/pages/index/index?id=123&from=%E7%BE%A4%E8%81%8A%20a%3Db\n"
    assert ran.err  # what using it does


def test_json_gives_text_findings_and_what_it_opens() -> None:
    ran = run(*BUILD, "--as", "plain_scheme", "--app-id", "wx" + "0" * 16, "--format", "json")
    (result,) = ran.json
    assert list(result) == ["text", "findings", "opens", "receives"]
    assert result["text"].startswith("weixin://dl/business/?appid=wx0000000000000000&")
    assert result["opens"]
    assert all(list(f) == ["code", "severity", "field", "message"] for f in result["findings"])


def test_an_error_finding_is_status_1() -> None:
    ran = run(*BUILD, "--as", "plain_scheme")
    assert ran.status == 1
    assert "AppID" in ran.err


@pytest.mark.parametrize("target", [target.name for target in targets()])
def test_every_target_comes_back_or_says_why_not(target: str) -> None:
    given = ("--app-id", "wx" + "1" * 16, "--base-url", "https://example.com/a", "--env", "trial")
    built = run(*BUILD, "-p", "id=1", "--as", target, *given, "--format", "json")
    assert built.status in (0, 1)
    text = built.json[0]["text"]
    back = run("path", "parse", text, "--format", "json")
    assert back.status in (0, 1), back.err
    (result,) = back.json
    assert list(result) == [
        *("page", "parameters", "target", "app_id", "env_version", "scene", "title", "base_url"),
        *("findings", "others"),
    ]
    assert ["id", "1"] in result["parameters"]


def test_a_text_is_taken_apart_for_people_too() -> None:
    ran = run("path", "parse", "-", stdin="/pages/a/b?id=1&name=%E7%BE%A4\n")
    assert ran.status == 0
    assert ran.out.split() == ["pages/a/b", "id", "1", "name", "群"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("path",), "Missing: build|parse"),
        (("path", "build", "p"), "--as"),
        ((*BUILD, "--as", "nowhere"), "nowhere"),
        ((*BUILD, "--as", "share_message", "-p", "novalue"), "'novalue' is not NAME=VALUE"),
        (("path", "build", "/", "--as", "share_message"), "needs a page"),
        (("path", "parse", ""), "No share path"),
    ],
)
def test_wrong_usage_is_status_2_with_a_sentence(arguments: tuple[str, ...], words: str) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("inspector: ")
    assert words in ran.err


APP = "wx0123456789abcdef"
ROWS = 'id,name\n1,红 鞋\n2,"a,b"\n\n'
BLANKS = ("path", "build", "pages/a", "-p", "id=${id}", "-p", "n=${name}")


def test_it_arrives_as_a_code_or_a_link_does() -> None:
    given = (*BUILD, "-p", "id=1", "-p", "n=x", "--as", "compile_mode", "--format", "json")
    (code,) = run(*given, "--like", "code_unlimited").json
    mode = json.loads(code["text"])
    assert (mode["query"], mode["scene"]) == ("scene=id%3D1%26n%3Dx", 1047)
    assert code["receives"] == {
        "path": "pages/index/index",
        "query": {"scene": "id%3D1%26n%3Dx"},
        "scene": 1047,
    }
    base = ("--base-url", "https://example.com/mp")
    (link,) = run(*given, "--like", "ordinary_link", *base).json
    mode = json.loads(link["text"])
    assert mode["query"] == "q=https%3A%2F%2Fexample.com%2Fmp%3Fid%3D1%26n%3Dx"
    assert mode["scene"] == 1011
    (card,) = run(*given, "--like", "share_message").json
    assert json.loads(card["text"])["scene"] == 1044
    trial = run(
        *BUILD, "-p", "id=1", "--as", "trial_link", "--app-id", APP, "--like", "code_unlimited"
    )
    assert "scene%3Did%253D1" in trial.out


@pytest.mark.parametrize(("scene", "written"), [("none", None), ("1007", 1007)])
def test_the_scene_can_be_chosen_or_left_out(scene: str, written: int | None) -> None:
    ran = run(*BUILD, "--as", "compile_mode", "--scene", scene, "--title", "mine")
    assert json.loads(ran.out)["scene"] == written
    assert json.loads(ran.out)["name"] == "mine"
    assert run(*BUILD, "--as", "compile_mode", "--scene", "x").status == 2


def test_a_table_fills_the_blanks_one_text_a_row(tmp_path: Path) -> None:
    table = tmp_path / "rows.csv"
    table.write_text(ROWS, encoding="utf-8-sig")
    ran = run(*BLANKS, "--as", "share_message", "--rows", str(table))
    assert ran.status == 0, ran.err
    assert ran.out == "/pages/a?id=1&n=%E7%BA%A2%20%E9%9E%8B\n/pages/a?id=2&n=a%2Cb\n"
    lines = run(*BLANKS, "--as", "share_message", "--rows", str(table), "--format", "json").json
    assert [line["receives"]["query"]["id"] for line in lines] == ["1", "2"]


def test_a_blank_that_nothing_fills_is_an_error(tmp_path: Path) -> None:
    ran = run(*BLANKS, "--as", "share_message", "--format", "json")
    assert ran.status == 1
    assert [f["code"] for f in ran.json[0]["findings"]] == ["blank_unfilled"] * 2
    (tmp_path / "rows.csv").write_text("id\n1\n")
    missing = run(*BLANKS, "--as", "share_message", "--rows", str(tmp_path / "rows.csv"))
    assert missing.status == 2
    assert "name" in missing.err


@pytest.mark.parametrize("name", ["${id}.png", "codes.svg", "${name}.svg"])
def test_each_row_has_a_picture_with_a_name_of_its_own(tmp_path: Path, name: str) -> None:
    (tmp_path / "rows.csv").write_text(ROWS, encoding="utf-8")
    given = ("--as", "trial_link", "--app-id", APP, "--rows", str(tmp_path / "rows.csv"))
    ran = run(*BLANKS, *given, "-o", str(tmp_path / name))
    assert ran.status == 0, ran.err
    assert len(list(tmp_path.glob("*.[ps][nv]g"))) == 2


def test_the_rows_come_back_with_their_links_and_a_sheet_holds_all_codes(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("id,name\n1,<b>\n2,=1+1\n", encoding="utf-8")
    given = ("--as", "trial_link", "--app-id", APP, "--rows", str(tmp_path / "rows.csv"))
    assert run(*BLANKS, *given, "-o", str(tmp_path / "out.csv")).status == 0
    lines = (tmp_path / "out.csv").read_text("utf-8-sig").splitlines()
    assert lines[0] == "id,name,link,cause"
    assert lines[2].startswith("2,'=1+1,https://open.weixin.qq.com/")
    assert run(*BLANKS, *given, "-o", str(tmp_path / "sheet.html")).status == 0
    sheet = (tmp_path / "sheet.html").read_text("utf-8")
    assert sheet.count("<svg") == 2
    assert "<b>" not in sheet


def test_a_code_that_opens_nothing_is_not_drawn(tmp_path: Path) -> None:
    ran = run(*BUILD, "--as", "share_message", "-o", str(tmp_path / "a.png"))
    assert ran.status == 2
    assert not (tmp_path / "a.png").exists()


def test_a_page_loses_the_html_that_it_never_has() -> None:
    ran = run("path", "build", "pages/a.html", "--as", "share_message", "--format", "json")
    assert ran.json[0]["text"] == "/pages/a"
    assert [f["code"] for f in ran.json[0]["findings"]] == ["html_suffix"]


def test_further_paths_come_along() -> None:
    modes = [{"pathName": "pages/a", "query": "id=1", "scene": None}, {"pathName": "pages/b"}]
    text = json.dumps({"condition": {"miniprogram": {"current": -1, "list": modes}}})
    (result,) = run("path", "parse", text, "--format", "json").json
    assert (result["page"], result["scene"]) == ("pages/a", None)
    (other,) = result["others"]
    assert (other["page"], other["target"], other["others"]) == ("pages/b", "compile_mode", [])


def test_a_request_is_printed_as_a_command_or_as_code(tmp_path: Path) -> None:
    ran = run(*BUILD, "-p", "id=1&2", "--as", "scheme", "--code", "cmd")
    assert ran.status == 0
    assert ran.out.startswith('curl -X POST "https://api.weixin.qq.com/wxa/generatescheme')
    (tmp_path / "t.csv").write_text("id\n7\n8\n")
    rows = ("--rows", str(tmp_path / "t.csv"))
    ran = run(*BUILD, "-p", "id=${id}", "--as", "scheme", "--code", "wechatpy", *rows)
    assert ran.out.count("client.post(") == 2
    assert '"query": "id=8"' in ran.out
    ran = run(*BUILD, "--as", "trial_link", "--code", "sh")
    assert (ran.status, ran.out) == (2, "")
    assert "no request" in ran.err


def test_the_modes_of_a_project_are_listed(tmp_path: Path) -> None:
    modes = [
        {"name": "详情", "pathName": "pages/a/b", "query": "id=1&n=%E7%BE%A4", "scene": 1044},
        {"name": "", "pathName": "pages/c", "query": "", "scene": None},
    ]
    config = {"appid": "wx" + "1" * 16, "condition": {"miniprogram": {"list": modes}}}
    assert run("path", "modes", str(tmp_path)).status == 2
    (tmp_path / "app.json").write_text('{"pages": ["pages/a/b", "pages/c"]}')
    ran = run("path", "modes", str(tmp_path))
    assert (ran.status, ran.out) == (2, "")
    (tmp_path / "project.config.json").write_text(json.dumps(config), encoding="utf-8")
    ran = run("path", "modes", str(tmp_path))
    assert ran.out == "详情       1044  pages/a/b?id=1&n=%E7%BE%A4\npages/c     -  pages/c\n"
    ran = run("path", "modes", str(tmp_path), "--format", "json")
    assert ran.json[0] == {
        "name": "详情",
        "page": "pages/a/b",
        "query": "id=1&n=%E7%BE%A4",
        "parameters": [["id", "1"], ["n", "群"]],
        "scene": 1044,
    }
    assert (ran.json[1]["name"], ran.json[1]["scene"]) == ("pages/c", None)
