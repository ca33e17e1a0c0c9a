"""The script for miniprogram-ci."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from inspector.share_paths import Options, SharePath, parse, render

PATH = SharePath("pages/a", [("id", "1"), ("n", "it's `${x}` \u2028 \\ 群")])
STUB = """
exports.Project = class { constructor(options) { this.options = options; } };
exports.preview = async (call) => {
  console.log(JSON.stringify([call.pagePath, call.searchQuery, call.scene, call.project.options]));
};
"""


@pytest.mark.skipif(shutil.which("node") is None, reason="Node is not installed")
@pytest.mark.parametrize("app_id", ["wx0123456789abcdef", None])
def test_the_script_runs(tmp_path: Path, app_id: str | None) -> None:
    package = tmp_path / "node_modules" / "miniprogram-ci"
    package.mkdir(parents=True)
    (package / "index.js").write_text(STUB)
    (tmp_path / "project.config.json").write_text('{"appid": "wxfedcba9876543210"}')
    (tmp_path / "preview.js").write_text(
        render(PATH, "ci_preview", Options(app_id, scene=1007)).text, encoding="utf-8"
    )
    run = ["node", "preview.js"]
    done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=True)
    page, query, scene, project = json.loads(done.stdout)
    assert (page, scene) == ("pages/a", 1007)
    assert parse(query).share_path.parameters == PATH.parameters
    assert project["appid"] == (app_id or "wxfedcba9876543210")
    assert Path(project["projectPath"]).samefile(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "ci.preview({project, pagePath: 'pages/a', searchQuery: 'id=1', scene: 1011})",
        '{"pagePath": "pages/a", "searchQuery": "id=1"}',
        "await ci.preview({\n  project,\n  searchQuery: `id=1`,\n  pagePath: `pages/a`,\n})",
    ],
)
def test_it_is_taken_back(text: str) -> None:
    parsed = parse(text)
    assert parsed.share_path == SharePath("pages/a", [("id", "1")])
    assert parsed.target == "ci_preview"
