"""Whole kinds of texts that hold a share path, one line each: what people really paste."""

# ruff: noqa: E501 - a text stands as it was pasted

from __future__ import annotations

import json
import random
import re
from urllib.parse import quote as quoted

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
        ("member_dropped", "raw_separator"),
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
    Kind(
        "wx.navigateTo({\n  // go\n  url: '/pages/a/b?id=' + /* x */ e.currentTarget.dataset.id +\n    '&n=' + encodeURIComponent(JSON.stringify(item)),\n})",
        "pages/a/b",
        [("id", "${e.currentTarget.dataset.id}"), ("n", "${item}")],
        "navigate",
        ("blank",),
    ),
    Kind(
        'const url = "/pages/a/b?" + "id=" + (item as any).id',
        "pages/a/b",
        [("id", "${item.id}")],
        "navigate",
        ("blank",),
    ),
    Kind(
        "uni.navigateTo({ url: `/pages/a/b?id=${getApp().globalData.id}` })",
        "pages/a/b",
        [("id", "${getApp.globalData.id}")],
        "navigate",
        ("blank",),
    ),
    Kind(
        "Taro.navigateTo({url: `/pages/a/b?id=${await getId()}&k=${list[index].id}`})",
        "pages/a/b",
        [("id", "${getId}"), ("k", "${list[index].id}")],
        "navigate",
        ("blank",),
    ),
    Kind(
        "<view @click=\"$router.push('/pages/a/b?id=' + item.id)\">x</view>",
        "pages/a/b",
        [("id", "${item.id}")],
        "*",
        ("blank",),
    ),
    Kind(
        '<view bindtap="go" data-url="/pages/a/b?id={{item.id || 0}}&t={{index+1}}"/>',
        "pages/a/b",
        [("id", "${item.id}"), ("t", "${index}")],
        "*",
        ("blank",),
    ),
    Kind(
        "<View onClick={() => Taro.navigateTo({ url: `/pages/a/b?id=${id}` })}>x</View>",
        "pages/a/b",
        [("id", "${id}")],
        "navigate",
        ("blank",),
    ),
    Kind(
        "wx.miniProgram.navigateTo({url: '/pages/a/b?id=1'})",
        "pages/a/b",
        [("id", "1")],
        "navigate",
    ),
    Kind(
        "uni.navigateTo({ url: '/pages/a/b?' + qs.stringify({ id, type: 1 }) })",
        "pages/a/b",
        [("id", "${id}"), ("type", "1")],
        "navigate",
        ("blank",),
    ),
    Kind(
        "wx.navigateTo({ url: '/pages/a/b?' + new URLSearchParams({ id: 3, t: x }).toString() })",
        "pages/a/b",
        [("id", "3"), ("t", "${x}")],
        "navigate",
        ("blank",),
    ),
    Kind(
        'String path = String.format("pages/a/b?id=%s&t=%d", id, t);',
        "pages/a/b",
        [("id", "${id}"), ("t", "${t}")],
        "*",
        ("blank",),
    ),
    Kind(
        'val path = "pages/a/b?id=$id&t=${order.t}"',
        "pages/a/b",
        [("id", "${id}"), ("t", "${order.t}")],
        "*",
        ("blank",),
    ),
    Kind(
        'path := fmt.Sprintf("pages/a/b?id=%d&n=a%%20b", order.ID)',
        "pages/a/b",
        [("id", "${order.ID}"), ("n", "a b")],
        "*",
        ("blank",),
    ),
    Kind(
        'String path = String.format("pages/a/b?id=%2$s&t=%1$d", t, id);',
        "pages/a/b",
        [("id", "${id}"), ("t", "${t}")],
        "*",
        ("blank",),
    ),
    Kind(
        'path := fmt.Sprintf("pages/a/b?id=%[2]d&t=%[1]s&u=%[1]s", t, id)',
        "pages/a/b",
        [("id", "${id}"), ("t", "${t}"), ("u", "${t}")],
        "*",
        ("blank",),
    ),
    Kind(
        'path = "pages/a/b?id=%s&n=50%%25" % (order_id,)',
        "pages/a/b",
        [("id", "${order_id}"), ("n", "50%")],
        "*",
        ("blank",),
    ),
    Kind(
        'path := fmt.Sprintf("pages/a/b?id=%d", order.ID)',
        "pages/a/b",
        [("id", "${order.ID}")],
        "*",
        ("blank",),
    ),
    Kind(
        "$path = sprintf('/pages/a/b?id=%s&t=%2$s', $id, $t);",
        "pages/a/b",
        [("id", "${id}"), ("t", "${t}")],
        "*",
        ("blank",),
    ),
    Kind(
        '$path = "/pages/a/b?id={$order->item->id}&t=1";',
        "pages/a/b",
        [("id", "${order.item.id}"), ("t", "1")],
        "*",
        ("blank",),
    ),
    Kind(
        "'page' => sprintf('pages/a/b?id=%d&t=%s', $id, $t),",
        "pages/a/b",
        [("id", "${id}"), ("t", "${t}")],
        "*",
        ("blank",),
    ),
    Kind(
        "page = 'pages/a/b?id=%s&t=%s' % (order.id, t)",
        "pages/a/b",
        [("id", "${order.id}"), ("t", "${t}")],
        "*",
        ("blank",),
    ),
    Kind(
        "page='pages/a/b?id={}&t={}'.format(order.id, t)",
        "pages/a/b",
        [("id", "${order.id}"), ("t", "${t}")],
        "*",
        ("blank",),
    ),
    Kind(
        'var path = $"pages/a/b?id={order.Id}&t={t}";',
        "pages/a/b",
        [("id", "${order.Id}"), ("t", "${t}")],
        "*",
        ("blank",),
    ),
    Kind(
        'let path = "pages/a/b?id=\\(order.id)&t=1"',
        "pages/a/b",
        [("id", "${order.id}"), ("t", "1")],
        "*",
        ("blank",),
    ),
    Kind(
        'req.path = "pages/a/b?id=" + id; req.userName = "gh_1"; req.miniprogramType = 0;',
        "pages/a/b",
        [("id", "${id}")],
        "share_message",
        ("blank",),
    ),
    Kind(
        "return {\n title: '看',\n path: 'pages/a/b?id=' + this.data.id,\n}",
        "pages/a/b",
        [("id", "${this.data.id}")],
        "share_message",
        ("blank", "leading_slash"),
    ),
    Kind(
        "onShareAppMessage: function (res) {\n    if (res.from === 'button') { console.log(res.target) }\n    return {\n      title: '自定义转发标题',\n      path: '/page/user?id=123'\n    }\n  }",
        "page/user",
        [("id", "123")],
        "share_message",
    ),
    Kind(
        "export default {\n  onShareAppMessage() {\n    return { title: this.title, path: `/pages/a/b?id=${this.id}`, imageUrl: this.img }\n  },\n  onShareTimeline() {\n    return { title: this.title, query: `id=${this.id}` }\n  }\n}",
        "pages/a/b",
        [("id", "${this.id}")],
        "share_message",
        ("blank",),
        others=1,
    ),
    Kind(
        "useShareAppMessage(() => ({ title: 'x', path: '/pages/a/b?id=' + router.params.id }))",
        "pages/a/b",
        [("id", "${router.params.id}")],
        "share_message",
        ("blank",),
    ),
    Kind("wx.shareAppMessage({ title: 'x', query: 'id=1&t=2' })", "", [("id", "1"), ("t", "2")]),
    Kind("wx.switchTab({ url: '/pages/index/index' })", "pages/index/index", [], "navigate"),
    Kind('navigateTo:ok {url: "/pages/a/b?id=1"}', "pages/a/b", [("id", "1")]),
    Kind(
        "{errMsg: 'navigateTo:fail page \"pages/a/b?id=1\" is not found'}",
        "pages/a/b",
        [("id", "1")],
    ),
    Kind('[pages/a/b] onLoad {id: "1", scene: undefined}', "pages/a/b", [("id", "1")], None),
    Kind('onLoad(options) {"id":"1","name":"%E7%BE%A4"}', "", [("id", "1"), ("name", "群")], None),
    Kind(
        '2026/01/02 10:00:00 pages/a/b onLoad options: {"id":"1"}', "pages/a/b", [("id", "1")], None
    ),
    Kind("url: /pages/a/b?id=1&t=2", "pages/a/b", [("id", "1"), ("t", "2")]),
    Kind("路径：pages/a/b?id=1", "pages/a/b", [("id", "1")]),
    Kind("小程序路径: /pages/a/b?id=1  appid: wx0123456789abcdef", "pages/a/b", [("id", "1")]),
    Kind(
        "- pages/a/b?id=1\n- pages/a/c?id=2\n",
        "pages/a/b",
        [("id", "1")],
        "*",
        ("several_paths",),
        others=1,
    ),
    Kind(
        "| 名称 | 路径 |\n|---|---|\n| 首页 | pages/a/b?id=1 |\n| 二 | pages/a/c |",
        "pages/a/b",
        [("id", "1")],
    ),
    Kind("pages/a/b?id=1\\&t=2", "pages/a/b", [("id", "1"), ("t", "2")], "*", ("escapes_removed",)),
    Kind(
        '{"path":"pages\\/a\\/b?id=1","query":{"x":"1"},"scene":1001}',
        "pages/a/b",
        [("id", "1"), ("x", "1")],
        None,
    ),
    Kind(
        "weixin://dl/business/?appid=wx0123456789abcdef&amp;path=pages/a/b&amp;query=id%3D1&amp;env_version=trial",
        "pages/a/b",
        [("id", "1")],
        "plain_scheme",
        ("escapes_removed",),
        env="trial",
    ),
    Kind(
        '<a href="weixin://dl/business/?appid=wx0123456789abcdef&path=pages/a/b&query=id%3D1">open</a>',
        "pages/a/b",
        [("id", "1")],
        "plain_scheme",
    ),
    Kind(
        "location.href = 'weixin://dl/business/?appid=wx0123456789abcdef&path=pages/a/b&query=' + encodeURIComponent('id=1&t=' + t)",
        "pages/a/b",
        [("id", "1"), ("t", "${t}")],
        "plain_scheme",
        ("blank",),
    ),
    Kind(
        "weixin://dl/business/?appid=wx0123456789abcdef&path=pages/a/b%3Fid%3D1",
        "pages/a/b",
        [("id", "1")],
        "plain_scheme",
    ),
    Kind(
        "weixin://dl/business/?appid=wx0123456789abcdef&path=/pages/a/b&query=a=1&b=2",
        "pages/a/b",
        [("a", "1"), ("b", "2")],
        "plain_scheme",
        ("leading_slash", "raw_separator"),
    ),
    Kind(
        "https://example.com/mp?id=1&t=%E7%BE%A4",
        "",
        [("id", "1"), ("t", "群")],
        "ordinary_link",
        base_url="https://example.com/mp",
    ),
    Kind(
        "q=https%3A%2F%2Fexample.com%2Fmp%3Fid%3D1&scancode_time=1",
        "",
        [("id", "1")],
        "ordinary_link",
    ),
    Kind(
        '{"path":"pages/a/b","query":{"q":"https%3A%2F%2Fexample.com%2Fmp%3Fid%3D1","scancode_time":"1735689600"},"scene":1011}',
        "pages/a/b",
        [("id", "1")],
        "ordinary_link",
    ),
    Kind(
        '{"scene":"id=1&t=2","page":"pages/a/b","width":280,"is_hyaline":true}',
        "pages/a/b",
        [("id", "1"), ("t", "2")],
        "code_unlimited",
        ("member_dropped",),
    ),
    Kind('{"page":"pages/a/b","scene":"abc"}', "pages/a/b", [("scene", "abc")], "code_unlimited"),
    Kind('{"scene":"a=b==","page":"pages/a/b"}', "pages/a/b", [("a", "b==")], "code_unlimited"),
    Kind(
        '$app->getClient()->postJson("/wxa/getwxacodeunlimit", ["scene" => "id=1", "page" => "pages/a/b", "check_path" => false]);',
        "pages/a/b",
        [("id", "1")],
        "code_unlimited",
    ),
    Kind(
        "client.wxa.get_wxa_code_unlimited(scene='id=1', page='pages/a/b')",
        "pages/a/b",
        [("id", "1")],
        "code_unlimited",
    ),
    Kind(
        "wx.cloud.callFunction({name: 'code', data: {page: 'pages/a/b', scene: 'id=1'}})",
        "pages/a/b",
        [("id", "1")],
        "code_unlimited",
    ),
    Kind(
        '{"jump_wxa":{"path":"/pages/a/b?id=1","query":""},"expire_type":0,"expire_time":1606737600}',
        "pages/a/b",
        [("id", "1")],
        "scheme",
        ("member_dropped",),
    ),
    Kind('{"jump_wxa":{"path":"","query":"id=1"}}', "", [("id", "1")], "scheme"),
    Kind(
        "jump_wxa: { path: '/pages/a/b', query: `id=${id}&t=1`, env_version: env }",
        "pages/a/b",
        [("id", "${id}"), ("t", "1")],
        "scheme",
        ("blank",),
    ),
    Kind(
        '{"path":"/pages/a/b","query":"id=1","is_expire":true,"expire_type":1,"expire_interval":1,"env_version":"develop","cloud_base":{"env":"x"}}',
        "pages/a/b",
        [("id", "1")],
        "url_link",
        ("member_dropped",),
        env="develop",
    ),
    Kind(
        '{"page_url":"/pages/a/b?id=1","page_title":"标题","is_permanent":true}',
        "pages/a/b",
        [("id", "1")],
        "short_link",
        ("leading_slash", "member_dropped"),
        title="标题",
    ),
    Kind("pages/a/b.html", "pages/a/b", [], "*", ("html_suffix",)),
    Kind(
        '{"path":"pages/a/b.html?id=1","title":"x"}',
        "pages/a/b",
        [("id", "1")],
        "share_message",
        ("html_suffix",),
    ),
    Kind(
        '<wx-open-launch-weapp username="gh_1" :path="\'pages/a/b.html?id=\' + id" env-version="trial">',
        "pages/a/b",
        [("id", "${id}")],
        "open_tag",
        ("blank",),
        env="trial",
    ),
    Kind(
        'wx.invoke("launchMiniprogram", {appid: "wx0123456789abcdef", path: "pages/a/b.html?id=1"}, function(res){})',
        "pages/a/b",
        [("id", "1")],
        "wecom_card",
        app_id="wx0123456789abcdef",
    ),
    Kind(
        "<xml>\n<URL>x</URL>\n<PagePath><![CDATA[pages/a/b?id=1]]></PagePath>\n</xml>",
        "pages/a/b",
        [("id", "1")],
    ),
    Kind(
        "<xml><MsgType>miniprogrampage</MsgType><PagePath>pages/a/b?id=1&amp;t=2</PagePath></xml>",
        "pages/a/b",
        [("id", "1"), ("t", "2")],
        "customer_message",
    ),
    Kind(
        "<appmsg><title>x</title><weappinfo><username>gh_x@app</username><appid>wx0123456789abcdef</appid><pagepath><![CDATA[pages/a/b.html?id=1]]></pagepath></weappinfo></appmsg>",
        "pages/a/b",
        [("id", "1")],
    ),
    Kind("'../detail/detail?id=' + id", "../detail/detail", [("id", "${id}")], "*", ("blank",)),
    Kind("./detail?id=1", "./detail", [("id", "1")]),
    Kind(
        "plugin://myPlugin/hello-component?id=1", "plugin://myPlugin/hello-component", [("id", "1")]
    ),
    Kind(
        '<navigator url="plugin://myPlugin/page?id={{id}}">',
        "plugin://myPlugin/page",
        [("id", "${id}")],
        "navigate",
        ("blank",),
    ),
    Kind(
        '{"pages":["pages/index/index","pages/a/b"],"window":{}}',
        "pages/index/index",
        [],
        "*",
        ("several_paths",),
        others=1,
    ),
    Kind(
        '{"tabBar":{"list":[{"pagePath":"pages/index/index","text":"x"},{"pagePath":"pages/me/me"}]}}',
        "pages/index/index",
        [],
    ),
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


