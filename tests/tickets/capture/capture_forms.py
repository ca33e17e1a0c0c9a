"""Capture forms: the shapes in which tickets are pasted, each filled with fresh values."""

# ruff: noqa: E501

from __future__ import annotations

import base64
import hashlib
import html
import json
import secrets
import urllib.parse
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

from inspector.tickets.decryption import base64_text, cipher
from inspector.tickets.ticket import Ticket


@dataclass(frozen=True)
class Minted:
    """A ticket of our own making, with everything that can come along."""

    key: str
    iv: str
    data: str
    app: str
    raw: str
    signature: str
    handle: str
    topic: str


def mint(key: str | None = None, size: int | None = None) -> Minted:
    key = key or base64_text.encode(secrets.token_bytes(16))
    iv = base64_text.encode(secrets.token_bytes(16))
    app = "wx" + secrets.token_hex(8)
    group = "tG" + secrets.token_urlsafe(size or 20)[: size or 27]
    payload = {"openGId": group, "watermark": {"timestamp": 1535624932, "appid": app}}
    sealed = cipher.seal(
        base64_text.decode(key),
        base64_text.decode(iv),
        json.dumps(payload, separators=(",", ":")).encode(),
    )
    raw = json.dumps({"nickName": 'A "B" 群', "gender": 1, "city": "X/Y"}, ensure_ascii=False)
    raw = raw.replace(": ", ":").replace(", ", ",")
    return Minted(
        key=key,
        iv=iv,
        data=base64_text.encode(sealed),
        app=app,
        raw=raw,
        signature=hashlib.sha1((raw + key).encode()).hexdigest(),
        handle=str(uuid.uuid4()),
        topic="测试群" + secrets.token_hex(2),
    )


FULL = ("session_key", "iv", "encryptedData")


@dataclass(frozen=True)
class Form:
    name: str
    build: Callable[[Minted], str]
    fields: tuple[str, ...] = FULL
    reader: str | None = None
    ids: dict[str, str] = field(default_factory=dict)


def expected(minted: Minted, fields: tuple[str, ...]) -> dict[str, str]:
    values = {
        "session_key": minted.key,
        "iv": minted.iv,
        "encryptedData": minted.data,
        "appid": minted.app,
        "rawData": minted.raw,
        "signature": minted.signature,
        "shareTicket": minted.handle,
    }
    return {name: values[name] for name in fields}


def found(ticket: Ticket) -> dict[str, str]:
    from inspector.tickets.ticket import WIRE_NAMES

    pairs = ((wire, ticket.field(wire)) for wire in WIRE_NAMES.values())
    return {wire: value for wire, value in pairs if value is not None}


def whole(m: Minted) -> dict[str, str]:
    return {"session_key": m.key, "iv": m.iv, "encryptedData": m.data}


def result(m: Minted) -> dict[str, str]:
    return {"errMsg": "getShareInfo:ok", "encryptedData": m.data, "iv": m.iv}


def _wrap(text: str, width: int, joint: str) -> str:
    return joint.join(text[at : at + width] for at in range(0, len(text), width))


def quote(text: str) -> str:
    return urllib.parse.quote(text, safe="")


def har(*entries: dict[str, object]) -> str:
    return json.dumps(
        {"log": {"version": "1.2", "creator": {}, "entries": list(entries)}}, indent=1
    )


def entry(
    url: str, body: str = "", answer: str = "", method: str = "POST", encoding: str | None = None
) -> dict[str, object]:
    content: dict[str, object] = {"size": 1, "mimeType": "application/json", "text": answer}
    if encoding:
        content["encoding"] = encoding
    return {
        "startedDateTime": "2026-01-02T03:04:05.678Z",
        "request": {
            "method": method,
            "url": url,
            "headers": [
                {"name": "Sec-WebSocket-Key", "value": base64_text.encode(secrets.token_bytes(16))},
                {"name": "Referer", "value": "https://servicewechat.com/wx0/devtools/page.html"},
            ],
            "postData": {"mimeType": "application/json", "text": body},
        },
        "response": {"status": 200, "content": content},
        "timings": {"send": 0},
    }


