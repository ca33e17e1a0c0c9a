"""Whatever builds a mini program, its folder gives its pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from inspector.share_paths.project import open_project
from inspector.share_paths.project.modes import modes_of

UNI_PAGES = """{
    // the first page is the home page
    "pages": [
        { "path": "pages/index/index", "style": { "navigationBarTitleText": "首页" } },
        /* #ifdef MP-WEIXIN */
        { "path": "pages/detail/detail", "style": {} },
        /* #endif */
    ],
    "subPackages": [{ "root": "shop", "pages": [{ "path": "cart", "style": {} }] }],
    "tabBar": { "list": [{ "pagePath": "pages/index/index", "text": "首页" }] },
    "condition": { //模式
        "current": 1,
        "list": [
            { "name": "a", "path": "pages/detail/detail", "query": "id=1" },
            { "name": "b", "path": "pages/index/index" }
        ]
    }
}
"""
TARO = """
const isH5 = process.env.TARO_ENV === 'h5'
export default defineAppConfig({
  pages: [
    'pages/index/index',
    "pages/detail/detail", // the details
  ],
  subPackages: [{ root: 'shop', pages: ['cart'] }],
  tabBar: { list: [{ pagePath: 'pages/index/index', text: '首页' }] },
  window: { navigationBarTitleText: 'demo' },
})
"""
MPX = """
<template><view/></template>
<script>
  import { createApp } from '@mpxjs/core'
  createApp({ onShow() {} })
</script>
<script type="application/json">
  {
    "pages": ["./pages/index/index", "./pages/detail/detail"],
    "packages": ["./packages/shop/app.mpx?root=shop"],
    "tabBar": { "list": [{ "pagePath": "pages/index/index" }] }
  }
</script>
"""
MPX_PACKAGE = '<script type="application/json">{"pages": ["./cart"]}</script>'
NATIVE = json.dumps(
    {
        "pages": ["pages/index/index", "pages/detail/detail"],
        "subPackages": [{"root": "shop", "pages": ["cart"]}],
        "tabBar": {"list": [{"pagePath": "pages/index/index"}]},
    }
)
WEPY = "<script>export default class extends wepy.app { config = " + NATIVE + " }</script>"
PAGES = ("pages/index/index", "pages/detail/detail", "shop/cart")
CONFIG = json.dumps({"appid": "wx0123456789abcdef", "miniprogramRoot": "dist/"})


@pytest.mark.parametrize(
    "files",
    [
        {"pages.json": UNI_PAGES},
        {"src/pages.json": UNI_PAGES, "src/manifest.json": "{/* x */}"},
        {"src/app.config.ts": TARO, "project.config.json": CONFIG},
        {
            "src/app.config.js": TARO.replace(
                "export default defineAppConfig(", "module.exports = ("
            )
        },
        {"src/app.json": NATIVE, "project.config.json": CONFIG},
        {"src/app.json.ts": f"export default {NATIVE}", "project.config.json": CONFIG},
        {"src/app.wpy": WEPY},
        {"miniprogram/app.json": NATIVE, "project.config.json": '{"appid": "x"}'},
        {"dist/app.json": NATIVE, "src/app.config.ts": "", "project.config.json": CONFIG},
        {"app.json": NATIVE.replace("{", "{ // why\n", 1)},
        {
            "src/app.mpx": MPX,
            "src/packages/shop/app.mpx": MPX_PACKAGE,
        },
    ],
    ids=range(11),
)
def test_its_pages_are_found(tmp_path: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    project = open_project(tmp_path)
    assert project.pages == PAGES
    assert project.tab_bar == ("pages/index/index",)
    if CONFIG in files.values():
        assert project.app_id == "wx0123456789abcdef"


def test_titles_are_known_and_searched(tmp_path: Path) -> None:
    (tmp_path / "pages/detail").mkdir(parents=True)
    (tmp_path / "app.json").write_text(NATIVE)
    page = tmp_path / "pages/detail/detail.json"
    page.write_text('{"navigationBarTitleText": "商品详情"}', encoding="utf-8")
    project = open_project(tmp_path)
    assert dict(project.titles) == {"pages/detail/detail": "商品详情"}
    assert project.search("商品") == project.search("DETAIL") == ("pages/detail/detail",)
    assert project.search("") == PAGES


def test_the_app_id_and_the_modes_of_uni_app(tmp_path: Path) -> None:
    (tmp_path / "pages.json").write_text(UNI_PAGES, encoding="utf-8")
    manifest = '{ /* x */ "name": "n", "mp-weixin": { "appid": "wx0123456789abcdef", } }'
    (tmp_path / "manifest.json").write_text(manifest)
    project = open_project(tmp_path)
    assert project.app_id == "wx0123456789abcdef"
    assert project.titles["pages/index/index"] == "首页"
    assert [mode.name for mode in modes_of(project)] == ["a", "b"]
    assert modes_of(project)[0].parsed.share_path.parameters[0].value == "1"


def test_the_private_configuration_wins(tmp_path: Path) -> None:
    shared = {
        "appid": "wx" + "1" * 16,
        "condition": {"miniprogram": {"list": [{"pathName": "a/b"}]}},
    }
    private = {
        "appid": "wx" + "2" * 16,
        "condition": {"miniprogram": {"list": [{"pathName": "a/c"}]}},
    }
    (tmp_path / "app.json").write_text(NATIVE)
    (tmp_path / "project.config.json").write_text(json.dumps(shared))
    assert open_project(tmp_path).app_id == "wx" + "1" * 16
    assert [mode.name for mode in modes_of(open_project(tmp_path))] == ["a/b"]
    (tmp_path / "project.private.config.json").write_text(json.dumps(private))
    assert open_project(tmp_path).app_id == "wx" + "2" * 16
    assert [mode.name for mode in modes_of(open_project(tmp_path))] == ["a/c"]
    (tmp_path / "project.private.config.json").write_text('{"appid": "touristappid"}')
    assert open_project(tmp_path).app_id is None


def test_a_part_of_a_project_opens_the_whole(tmp_path: Path) -> None:
    (tmp_path / "miniprogram").mkdir()
    (tmp_path / "miniprogram/app.json").write_text(NATIVE)
    (tmp_path / "project.config.json").write_text('{"miniprogramRoot": "miniprogram/"}')
    assert open_project(tmp_path / "miniprogram" / "app.json").folder == tmp_path


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("app.config.js", "const sub = ['b/b']\nexport default { pages: ['a/a', ...sub, 'c/c'] }"),
        ("app.tsx", "class App {\n  config: Config = { pages: ['a/a', 'b/b', 'c/c'] }\n}"),
        ("app.jsx", "class App {\n  config = { pages: ['a/a', 'b/b', 'c/c'] }\n}"),
    ],
)
def test_older_and_composed_sources_give_their_pages(
    tmp_path: Path, name: str, source: str
) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / name).write_text(source)
    assert open_project(tmp_path).pages == ("a/a", "b/b", "c/c")
