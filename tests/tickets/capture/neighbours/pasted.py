"""Makes fresh texts that people paste beside tickets: each kind, in each form of pasting."""

from __future__ import annotations

import base64
import html
import json
import string
from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import Any, Final
from urllib.parse import quote
from uuid import UUID

from inspector.tickets.minting.mint import mintable_kinds
from inspector.tickets.minting.sample_payloads import sample_payload

LETTERS: Final = string.ascii_letters + string.digits
URL_SAFE: Final = LETTERS + "-_"

Members = Mapping[str, Any]


def word(random: Random, length: int, alphabet: str = LETTERS) -> str:
    return "".join(random.choices(alphabet, k=length))


def hexadecimal(random: Random, length: int) -> str:
    return word(random, length, "0123456789abcdef")


def base64_of(random: Random, count: int) -> str:
    return base64.b64encode(random.randbytes(count)).decode()


def uuid(random: Random) -> str:
    return str(UUID(int=random.getrandbits(128), version=4))


def open_id(random: Random) -> str:
    return "o" + word(random, 27, URL_SAFE)


def app_id(random: Random) -> str:
    return "wx" + hexadecimal(random, 16)


# What stands alone -------------------------------------------------------------------------

LONE: Final[Mapping[str, Callable[[Random], str]]] = {
    "login_code": lambda random: "0" + word(random, 29) + "aZ",
    "phone_code": lambda random: hexadecimal(random, 64),
    "cloud_id": lambda random: f"{random.randrange(10, 100)}_{word(random, 59, URL_SAFE)}",
    "share_ticket_handle": uuid,
    "open_id": open_id,
    "app_id": app_id,
    "app_secret": lambda random: hexadecimal(random, 32),
    "own_session_id": lambda random: ".".join(
        ["eyJhbGciOiJIUzI1NiJ9", "eyJ" + word(random, 30), word(random, 43, URL_SAFE)]
    ),
    "undefined_value": lambda random: random.choice(
        ["undefined", "null", "[object Object]", "NaN", "None"]
    ),
    "share_path": lambda random: random.choice(
        [
            f"pages/{word(random, 6)}/index?id={random.randrange(1000)}",
            f"/pages/{word(random, 6)}/{word(random, 4)}",
            f"weixin://dl/business/?appid={app_id(random)}&path=pages/index/index",
            f"https://wxaurl.cn/{word(random, 11)}",
            "#小程序://商城/首页/" + word(random, 12),
        ]
    ),
}

NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "login_code": ("code", "js_code"),
    "phone_code": ("code", "phoneCode"),
    "cloud_id": ("cloudID",),
    "share_ticket_handle": ("shareTicket",),
    "open_id": ("openid", "openId"),
    "app_id": ("appid", "appId"),
    "app_secret": ("secret", "appSecret"),
    "own_session_id": ("3rd_session", "session_key", "thirdSession", "token"),
    "undefined_value": ("session_key", "shareTicket", "encryptedData"),
    "share_path": ("path", "page"),
}


def named_alone(code: str, random: Random) -> Iterator[str]:
    """Give a lone value with a name, in the ways of people and programs."""
    value, name = LONE[code](random), random.choice(NAMES[code])
    yield from (f"{name}: {value}", f"{name}={value}", f"const {name} = '{value}';")
    yield from (json.dumps({name: value}), f"{name}：{value}")


def mentioned(code: str, random: Random) -> Iterator[str]:
    """Give a lone value within a message."""
    value = LONE[code](random)
    yield f"这个怎么解密？{value} 一直失败"
    yield f"I got this and it does not work: {value}"
    yield f"麻烦看下 {value}，谢谢"


# What has members --------------------------------------------------------------------------


def _fail(random: Random) -> Members:
    call = random.choice(["getShareInfo", "getPhoneNumber", "login", "getGroupEnterInfo"])
    words = ["", " user deny", " timeout", " invalid shareTicket", ":user deny", " system error"]
    return {"errMsg": f"{call}:fail{random.choice(words)}"}


