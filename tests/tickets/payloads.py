"""Random payload texts of every kind, drawn fresh for each test."""

from __future__ import annotations

import json
import string
from collections.abc import Callable
from random import Random

ID = string.ascii_letters + string.digits + "-_"
NAMES = ("Band", "张三", "小明🍎", "Иван Петров", 'a"b\\c', "李四王五赵六孙七周八", "x")


def word(random: Random, length: int, alphabet: str = ID) -> str:
    return "".join(random.choice(alphabet) for _ in range(length))


def watermark(random: Random) -> dict[str, object]:
    stamp = random.randint(1_480_000_000, 1_790_000_000)
    return {"timestamp": stamp, "appid": "wx" + word(random, 16, "0123456789abcdef")}


def group(random: Random) -> str:
    return random.choice(("G", "tG")) + word(random, 27)


def _person(random: Random) -> dict[str, object]:
    return {
        "nickName": random.choice((*NAMES, word(random, random.randint(1, 20)))),
        "gender": random.randint(0, 2),
        "language": "zh_CN",
        "city": random.choice(("", "广州", "Shenzhen")),
        "province": "Guangdong",
        "country": "CN",
        "avatarUrl": f"https://thirdwx.qlogo.cn/mmopen/vi_32/{word(random, 80)}/132",
    }


def group_share(random: Random) -> object:
    return {"openGId": group(random), "watermark": watermark(random)}


def group_enter(random: Random) -> object:
    found: dict[str, object] = {"opengid": group(random)}
    if random.random() < 0.5:
        found |= {"open_single_roomid": "", "group_openid": "o" + word(random, 27), "chat_type": 3}
    return found | {"watermark": watermark(random)}


def private_message(random: Random) -> object:
    return {"watermark": watermark(random), "msgTicket": word(random, 107) + "~"}


def activity_id(random: Random) -> object:
    return f"{random.randint(100, 9999)}_{word(random, 80, ID + '+/')}"


def user_info(random: Random) -> object:
    ids = {"openId": "o" + word(random, 27)}
    return (
        ids | _person(random) | {"unionId": "o" + word(random, 27), "watermark": watermark(random)}
    )


def user_profile(random: Random) -> object:
    return _person(random) | {"watermark": watermark(random)}


def phone_number(random: Random) -> object:
    number = "138" + word(random, 8, string.digits)
    return {
        "phoneNumber": number,
        "purePhoneNumber": number,
        "countryCode": "86",
        "watermark": watermark(random),
    }


def we_run(random: Random) -> object:
    days = range(random.randint(1, 31))
    steps = [
        {"timestamp": 1_445_866_601 + 86_400 * day, "step": random.randint(0, 30_000)}
        for day in days
    ]
    return {"stepInfoList": steps, "watermark": watermark(random)}


KINDS: dict[str, Callable[[Random], object]] = {
    each.__name__: each
    for each in (
        group_share,
        group_enter,
        private_message,
        activity_id,
        user_info,
        user_profile,
        phone_number,
        we_run,
    )
}


def text_of(payload: object) -> str:
    """Return the text as the platform seals it: compact JSON, or the text itself."""
    if isinstance(payload, str):
        return payload
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":"))


def draw(random: Random) -> str:
    """Return the text of a payload of any kind."""
    return text_of(random.choice(list(KINDS.values()))(random))


def app_id_of(text: str) -> str | None:
    """Return the app id of a payload's watermark."""
    if not text.startswith("{"):
        return None
    found: str | None = json.loads(text).get("watermark", {}).get("appid")
    return found