VALUES = ("id", "item.id", "this.data.id", "options.shareId", "list[0].id")
PIECES = ("1", "x-y", "群聊", "a b")


def written(draw: random.Random, names: list[str]) -> tuple[str, list[tuple[str, str]]]:
    """Return an expression for a query, and the parameters that it stands for."""
    quote = draw.choice("'\"`")
    parts, pairs = [f"{quote}/pages/shop/detail?"], []
    for place, name in enumerate(names):
        lead = ("&" if place else "") + name + "="
        variable, piece = draw.choice(VALUES), draw.choice(PIECES)
        if draw.random() < 0.3:
            parts[-1] += lead + quoted(piece)
            pairs.append((name, piece))
        elif quote == "`" and draw.random() < 0.8:
            inner = draw.choice([variable, f" {variable} ", f"encodeURIComponent({variable})"])
            parts[-1] += f"{lead}${{{inner}}}"
            pairs.append((name, f"${{{variable}}}"))
        else:
            wrapped = draw.choice(
                [variable, f"encodeURIComponent({variable})", f"({variable} || '')"]
            )
            parts[-1] += f"{lead}{quote}"
            parts += [f" + {wrapped}", f" + {quote}"]
            pairs.append((name, f"${{{variable}}}"))
    return "".join(parts) + quote, pairs