def _server(random: Random) -> Members:
    codes = [40029, 40163, 87009, 90010, 40097, 40066, 40165, 41030, -601006, 45011, 40226, 49999]
    code = random.choice(codes)
    return {"errcode": code, "errmsg": f"invalid, rid: {hexadecimal(random, 8)}-{code}"}


def _launch(random: Random) -> Members:
    scene = random.choice([1007, 1008, 1036, 1044, 1011, 1256, 1001, 1154, 1158])
    return {
        "path": f"pages/{word(random, 6)}/index",
        "query": {"id": str(random.randrange(1000))},
        "scene": scene,
        "referrerInfo": {},
        "mode": "default",
    }


def _push(random: Random) -> Members:
    common = {"ToUserName": f"gh_{hexadecimal(random, 12)}"}
    if random.random() < 0.5:
        return common | {"Encrypt": base64_of(random, 16 * random.randrange(3, 20))}
    return common | {
        "FromUserName": open_id(random),
        "CreateTime": random.randrange(1_500_000_000, 1_700_000_000),
        "MsgType": random.choice(["event", "text", "miniprogrampage"]),
        "Event": "user_enter_tempsession",
    }


def _pay(random: Random) -> Members:
    resource = {
        "original_type": "transaction",
        "algorithm": "AEAD_AES_256_GCM",
        "ciphertext": base64_of(random, random.randrange(60, 400)),
        "associated_data": "transaction",
        "nonce": word(random, 12),
    }
    return {
        "id": uuid(random),
        "create_time": "2024-05-20T13:29:35+08:00",
        "resource_type": "encrypt-resource",
        "event_type": "TRANSACTION.SUCCESS",
        "resource": resource,
    }


def _api(random: Random) -> Members:
    data = base64_of(random, random.randrange(30, 300))
    return {"iv": base64_of(random, 12), "data": data, "authtag": base64_of(random, 16)}


def _alipay(random: Random) -> Members:
    response = base64_of(random, 16 * random.randrange(3, 20))
    return {"response": response, "sign": base64_of(random, 256)}


def _empty(random: Random) -> Members:
    call = random.choice(["getShareInfo", "getGroupEnterInfo", "getPhoneNumber", "getUserInfo"])
    others = {"cloudID": ""} if random.random() < 0.5 else {}
    return {"errMsg": f"{call}:ok", "encryptedData": "", "iv": "", **others}


def decrypted(random: Random) -> Any:
    """Return a payload of any kind that can be minted, as decrypting gives it."""
    stamp = random.randrange(1_500_000_000, 1_700_000_000)
    return sample_payload(random.choice(mintable_kinds()), app_id(random), stamp, random)


def _decrypted(random: Random) -> Members:
    payload = decrypted(random)
    while not isinstance(payload, dict):
        payload = decrypted(random)
    return payload


MEMBERS: Final[Mapping[str, Callable[[Random], Members]]] = {
    "already_decrypted": _decrypted,
    "api_failed": _fail,
    "server_error": _server,
    "no_share_ticket": _launch,
    "message_push": _push,
    "pay_notice": _pay,
    "api_encryption": _api,
    "other_scheme": _alipay,
    "empty_encrypted_data": _empty,
    "login_code": lambda random: {"errMsg": "login:ok", "code": LONE["login_code"](random)},
    "phone_code": lambda random: {
        "errMsg": "getPhoneNumber:ok",
        "code": hexadecimal(random, 64),
    },
    "cloud_id": lambda random: {"errMsg": "getShareInfo:ok", "cloudID": LONE["cloud_id"](random)},
    "open_id": lambda random: {"openid": open_id(random), "unionid": open_id(random)},
    "app_secret": lambda random: {"appid": app_id(random), "secret": hexadecimal(random, 32)},
    "own_session_id": lambda random: {
        "code": 0,
        "3rd_session": random.choice([uuid(random), hexadecimal(random, 32)]),
    },
    "share_ticket_handle": lambda random: {"scene": 1044, "shareTicket": uuid(random)},
    "share_path": lambda random: {
        "title": "看看这个",
        "path": f"/pages/{word(random, 5)}/index?id={random.randrange(1000)}",
    },
}


