"""A project folder gives its pages and its app id."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from inspector.share_paths import Options, SharePath, render
from inspector.share_paths.project import ProjectError, open_project

APP = {
    "pages": ["pages/index/index", "/pages/log", "pages/index/index", 5],
    "entryPagePath": "/pages/log",
    "subPackages": [{"root": "/shop/", "pages": ["cart", "/pay/index"]}, {"root": 1}, None],
    "subpackages": [{"root": "extra", "pages": ["one"], "independent": True}],
}
PAGES = ("pages/log", "pages/index/index", "shop/cart", "shop/pay/index", "extra/one")


def write(file: Path, content: Any, mark: str = "") -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(mark + json.dumps(content), encoding="utf-8")


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_project_with_a_root_of_its_own(tmp_path: Path, mark: str) -> None:
    config = {"miniprogramRoot": "dist/", "appid": "wx0123456789abcdef", "projectname": "shop"}
    write(tmp_path / "project.config.json", config, mark)
    write(tmp_path / "dist" / "app.json", APP, mark)
    project = open_project(tmp_path)
    assert (project.pages, project.app_id, project.name) == (PAGES, "wx0123456789abcdef", "shop")
    assert project.folder == tmp_path
    assert project.section == "miniprogram"


def test_a_bare_folder_with_a_manifest_will_do(tmp_path: Path) -> None:
    write(tmp_path / "app.json", APP)
    project = open_project(tmp_path / "app.json")
    assert (project.pages, project.app_id, project.name) == (PAGES, None, tmp_path.name)


def test_the_private_configuration_names_it_and_a_guest_has_no_app_id(tmp_path: Path) -> None:
    write(tmp_path / "project.config.json", {"appid": "touristappid", "projectname": "a"})
    write(tmp_path / "project.private.config.json", {"projectname": "b"})
    write(tmp_path / "app.json", {})
    project = open_project(tmp_path)
    assert (project.name, project.app_id, project.pages) == ("b", None, ())


def test_a_game_has_no_pages(tmp_path: Path) -> None:
    write(tmp_path / "game.json", {"deviceOrientation": "portrait"})
    project = open_project(tmp_path)
    assert project.is_game
    assert project.section == "game"
    codes = [f.code for f in render(SharePath("a"), "share_message", pages=project.pages).findings]
    assert "page_unknown" not in codes


def test_a_page_that_the_project_lacks_is_told(tmp_path: Path) -> None:
    write(tmp_path / "app.json", APP)
    pages = open_project(tmp_path).pages
    options = Options(app_id="wx0123456789abcdef")
    for page, cause in [("shop/cart", None), ("shop/Cart", "page_unknown")]:
        assert render(SharePath(page), "trial_link", options, pages=pages).cause == cause


@pytest.mark.parametrize("content", ["", "[]", "{", "\ud800".encode("utf-8", "surrogatepass")])
def test_a_malformed_manifest_is_refused(tmp_path: Path, content: str | bytes) -> None:
    raw = content if isinstance(content, bytes) else content.encode()
    (tmp_path / "app.json").write_bytes(raw)
    with pytest.raises(ProjectError):
        open_project(tmp_path)


def test_a_folder_without_a_manifest_is_no_project(tmp_path: Path) -> None:
    write(tmp_path / "project.config.json", {"miniprogramRoot": "dist"})
    with pytest.raises(ProjectError, match=r"app\.json"):
        open_project(tmp_path)
