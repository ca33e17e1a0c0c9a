"""More capture forms: what people paste from logs, tools, languages and chats."""

# ruff: noqa: E501

from __future__ import annotations

import base64
import html
import json
import secrets

from tests.tickets.capture.capture_forms import FULL, Form, quote, whole


def _wrap(text: str, width: int, joint: str) -> str:
    return joint.join(text[at : at + width] for at in range(0, len(text), width))


MORE: tuple[Form, ...] = (
    Form(
        "wechat chat",
        lambda m: (
            f"帮看下这个解不开\n\nsession_key\n{m.key}\n\niv\n{m.iv}\n\nencryptedData\n{m.data}\n\n谢谢"
        ),
    ),
    Form(
        "chinese 参数",
        lambda m: f"参数:\n1、sessionKey: {m.key}\n2、iv: {m.iv}\n3、encryptedData: {m.data}",
    ),
    Form(
        "numbered",
        lambda m: f"1. session_key = {m.key}\n2. iv = {m.iv}\n3. encryptedData = {m.data}",
    ),
    Form(
        "spring log",
        lambda m: (
            f"2020-01-01 12:00:00.123  INFO 1234 --- [nio-8080-exec-1] c.e.WxController : 解密参数 sessionKey={m.key}, encryptedData={m.data}, ivStr={m.iv}"
        ),
    ),
    Form(
        "log4j placeholders",
        lambda m: (
            f"DEBUG decrypt start, sessionKey:[{m.key}], iv:[{m.iv}], encryptedData:[{m.data}]"
        ),
    ),
    Form("angle", lambda m: f"sessionKey=<{m.key}> iv=<{m.iv}> encryptedData=<{m.data}>"),
    Form("paren", lambda m: f"sessionKey({m.key}), iv({m.iv}), encryptedData({m.data})"),
    Form("pipes", lambda m: f"sessionKey|{m.key}|iv|{m.iv}|encryptedData|{m.data}"),
    Form("tabs in one row", lambda m: f"sessionKey\t{m.key}\tiv\t{m.iv}\tencryptedData\t{m.data}"),
    Form(
        "kotlin",
        lambda m: (
            f'val sessionKey = "{m.key}"\nval iv = "{m.iv}"\nval encryptedData = """{m.data}"""'
        ),
    ),
    Form(
        "kotlin data", lambda m: f"ShareInfo(sessionKey={m.key}, iv={m.iv}, encryptedData={m.data})"
    ),
    Form("dart", lambda m: f"{{sessionKey: {m.key}, iv: {m.iv}, encryptedData: {m.data}}}"),
    Form(
        "lua",
        lambda m: (
            f'{{ ["session_key"] = "{m.key}", ["iv"] = "{m.iv}", encryptedData = [[{m.data}]] }}'
        ),
    ),
    Form(
        "perl",
        lambda m: (
            f"my %h = ( session_key => '{m.key}', iv => '{m.iv}', encryptedData => '{m.data}' );"
        ),
    ),
    Form(
        "elixir", lambda m: f'%{{session_key: "{m.key}", iv: "{m.iv}", encrypted_data: "{m.data}"}}'
    ),
    Form(
        "clojure", lambda m: f'{{:session-key "{m.key}", :iv "{m.iv}", :encrypted-data "{m.data}"}}'
    ),
    Form(
        "toml",
        lambda m: (
            f'[ticket]\nsession_key = "{m.key}"\niv = \'{m.iv}\'\nencrypted_data = """{m.data}"""'
        ),
    ),
    Form(
        "ini", lambda m: f"[ticket]\nsession_key={m.key}\niv={m.iv}\nencrypted_data={m.data}\n; end"
    ),
    Form(
        "docker env",
        lambda m: f"docker run -e SESSION_KEY={m.key} -e IV={m.iv} -e ENCRYPTED_DATA={m.data} img",
    ),
    Form(
        "httpie",
        lambda m: f"http POST a.example/api session_key={m.key} iv={m.iv} encryptedData={m.data}",
    ),
    Form(
        "httpie json",
        lambda m: (
            f"http POST a.example/api session_key:='\"{m.key}\"' iv:='\"{m.iv}\"' encryptedData:='\"{m.data}\"'"
        ),
    ),
    Form(
        "postman raw collection",
        lambda m: json.dumps(
            {
                "item": [
                    {
                        "request": {
                            "body": {
                                "mode": "raw",
                                "raw": json.dumps(
                                    {"session_key": m.key, "iv": m.iv, "encryptedData": m.data},
                                    indent=2,
                                ),
                            }
                        }
                    }
                ]
            }
        ),
    ),
    Form(
        "graphql vars",
        lambda m: json.dumps(
            {
                "query": "mutation($iv:String!,$encryptedData:String!,$sessionKey:String!){x}",
                "variables": {"iv": m.iv, "encryptedData": m.data, "sessionKey": m.key},
            }
        ),
    ),
    Form(
        "graphql inline",
        lambda m: (
            f'mutation {{ decrypt(sessionKey: "{m.key}", iv: "{m.iv}", encryptedData: "{m.data}") {{ ok }} }}'
        ),
    ),
    Form(
        "junit", lambda m: f'assertEquals("x", service.decrypt("{m.key}", "{m.data}", "{m.iv}"));'
    ),
    Form(
        "node call multi",
        lambda m: (
            f"const d = decipher(\n  Buffer.from('{m.key}', 'base64'),\n  Buffer.from('{m.iv}', 'base64'),\n  Buffer.from('{m.data}', 'base64')\n)"
        ),
    ),
    Form("py call b", lambda m: f"decrypt(b'{m.key}', b'{m.iv}', b'{m.data}')"),
    Form(
        "py kwargs",
        lambda m: f"decrypt(session_key='{m.key}', encrypted_data='{m.data}', iv='{m.iv}')",
    ),
    Form(
        "node kv Buffer",
        lambda m: (
            f"const key = Buffer.from('{m.key}', 'base64');\nconst iv = Buffer.from('{m.iv}', 'base64');\nconst encryptedData = Buffer.from('{m.data}', 'base64');"
        ),
    ),
    Form("go call", lambda m: f'decrypt("{m.key}", "{m.iv}", "{m.data}") // key, iv, data'),
    Form("array js", lambda m: json.dumps([m.key, m.iv, m.data])),
    Form("array reordered", lambda m: json.dumps([m.data, m.iv, m.key])),
    Form(
        "pairs arrays",
        lambda m: json.dumps([["session_key", m.key], ["iv", m.iv], ["encryptedData", m.data]]),
    ),
    Form(
        "map js",
        lambda m: (
            f"Map(3) {{'session_key' => '{m.key}', 'iv' => '{m.iv}', 'encryptedData' => '{m.data}'}}"
        ),
    ),
    Form(
        "console table",
        lambda m: (
            f"┌───┐\n│ (index) │ Values │\n├───┤\n│ session_key │ '{m.key}' │\n│ iv │ '{m.iv}' │\n│ encryptedData │ '{m.data}' │\n└──┘"
        ),
    ),
    Form(
        "vconsole",
        lambda m: (
            f'Object\n  encryptedData: "{m.data}"\n  errMsg: "getShareInfo:ok"\n  iv: "{m.iv}"\n__proto__: Object\nsession_key "{m.key}"'
        ),
    ),
    Form(
        "request dump py",
        lambda m: f"b'session_key={quote(m.key)}&iv={quote(m.iv)}&encryptedData={quote(m.data)}'",
    ),
    Form(
        "nginx log",
        lambda m: (
            f'127.0.0.1 - - [01/Jan/2020:00:00:00 +0800] "GET /decode?session_key={quote(m.key)}&iv={quote(m.iv)}&encryptedData={quote(m.data)} HTTP/1.1" 200 12 "https://servicewechat.com/wx1/1/page-frame.html" "Mozilla"'
        ),
    ),
    Form(
        "nginx escaped body",
        lambda m: (
            '1.1.1.1 "POST /x" body: "{\\x22session_key\\x22:\\x22'
            + m.key
            + "\\x22,\\x22iv\\x22:\\x22"
            + m.iv
            + "\\x22,\\x22encryptedData\\x22:\\x22"
            + m.data
            + '\\x22}"'
        ),
    ),
    Form(
        "devtools form data",
        lambda m: (
            f"Form Data\nview source\nview URL encoded\nsession_key: {m.key}\niv: {m.iv}\nencryptedData: {m.data}"
        ),
    ),
    Form(
        "devtools payload tab",
        lambda m: (
            f'▾Request Payload\n{{session_key: "{m.key}", iv: "{m.iv}",…}}\nencryptedData: "{m.data}"\niv: "{m.iv}"\nsession_key: "{m.key}"'
        ),
    ),
    Form(
        "charles",
        lambda m: (
            f':method: POST\n:path: /api\ncontent-type: application/x-www-form-urlencoded\n\nencryptedData={quote(m.data)}&iv={quote(m.iv)}\n\nHTTP/1.1 200\ncontent-type: application/json\n\n{{"session_key":"{m.key}"}}'
        ),
    ),
    Form(
        "soap",
        lambda m: (
            f"<soap:Envelope><soap:Body><ns:SessionKey>{m.key}</ns:SessionKey><ns:Iv>{m.iv}</ns:Iv><ns:EncryptedData>{m.data}</ns:EncryptedData></soap:Body></soap:Envelope>"
        ),
    ),
    Form(
        "xml item",
        lambda m: (
            "<r>" + "".join(f'<item key="{k}" value="{v}"/>' for k, v in whole(m).items()) + "</r>"
        ),
    ),
    Form(
        "xml param text",
        lambda m: (
            "<r>"
            + "".join(f'<param name="{k}">\n    {v}\n  </param>' for k, v in whole(m).items())
            + "</r>"
        ),
    ),
    Form(
        "escaped xml in json",
        lambda m: json.dumps(
            {
                "xml": "<xml>"
                + "".join(f"<{k}><![CDATA[{v}]]></{k}>" for k, v in whole(m).items())
                + "</xml>"
            }
        ),
    ),
    Form(
        "escaped xml entities",
        lambda m: html.escape(
            "<xml>" + "".join(f"<{k}>{v}</{k}>" for k, v in whole(m).items()) + "</xml>"
        ),
    ),
    Form(
        "html dl",
        lambda m: (
            "<dl>"
            + "".join(f"<dt>{k}</dt>\n<dd><code>{v}</code></dd>" for k, v in whole(m).items())
            + "</dl>"
        ),
    ),
    Form(
        "html span label",
        lambda m: "".join(
            f"<p><b>{k}:</b> <span class='v'>{v}</span></p>" for k, v in whole(m).items()
        ),
    ),
    Form(
        "html entity quoted attr",
        lambda m: f'<div data-x="{html.escape(json.dumps(whole(m)))}"></div>',
    ),
    Form(
        "jsx",
        lambda m: (
            f'<Ticket sessionKey={{"{m.key}"}} iv={{"{m.iv}"}} encryptedData={{`{m.data}`}} />'
        ),
    ),
    Form(
        "url hash json", lambda m: f"https://a.example/#/x?d={quote(quote(json.dumps(whole(m))))}"
    ),
    Form("cookie json", lambda m: f"Cookie: t={quote(json.dumps(whole(m)))}; Path=/"),
    Form(
        "base64url body",
        lambda m: (
            "t=" + base64.urlsafe_b64encode(json.dumps(whole(m)).encode()).decode().rstrip("=")
        ),
    ),
    Form(
        "double base64 quoted",
        lambda m: json.dumps(
            {
                "isBase64Encoded": True,
                "body": base64.b64encode(
                    (
                        "session_key="
                        + quote(m.key)
                        + "&iv="
                        + quote(m.iv)
                        + "&encryptedData="
                        + quote(m.data)
                    ).encode()
                ).decode(),
            }
        ),
    ),
    Form(
        "sentry",
        lambda m: json.dumps(
            {
                "extra": {
                    "data": [["session_key", m.key], ["iv", m.iv]],
                    "request": {"encryptedData": m.data},
                }
            }
        ),
    ),
    Form(
        "mongo",
        lambda m: (
            f'{{ "_id" : ObjectId("5f"), "session_key" : "{m.key}", "iv" : "{m.iv}", "encryptedData" : "{m.data}", n: NumberInt(1) }}'
        ),
    ),
    Form(
        "redis hgetall",
        lambda m: (
            f'HGETALL x\n 1) "session_key"\n 2) "{m.key}"\n 3) "iv"\n 4) "{m.iv}"\n 5) "encryptedData"\n 6) "{m.data}"'
        ),
    ),
    Form("kafka", lambda m: f"ConsumerRecord(topic = t, value = {json.dumps(whole(m))})"),
    Form(
        "exception",
        lambda m: (
            f"BadPaddingException at decrypt(encryptedData={m.data}, sessionKey={m.key}, iv={m.iv})\n\tat com.a.B.c(B.java:12)\n\tat x"
        ),
    ),
    Form(
        "tostring lombok nested",
        lambda m: (
            f"Req(share=ShareInfo(encryptedData={m.data}, iv={m.iv}, cloudID=null), session=Session(openid=oX, sessionKey={m.key}))"
        ),
    ),
    Form(
        "proto text",
        lambda m: (
            f'share {{\n  session_key: "{m.key}"\n  iv: "{m.iv}"\n  encrypted_data: "{m.data}"\n}}'
        ),
    ),
    Form(
        "go %+v ptr",
        lambda m: f"&{{SessionKey:{m.key} EncryptedData:{m.data} IV:{m.iv} Err:<nil>}}",
    ),
    Form(
        "go %#v", lambda m: f'main.T{{SessionKey:"{m.key}", EncryptedData:"{m.data}", IV:"{m.iv}"}}'
    ),
    Form(
        "ruby inspect",
        lambda m: f'#<Ticket:0x0 @session_key="{m.key}", @iv="{m.iv}", @encrypted_data="{m.data}">',
    ),
    Form(
        "php dd",
        lambda m: (
            f'array:3 [\n  "session_key" => "{m.key}"\n  "iv" => "{m.iv}"\n  "encryptedData" => "{m.data}"\n]'
        ),
    ),
    Form(
        "php object",
        lambda m: (
            f"stdClass Object\n(\n    [session_key] => {m.key}\n    [iv] => {m.iv}\n    [encryptedData] => {m.data}\n)\n"
        ),
    ),
    Form(
        "php var_export",
        lambda m: "array (\n" + "".join(f"  '{k}' => '{v}',\n" for k, v in whole(m).items()) + ")",
    ),
    Form(
        "easywechat call",
        lambda m: (
            f"$decryptedData = $app->encryptor->decryptData('{m.key}', '{m.iv}', '{m.data}');"
        ),
    ),
    Form(
        "wrapped 76 crlf json",
        lambda m: json.dumps(whole(m)).replace(
            m.data, "\\r\\n".join(m.data[i : i + 76] for i in range(0, len(m.data), 76))
        ),
    ),
    Form(
        "wrapped spaces indent in quotes",
        lambda m: (
            f'iv="{m.iv}" session_key="{m.key}" encryptedData="'
            + "\n        ".join(m.data[i : i + 32] for i in range(0, len(m.data), 32))
            + '"'
        ),
    ),
    Form(
        "wrapped spaces each 32",
        lambda m: (
            f"session_key: {m.key}\niv: {m.iv}\nencryptedData: "
            + "\n".join(m.data[i : i + 32] for i in range(0, len(m.data), 32))
        ),
    ),
    Form(
        "backslash continuation",
        lambda m: (
            f'SESSION_KEY="{m.key}"\nIV="{m.iv}"\nENCRYPTED_DATA="'
            + "\\\n".join(m.data[i : i + 60] for i in range(0, len(m.data), 60))
            + '"'
        ),
    ),
    Form(
        "java sb",
        lambda m: (
            f'String k="{m.key}"; String v="{m.iv}";\nString d = "'
            + '"\n + "'.join(m.data[i : i + 60] for i in range(0, len(m.data), 60))
            + '";\nUtil.decrypt(d, k, v);'
        ),
    ),
    Form(
        "appid secret url + result",
        lambda m: (
            f'https://api.weixin.qq.com/sns/jscode2session?appid={m.app}&secret={secrets.token_hex(16)}&js_code=0{secrets.token_hex(15)}&grant_type=authorization_code\n{{"session_key":"{m.key}","openid":"oX"}}\n{{"errMsg":"getShareInfo:ok","encryptedData":"{m.data}","iv":"{m.iv}"}}'
        ),
        (*FULL, "appid"),
    ),
    Form(
        "2017 console",
        lambda m: (
            f'Object {{errMsg: "getShareInfo:ok", signature: "{m.signature}", roomTopic: "{m.topic}", encryptedData: "{m.data}", iv: "{m.iv}"}}\nsession_key: {m.key}'
        ),
        (*FULL, "signature"),
    ),
    Form(
        "webhook slack",
        lambda m: f"*session_key*: {m.key}\n*iv*: {m.iv}\n*encryptedData*: {m.data}",
    ),
    Form(
        "jira",
        lambda m: (
            f"||field||value||\n|session_key|{m.key}|\n|iv|{m.iv}|\n|encryptedData|{{code}}{m.data}{{code}}|"
        ),
    ),
    Form("rst", lambda m: f":session_key: {m.key}\n:iv: {m.iv}\n:encryptedData: {m.data}"),
    Form("org", lambda m: f"- session_key :: {m.key}\n- iv :: {m.iv}\n- encryptedData :: {m.data}"),
    Form(
        "bold chinese",
        lambda m: (
            f"**会话密钥** (`session_key`)：`{m.key}`\n**初始向量** (`iv`)：`{m.iv}`\n**加密数据** (`encryptedData`)：`{m.data}`"
        ),
    ),
    Form("jp quotes", lambda m: f"session_key「{m.key}」iv「{m.iv}」encryptedData「{m.data}」"),
    Form("diff", lambda m: f"+session_key: {m.key}\n+iv: {m.iv}\n+encryptedData: {m.data}"),
    Form(
        "comment", lambda m: f"// session_key: {m.key}\n// iv: {m.iv}\n// encryptedData: {m.data}"
    ),
    Form(
        "javadoc",
        lambda m: f"/**\n * sessionKey {m.key}\n * iv {m.iv}\n * encryptedData {m.data}\n */",
    ),
    Form(
        "har request only + curl",
        lambda m: (
            f"curl 'https://x/y' -H 'x-session-key: {m.key}' --data-raw 'iv={quote(m.iv)}&encryptedData={quote(m.data)}'"
        ),
    ),
    Form(
        "powershell bytes",
        lambda m: (
            'Invoke-RestMethod -Uri "https://a" -Method Post -Body ([System.Text.Encoding]::UTF8.GetBytes("{$([char]34)session_key$([char]34):$([char]34)'
            + m.key
            + "$([char]34),$([char]34)iv$([char]34):$([char]34)"
            + m.iv
            + "$([char]34),$([char]34)encryptedData$([char]34):$([char]34)"
            + m.data
            + '$([char]34)}"))'
        ),
    ),
    Form(
        "powershell hash",
        lambda m: (
            f"$body = @{{\n    session_key = '{m.key}'\n    iv = '{m.iv}'\n    encryptedData = '{m.data}'\n}}"
        ),
    ),
    Form(
        "bash squote esc",
        lambda m: (
            "curl x -d '{'\\''session_key'\\'':'\\''"
            + m.key
            + "'\\'','\\''iv'\\'':'\\''"
            + m.iv
            + "'\\'','\\''encryptedData'\\'':'\\''"
            + m.data
            + "'\\''}'"
        ),
    ),
    Form("cmd doubled", lambda m: 'curl x -d "' + json.dumps(whole(m)).replace('"', '""') + '"'),
    Form(
        "quoted printable-ish css",
        lambda m: (
            f"sessionKey&#61;{m.key.replace('=', '&#61;')}&amp;iv&#61;{m.iv.replace('=', '&#61;')}&amp;encryptedData&#61;{m.data.replace('=', '&#61;')}"
        ),
    ),
    Form(
        "amp html link",
        lambda m: (
            f'<a href="/x?session_key={quote(m.key)}&amp;iv={quote(m.iv)}&amp;encryptedData={quote(m.data)}">x</a>'
        ),
    ),
    Form(
        "u0026",
        lambda m: json.dumps(
            {
                "url": "/x?session_key="
                + quote(m.key)
                + "&iv="
                + quote(m.iv)
                + "&encryptedData="
                + quote(m.data)
            }
        ).replace("&", "\\u0026"),
    ),
    Form(
        "csv semicolon",
        lambda m: f"openid;encryptedData;iv;session_key\noX;{m.data};{m.iv};{m.key}\n",
    ),
    Form(
        "csv extra header lines",
        lambda m: (
            f"# export 2020\nopenid,encrypted_data,iv,session_key\noX,{m.data},{m.iv},{m.key}\n"
        ),
    ),
    Form("excel copied rows", lambda m: f"会话密钥\t偏移量\t密文\n{m.key}\t{m.iv}\t{m.data}\n"),
    Form("typo names", lambda m: f"sesion_key: {m.key}\niv: {m.iv}\nencrytedData: {m.data}"),
    Form(
        "typo names2",
        lambda m: json.dumps({"seesionKey": m.key, "iv": m.iv, "encryptedDate": m.data}),
    ),
    Form("enc names", lambda m: json.dumps({"sessionKey": m.key, "iv": m.iv, "encData": m.data})),
    Form("kv unknown names", lambda m: json.dumps({"a": m.key, "b": m.iv, "c": m.data})),
    Form("kv unknown names lines", lambda m: f"k: {m.key}\nv: {m.iv}\nd: {m.data}"),
    Form(
        "dots names",
        lambda m: f"wx.session.key={m.key}\nwx.share.iv={m.iv}\nwx.share.encryptedData={m.data}",
    ),
    Form("space names", lambda m: f"Session Key: {m.key}\nIV: {m.iv}\nEncrypted Data: {m.data}"),
    Form(
        "space names title",
        lambda m: f"Session key\n{m.key}\nInitialization vector\n{m.iv}\nEncrypted data\n{m.data}",
    ),
    Form(
        "data url params in log w spaces",
        lambda m: f"[2020-01-01 00:00:00] production.INFO: decrypt {json.dumps(whole(m))} []",
    ),
    Form(
        "laravel dump",
        lambda m: (
            'array:3 [▼\n  "session_key" => "'
            + m.key
            + '"\n  "iv" => "'
            + m.iv
            + '"\n  "encryptedData" => "'
            + m.data
            + '"\n]'
        ),
    ),
    Form(
        "xdebug",
        lambda m: (
            "array (size=3)\n  'session_key' => string '"
            + m.key
            + "' (length=24)\n  'iv' => string '"
            + m.iv
            + "' (length=24)\n  'encryptedData' => string '"
            + m.data
            + "' (length=152)"
        ),
    ),
    Form(
        "python logging dict w bytes",
        lambda m: (
            "INFO:root:{'session_key': b'"
            + m.key
            + "', 'iv': u'"
            + m.iv
            + "', 'encrypted_data': r'"
            + m.data
            + "'}"
        ),
    ),
    Form(
        "namedtuple",
        lambda m: f"Share(session_key='{m.key}', iv='{m.iv}', encrypted_data='{m.data}')",
    ),
    Form("pydantic", lambda m: f"session_key='{m.key}' iv='{m.iv}' encrypted_data='{m.data}'"),
    Form(
        "logfmt",
        lambda m: (
            f'time="2020-01-01T00:00:00Z" level=info msg="x" session_key="{m.key}" iv="{m.iv}" encrypted_data="{m.data}"'
        ),
    ),
    Form(
        "logfmt bare",
        lambda m: f"ts=1 level=info session_key={m.key} iv={m.iv} encrypted_data={m.data} code=0",
    ),
    Form(
        "zap",
        lambda m: (
            "2020-01-01T00:00:00.000Z\tINFO\tx/y.go:12\tshare\t"
            + json.dumps({"session_key": m.key, "iv": m.iv, "encrypted_data": m.data})
        ),
    ),
    Form(
        "js console group",
        lambda m: (
            f"share result:  {{errMsg: 'getShareInfo:ok', encryptedData: '{m.data}', iv: '{m.iv}'}}\nlogin result:  {{data: {{session_key: '{m.key}', openid: 'oXX'}}, header: {{…}}, statusCode: 200, cookies: Array(0), errMsg: 'request:ok'}}"
        ),
    ),
    Form(
        "devtools expanded arrows",
        lambda m: (
            f'▶ errMsg: "getShareInfo:ok"\n▼ data:\n    encryptedData: "{m.data}"\n    iv: "{m.iv}"\n  ▶ __proto__: Object\nsession_key: "{m.key}"'
        ),
    ),
    Form(
        "ios cmd",
        lambda m: f'Optional(["session_key": {m.key}, "iv": {m.iv}, "encryptedData": {m.data}])',
    ),
    Form(
        "swift dict any",
        lambda m: (
            f'[AnyHashable("session_key"): {m.key}, AnyHashable("iv"): {m.iv}, AnyHashable("encryptedData"): {m.data}]'
        ),
    ),
    Form(
        "android bundle",
        lambda m: f"Bundle[{{session_key={m.key}, iv={m.iv}, encryptedData={m.data}}}]",
    ),
    Form(
        "gson nested toString",
        lambda m: (
            f"Response{{protocol=http/1.1, code=200}} body: {json.dumps({'data': json.dumps(whole(m))})}"
        ),
    ),
    Form(
        "okhttp",
        lambda m: (
            f'--> POST https://a.example/x\nContent-Type: application/json\n\n{json.dumps({"iv": m.iv, "encryptedData": m.data})}\n--> END POST (200-byte body)\n<-- 200 OK (12ms)\n{{"session_key":"{m.key}"}}\n<-- END HTTP'
        ),
    ),
    Form(
        "http raw both",
        lambda m: (
            f'POST /share HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\nencryptedData={quote(m.data)}&iv={quote(m.iv)}\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{{"errcode":0,"session_key":"{m.key}"}}'
        ),
    ),
    Form("tcpdump-ish dots", lambda m: f"E..x@.@....POST /x..{json.dumps(whole(m))}.."),
    Form(
        "fiddler",
        lambda m: f"Name\tValue\nsession_key\t{m.key}\nencryptedData\t{m.data}\niv\t{m.iv}",
    ),
    Form("whistle", lambda m: f"session_key: {m.key}\r\nencryptedData: {m.data}\r\niv: {m.iv}\r\n"),
    Form(
        "email html quoted",
        lambda m: (
            "&lt;p&gt;session_key: "
            + m.key
            + "&lt;/p&gt;&lt;p&gt;iv: "
            + m.iv
            + "&lt;/p&gt;&lt;p&gt;encryptedData: "
            + m.data
            + "&lt;/p&gt;"
        ),
    ),
    Form(
        "br html", lambda m: f"session_key: {m.key}<br/>iv: {m.iv}<br>encryptedData: {m.data}<br/>"
    ),
    Form(
        "nbsp",
        lambda m: f"session_key:\u00a0{m.key}\niv:\u00a0{m.iv}\nencryptedData:\u3000{m.data}",
    ),
    Form(
        "zero width in names",
        lambda m: f"session_key\u200b: {m.key}\n\u200biv: {m.iv}\n\ufeffencryptedData: {m.data}",
    ),
    Form("upper names", lambda m: f"SESSION_KEY: {m.key}\nIV: {m.iv}\nENCRYPTEDDATA: {m.data}"),
    Form(
        "kebab",
        lambda m: json.dumps({"session-key": m.key, "init-vector": m.iv, "encrypted-data": m.data}),
    ),
    Form(
        "prefix names",
        lambda m: json.dumps({"wxSessionKey": m.key, "wxIv": m.iv, "wxEncryptedData": m.data}),
    ),
    Form(
        "suffix names",
        lambda m: json.dumps({"sessionKey1": m.key, "iv1": m.iv, "encryptedData1": m.data}),
    ),
    Form(
        "names in path",
        lambda m: json.dumps(
            {"user.session_key": m.key, "share.iv": m.iv, "share.encryptedData": m.data}
        ),
    ),
    Form(
        "jsonpath lines",
        lambda m: (
            f"$.data.session_key = {m.key}\n$.share.iv = {m.iv}\n$.share.encryptedData = {m.data}"
        ),
    ),
    Form(
        "gron",
        lambda m: (
            f'json.session_key = "{m.key}";\njson.iv = "{m.iv}";\njson.encryptedData = "{m.data}";'
        ),
    ),
    Form(
        "chinese mixed colon space",
        lambda m: (
            f"会话密钥 session_key : {m.key}\n初始向量 iv : {m.iv}\n加密数据 encryptedData : {m.data}"
        ),
    ),
    Form(
        "chinese inverse",
        lambda m: (
            f"session_key（会话密钥）\n{m.key}\niv（初始向量）\n{m.iv}\nencryptedData（加密数据）\n{m.data}"
        ),
    ),
    Form(
        "chinese table",
        lambda m: f"字段\t值\n会话密钥\t{m.key}\n初始向量\t{m.iv}\n加密数据\t{m.data}",
    ),
    Form("chinese quotes 《》", lambda m: f"密钥“{m.key}”，向量“{m.iv}”，密文“{m.data}”"),
    Form(
        "chinese json",
        lambda m: json.dumps(
            {"会话密钥": m.key, "初始向量": m.iv, "加密数据": m.data}, ensure_ascii=False
        ),
    ),
    Form(
        "chinese json ascii",
        lambda m: json.dumps({"会话密钥": m.key, "初始向量": m.iv, "加密数据": m.data}),
    ),
    Form("trad chinese", lambda m: f"會話密鑰: {m.key}\n初始向量: {m.iv}\n加密數據: {m.data}"),
    Form(
        "issue template",
        lambda m: (
            f"### session_key\n\n{m.key}\n\n### iv\n\n{m.iv}\n\n### encryptedData\n\n```\n{_wrap(m.data, 80, chr(10))}\n```\n"
        ),
    ),
    Form(
        "code fence per field",
        lambda m: (
            f"session_key:\n```\n{m.key}\n```\niv:\n```\n{m.iv}\n```\nencryptedData:\n```\n{m.data}\n```"
        ),
    ),
    Form(
        "jsonc comments",
        lambda m: (
            f'{{\n  // the key\n  "session_key": "{m.key}", // from login\n  "iv": "{m.iv}", /* iv */\n  "encryptedData": "{m.data}",\n}}'
        ),
    ),
    Form(
        "json5",
        lambda m: (
            f"{{session_key: '{m.key}', iv: '{m.iv}', encryptedData: '"
            + _wrap(m.data, 60, "\\\n")
            + "'}"
        ),
    ),
    Form(
        "yaml list",
        lambda m: (
            f"- name: session_key\n  value: {m.key}\n- name: iv\n  value: {m.iv}\n- name: encryptedData\n  value: {m.data}"
        ),
    ),
    Form(
        "insomnia",
        lambda m: json.dumps(
            [
                {"id": "pair_1", "name": "session_key", "value": m.key, "description": ""},
                {"id": "p2", "name": "iv", "value": m.iv},
                {"name": "encryptedData", "id": "3", "value": m.data},
            ]
        ),
    ),
    Form(
        "postman extra key order",
        lambda m: json.dumps(
            [
                {"key": "session_key", "type": "text", "value": m.key},
                {"key": "iv", "type": "text", "value": m.iv},
                {"key": "encryptedData", "type": "text", "value": m.data},
            ]
        ),
    ),
    Form(
        "value first list",
        lambda m: json.dumps(
            [
                {"value": m.key, "name": "session_key"},
                {"value": m.iv, "name": "iv"},
                {"value": m.data, "name": "encryptedData"},
            ]
        ),
    ),
    Form(
        "headers array",
        lambda m: json.dumps(
            {"headers": [["X-Session-Key", m.key], ["X-Iv", m.iv], ["X-Encrypted-Data", m.data]]}
        ),
    ),
    Form(
        "aws lambda multi",
        lambda m: json.dumps(
            {
                "queryStringParameters": {"iv": m.iv},
                "multiValueQueryStringParameters": {"encryptedData": [m.data]},
                "body": json.dumps({"session_key": m.key}),
            }
        ),
    ),
    Form(
        "sql update",
        lambda m: (
            f"UPDATE t SET session_key = '{m.key}', iv='{m.iv}', encrypted_data = '{m.data}' WHERE id=1;"
        ),
    ),
    Form(
        "sql params log",
        lambda m: (
            f"==>  Preparing: INSERT INTO t (session_key, iv, encrypted_data) VALUES (?, ?, ?)\n==> Parameters: {m.key}(String), {m.iv}(String), {m.data}(String)"
        ),
    ),
    Form(
        "psql expanded",
        lambda m: (
            f"-[ RECORD 1 ]--+----\nsession_key    | {m.key}\niv             | {m.iv}\nencrypted_data | {m.data}"
        ),
    ),
    Form(
        "psql table",
        lambda m: (
            f" session_key | iv | encrypted_data \n-------------+----+-----\n {m.key} | {m.iv} | {m.data}\n(1 row)"
        ),
    ),
    Form(
        "elastic hit",
        lambda m: json.dumps(
            {
                "_source": {
                    "message": "POST /x body=iv="
                    + quote(m.iv)
                    + "&encryptedData="
                    + quote(m.data)
                    + "&session_key="
                    + quote(m.key)
                }
            }
        ),
    ),
    Form(
        "k8s log prefix",
        lambda m: "\n".join(f"pod-1 app 2020-01-01T00:00:00Z {k}={v}" for k, v in whole(m).items()),
    ),
    Form(
        "docker json log",
        lambda m: "\n".join(
            json.dumps({"log": f"{k}: {v}\n", "stream": "stdout"}) for k, v in whole(m).items()
        ),
    ),
    Form(
        "syslog",
        lambda m: "\n".join(f"Jan  1 00:00:00 host app[1]: {k} = {v}" for k, v in whole(m).items()),
    ),
    Form(
        "shell vars cmd",
        lambda m: f"set SESSION_KEY={m.key}\r\nset IV={m.iv}\r\nset ENCRYPTED_DATA={m.data}\r\n",
    ),
    Form(
        "ps vars", lambda m: f'$sessionKey = "{m.key}"; $iv = "{m.iv}"; $encryptedData = "{m.data}"'
    ),
    Form(
        "vb",
        lambda m: (
            f'Dim sessionKey As String = "{m.key}"\nDim iv As String = "{m.iv}"\nDim encryptedData As String = "{_wrap(m.data, 60, chr(34) + " & _" + chr(10) + "  " + chr(34))}"'
        ),
    ),
    Form(
        "objc",
        lambda m: (
            f'NSString *sessionKey = @"{m.key}";\nNSString *iv = @"{m.iv}";\nNSString *encryptedData = @"{m.data}";'
        ),
    ),
    Form("dict setter", lambda m: "".join(f"data['{k}'] = '{v}'\n" for k, v in whole(m).items())),
    Form(
        "java setter",
        lambda m: (
            f'req.setSessionKey("{m.key}");\nreq.setIv("{m.iv}");\nreq.setEncryptedData("{m.data}");'
        ),
    ),
    Form(
        "builder",
        lambda m: (
            f'Req.builder().sessionKey("{m.key}").iv("{m.iv}").encryptedData("{m.data}").build()'
        ),
    ),
    Form(
        "openssl",
        lambda m: (
            f"echo {m.data} | base64 -d | openssl enc -d -aes-128-cbc -K $(echo {m.key} | base64 -d | xxd -p) -iv $(echo {m.iv} | base64 -d | xxd -p)"
        ),
    ),
    Form(
        "cyberchef",
        lambda m: (
            f"AES_Decrypt({{'option':'Base64','string':'{m.key}'}},{{'option':'Base64','string':'{m.iv}'}},'CBC','Raw','Raw')\n{m.data}"
        ),
    ),
    Form(
        "uniapp",
        lambda m: (
            f'{{"detail":{{"errMsg":"getPhoneNumber:ok","encryptedData":"{m.data}","iv":"{m.iv}","cloudID":"53_{secrets.token_urlsafe(40)}","code":"{secrets.token_hex(32)}"}},"session_key":"{m.key}"}}'
        ),
    ),
    Form(
        "two newlines escaped in log",
        lambda m: f"body: session_key={m.key}\\niv={m.iv}\\nencryptedData={m.data}\\n",
    ),
    Form(
        "tabs escaped", lambda m: f"session_key\\t{m.key}\\tiv\\t{m.iv}\\tencryptedData\\t{m.data}"
    ),
    Form(
        "wrapped w/ log cols 255",
        lambda m: json.dumps(whole(m), indent=None).replace('", "', '",\n"'),
    ),
    Form(
        "truncated preview dup",
        lambda m: (
            f"req: {{iv: {m.iv}, encryptedData: {m.data[:32]}...}}\nfull: encryptedData={m.data}\niv={m.iv}\nsession_key={m.key}"
        ),
    ),
    Form(
        "body below its heading",
        lambda m: (
            f"POST https://a.example/share\n\nPOST data:\nk={quote(m.key)}&iv={quote(m.iv)}&encryptedData={quote(m.data)}\n\n[no cookies]"
        ),
    ),
)
