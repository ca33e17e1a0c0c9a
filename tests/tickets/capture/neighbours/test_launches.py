"""Launch options without a shareTicket, values that were never set, and paths."""

from __future__ import annotations

import pytest

from inspector.tickets import read


@pytest.mark.parametrize(
    ("scene", "why"),
    [
        (1007, "private chat"),
        (1008, "withShareTicket"),
        (1044, "onShow"),
        (1160, "wx.getGroupEnterInfo"),
        (1260, "PC client"),
        (1011, "by a code"),
        (1155, "Moments"),
        (1234, "only scene 1044"),
    ],
)
def test_launch_options_say_why_there_is_no_share_ticket(scene: int, why: str) -> None:
    texts = [
        f'{{"path":"pages/a/b","query":{{}},"scene":{scene},"referrerInfo":{{}}}}',
        f"{{path: 'pages/a/b', scene: {scene}, shareTicket: undefined}}",
        f"onShow options scene={scene} shareTicket=undefined query={{}}",
        f"scene 是 {scene}，但是没有 shareTicket",
        f"why is shareTicket missing? scene: {scene}",
        f"{{scene: {scene}}}",
    ]
    for text in texts:
        (finding,) = read(text).findings
        assert finding.code == "no_share_ticket"
        assert finding.parameters["scene"] == str(scene)
        assert why in str(finding.parameters["reason"])


@pytest.mark.parametrize(
    "text",
    [
        '{"name":"a","pathName":"pages/a/b","query":"","scene":1044}',
        '{"scene": 3, "objects": []}',
        "scene 1008 was cut from the film",
    ],
)
def test_other_scenes_are_not_named(text: str) -> None:
    assert "no_share_ticket" not in [finding.code for finding in read(text).findings]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("undefined", None),
        ("session_key: undefined", "session_key"),
        ("res.encryptedData 打印出来是 undefined", "encryptedData"),
        ("iv is [object Object]", "iv"),
        ("res.shareTickets: null", "shareTicket"),
        ("session_key=null&iv=null&encryptedData=null", "session_key"),
        ("iv: NaN\nencryptedData: NaN", "iv"),
        ("console.log(shareTicket) // shareTicket => undefined", "shareTicket"),
        ("console.log(res.encryptedData) // undefined", "encryptedData"),
        ("TypeError: Cannot read properties of undefined (reading 'iv')", "iv"),
        ("TypeError: Cannot read property 'encryptedData' of undefined", "encryptedData"),
    ],
)
def test_a_value_that_was_never_set_is_named(text: str, field: str | None) -> None:
    (finding,) = read(text).findings
    assert (finding.code, finding.field) == ("undefined_value", field)


@pytest.mark.parametrize(
    "text",
    [
        "pages/index/index?id=1",
        "/pages/index/index",
        "packageA/pages/detail/detail.html?x=1&y=%E4%B8%AD",
        "weixin://dl/business/?t=AbCdEf123",
        "https://open.weixin.qq.com/sns/getexpappinfo?appid=wx1&path=a.html#wechat-redirect",
        "请打开 weixin://dl/business/?t=AbCdEf123 看看",
        "https://shop.example.com/item?id=3",
        "{title: '好物', path: '/pages/item/item?id=3'}",
        "path: '/pages/index/index?id=' + id",
        "wx.navigateTo({ url: '/pages/a/b?id=1' })",
    ],
)
def test_a_path_or_a_link_belongs_into_the_builder(text: str) -> None:
    assert [finding.code for finding in read(text).findings] == ["share_path"]


@pytest.mark.parametrize("text", ["src/app/main.ts", "a/b", "https://example.com", "and/or"])
def test_other_paths_are_not_named(text: str) -> None:
    assert not read(text).findings
