"""Whole kinds of texts that hold a share path, one line each: what people really paste."""

# ruff: noqa: E501 - a text stands as it was pasted

from __future__ import annotations

import pytest

from inspector.share_paths import SharePath, parse

APP_ID = "wx0123456789abcdef"


class Kind:
    """A text and what is to be found in it."""

    def __init__(
        self,
        text: str,
        page: str,
        parameters: list[tuple[str, str]] | None,
        target: str | None = "*",
        codes: tuple[str, ...] = (),
        **options: object,
    ) -> None:
        self.text = text
        self.share_path = SharePath(page, parameters or [])
        self.target = target
        self.codes = set(codes)
        self.others = options.pop("others", None)
        self.options = options


KINDS = [
    Kind(
        '2026-03-04 09:10:11.123 [info] App.onLaunch {"path":"pages/x/y","query":{"k":"1","z":"%E7%BE%A4"},"scene":1007,"shareTicket":"x"}',
        "pages/x/y",
        [("k", "1"), ("z", "群")],
        None,
    ),
    Kind(
        '[LOG] /app.js?t=1 onShow: {"path":"pages/x/y","query":{"k":"1"},"scene":1008}',
        "pages/x/y",
        [("k", "1")],
        None,
    ),
    Kind(
        'onShow & options= {"path":"pages/x/y","query":{"k":"1"},"scene":1008}',
        "pages/x/y",
        [("k", "1")],
        None,
    ),
    Kind(
        'WAService.js:2 onShow Object {path: "pages/x/y", query: Object {k: "1"}, scene: 1008, referrerInfo: {…}}',
        "pages/x/y",
        [("k", "1")],
        None,
    ),
    Kind(
        '(env: Windows,mp,1.06; lib: 3.3.4) launch => {"path":"pages/x/y","query":{"k":"1"},"scene":1008}',
        "pages/x/y",
        [("k", "1")],
        None,
    ),
    Kind(
        '12:00:01 https://servicewechat.com/wx0123456789abcdef/12/page-frame.html onShow {"path":"pages/x/y","query":{"k":"1"},"scene":1008}',
        "pages/x/y",
        [("k", "1")],
        None,
    ),
    Kind(
        '{"path":"pages/x/y","query":{"scene":"a%3D1%26b%3D2"},"scene":1047}',
        "pages/x/y",
        [("a", "1"), ("b", "2")],
        "code_unlimited",
    ),
    Kind(
        '/* see https://example.com/a?b=1 */\n{"condition":{"miniprogram":{"list":[{"name":"n","pathName":"pages/x/y","query":"k=1","scene":null}]}}}',
        "pages/x/y",
        [("k", "1")],
        "compile_mode",
    ),
    Kind(
        '{\n  // https://developers.weixin.qq.com/x\n  "condition": {"weapp": {"current": 1, "list": [{"name":"n","pathName":"pages/x/y","query":"k=1","scene":null},{"name":"m","pathName":"pages/x/z","query":"","scene":"1011"}]}}}',
        "pages/x/z",
        [],
        "compile_mode",
        ("several_paths",),
        scene=1011,
        others=1,
    ),
    Kind(
        '"condition" : { "current": 0, // x\n "list": [ { "name": "a", /* y */ "path": "pages/x/y", "query": "k=1&l=2" }, {"name":"b","path":"pages/q/w","query":""} ] },',
        "pages/x/y",
        [("k", "1"), ("l", "2")],
        "compile_mode",
        others=1,
    ),
    Kind(
        '{"pages":[{"path":"pages/index/index","style":{}}],"condition":{"current":0,"list":[{"name":"t","path":"pages/x/y","query":"k=1"}]}}',
        "pages/x/y",
        [("k", "1")],
        "compile_mode",
    ),
    Kind(
        "/pages/p/v?id=1\\u0026uid=2\\u0026x=3",
        "pages/p/v",
        [("id", "1"), ("uid", "2"), ("x", "3")],
        "*",
        ("escapes_removed",),
    ),
    Kind(
        "pages/p/v?id=1u0026uid=2",
        "pages/p/v",
        [("id", "1"), ("uid", "2")],
        "*",
        ("escapes_removed",),
    ),
    Kind(
        "/pages/p/v?id=1&amp;uid=2",
        "pages/p/v",
        [("id", "1"), ("uid", "2")],
        "*",
        ("escapes_removed",),
    ),
    Kind(
        "/pages/p/v?id=1&#38;uid=2",
        "pages/p/v",
        [("id", "1"), ("uid", "2")],
        "*",
        ("escapes_removed",),
    ),
    Kind(
        "/pages/p/v?id=1&#x26;uid=2",
        "pages/p/v",
        [("id", "1"), ("uid", "2")],
        "*",
        ("escapes_removed",),
    ),
    Kind(
        "\\/pages\\/p\\/v?id=1&uid=2",
        "pages/p/v",
        [("id", "1"), ("uid", "2")],
        "*",
        ("escapes_removed",),
    ),
    Kind(
        "/pages/p/v?id=1\\x26uid=2",
        "pages/p/v",
        [("id", "1"), ("uid", "2")],
        "*",
        ("escapes_removed",),
    ),
    Kind(
        "/pages/p/v？id=1＆uid=2",
        "pages/p/v",
        [("id", "1"), ("uid", "2")],
        "*",
        ("escapes_removed",),
    ),
    Kind(
        "/pages/p/v\\u003fid\\u003d1\\u0026uid\\u003d2",
        "pages/p/v",
        [("id", "1"), ("uid", "2")],
        "*",
        ("escapes_removed",),
    ),
    Kind(
        '{"path":"/pages/p/v?id=1&amp;uid=2"}',
        "pages/p/v",
        [("id", "1"), ("uid", "2")],
        "*",
        ("escapes_removed",),
    ),
    Kind(
        '{"path":"\\/pages\\/p\\/v?id=1\\u0026uid=2"}',
        "pages/p/v",
        [("id", "1"), ("uid", "2")],
        "share_message",
    ),
    Kind(
        '{\\"path\\":\\"/pages/p/v?id=1\\",\\"title\\":\\"x\\"}',
        "pages/p/v",
        [("id", "1")],
        "share_message",
        ("escapes_removed",),
    ),
    Kind(
        '"{\\"page\\":\\"pages/p/v\\",\\"scene\\":\\"id=1\\",\\"check_path\\":true}"',
        "pages/p/v",
        [("id", "1")],
        "code_unlimited",
    ),
    Kind(
        '{"jump_wxa":{"path":"/pages/x/y","query":encodeURI("a=1&b=群"),"env_version":"trial"},"is_expire":true}',
        "pages/x/y",
        [("a", "1"), ("b", "群")],
        "scheme",
        env="trial",
    ),
    Kind(
        'JSON.stringify({ page: "pages/x/y", scene: `id=${id}`, check_path: false, env_version: "develop" })',
        "pages/x/y",
        [("id", "${id}")],
        "code_unlimited",
        ("blank",),
        env="develop",
    ),
    Kind(
        'cloud.openapi.urlscheme.generate({ jumpWxa: { path: "/pages/x/y", query: "a=" + encodeURIComponent("群") }, isExpire: true, expireTime: 1606737600 })',
        "pages/x/y",
        [("a", "群")],
        "scheme",
    ),
    Kind(
        'cloud.openapi.wxacode.getUnlimited({ scene: "a=1", page: "pages/x/y" })',
        "pages/x/y",
        [("a", "1")],
        "code_unlimited",
    ),
    Kind(
        'cloud.openapi.wxacode.get({ path: "pages/x/y?a=1", width: 430 })',
        "pages/x/y",
        [("a", "1")],
        "code",
    ),
    Kind(
        'cloud.openapi.wxacode.createQRCode({ path: "pages/x/y?a=1" })',
        "pages/x/y",
        [("a", "1")],
        "qrcode",
    ),
    Kind(
        'cloud.openapi.subscribeMessage.send({touser: openid, page: "pages/x/y?id=" + id, templateId: "T", miniprogramState: "developer", data: {}})',
        "pages/x/y",
        [("id", "${id}")],
        "subscribe_message",
        ("blank",),
        env="develop",
    ),
    Kind(
        '{"errcode":0,"errmsg":"ok","scheme_info":{"appid":"wx0123456789abcdef","path":"/pages/x/y","query":"a=1&b=%E7%BE%A4","create_time":1611928113,"expire_time":0,"env_version":"trial"},"visit_openid":""}',
        "pages/x/y",
        [("a", "1"), ("b", "群")],
        "scheme",
        app_id="wx0123456789abcdef",
        env="trial",
    ),
    Kind(
        '{"errcode":0,"errmsg":"ok","url_link_info":{"appid":"wx0123456789abcdef","path":"pages/x/y","query":"a=1","create_time":1,"expire_time":2,"env_version":"release","cloud_base":{}},"visit_openid":"o"}',
        "pages/x/y",
        [("a", "1")],
        "url_link",
        app_id="wx0123456789abcdef",
    ),
    Kind('{"errcode":40066,"errmsg":"invalid url rid: x"}', "", [], None, ("no_path",)),
    Kind(
        '{"errcode":0,"errmsg":"ok","openlink":"weixin://dl/business/?t=XTSkBZlzqmn"}',
        "",
        [],
        "scheme",
        ("platform_token",),
    ),
    Kind(
        '{"errcode":0,"errmsg":"ok","url_link":"https://wxaurl.cn/BQZRrcFCPvg"}',
        "",
        [],
        "url_link",
        ("platform_token",),
    ),
    Kind(
        '{"errcode":0,"errmsg":"ok","link":"#小程序://某/页/ab12"}',
        "",
        [],
        "short_link",
        ("platform_token",),
    ),
    Kind(
        '{"touser":"o1","template_id":"T","url":"http://weixin.qq.com/download","miniprogram":{"appid":"wx0123456789abcdef","pagepath":"index/x?foo=bar"},"client_msg_id":"M","data":{"first":{"value":"x"}}}',
        "index/x",
        [("foo", "bar")],
        "template_message",
        ("member_dropped",),
        app_id="wx0123456789abcdef",
    ),
    Kind(
        '{"touser":"o1","template_id":"T","page":"index/x?foo=bar","miniprogram_state":"developer","lang":"zh_CN","data":{"number01":{"value":"3"}}}',
        "index/x",
        [("foo", "bar")],
        "subscribe_message",
        ("member_dropped",),
        env="develop",
    ),
    Kind(
        '{"touser":"o1","template_id":"T","page":"/index/x?foo=bar","data":{}}',
        "index/x",
        [("foo", "bar")],
        "subscribe_message",
        ("leading_slash",),
    ),
    Kind(
        '{"touser":"o","weapp_template_msg":{"template_id":"T","page":"page/x/y?a=1","form_id":"F","data":{}},"mp_template_msg":{"appid":"wx1","template_id":"T2","url":"http://w","miniprogram":{"appid":"wx2","pagepath":"index?foo=bar"},"data":{}}}',
        "page/x/y",
        [("a", "1")],
        "subscribe_message",
        others=1,
    ),
    Kind(
        '{"button":[{"name":"菜单","sub_button":[{"type":"view","name":"搜索","url":"http://www.soso.com/"},{"type":"miniprogram","name":"wxa","url":"http://mp.weixin.qq.com","appid":"wx286b93c14bbf93aa","pagepath":"pages/lunar/index?a=1"}]},{"type":"miniprogram","name":"two","url":"http://mp","appid":"wx286b93c14bbf93aa","pagepath":"pages/two/index"}]}',
        "pages/lunar/index",
        [("a", "1")],
        "menu_button",
        ("several_paths",),
        others=1,
        app_id="wx286b93c14bbf93aa",
    ),
    Kind(
        '{"touser":"o","msgtype":"miniprogrampage","miniprogrampage":{"title":"t","appid":"wx0123456789abcdef","pagepath":"pages/x/y?a=1","thumb_media_id":"m"}}',
        "pages/x/y",
        [("a", "1")],
        "customer_message",
        title="t",
    ),
    Kind(
        "<xml><ToUserName><![CDATA[g]]></ToUserName><FromUserName><![CDATA[o]]></FromUserName><CreateTime>1482048670</CreateTime><MsgType><![CDATA[miniprogrampage]]></MsgType><MsgId>1</MsgId><Title><![CDATA[Title]]></Title><AppId><![CDATA[wx0123456789abcdef]]></AppId><PagePath><![CDATA[pages/x/y?a=1&b=2]]></PagePath><ThumbUrl><![CDATA[u]]></ThumbUrl><ThumbMediaId><![CDATA[m]]></ThumbMediaId></xml>",
        "pages/x/y",
        [("a", "1"), ("b", "2")],
        "customer_message",
        app_id="wx0123456789abcdef",
        title="Title",
    ),
    Kind(
        '{"ToUserName":"g","FromUserName":"o","CreateTime":1,"MsgType":"miniprogrampage","MsgId":1,"Title":"T","AppId":"wx0123456789abcdef","PagePath":"pages/x/y?a=1","ThumbUrl":"u"}',
        "pages/x/y",
        [("a", "1")],
        "customer_message",
    ),
    Kind(
        '{"welcome_code":"C","text":{"content":"hi"},"attachments":[{"msgtype":"miniprogram","miniprogram":{"title":"消息标题","pic_media_id":"MEDIA_ID","appid":"wx8bd80126147dfAAA","page":"/path/index.html?id=1"}}]}',
        "path/index",
        [("id", "1")],
        "wecom_card",
        title="消息标题",
    ),
    Kind(
        '{"touser":"U","msgtype":"miniprogram_notice","miniprogram_notice":{"appid":"wx123123123123123","page":"pages/index?userid=zhangsan","title":"会议"}}',
        "pages/index",
        [("userid", "zhangsan")],
        "wecom_card",
    ),
    Kind(
        "wx.navigateToMiniProgram({ appId: 'wx0123456789abcdef', path: 'pages/x/y?id=' + this.data.id, extraData: { from: 'a' }, envVersion: 'trial', success(res) {} })",
        "pages/x/y",
        [("id", "${this.data.id}")],
        "navigate_mini_program",
        ("blank", "member_dropped"),
        app_id="wx0123456789abcdef",
        env="trial",
    ),
    Kind(
        '<navigator target="miniProgram" open-type="navigate" app-id="wx0123456789abcdef" path="pages/x/y?id={{item.id}}" extra-data="{{data}}" version="develop">go</navigator>',
        "pages/x/y",
        [("id", "${item.id}")],
        "navigator_tag",
        ("blank", "member_dropped"),
        env="develop",
        app_id="wx0123456789abcdef",
    ),
    Kind(
        '<view wx:for="{{list}}"><navigator url="/pages/x/y?id={{item.id}}&name={{item.name}}" hover-class="none">x</navigator></view>',
        "pages/x/y",
        [("id", "${item.id}"), ("name", "${item.name}")],
        "navigate",
        ("blank",),
    ),
    Kind(
        '<wx-open-launch-weapp id="launch-btn" username="gh_1" path="pages/x/y.html?user=123&amp;action=abc" appid="wx0123456789abcdef"><template></template></wx-open-launch-weapp>',
        "pages/x/y",
        [("user", "123"), ("action", "abc")],
        "open_tag",
        app_id="wx0123456789abcdef",
    ),
    Kind(
        "this.$router.push({ path: '/pages/x/y', query: { id: 1, name: item.name } })",
        "pages/x/y",
        [("id", "1"), ("name", "${item.name}")],
        "navigate",
        ("blank",),
    ),
    Kind(
        "uni.navigateTo({ url: `/pages/x/y?id=${id}&t=${encodeURIComponent(title)}` });",
        "pages/x/y",
        [("id", "${id}"), ("t", "${title}")],
        "navigate",
        ("blank",),
    ),
    Kind(
        "Taro.navigateTo({ url: '/pages/x/y?id=' + props.item.id })",
        "pages/x/y",
        [("id", "${props.item.id}")],
        "navigate",
        ("blank",),
    ),
    Kind("uni.$u.route('/pages/x/y', { id: 1 })", "pages/x/y", [("id", "1")], "navigate"),
    Kind("router.push('/pages/x/y?id=1')", "pages/x/y", [("id", "1")], "navigate"),
    Kind(
        "wx.navigateTo({ url: 'plugin://hello/pageA?id=1' })",
        "plugin://hello/pageA",
        [("id", "1")],
        "navigate",
    ),
    Kind(
        "wx.navigateTo({ url: '../detail/detail?id=1' })",
        "../detail/detail",
        [("id", "1")],
        "navigate",
    ),
    Kind(
        "plugin-private://wx0123456789abcdef/pages/x?id=1",
        "plugin-private://wx0123456789abcdef/pages/x",
        [("id", "1")],
    ),
    Kind(
        "'/pages/a/b?id=' + id + '&name=' + name",
        "pages/a/b",
        [("id", "${id}"), ("name", "${name}")],
        "share_message",
        ("blank",),
    ),
    Kind(
        "/pages/a/b?id=' + id + '&name=' + name",
        "pages/a/b",
        [("id", "${id}"), ("name", "${name}")],
        "*",
        ("blank",),
    ),
    Kind(
        "`/pages/a/b?id=${id}&n=${ encodeURIComponent(x.name) }`",
        "pages/a/b",
        [("id", "${id}"), ("n", "${x.name}")],
        "share_message",
        ("blank",),
    ),
    Kind(
        "/pages/a/b?id=${id}&n={{item.n}}",
        "pages/a/b",
        [("id", "${id}"), ("n", "${item.n}")],
        "share_message",
        ("blank",),
    ),
    Kind(
        "path: `pages/a/b?id=${this.data.id}&from=${app.globalData.user.openid}`,",
        "pages/a/b",
        [("id", "${this.data.id}"), ("from", "${app.globalData.user.openid}")],
        "share_message",
        ("blank",),
    ),
    Kind(
        "let path = '/pages/a/b';\npath += '?id=' + id;\nif (x) path += `&t=${t}`;\nreturn { title, path };",
        "pages/a/b",
        [("id", "${id}"), ("t", "${t}")],
        "share_message",
        ("blank",),
    ),
    Kind(
        "const q = Object.keys(o).map(k => k + '=' + o[k]).join('&');\nwx.navigateTo({url: '/pages/a/b?' + q})",
        "pages/a/b",
        [("${q}", "")],
        "navigate",
        ("blank",),
    ),
    Kind(
        "onShareAppMessage() { const { id, name } = this.data; return { title: `看 ${name}`, path: '/pages/a/b?id=' + id + '&name=' + encodeURIComponent(name), imageUrl: this.img } }",
        "pages/a/b",
        [("id", "${id}"), ("name", "${name}")],
        "share_message",
        ("blank",),
    ),
    Kind(
        'return {\n  path: "/pages/a/b?a=1" +\n    "&b=" + b\n}',
        "pages/a/b",
        [("a", "1"), ("b", "${b}")],
        "share_message",
        ("blank",),
    ),
    Kind(
        "path: '/pages/a/b?id='.concat(id, '&n=').concat(n)",
        "pages/a/b",
        [("id", "${id}"), ("n", "${n}")],
        "share_message",
        ("blank",),
    ),
    Kind(
        "wx.reLaunch({ url: '/pages/a/b?vip=' + (isVip ? 1 : 0) + '&id=' + (id || '') })",
        "pages/a/b",
        [("vip", "${isVip}"), ("id", "${id}")],
        "navigate",
        ("blank",),
    ),
    Kind(
        "'path' => 'pages/a/b?id=' . $order['id'] . '&t=' . urlencode($t)",
        "pages/a/b",
        [("id", "${order.id}"), ("t", "${t}")],
        "*",
        ("blank",),
    ),
    Kind(
        'String path = "pages/a/b?id=" + order.getId() + "&t=" + t;',
        "pages/a/b",
        [("id", "${order.getId}"), ("t", "${t}")],
        "share_message",
        ("blank",),
    ),
    Kind(
        "f'pages/a/b?id={order.id}&t={quote(t)}'",
        "pages/a/b",
        [("id", "${order.id}"), ("t", "${t}")],
        None,
        ("blank",),
    ),
    Kind(
        "https://open.weixin.qq.com/sns/getexpappinfo?appid=wx0123456789abcdef&path=pages%2Fx%2Fy.html%3Fid%3D1&key=&uin=&scene=4&version=63#wechat-redirect",
        "pages/x/y",
        [("id", "1")],
        "trial_link",
        ("member_dropped",),
    ),
    Kind(
        "https://open.weixin.qq.com/sns/getexpappinfo?appid=wx0123456789abcdef&path=pages/x/y.html?id=1&b=2&key=&uin=&scene=4&version=63#wechat-redirect",
        "pages/x/y",
        [("id", "1"), ("b", "2")],
        "trial_link",
        (
            "member_dropped",
            "raw_separator",
        ),
    ),
    Kind(
        "https://open.weixin.qq.com/sns/getexpappinfo?appid=wx0123456789abcdef&path=pages/x/y.html&key=&uin=&scene=4#wechat-redirect",
        "pages/x/y",
        [],
        "trial_link",
        ("member_dropped",),
    ),
    Kind("pages/x/y.html?id=1", "pages/x/y", [("id", "1")], "*", ("html_suffix",)),
    Kind("/pages/x/y.html", "pages/x/y", [], "share_message", ("html_suffix",)),
    Kind("pages/x/y%3Fid%3D1", "pages/x/y?id=1", [], "*", ("raw_separator",)),
    Kind(
        '{"pathName":"pages/x/y%3Fid%3D1","query":""}',
        "pages/x/y?id=1",
        [],
        "compile_mode",
        ("raw_separator",),
    ),
    Kind("#小程序://群/页/AbC", "", [], "short_link", ("platform_token",)),
    Kind(
        'curl -X POST \'https://api.weixin.qq.com/wxa/getwxacode?access_token=T\' -H \'Content-Type: application/json\' -d \'{"path":"pages/x/y?id=1","env_version":"trial"}\'',
        "pages/x/y",
        [("id", "1")],
        "code",
        env="trial",
    ),
    Kind(
        'curl.exe -d "{\\"page_url\\":\\"pages/x/y?id=1\\",\\"page_title\\":\\"t\\"}" https://api',
        "pages/x/y",
        [("id", "1")],
        "short_link",
        title="t",
    ),
    Kind(
        'cli preview --project C:\\x --compile-condition "{\\"pathName\\":\\"pages/x/y\\",\\"query\\":\\"id=1\\"}"',
        "pages/x/y",
        [("id", "1")],
        "cli_preview",
    ),
    Kind("请打开 pages/x/y?id=1，谢谢", "pages/x/y", [("id", "1")], None),
    Kind("打开pages/x/y?id=1看看", "pages/x/y", [("id", "1看看")], None),
    Kind(
        "```js\nwx.navigateTo({\n  url: '/pages/x/y?id=1'\n})\n```",
        "pages/x/y",
        [("id", "1")],
        "navigate",
    ),
    Kind(
        "用 `wx.navigateTo({url: '/pages/x/y?id=1'})` 跳转", "pages/x/y", [("id", "1")], "navigate"
    ),
    Kind(
        '<button open-type="share" data-path="/pages/x/y?id={{id}}">分享</button>',
        "pages/x/y",
        [("id", "${id}")],
        "share_button",
        ("blank",),
    ),
    Kind(
        "onShareTimeline() { return { title: 't', query: 'id=' + id + '&b=2' } }",
        "",
        [("id", "${id}"), ("b", "2")],
        "timeline",
        ("blank",),
    ),
    Kind(
        "wx.openCustomerServiceChat({ extInfo: {url: 'https://work.weixin.qq.com/x'}, corpId: 'ww1', showMessageCard: true, sendMessagePath: '/pages/x/y.html?id=1', sendMessageTitle: 'hi' })",
        "pages/x/y",
        [("id", "1")],
        "wecom_card",
    ),
    Kind('errMsg: navigateTo:fail page "pages/x/y?id=1" is not found', "pages/x/y", [("id", "1")]),
]


@pytest.mark.parametrize("kind", KINDS, ids=range(len(KINDS)))
def test_it_is_read(kind: Kind) -> None:
    parsed = parse(kind.text)
    assert parsed.share_path == kind.share_path
    assert kind.target in ("*", parsed.target)
    assert kind.codes <= {finding.code for finding in parsed.findings}
    for name, value in kind.options.items():
        assert getattr(parsed.options, name) == value
    assert kind.others in (None, len(parsed.others))
