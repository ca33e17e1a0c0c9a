"""A compile mode is added; every other byte of the file stays."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.share_paths import Options, SharePath, parse
from inspector.share_paths.devtools import (
    FILE_NAME,
    ConfigError,
    add_compile_mode,
    text_with_mode,
)
from inspector.share_paths.link import NO_SCENE

SHARE_PATH = SharePath("pages/index/index", [("id", "123"), ("from", "群聊")])
ITEM: dict[str, Any] = {"name": "新", "pathName": "pages/b", "query": "x=1", "scene": 1044}
REAL_SHAPED = """\
{
    "description": "项目私有配置文件。此文件中的内容将覆盖 project.config.json 中的相同字段。",
    "projectname": "demo\\/shop",
    "setting": {"compileHotReLoad": true,   "big": 12345678901234567890, "exp": 1E2},
    "condition": {
        "miniprogram": {
            "list": [
                {
                    "name": "a",
                    "pathName": "pages/a",
                    "query": "",
                    "scene": null,
                    "launchMode": "default"
                }
            ]
        }
    },
    "libVersion": "3.7.8"
}
"""


def modes(text: str) -> list[Any]:
    found = json.loads(text.removeprefix("\ufeff"))["condition"]["miniprogram"]["list"]
    assert isinstance(found, list)
    return found


def added(text: str) -> str:
    changed = text_with_mode(text, ITEM)
    assert changed is not None
    return changed


def assert_rest_is_untouched(before: str, after: str) -> None:
    """What was added is one run of characters; around it stands the old text."""
    pairs = zip(before, after, strict=False)
    same = next((at for at, (old, new) in enumerate(pairs) if old != new), len(before))
    assert after.endswith(before[same:])


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["", "\n", "\n\n"])
@pytest.mark.parametrize("indent", ["  ", "    ", "\t"])
def test_a_real_shaped_file_keeps_every_byte(
    mark: str, ending: str, last: str, indent: str
) -> None:
    text = REAL_SHAPED.rstrip("\n").replace("    ", indent) + last
    before = mark + text.replace("\n", ending)
    after = added(before)
    assert_rest_is_untouched(before, after)
    assert modes(after) == [*modes(before), ITEM]
    assert after.replace("\r\n", "").count("\r") == 0
    if ending == "\r\n":
        assert after.count("\n") == after.count("\r\n")


def test_the_addition_takes_on_the_style_around_it() -> None:
    after = added(REAL_SHAPED)
    start = after.index('"launchMode": "default"')
    assert after[start:].startswith(
        '"launchMode": "default"\n'
        "                },\n"
        "                {\n"
        '                    "name": "新",\n'
        '                    "pathName": "pages/b",\n'
    )


@pytest.mark.parametrize(
    "before",
    [
        "{}",
        "{ }\n",
        "{\n}\n",
        '{"a":1}',
        '{"a": 1}\n',
        '{\n  "setting": {}\n}\n',
        '{\n  "condition": {}\n}',
        '{\n\t"condition": {"game": {"list": []}}\n}',
        '{"condition":{"miniprogram":{}}}',
        '{"condition": {"miniprogram": {"current": 0, "list": []}}}',
        '{"condition":{"miniprogram":{"list":[{"name":"a"}]}}}',
        '{\n  "condition": {\n    "miniprogram": {\n      "list": [\n      ]\n    }\n  }\n}\n',
        '{"condition": {"miniprogram": {"list": [1, 2]}}, "condition2": {"list": []}}',
        '{"condition": 5, "condition": {"miniprogram": {"list": []}}}',
        '{"a": "}]\\"{[", "condition": {"miniprogram": {"list": [\n\n    {"x": [{}]}\n\n]}}}',
    ],
)
def test_whatever_lacks_is_made(before: str) -> None:
    after = added(before)
    assert modes(after)[-1] == ITEM
    rest = json.loads(after)
    rest["condition"]["miniprogram"]["list"].pop()
    for name, value in json.loads(before).items():
        if name != "condition":
            assert rest[name] == value


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(
    rest=st.dictionaries(st.text(max_size=8), JSON_VALUES, max_size=4),
    items=st.lists(JSON_VALUES, min_size=1, max_size=3),
    indent=st.sampled_from([None, 1, 2, 4, "\t"]),
    ascii_only=st.booleans(),
)
def test_any_file_keeps_every_byte(
    rest: dict[str, Any], items: list[Any], indent: int | str | None, ascii_only: bool
) -> None:
    config = rest | {"condition": {"miniprogram": {"list": items}}, "zz": rest}
    before = json.dumps(config, indent=indent, ensure_ascii=ascii_only)
    after = added(before)
    assert_rest_is_untouched(before, after)
    assert modes(after) == [*items, ITEM]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not json",
        "[]",
        "null",
        '{"condition": null}',
        '{"condition": []}',
        "{'a': 1}",
        "{" * 9999,
        '{"condition": {"miniprogram": 1}}',
        '{"condition": {"miniprogram": {"list": {}}}}',
        "{}x",
    ],
)
def test_a_malformed_file_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / FILE_NAME
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        add_compile_mode(tmp_path, SHARE_PATH)
    assert caught.value.file == file
    assert file.read_text(encoding="utf-8") == text


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b'{"a": "\xff"}')
    with pytest.raises(ConfigError):
        add_compile_mode(tmp_path, SHARE_PATH)


def test_a_file_is_made_when_there_is_none(tmp_path: Path) -> None:
    assert add_compile_mode(tmp_path, SHARE_PATH)
    content = (tmp_path / FILE_NAME).read_bytes()
    assert content.endswith(b"}\n")
    [mode] = modes(content.decode())
    assert mode["scene"] == 1044
    assert mode["launchMode"] == "default"
    assert "shareInfo" not in mode
    assert parse(content.decode()).share_path == SHARE_PATH
    assert [file.name for file in tmp_path.iterdir()] == [FILE_NAME]


def test_scene_and_name_are_taken_and_the_same_mode_is_not_added_twice(tmp_path: Path) -> None:
    options = Options(scene=1007)
    assert add_compile_mode(tmp_path, SHARE_PATH, options, name="Invite")
    once = (tmp_path / FILE_NAME).read_bytes()
    assert not add_compile_mode(tmp_path, SHARE_PATH, options, name="Invite")
    assert (tmp_path / FILE_NAME).read_bytes() == once
    assert add_compile_mode(tmp_path, SHARE_PATH, Options(scene=1044), name="Invite")
    assert [mode["scene"] for mode in modes((tmp_path / FILE_NAME).read_text())] == [1007, 1044]


def test_a_game_has_its_own_section(tmp_path: Path) -> None:
    assert add_compile_mode(tmp_path, SHARE_PATH, section="game")
    config = json.loads((tmp_path / FILE_NAME).read_text())
    assert "launchMode" not in config["condition"]["game"]["list"][0]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions and links are those of POSIX")
def test_permissions_and_links_stay(tmp_path: Path) -> None:
    real = tmp_path / "real.json"
    real.write_text("{}")
    real.chmod(0o640)
    (tmp_path / FILE_NAME).symlink_to(real)
    assert add_compile_mode(tmp_path, SHARE_PATH)
    assert (tmp_path / FILE_NAME).is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert len(modes(real.read_text())) == 1


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / FILE_NAME).write_text("{}")

    def refuse(*_: object) -> None:
        message = "no space left"
        raise OSError(message)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="no space"):
        add_compile_mode(tmp_path, SHARE_PATH)
    assert (tmp_path / FILE_NAME).read_text() == "{}"
    assert [file.name for file in tmp_path.iterdir()] == [FILE_NAME]


SHARED = {"current": 3, "list": [{"name": str(n), "pathName": "pages/a"} for n in range(33)]}


@pytest.mark.parametrize("private", [None, "{}", '{"libVersion": "3.7.8"}', '{"condition": {}}'])
def test_a_new_private_list_begins_with_the_shared_one(tmp_path: Path, private: str | None) -> None:
    """A private list hides the shared one; DevTools, too, copies it first."""
    shared = tmp_path / "project.config.json"
    shared.write_text(json.dumps({"condition": {"miniprogram": SHARED}}))
    before = shared.read_bytes()
    if private is not None:
        (tmp_path / FILE_NAME).write_text(private)
    assert add_compile_mode(tmp_path, SHARE_PATH)
    section = json.loads((tmp_path / FILE_NAME).read_text())["condition"]["miniprogram"]
    assert section["list"][:-1] == SHARED["list"]
    assert section["list"][-1]["pathName"] == "pages/index/index"
    assert section["current"] == 3
    assert shared.read_bytes() == before


def test_a_private_list_that_is_there_is_only_added_to(tmp_path: Path) -> None:
    shared = json.dumps({"condition": {"miniprogram": SHARED}})
    (tmp_path / "project.config.json").write_text(shared)
    (tmp_path / FILE_NAME).write_text('{"condition": {"miniprogram": {"list": []}}}')
    assert add_compile_mode(tmp_path, SHARE_PATH)
    assert len(modes((tmp_path / FILE_NAME).read_text())) == 1


def test_a_shared_configuration_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "project.config.json").write_text("{ half")
    with pytest.raises(ConfigError, match=r"project\.config\.json"):
        add_compile_mode(tmp_path, SHARE_PATH)
    assert not (tmp_path / FILE_NAME).exists()


def test_no_scene_is_written_as_devtools_writes_it(tmp_path: Path) -> None:
    add_compile_mode(tmp_path, SHARE_PATH, Options(scene=NO_SCENE))
    assert modes((tmp_path / FILE_NAME).read_text())[0]["scene"] is None