@pytest.mark.parametrize("seed", range(120))
def test_no_expression_loses_anything(seed: int) -> None:
    draw = random.Random(seed)
    names = draw.sample(["id", "from", "t", "uid", "skuId", "n"], draw.randint(1, 4))
    expression, pairs = written(draw, names)
    around, target = draw.choice(AROUND)
    parsed = parse(around.replace("EXPRESSION", expression))
    assert parsed.share_path == SharePath("pages/shop/detail", pairs)
    assert target in ("*", parsed.target)
    has_blank = any("${" in value for _, value in pairs)
    assert ("blank" in [finding.code for finding in parsed.findings]) is has_blank


AROUND = (
    ("EXPRESSION", "share_message"),
    ("wx.navigateTo({ url: EXPRESSION })", "navigate"),
    ("uni.redirectTo({\n  success() {},\n  url: EXPRESSION,\n})", "navigate"),
    ("return { title: `看 ${name}`, path: EXPRESSION, imageUrl: '' }", "share_message"),
    ("const path = EXPRESSION;\nreturn { path }", "share_message"),
    ("onShareAppMessage() {\n  const p = EXPRESSION\n  return { title: 'x', path: p }\n}", "*"),
    ("wx.navigateToMiniProgram({ appId: 'wx0123456789abcdef', path: EXPRESSION })", "*"),
    ("$axios.post(u, { page_url: EXPRESSION, page_title: 't' })", "short_link"),
    ("go() { this.$router.push(EXPRESSION) }, // x", "navigate"),
)
LOGS = (
    "{}",
    "onShow {}",
    "2026/11/25 18:05:27 onShow {}",
    "[2026-11-25T18:05:27.123Z] INFO /app?x=1&y=2 onLaunch: {}",
    "https://servicewechat.com/wx0/devtools/page-frame.html onShow {} at app.js:3",
    "> wx.getLaunchOptionsSync()\n{}",
    "App onShow Object {}",
    "path/of/log.txt:12: options = {};",
    "// https://example.com/doc\n{}",
    "收到：{}，请看",
)


