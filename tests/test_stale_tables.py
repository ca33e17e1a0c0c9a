"""The command that holds our tables against a copy of the official documentation."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from inspector import assets
from tests.catalogue import PROJECT

SCENES = {row["scene"]: row["zh"] for row in assets.table("scenes")}


def compare(*folders: Path) -> tuple[int, list[str]]:
    """Run the command; returns its exit status and the lines that it prints, on either stream."""
    command: list[str | Path] = [sys.executable, PROJECT / ".ci/stale_tables.py", *folders]
    environment = os.environ | {"PYTHONPATH": str(PROJECT), "PYTHONIOENCODING": "utf-8"}
    ran = subprocess.run(command, env=environment, capture_output=True, check=False)
    return ran.returncode, (ran.stdout + ran.stderr).decode().splitlines()


def typings(scenes: dict[int, str]) -> str:
    """Return scenes as a comment of typings lists them."""
    rows = "\n".join(f"         * - {scene}: {words};" for scene, words in scenes.items())
    return f"interface Launch {{\n        /** 场景值\n{rows}\n         */\n    scene: number\n}}\n"


def markdown(scenes: dict[int, str]) -> str:
    """Return scenes as a page in Markdown, linked as such pages are."""
    rows = "\n".join(f"| `{scene}` | {words} [详情](a.html) | |" for scene, words in scenes.items())
    return f"# 场景值\n\n| 值 | 说明 | 图 |\n|---|---|---|\n{rows}\n"


def page(scenes: dict[int, str]) -> str:
    """Return scenes as a page in HTML."""
    rows = "".join(
        f"<tr>\n<td style='a'><p>{scene}</p></td> <td>{words.replace('&', '&amp;')}</td></tr>"
        for scene, words in scenes.items()
    )
    return f"<html><table><tr><th>值</th></tr>{rows}</table></html>"


FORMS = pytest.mark.parametrize(
    ("name", "written"), [("wx.d.ts", typings), ("scene.md", markdown), ("场景值.html", page)]
)


@FORMS
def test_scenes_that_are_as_they_were_are_not_stale(
    name: str, written: object, tmp_path: Path
) -> None:
    assert callable(written)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / name).write_text(written(SCENES), encoding="utf-8")
    status, lines = compare(tmp_path)
    told = [line for line in lines if line.startswith("scene ")]
    assert (told, f"Compared: {len(SCENES)} scenes" in lines[-1]) == ([], True)
    assert status == (1 if name.endswith(".d.ts") else 0)  # these typings have no call at all


@FORMS
def test_a_scene_that_is_new_gone_or_reworded_is_told(
    name: str, written: object, tmp_path: Path
) -> None:
    assert callable(written)
    theirs = SCENES | {1007: "另一种说法", 1999: "新的入口"}
    del theirs[1012]
    (tmp_path / name).write_text(written(theirs), encoding="utf-8")
    status, lines = compare(tmp_path)
    others = [
        f"scene 1012 is gone: {SCENES[1012]}",
        f"scene 1007 is worded anew: 另一种说法 (ours: {SCENES[1007]})",
    ]
    assert [line for line in lines if line.startswith("scene ")] == [
        "scene 1999 is new: 新的入口",
        *([] if name.endswith(".d.ts") else others),  # typings list older ones in older words
    ]
    assert status == 1


def test_codes_of_errors_beside_the_scenes_are_no_scenes(tmp_path: Path) -> None:
    errors = "/** 错误码\n * - 1007: 被封禁;\n * - 1998: 没有权限;\n */\n"
    (tmp_path / "wx.d.ts").write_text(errors + typings(SCENES) + errors, encoding="utf-8")
    assert not [line for line in compare(tmp_path)[1] if line.startswith("scene ")]


def test_a_table_of_error_codes_is_no_table_of_scenes(tmp_path: Path) -> None:
    (tmp_path / "errors.md").write_text("| 1001 | busy |\n| 1500 | no right |\n")
    assert compare(tmp_path) == (2, ["Nothing in this folder can be compared with our tables."])


def test_a_call_that_the_typings_have_no_longer_is_told(tmp_path: Path) -> None:
    calls = {
        name.removeprefix("wx.")
        for kind in assets.table("payload_kinds")["kinds"].values()
        for name in kind["apis"]
    }
    lines = [f"{call}(option: Option): void" for call in sorted(calls - {"getWeRunData"})]
    (tmp_path / "wx.d.ts").write_text("\n".join(lines))
    status, told = compare(tmp_path)
    assert (status, told[:-1]) == (1, ["payload kind we_run: the typings have no wx.getWeRunData"])


def test_calls_of_games_are_looked_for_in_the_typings_of_games(tmp_path: Path) -> None:
    (tmp_path / "minigame-api-typings").mkdir()
    (tmp_path / "minigame-api-typings" / "wx.d.ts").write_text(
        "getGameClubData(): void\nrequestMidasFriendPayment(): void\n"
    )
    status, told = compare(tmp_path)
    gone = "payload kind interactive_storage: the typings have no wx.getUserInteractiveStorage"
    assert (status, told[:-1]) == (1, [gone])


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("POST /wxa/getwxacode?access_token= path: 最大 1,024 字节", []),
        ("POST /wxa/getwxacode?access_token= path: 最大 10240 字节", ["1024"]),
        ("POST /wxa/getwxacodenew path: 最大 1024 字节", ["/wxa/getwxacode"]),
    ],
)
def test_a_limit_or_an_address_that_its_page_says_no_longer_is_told(
    text: str, gone: list[str], tmp_path: Path
) -> None:
    (tmp_path / "wxacode.get.html").write_text(f"<p>{text}</p>", encoding="utf-8")
    status, told = compare(tmp_path)
    assert told[:-1] == [f"route code: its page no longer says {each}" for each in gone]
    assert told[-1].startswith("Compared: 0 scenes, 0 payload kinds, 1 routes.")
    assert status == bool(gone)


def test_what_is_no_folder_is_wrong_usage(tmp_path: Path) -> None:
    assert compare(tmp_path / "gone")[0] == compare()[0] == 2