def in_every_form(members: Members) -> Iterator[tuple[str, str]]:
    """Give an object in the ways in which it is pasted, with the form's name."""
    compact = json.dumps(members, ensure_ascii=False, separators=(",", ":"))
    yield "json", compact
    yield "pretty", json.dumps(members, ensure_ascii=False, indent=2)
    yield "javascript", javascript(members)
    yield "python", repr(members)
    yield "log", f"2024-05-20 13:29:35.120 INFO [http-8080-exec-3] c.w.Api : res={compact}"
    yield "console", f"index.js:42 {javascript(members)}"
    yield "chat", f"大佬帮忙看下，返回的是这个：{compact} 该怎么处理？"
    yield "prose", f"Hi all,\n\nthe phone gives me\n\n{compact}\n\nWhat does it mean? Thanks"
    yield "escaped", json.dumps(compact, ensure_ascii=False)
    yield "wrapped", json.dumps({"code": 0, "data": members}, ensure_ascii=False)
    yield "percent", quote(compact)


def as_programs_print(members: Members) -> Iterator[tuple[str, str]]:
    """Give an object that holds no list as other languages and tools print it."""
    yield "java", f"res = {java(members)}"
    yield "go", go(members)
    yield "print_r", print_r(members)
    yield "var_dump", var_dump(members)
    yield "yaml", yaml(members)
    compact = json.dumps(members, ensure_ascii=False)
    yield "html", html.escape(compact)
    yield "markdown", f"报错如下：\n```json\n{compact}\n```\n求助"
    yield "lines", f"13:29:34 INFO start /api/x\n13:29:35 DEBUG body: {compact}\n13:29:36 INFO end"
    yield "log", json.dumps({"level": "info", "msg": compact}, ensure_ascii=False)
    flat = not any(isinstance(value, Mapping) for value in members.values())
    if flat and all(members.values()):
        yield "table", "\n".join(f"{key}\t{value}" for key, value in members.items())
    yield "http", f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{compact}"


def java(value: Any) -> str:
    if not isinstance(value, Mapping):
        return str(value)
    return f"{{{', '.join(f'{key}={java(item)}' for key, item in value.items())}}}"


def go(value: Any) -> str:
    if not isinstance(value, Mapping):
        return str(value)
    return f"map[{' '.join(f'{key}:{go(item)}' for key, item in value.items())}]"


def print_r(value: Any, indent: str = "") -> str:
    """Return a value as PHP's function of this name prints it."""
    if not isinstance(value, Mapping):
        return str(value)
    lines = (f"{indent}    [{k}] => {print_r(v, indent + ' ' * 8)}" for k, v in value.items())
    return "\n".join(["Array", f"{indent}(", *lines, f"{indent})\n"])


def var_dump(value: Any, indent: str = "") -> str:
    """Return a value as PHP's function of this name prints it."""
    deeper = indent + "  "
    if isinstance(value, Mapping):
        members = (f'{deeper}["{k}"]=>\n{var_dump(v, deeper)}' for k, v in value.items())
        return "\n".join([f"{indent}array({len(value)}) {{", *members, f"{indent}}}"])
    if isinstance(value, int):
        return f"{indent}int({value})"
    return f'{indent}string({len(value.encode())}) "{value}"'


def yaml(value: Members, indent: str = "") -> str:
    lines = []
    for key, item in value.items():
        nested = isinstance(item, Mapping)
        lines.append(f"{indent}{key}:" + ("" if nested else f" {item}"))
        lines += [yaml(item, indent + "  ")] if nested else []
    return "\n".join(lines)


def javascript(value: Any) -> str:
    """Return a value as the console of Node prints it."""
    if isinstance(value, Mapping):
        inner = ", ".join(f"{name(key)}: {javascript(item)}" for key, item in value.items())
        return f"{{ {inner} }}" if value else "{}"
    if isinstance(value, list):
        return f"[ {', '.join(map(javascript, value))} ]"
    if isinstance(value, str):
        return "'" + value.replace("'", "\\'") + "'"
    return json.dumps(value)


def name(text: str) -> str:
    return text if text.isidentifier() else f"'{text}'"