@pytest.mark.parametrize("seed", range(80))
def test_no_log_line_hides_an_object(seed: int) -> None:
    draw = random.Random(seed)
    pairs = [(name, draw.choice(PIECES)) for name in draw.sample(["id", "from", "t"], 2)]
    query = {name: quoted(value) for name, value in pairs}
    options = {"path": "pages/shop/detail", "query": query, "scene": 1044, "referrerInfo": {}}
    separators = draw.choice([(", ", ": "), (",", ":")])
    text = json.dumps(options, separators=separators, ensure_ascii=draw.random() < 0.5)
    if draw.random() < 0.5:
        text = re.sub(r'"(\w+)":', r"\1:", text)
    parsed = parse(draw.choice(LOGS).replace("{}", text))
    assert parsed.share_path == SharePath("pages/shop/detail", pairs)
    assert (parsed.target, parsed.options.scene) == (None, 1044)


ESCAPES = ("\\u0026", "u0026", "&amp;", "&#38;", "&#x26;", "\\x26", "\\&", "＆", "^&")


@pytest.mark.parametrize("escape", ESCAPES)
@pytest.mark.parametrize("seed", range(8))
def test_no_escape_becomes_part_of_a_value(escape: str, seed: int) -> None:
    draw = random.Random(seed)
    names = draw.sample(["id", "uid", "from", "t"], draw.randint(2, 4))
    pairs = [(name, draw.choice(PIECES[:3])) for name in names]
    query = escape.join(f"{name}={quoted(value)}" for name, value in pairs)
    slash, mark = draw.choice(["/", "", "\\/"]), draw.choice(["?", "？", "\\u003f", "\\?"])
    parsed = parse(f"{slash}pages/shop/detail{mark}{query}")
    assert parsed.share_path == SharePath("pages/shop/detail", pairs)
    assert "escapes_removed" in [finding.code for finding in parsed.findings]
