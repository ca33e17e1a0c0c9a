"""More capture forms: what people paste from logs, tools, languages and chats."""

# ruff: noqa: E501

from __future__ import annotations

import base64
import html
import json
import secrets

from tests.tickets.capture_forms import FULL, Form, quote, whole

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
)
