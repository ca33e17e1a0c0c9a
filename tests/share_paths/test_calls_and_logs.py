"""Calls of server libraries that take a path by its place, consoles, tables, escaped pages."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from inspector.share_paths import SharePath, parse

OPTIONS = '{"path": "packageA/goods/goods-detail", "query": {"id": "7"}, "scene": 1007}'
PAGE = "packageA/goods/goods-detail"
SCENES = (
    'File f = service.getQrcodeService().createWxaCodeUnlimit("id=7", "{page}", "/tmp", true);',
    'byte[] b = qrcode.createWxaCodeUnlimitBytes("id=7", "{page}", false, "trial", 430);',
    "$r = $app->app_code->getUnlimit('id=7', [\n  'page' => '{page}',\n  'width' => 600,\n]);",
    "client.wxa.get_wxa_code_unlimited('id=7', page='{page}', width=430)",
    'await WxAppApi.GetWxaCodeUnlimitAsync(token, stream, "id=7", "{page}", width: 430);',
    'qr.GetWXACodeUnlimit(qrcode.QRCoder{\n\tPage: "{page}",\n\tScene: "id=7",\n})',
)
PATHS = (
    ('qr.GetWXACode(qrcode.QRCoder{\n\tPath: "{path}",\n\tWidth: 430,\n})', "code"),
    ('qr.CreateWXAQRCode(qrcode.QRCoder{Path: "{path}"})', "qrcode"),
    ("client.wxa.create_qrcode('{path}', 430)", "qrcode"),
    ("client.wxa.get_wxa_code('{path}', width=430)", "code"),
    ('service.getQrcodeService().createWxaCode("{path}", 430);', "code"),
    ('qrcodeService.createQrcode("{path}", 430);', "qrcode"),
    ("$app->app_code->get('{path}', ['width' => 600]);", "code"),
    ("$app->app_code->getQrCode('{path}', 430);", "qrcode"),
)
WORDS = (
    "打开 {path} 看看",
    "|页面|/{path}|",
    "| page | {path} |",
    "open {escaped}, then pay",
    "It fails on {path}.",
    "the page ({path}) fails",
)


@pytest.mark.parametrize("text", SCENES)
def test_a_call_takes_scene_and_page_by_their_places(text: str) -> None:
    parsed = parse(text.replace("{page}", PAGE))
    assert parsed.share_path == SharePath(PAGE, [("id", "7")])
    assert parsed.target == "code_unlimited"
    assert parsed.options.env == ("trial" if "trial" in text else None)


@pytest.mark.parametrize(("text", "target"), PATHS)
def test_a_call_takes_the_path_by_its_place(text: str, target: str) -> None:
    parsed = parse(text.replace("{path}", f"{PAGE}?id=7&n=%E7%BE%A4"))
    assert parsed.share_path == SharePath(PAGE, [("id", "7"), ("n", "群")])
    assert parsed.target == target


@pytest.mark.parametrize("text", WORDS)
def test_a_path_is_found_between_words(text: str) -> None:
    path = f"{PAGE}?id=7&n=%E7%BE%A4"
    escaped = path.replace("/", "\\/").replace("?", "\\u003f").replace("&", "\\u0026")
    parsed = parse(text.replace("{path}", path).replace("{escaped}", escaped))
    assert parsed.share_path == SharePath(PAGE, [("id", "7"), ("n", "群")])


@pytest.mark.parametrize("end", ["▶ __proto__: Object", "[[Prototype]]: Object"])
@pytest.mark.parametrize("name", ["id", "spu-id", '"a.b"'])
def test_a_console_shows_a_query_unfolded(name: str, end: str) -> None:
    rows = f'path: "{PAGE}"\n▼ query:\n    {name}: "%E7%BE%A4"\n    t: "x"\n  {end}\nscene: 1044\n'
    parsed = parse(rows)
    assert parsed.share_path == SharePath(PAGE, [(name.strip('"'), "群"), ("t", "x")])
    assert parsed.options.scene == 1044


@pytest.mark.parametrize("place", ["path/to/app.js?v=1:23 ", "app/main?x=1 INFO onShow "])
def test_the_place_in_a_log_is_no_path(place: str) -> None:
    text = f'{place}{{"path": "{PAGE}", "query": {{"id": "7"}}, "scene": 1011}}'
    assert parse(text).share_path == SharePath(PAGE, [("id", "7")])


def test_a_scanned_address_is_decoded_once() -> None:
    address = "https://example.com/p?u=" + quote("a/b?c=d&e", safe="")
    for text in (f'{{"q": "{quote(address, safe="")}"}}', f"q={quote(address, safe='')}"):
        parsed = parse(text)
        assert parsed.share_path == SharePath("", [("u", "a/b?c=d&e")])
        assert parsed.options.base_url == "https://example.com/p"


def test_a_link_of_an_article_names_the_mini_program() -> None:
    path = f"{PAGE}?id=7&amp;t=x"
    link = f'data-miniprogram-appid="wx0123456789abcdef" data-miniprogram-path="{path}"'
    parsed = parse(f'<a {link} href="">buy</a>')
    assert parsed.share_path == SharePath(PAGE, [("id", "7"), ("t", "x")])
    assert (parsed.target, parsed.options.app_id) == ("customer_message", "wx0123456789abcdef")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ('{"code": 0, "data": "{\\"page\\": \\"PAGE?id=7\\", \\"template_id\\": \\"x\\"}"}',
         "subscribe_message"),
        ("{&quot;path&quot;:&quot;/PAGE?id=7&quot;,&quot;title&quot;:&quot;x&quot;}",
         "share_message"),
        (f'I chromium: [INFO:CONSOLE(1)] "onLaunch {OPTIONS}", source: https://x.y/z (1)', None),
        ('{route: "PAGE", options: {id: "7"}, __wxExparserNodeId__: "x"}', None),
    ],
)  # fmt: skip
def test_a_path_is_found_through_its_wrapping(text: str, target: str | None) -> None:
    parsed = parse(text.replace("PAGE", PAGE))
    assert parsed.share_path == SharePath(PAGE, [("id", "7")])
    assert parsed.target == target


@pytest.mark.parametrize(
    "text",
    [
        f"$path = '{PAGE}?' . http_build_query(['id' => $id, 'n' => $name]);",
        f'path = "{PAGE}?" + urlencode({{"id": id, "n": name}})',
        f"const path = '/{PAGE}?' + new URLSearchParams({{ id, n: name }}).toString()",
        f"wx.navigateTo({{ url: `/{PAGE}?${{qs.stringify({{ id, n: name }})}}` }})",
    ],
)
def test_a_query_made_of_an_object_keeps_its_names(text: str) -> None:
    assert parse(text).share_path == SharePath(PAGE, [("id", "${id}"), ("n", "${name}")])