FORMS: tuple[Form, ...] = (
    Form("json", lambda m: json.dumps(whole(m)), reader="json"),
    Form("json pretty", lambda m: json.dumps(whole(m), indent=4), reader="json"),
    Form("json php slashes", lambda m: json.dumps(whole(m)).replace("/", "\\/"), reader="json"),
    Form(
        "json nested",
        lambda m: json.dumps({"a": [{"b": {"c": [[{"d": whole(m)}]]}}]}),
        reader="json",
    ),
    Form(
        "json key above",
        lambda m: json.dumps({"session_key": m.key, "x": {"detail": result(m)}}),
    ),
    Form(
        "json siblings",
        lambda m: json.dumps(
            {"login": {"openid": "oX", "session_key": m.key}, "share": {"data": result(m)}}
        ),
    ),
    Form("json escaped twice", lambda m: json.dumps(json.dumps(whole(m)))),
    Form(
        "json escaped thrice", lambda m: json.dumps({"b": json.dumps({"c": json.dumps(whole(m))})})
    ),
    Form(
        "json escaped four times",
        lambda m: json.dumps(json.dumps(json.dumps(json.dumps(whole(m))))),
    ),
    Form(
        "json body string with slashes",
        lambda m: json.dumps({"body": json.dumps(whole(m)).replace("/", "\\/")}),
    ),
    Form(
        "json gson escapes",
        lambda m: json.dumps(whole(m)).replace("=", "\\u003d").replace("+", "\\u002b"),
    ),
    Form(
        "json gson escapes nested",
        lambda m: json.dumps({"x": json.dumps(whole(m)).replace("=", "\\u003d")}),
    ),
    Form(
        "2017 result",
        lambda m: json.dumps(
            {
                "errMsg": "getShareInfo:ok",
                "rawData": m.raw,
                "signature": m.signature,
                "encryptedData": m.data,
                "iv": m.iv,
                "roomTopic": m.topic,
                "session_key": m.key,
                "appid": m.app,
            },
            ensure_ascii=False,
        ),
        fields=(*FULL, "rawData", "signature", "appid"),
    ),
    Form(
        "2017 result escaped",
        lambda m: json.dumps(
            json.dumps({"rawData": m.raw, "signature": m.signature, **whole(m), "appId": m.app})
        ),
        fields=(*FULL, "rawData", "signature", "appid"),
    ),
    Form(
        "console literal",
        lambda m: (
            f'{{errMsg: "getShareInfo:ok", iv: "{m.iv}", encryptedData: "{m.data}", '
            f"session_key: '{m.key}', cloudID: undefined, __proto__: Object}}"
        ),
    ),
    Form(
        "console preview and expansion",
        lambda m: (
            f'▼ {{errMsg: "getShareInfo:ok", encryptedData: "{m.data[:40]}…{m.data[-30:]}", '
            f'iv: "{m.iv}"}}\n  encryptedData: "{m.data}"\n  errMsg: "getShareInfo:ok"\n'
            f'  iv: "{m.iv}"\n  __proto__: Object\nsession_key: {m.key}'
        ),
    ),
    Form(
        "console raw data",
        lambda m: (
            f'{{\n  rawData: "{m.raw}",\n  signature: "{m.signature}",\n  iv: "{m.iv}",\n'
            f'  encryptedData: "{m.data}",\n  session_key: "{m.key}",\n}}'
        ).replace('A \\"B\\" 群', 'A \\"B\\" 群'),
        fields=(*FULL, "rawData", "signature"),
    ),
    Form(
        "concatenated",
        lambda m: (
            f"var appId = '{m.app}'\nvar sessionKey = '{m.key}'\nvar encryptedData =\n\t'"
            + _wrap(m.data, 40, "'+\n\t'")
            + f"'\nvar iv = '{m.iv}'\n\nvar pc = new WXBizDataCrypt(appId, sessionKey)\n"
            "var data = pc.decryptData(encryptedData , iv)"
        ),
        fields=(*FULL, "appid"),
        reader="script",
    ),
    Form(
        "php concatenated",
        lambda m: (
            f'<?php\n$sessionKey = "{m.key}";\n$encryptedData="'
            + _wrap(m.data, 50, '" .\n "')
            + f'";\n$iv = "{m.iv}";'
        ),
    ),
    Form(
        "php wrapped string",
        lambda m: (
            f'$encryptedData="{_wrap(m.data, 64, chr(10))}";\n$iv = "{m.iv}";\n$sessionKey = \'{m.key}\';'
        ),
    ),
    Form(
        "php array",
        lambda m: f"['session_key' => '{m.key}', 'iv' => '{m.iv}', 'encryptedData' => '{m.data}',]",
    ),
    Form(
        "php var_dump",
        lambda m: (
            "array(3) {\n"
            + "".join(f'  ["{k}"]=>\n  string({len(v)}) "{v}"\n' for k, v in whole(m).items())
            + "}"
        ),
    ),
    Form(
        "php print_r",
        lambda m: "Array\n(\n" + "".join(f"    [{k}] => {v}\n" for k, v in whole(m).items()) + ")",
    ),
    Form(
        "php serialize",
        lambda m: (
            "a:3:{"
            + "".join(f's:{len(k)}:"{k}";s:{len(v)}:"{v}";' for k, v in whole(m).items())
            + "}"
        ),
    ),
    Form("python repr", lambda m: repr(whole(m))),
    Form("python bytes", lambda m: repr({k: v.encode() for k, v in whole(m).items()})),
    Form(
        "python implicit concatenation",
        lambda m: (
            f"session_key = '{m.key}'\niv = '{m.iv}'\nencrypted_data = (\n    '"
            + _wrap(m.data, 60, "'\n    '")
            + "'\n)\n"
        ),
    ),
    Form("parse_qs", lambda m: repr({k: [v] for k, v in whole(m).items()})),
    Form(
        "ruby hash", lambda m: "{" + ", ".join(f':{k} => "{v}"' for k, v in whole(m).items()) + "}"
    ),
    Form("go struct", lambda m: f"{{SessionKey:{m.key} Iv:{m.iv} EncryptedData:{m.data} AppId:}}"),
    Form(
        "go declared",
        lambda m: f'sessionKey := "{m.key}"\niv := "{m.iv}"\nencryptedData := `{m.data}`',
    ),
    Form(
        "rust debug",
        lambda m: (
            f'Ticket {{ session_key: Some("{m.key}"), iv: Some("{m.iv}"), encrypted_data: Some("{m.data}") }}'
        ),
    ),
    Form(
        "swift optional",
        lambda m: (
            f'sessionKey: Optional("{m.key}"), iv: Optional("{m.iv}"), encryptedData: Optional("{m.data}")'
        ),
    ),
    Form(
        "objc nslog",
        lambda m: (
            f'{{\n    encryptedData = "{m.data}";\n    iv = "{m.iv}";\n    "session_key" = "{m.key}";\n}}'
        ),
    ),
    Form(
        "java declared",
        lambda m: (
            f'String sessionKey = "{m.key}";\nString iv = "{m.iv}";\nString encryptedData = "{_wrap(m.data, 70, chr(34) + chr(10) + "  + " + chr(34))}";'
        ),
    ),
    Form(
        "java toString",
        lambda m: f"ShareInfo(sessionKey={m.key}, iv={m.iv}, encryptedData={m.data}, rawData=null)",
    ),
    Form(
        "java map",
        lambda m: f"{{session_key={m.key}, openid=oAbc, iv={m.iv}, encryptedData={m.data}}}",
    ),
    Form(
        "java quoted toString",
        lambda m: f"ShareInfo{{sessionKey='{m.key}', iv='{m.iv}', encryptedData='{m.data}'}}",
    ),
    Form(
        "java raw toString",
        lambda m: (
            f"UserInfo(rawData={m.raw}, signature={m.signature}, encryptedData={m.data}, iv={m.iv}, sessionKey={m.key})"
        ),
        fields=(*FULL, "rawData", "signature"),
    ),
    Form(
        "java map of",
        lambda m: f'Map.of("session_key", "{m.key}", "iv", "{m.iv}", "encryptedData", "{m.data}")',
    ),
    Form("puts", lambda m: "".join(f'params.put("{k}", "{v}");\n' for k, v in whole(m).items())),
    Form(
        "form data appends",
        lambda m: "".join(f"fd.append('{k}', '{v}')\n" for k, v in whole(m).items()),
    ),
    Form(
        "typescript",
        lambda m: (
            f"const sessionKey: string = '{m.key}';\nlet iv: string = '{m.iv}';\nconst encryptedData: string = `{m.data}`;"
        ),
    ),
    Form(
        "csharp",
        lambda m: (
            f'var sessionKey = @"{m.key}"; string iv = @"{m.iv}"; const string EncryptedData = "{m.data}";'
        ),
    ),
    Form("lines", lambda m: f"session_key: {m.key}\niv: {m.iv}\nencryptedData: {m.data}\n"),
    Form(
        "lines blank between",
        lambda m: (
            f"session_key:{m.key}\n\ncode:033ZabcDEF123ghiJKL456mno\n\niv:{m.iv}\n\nencryptedData:{m.data}"
        ),
    ),
    Form("lines data first", lambda m: f"encryptedData={m.data}\niv={m.iv}\nsession_key={m.key}"),
    Form(
        "lines dashes",
        lambda m: f"sessionKey-----:{m.key}\niv-----:{m.iv}\nencryptedData-----:{m.data}",
    ),
    Form(
        "lines full-width colon",
        lambda m: f"session_key：{m.key}\niv： {m.iv}\nencryptedData：{m.data}",
    ),
    Form(
        "lines arrows", lambda m: f"session_key -> {m.key}\niv -> {m.iv}\nencryptedData -> {m.data}"
    ),
    Form(
        "lines below", lambda m: f"session_key:\n{m.key}\niv:\n{m.iv}\nencryptedData:\n{m.data}\n"
    ),
    Form(
        "lines bare below", lambda m: f"session_key\n{m.key}\niv\n{m.iv}\nencryptedData\n{m.data}\n"
    ),
    Form("lines tabs", lambda m: f"session_key\t{m.key}\niv\t{m.iv}\nencryptedData\t{m.data}\n"),
    Form(
        "lines wrapped",
        lambda m: (
            f"iv: {m.iv}\nencryptedData: {_wrap(m.data, 64, chr(10))}\nsession_key: {m.key}\n"
        ),
    ),
    Form(
        "lines wrapped indented",
        lambda m: (
            f"encryptedData:\n    {_wrap(m.data, 40, chr(10) + '    ')}\niv: {m.iv}\nsession_key: {m.key}\n"
        ),
    ),
    Form(
        "mail quoted",
        lambda m: (
            f"> session_key: {m.key}\n> iv: {m.iv}\n> encryptedData: {_wrap(m.data, 60, chr(10) + '> ')}\n> thanks"
        ),
    ),
    Form(
        "markdown ticks",
        lambda m: (
            f"- **session_key**: `{m.key}`\n- **iv**: `{m.iv}`\n- **encryptedData**: `{m.data}`"
        ),
    ),
    Form(
        "markdown names ticked",
        lambda m: f"`session_key`: {m.key}\n`iv` = `{m.iv}`\n> `encryptedData`: `{m.data}`",
    ),
    Form(
        "markdown fence",
        lambda m: f"It fails:\n```json\n{json.dumps(whole(m), indent=2)}\n```\nwhy?",
    ),
    Form(
        "markdown table",
        lambda m: (
            f"| field | value |\n|---|---|\n| session_key | {m.key} |\n| iv | `{m.iv}` |\n| encryptedData | {m.data} |"
        ),
    ),
    Form(
        "yaml",
        lambda m: (
            f"ticket:\n  session_key: {m.key}\n  iv: '{m.iv}'\n  encrypted_data: >-\n    {_wrap(m.data, 60, chr(10) + '    ')}\n  note: x"
        ),
    ),
    Form(
        "env",
        lambda m: f"export SESSION_KEY={m.key}\nexport IV={m.iv}\nexport ENCRYPTED_DATA={m.data}",
    ),
    Form(
        "flags",
        lambda m: f"inspector decode --session-key {m.key} --iv {m.iv} --encrypted-data {m.data}",
    ),
    Form(
        "flags equal",
        lambda m: f"decode --session-key='{m.key}' --iv='{m.iv}' --encrypted-data='{m.data}'",
    ),
    Form(
        "headers",
        lambda m: (
            f"GET /x HTTP/1.1\r\nHost: a.b\r\nX-WX-Encrypted-Data: {m.data}\r\nX-WX-IV: {m.iv}\r\nX-WX-Session-Key: {m.key}\r\n\r\n"
        ),
    ),
    Form(
        "cookies",
        lambda m: (
            f"Cookie: session_key={m.key}; sid=abc\n\niv={m.iv}&encryptedData={quote(m.data)}"
        ),
    ),
    Form(
        "sentence",
        lambda m: (
            f"my session_key is {m.key} and the iv is {m.iv}, the encryptedData is {m.data}. What now?"
        ),
    ),
    Form("chinese labels", lambda m: f"会话密钥：{m.key}\n初始向量：{m.iv}\n加密数据：{m.data}"),
    Form(
        "chinese labels with remarks",
        lambda m: (
            f"用户的会话密钥(session_key)：{m.key}，偏移量（iv）：{m.iv}，密文是：{m.data}。请帮忙看看"
        ),
    ),
    Form(
        "chinese labels bracketed",
        lambda m: f"【会话密钥】{m.key}\n【初始向量】{m.iv}\n【加密数据】{m.data}",
    ),
    Form(
        "chinese sentence",
        lambda m: f"session_key为{m.key}，iv是{m.iv}，加密数据如下：\n{m.data}\n解不开",
    ),
    Form(
        "object preview",
        lambda m: (
            f'cloudID"70_sAbC"\ncode"f4c5{secrets.token_hex(14)}"\nencryptedData"{m.data}"\nerrMsg"getShareInfo:ok"\niv"{m.iv}"\nsession_key"{m.key}"'
        ),
        reader="object_preview",
    ),
    Form(
        "form",
        lambda m: f"session_key={quote(m.key)}&iv={quote(m.iv)}&encryptedData={quote(m.data)}",
        reader="form",
    ),
    Form(
        "form raw", lambda m: f"session_key={m.key}&iv={m.iv}&encryptedData={m.data}", reader="form"
    ),
    Form(
        "form double",
        lambda m: (
            f"session_key={quote(quote(m.key))}&iv={quote(quote(m.iv))}&encryptedData={quote(quote(m.data))}"
        ),
    ),
    Form(
        "form with raw data",
        lambda m: urllib.parse.urlencode({"rawData": m.raw, "signature": m.signature, **whole(m)}),
        fields=(*FULL, "rawData", "signature"),
    ),
    Form(
        "form bracket names",
        lambda m: (
            f"data%5Bsession_key%5D={quote(m.key)}&data%5Biv%5D={quote(m.iv)}&data%5BencryptedData%5D={quote(m.data)}"
        ),
    ),
    Form(
        "url",
        lambda m: (
            f"https://a.example/open?session_key={quote(m.key)}&iv={quote(m.iv)}&encryptedData={quote(m.data)}&x=1#top"
        ),
    ),
    Form("encoded json", lambda m: quote(json.dumps(whole(m)))),
    Form("encoded json twice", lambda m: "payload=" + quote(quote(json.dumps(whole(m)))) + "&x=1"),
    Form(
        "base64 of json",
        lambda m: "body: " + base64.b64encode(json.dumps(whole(m)).encode()).decode(),
    ),
    Form(
        "curl json",
        lambda m: (
            f"curl 'https://a.example/api' -H 'content-type: application/json' --data-raw '{json.dumps(whole(m))}' --compressed"
        ),
        reader="curl",
    ),
    Form(
        "curl ansi",
        lambda m: (
            "curl https://a.example/api --data-raw $'"
            + json.dumps(whole(m)).replace("+", "\\u002b")
            + "'"
        ),
    ),
    Form(
        "curl double quotes",
        lambda m: "curl https://a.example/api -d " + json.dumps(json.dumps(whole(m))),
    ),
    Form(
        "curl fields",
        lambda m: (
            f"curl -X POST https://a.example \\\n  -d session_key={quote(m.key)} \\\n  -d iv={quote(m.iv)} \\\n  -d 'encryptedData={quote(m.data)}'"
        ),
    ),
    Form(
        "curl urlencode",
        lambda m: (
            f"curl https://a.example --data-urlencode 'session_key={m.key}' --data-urlencode \"iv={m.iv}\" --data-urlencode encryptedData={m.data}"
        ),
    ),
    Form(
        "curl form",
        lambda m: (
            f"curl https://a.example -F session_key={m.key} -F 'iv={m.iv}' -F \"encryptedData={m.data}\""
        ),
    ),
    Form(
        "curl cmd",
        lambda m: (
            'curl "https://a.example/api" ^\n  -H "content-type: application/json" ^\n  --data-raw "'
            + json.dumps(whole(m)).replace('"', '\\"')
            + '"'
        ),
    ),
    Form(
        "curl cmd carets",
        lambda m: (
            'curl ^"https://a.example/api^" ^\n  --data-raw ^"'
            + json.dumps(whole(m)).replace('"', '^\\^"').replace("{", "^{").replace("}", "^}")
            + '^"'
        ),
    ),
    Form(
        "powershell",
        lambda m: (
            'Invoke-WebRequest -Uri "https://a.example" -Method "POST" -Body "'
            + json.dumps(whole(m)).replace('"', '`"')
            + '"'
        ),
    ),
    Form(
        "fetch",
        lambda m: (
            'fetch("https://a.example", {"body": '
            + json.dumps(json.dumps(whole(m)))
            + ', "method": "POST"});'
        ),
    ),
    Form(
        "wx.request",
        lambda m: (
            f"wx.request({{url: 'https://a.example', data: {{session_key: '{m.key}', iv: '{m.iv}', encryptedData: '{m.data}'}}, success: res => {{}}}})"
        ),
    ),
    Form(
        "multipart",
        lambda m: (
            "".join(
                f'--X\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'
                for k, v in whole(m).items()
            )
            + "--X--"
        ),
    ),
    Form(
        "html inputs",
        lambda m: (
            "<form>"
            + "".join(
                f'<input type="hidden" name="{k}" value="{html.escape(v)}">'
                for k, v in whole(m).items()
            )
            + "</form>"
        ),
    ),
    Form(
        "html inputs value first",
        lambda m: "".join(
            f"<input value='{v}' type=hidden name='{k}' />\n" for k, v in whole(m).items()
        ),
    ),
    Form("html entities", lambda m: "<pre>" + html.escape(json.dumps(whole(m))) + "</pre>"),
    Form(
        "html table",
        lambda m: (
            "<table>"
            + "".join(f"<tr><td>{k}</td><td>{v}</td></tr>" for k, v in whole(m).items())
            + "</table>"
        ),
    ),
    Form(
        "html textarea",
        lambda m: "".join(
            f'<label>{k}</label><textarea name="{k}" rows="3">{v}</textarea>'
            for k, v in whole(m).items()
        ),
    ),
    Form(
        "xml",
        lambda m: "<xml>" + "".join(f"<{k}>{v}</{k}>" for k, v in whole(m).items()) + "</xml>",
        reader="markup",
    ),
    Form(
        "xml cdata",
        lambda m: (
            "<xml>\n"
            + "".join(f"  <{k}><![CDATA[{v}]]></{k}>\n" for k, v in whole(m).items())
            + "</xml>"
        ),
    ),
    Form(
        "xml attributes",
        lambda m: f'<ticket session_key="{m.key}" iv="{m.iv}" encryptedData="{m.data}"/>',
    ),
    Form(
        "android preferences",
        lambda m: (
            "<map>"
            + "".join(f'<string name="{k}">{v}</string>' for k, v in whole(m).items())
            + "</map>"
        ),
    ),
    Form(
        "plist",
        lambda m: (
            "<dict>"
            + "".join(f"<key>{k}</key><string>{v}</string>" for k, v in whole(m).items())
            + "</dict>"
        ),
    ),
    Form(
        "name value list",
        lambda m: json.dumps([{"name": k, "value": v} for k, v in whole(m).items()]),
    ),
    Form(
        "postman formdata",
        lambda m: json.dumps([{"key": k, "value": v, "type": "text"} for k, v in whole(m).items()]),
    ),
    Form(
        "call key iv data", lambda m: f"decryptData('{m.key}', '{m.iv}', '{m.data}')", reader="call"
    ),
    Form("call data iv key", lambda m: f'decrypt("{m.data}", "{m.iv}", "{m.key}")'),
    Form("call iv key data", lambda m: f'AES.open("{m.iv}", "{m.key}", "{m.data}")'),
    Form("call bare", lambda m: f"decryptData({m.key}, {m.iv}, {m.data})"),
    Form(
        "call two steps",
        lambda m: (
            f"pc = WXBizDataCrypt('{m.app}', '{m.key}')\nprint(pc.decrypt('{m.data}', '{m.iv}'))"
        ),
    ),
    Form(
        "call wrapped",
        lambda m: (
            f"$app->decryptData(\n  '{m.key}',\n  '{m.iv}',\n  '{_wrap(m.data, 50, chr(39) + '.' + chr(10) + '   ' + chr(39))}'\n);"
        ),
    ),
    Form("three lines", lambda m: f"{m.key}\n{m.iv}\n{m.data}", reader="bare_values"),
    Form("three lines iv first", lambda m: f"{m.iv}\r\n{m.data}\r\n{m.key}\r\n"),
    Form("three lines wrapped", lambda m: f"{m.key}\n{m.iv}\n{_wrap(m.data, 64, chr(10))}\n"),
    Form("three on a line", lambda m: f"{m.key} {m.iv} {m.data}"),
    Form("three with commas", lambda m: f"{m.key},{m.iv},{m.data}"),
    Form("three quoted", lambda m: f'"{m.key}",\n"{m.iv}",\n"{m.data}"'),
    Form(
        "csv",
        lambda m: f"id,session_key,iv,encryptedData\n1,{m.key},{m.iv},{m.data}\n",
        reader="table",
    ),
    Form(
        "csv quoted",
        lambda m: f'"iv","encryptedData","session_key"\n"{m.iv}","{m.data}","{m.key}"\n',
    ),
    Form("tsv", lambda m: f"session_key\tiv\tencrypted_data\n{m.key}\t{m.iv}\t{m.data}"),
    Form("csv chinese", lambda m: f"序号,会话密钥,初始向量,加密数据\n1,{m.key},{m.iv},{m.data}\n"),
    Form(
        "csv json cell",
        lambda m: 'time,body\n2020-01-01,"' + json.dumps(whole(m)).replace('"', '""') + '"\n',
    ),
    Form(
        "mysql table",
        lambda m: (
            f"+---+\n| session_key | iv | encrypted_data |\n+---+\n| {m.key} | {m.iv} | {m.data} |\n+---+\n"
        ),
    ),
    Form(
        "markdown columns",
        lambda m: (
            f"| session_key | iv | encryptedData |\n| --- | --- | --- |\n| `{m.key}` | `{m.iv}` | `{m.data}` |\n"
        ),
    ),
    Form(
        "mysql vertical",
        lambda m: (
            f"*** 1. row ***\n   session_key: {m.key}\n            iv: {m.iv}\nencrypted_data: {m.data}\n"
        ),
    ),
    Form(
        "sql insert",
        lambda m: (
            f"INSERT INTO `t` (`id`, `session_key`, `iv`, `encrypted_data`) VALUES (1, '{m.key}', '{m.iv}', '{m.data}');"
        ),
    ),
    Form(
        "redis",
        lambda m: (
            f'1) "session_key"\n2) "{m.key}"\n3) "iv"\n4) "{m.iv}"\n5) "encryptedData"\n6) "{m.data}"\n'
        ),
    ),
    Form(
        "old single field",
        lambda m: f'{{"encryptData": "{m.data}", "session_key": "{m.key}"}}',
        fields=("session_key", "encryptedData"),
    ),
    Form("odd names", lambda m: f"sessionk_ley={m.key}\njs_iv={m.iv}\nencryptedDataStr={m.data}"),
    Form(
        "odd names 2",
        lambda m: json.dumps({"SessionKey": m.key, "ivData": m.iv, "encrypted_data": m.data}),
    ),
    Form("weak names", lambda m: json.dumps({"key": m.key, "iv": m.iv, "data": m.data})),
    Form("weak names 2", lambda m: json.dumps({"sk": m.key, "iv": m.iv, "encrypted": m.data})),
    Form("weak names all", lambda m: json.dumps({"key": m.key, "vector": m.iv, "cipher": m.data})),
    Form(
        "code session body",
        lambda m: json.dumps(
            {"session_key": m.key + " ", "expires_in": 7200, "openid": "oXyz"}
        ).replace("/", "\\/"),
        fields=("session_key",),
    ),
    Form("result only", lambda m: json.dumps(result(m)), fields=("iv", "encryptedData")),
    Form(
        "data broken off",
        lambda m: (
            f'"data": {{"cloudID":"53_{secrets.token_urlsafe(44)}","encryptedData":"{m.data}","errMsg":"getShareInfo:ok","iv":"{m.iv}"}},\nconst sessionKey = \'{m.key}\''
        ),
    ),
    Form("json cut off", lambda m: json.dumps({**whole(m), "rest": "x" * 30})[:-12]),
    Form(
        "log two lines",
        lambda m: (
            f"2018-08-30 18:28:51 INFO  login openid=oA session_key={m.key}\n2018-08-30 18:28:52 INFO  body={json.dumps(result(m))}"
        ),
        reader="log",
    ),
    Form(
        "log escaped",
        lambda m: (
            "2018-08-30 18:28:52 [info] "
            + json.dumps({"message": "share " + json.dumps({"body": json.dumps(whole(m))})})
        ),
    ),
    Form(
        "log arrows",
        lambda m: (
            f"[18:28:51] key ==> session_key => {m.key} | iv => {m.iv} | encryptedData => {m.data} | code => 0"
        ),
    ),
    Form(
        "console log calls",
        lambda m: (
            f"index.js:12 session_key {m.key}\nindex.js:13 iv {m.iv}\nindex.js:14 encryptedData {m.data}"
        ),
    ),
    Form(
        "launch options",
        lambda m: (
            f'{{"path":"pages/a","query":{{}},"scene":1044,"shareTicket":"{m.handle}","referrerInfo":{{}},"mode":"default"}}'
        ),
        fields=("shareTicket",),
    ),
    Form(
        "launch then result",
        lambda m: (
            f'onShow {{scene: 1044, shareTicket: "{m.handle}"}}\n{json.dumps(result(m))}\nsession_key={m.key}'
        ),
        fields=(*FULL, "shareTicket"),
    ),
    Form("handle alone", lambda m: m.handle, fields=("shareTicket",)),
    Form("data alone", lambda m: m.data, fields=("encryptedData",)),
    Form(
        "har json",
        lambda m: har(
            entry("https://a.example/login", "{}", json.dumps({"data": {"session_key": m.key}})),
            entry("https://a.example/share", json.dumps(result(m)), '{"ok":1}'),
        ),
        reader="har",
    ),
    Form(
        "har form",
        lambda m: har(
            entry("https://a.example/share", f"iv={quote(m.iv)}&encryptedData={quote(m.data)}"),
            entry(
                "https://a.example/login?appid=" + m.app,
                "",
                json.dumps({"session_key": m.key}).replace("/", "\\/"),
            ),
        ),
        fields=(*FULL, "appid"),
    ),
    Form(
        "har base64",
        lambda m: har(
            entry(
                "https://a.example/l",
                "",
                base64.b64encode(json.dumps({"session_key": m.key}).encode()).decode(),
                encoding="base64",
            ),
            entry("https://a.example/share", json.dumps(result(m))),
        ),
    ),
    Form(
        "har query",
        lambda m: har(
            entry(
                f"https://a.example/x?iv={quote(m.iv)}&encryptedData={quote(m.data)}&session_key={quote(m.key)}",
                method="GET",
            )
        ),
    ),
    Form(
        "jsonl",
        lambda m: (
            json.dumps({"t": 1, "session_key": m.key})
            + "\n"
            + json.dumps({"t": 2, "body": result(m)})
            + "\n"
        ),
        reader="jsonl",
    ),
    Form("bom and crlf", lambda m: "\ufeff" + json.dumps(whole(m), indent=2).replace("\n", "\r\n")),
    Form(
        "smart quotes",
        lambda m: f"“session_key”：“{m.key}”，“iv”：“{m.iv}”，“encryptedData”：“{m.data}”",
    ),
    Form(
        "names as values",
        lambda m: (
            f"let iv = res.iv, encryptedData = res.encryptedData\n// session_key: sessionKey\nconsole.log(iv, encryptedData)\nsession_key = '{m.key}'\niv: '{m.iv}',\nencryptedData: '{m.data}'"
        ),
    ),
    Form(
        "decoys",
        lambda m: json.dumps(
            {
                "code": secrets.token_hex(16),
                "openid": "o" + secrets.token_urlsafe(20)[:27],
                "cloudID": "53_" + secrets.token_urlsafe(44),
                "access_token": secrets.token_urlsafe(100),
                "token": base64_text.encode(secrets.token_bytes(48)),
                "nonce": base64_text.encode(secrets.token_bytes(16)),
                **whole(m),
            }
        ),
    ),
)
