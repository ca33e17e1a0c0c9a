"""What we hand out, held against the platform's own typings and schemas.

They are no part of the project: `npm install miniprogram-api-typings typescript miniprogram-ci` in
a folder of your own, and name that folder in `INSPECTOR_NPM`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from inspector.share_paths import Options, SharePath, render
from inspector.share_paths.devtools import FILE_NAME, add_compile_mode
from inspector.share_paths.link import NO_SCENE
from inspector.share_paths.snippets import Snippet, SnippetValues, snippets, write_snippet
from inspector.share_paths.target import targets

MODULES = Path(os.environ.get("INSPECTOR_NPM", "-")) / "node_modules"
NODE = shutil.which("node")
pytestmark = [
    pytest.mark.long,
    pytest.mark.timeout(300),
    pytest.mark.skipif(NODE is None, reason="Node is not installed"),
    pytest.mark.skipif(not MODULES.is_dir(), reason="INSPECTOR_NPM names no folder with modules"),
]
HOSTILE = "It's 50% “群” & <a|b> \\ \" ` ${x} \n\u2028😀"
PATHS = [
    SharePath("pages/index/index", [("id", "123"), ("from", "群聊")]),
    SharePath("pages/index/index", [("class", HOSTILE), ("2d", "1"), ("a-b", "${id}")]),
    SharePath("pages/index/index", [("scene", "abc")]),
    SharePath("pages/index/index"),
]
WAYS = [target.name for target in targets() if target.scene is not None]
CLIENT = [row for row in snippets() if row.language == "javascript" and "open" not in row.name]
JAVASCRIPT = [target.name for target in targets() if target.language == "javascript"]


def check(folder: Path, sources: dict[str, str], types: str) -> list[str]:
    """Return what the compiler of TypeScript has against some JavaScript."""
    for name, source in sources.items():
        (folder / name).write_text(source, "utf-8")
    settings = {
        "compilerOptions": {
            "allowJs": True, "checkJs": True, "noEmit": True, "strict": True,
            "noImplicitAny": False, "target": "es2020", "lib": ["es2020"],
            "module": "nodenext", "moduleDetection": "force", "skipLibCheck": True,
            "typeRoots": [str(MODULES), str(MODULES / "@types")], "types": [types],
        },
        "include": ["*.js"],
    }  # fmt: skip
    (folder / "tsconfig.json").write_text(json.dumps(settings), "utf-8")
    (folder / "node_modules").symlink_to(MODULES)
    command = [str(MODULES / ".bin/tsc"), "-p", str(folder), "--pretty", "false"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
    complaints = done.stdout.splitlines()
    assert done.returncode == 0 or complaints, done.stderr
    return complaints


def snippet_sources(snippet: Snippet) -> dict[str, str]:
    """Return the file of a snippet for each path, and for each way in which it arrives."""
    return {
        f"{number}_{way}.js": write_snippet(
            snippet,
            SnippetValues(
                path, title=HOSTILE, image_url="/a.png" if number else None, received_as=way
            ),
        )
        for number, path in enumerate(PATHS)
        for way in (WAYS if snippet.name == "page_on_load" else WAYS[:1])
    }


@pytest.mark.parametrize("snippet", CLIENT, ids=lambda snippet: snippet.name)
def test_a_snippet_passes_the_compiler_with_the_official_typings(
    snippet: Snippet, tmp_path: Path
) -> None:
    assert check(tmp_path, snippet_sources(snippet), "miniprogram-api-typings") == []


def test_the_compiler_has_something_against_a_wrong_call(tmp_path: Path) -> None:
    source = {"wrong.js": "wx.navigateToMiniProgram({ appid: 1 });\nwx.getShareInfo();\n"}
    assert len(check(tmp_path, source, "miniprogram-api-typings")) > 1


@pytest.mark.parametrize("name", JAVASCRIPT)
def test_the_code_of_a_target_passes_it_too(name: str, tmp_path: Path) -> None:
    options = Options(app_id="wx0123456789abcdef", env="trial", title=HOSTILE, scene=1047)
    files = {f"{n}.js": render(path, name, options).text for n, path in enumerate(PATHS)}
    types = "node" if name == "ci_preview" else "miniprogram-api-typings"
    assert check(tmp_path, files, types) == []


VALIDATE = """
const { Validator } = require('jsonschema');
const text = require('fs').readFileSync(0, 'utf8');
const { config } = require('miniprogram-ci/dist/schema/dist/index.js');
const schema = config[process.argv[1]];
const { errors } = new Validator().validate(JSON.parse(text), schema);
const item = schema.properties.condition.properties[process.argv[2]].properties.list.items;
const unknown = JSON.parse(text).condition[process.argv[2]].list.flatMap(
  (mode) => Object.keys(mode).filter((name) => !(name in item.properties)));
console.log(JSON.stringify([...errors.map(String), ...unknown]));
"""
"""Prints what the schema has against a configuration, and members that it does not know."""


def complaints(file: Path, section: str) -> list[str]:
    """Return what miniprogram-ci's schema has against the configuration in a file."""
    schema = "projectprivateconfig" if "private" in file.name else "projectconfig"
    done = subprocess.run(
        [str(NODE), "-e", VALIDATE, schema, section],
        input=file.read_text("utf-8"),
        capture_output=True,
        text=True,
        cwd=MODULES.parent,
        check=True,
    )
    found: list[str] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("section", ["miniprogram", "game"])
@pytest.mark.parametrize("like", [None, "code_unlimited", "ordinary_link", "share_message"])
@pytest.mark.parametrize("scene", [None, NO_SCENE, 1047])
def test_a_compile_mode_fits_the_schema(
    section: str, like: str | None, scene: int | None, tmp_path: Path
) -> None:
    options = Options(scene=scene, like=like, base_url="https://example.com/mp")
    for path in PATHS:
        add_compile_mode(tmp_path, path, options, name=HOSTILE, section=section)
    assert complaints(tmp_path / FILE_NAME, section) == []


def test_the_schema_has_something_against_a_wrong_mode(tmp_path: Path) -> None:
    file = tmp_path / FILE_NAME
    mode = {"name": 1, "pathname": "pages/a"}
    file.write_text(json.dumps({"condition": {"miniprogram": {"list": [mode]}}}), "utf-8")
    assert len(complaints(file, "miniprogram")) == 2
