"""Invented payloads of every kind, in the shapes that real ones have. Nobody is behind them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from inspector.tickets.payload.kinds import kinds

URL_SAFE: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
DAY: Final = 86_400
CHINA: Final = 8 * 3600
"""Seconds that China is ahead of UTC; a WeRun day begins at midnight there."""


@dataclass(frozen=True, slots=True)
class Draw:
    """What the values of one payload are drawn from."""

    app_id: str
    timestamp: int
    random: Random

    def text(self, length: int) -> str:
        """Draw letters, digits, `_` and `-`."""
        return "".join(self.random.choices(URL_SAFE, k=length))

    def digits(self, length: int) -> str:
        """Draw digits."""
        return "".join(self.random.choices("0123456789", k=length))


def sample_payload(kind: str, app_id: str, timestamp: int, random: Random) -> Any:
    """Return an invented payload: a JSON value, or the text of a kind that is text.

    Raises:
        KeyError: there is no such kind, or it cannot be minted.
    """
    template = kinds()[kind].template
    if template is None:
        raise KeyError(kind)
    return _filled(template, Draw(app_id, timestamp, random))


def draw_app_id(random: Random) -> str:
    """Return an invented app id: `wx` and 16 hexadecimal digits."""
    return "wx" + "".join(random.choices("0123456789abcdef", k=16))


def _filled(template: Any, draw: Draw) -> Any:
    if isinstance(template, dict):
        return {name: _filled(value, draw) for name, value in template.items()}
    if isinstance(template, list):
        return [_filled(item, draw) for item in template]
    if isinstance(template, str) and template.startswith("$"):
        return _VALUES[template[1:]](draw)
    return template


def _watermark(draw: Draw) -> Any:
    return {"timestamp": draw.timestamp, "appid": draw.app_id}


def _group_id(draw: Draw) -> str:
    """Return 28 characters from `G`, or 29 from `tG`, as both were seen (DOMAIN 1.2)."""
    return draw.random.choice(("G", "tG")) + draw.text(27)


def _steps(draw: Draw) -> Any:
    midnight = (draw.timestamp + CHINA) // DAY * DAY - CHINA
    days = range(midnight - 30 * DAY, midnight + DAY, DAY)
    return [{"timestamp": day, "step": draw.random.randint(0, 20_000)} for day in days]


def _user_id(draw: Draw) -> str:
    return "o" + draw.text(27)


def _name(draw: Draw) -> str:
    return "测试用户" + draw.digits(4)


def _avatar(draw: Draw) -> str:
    return f"https://thirdwx.qlogo.cn/mmopen/vi_32/{draw.text(64)}/132"


def _phone(_: Draw) -> str:
    return "13800138000"  # a service number of the carrier: no person can have it


def _activity_id(draw: Draw) -> str:
    return f"{draw.random.randint(1000, 1999)}_{draw.text(60)}+{draw.text(19)}"


def _message_ticket(draw: Draw) -> str:
    return draw.text(107) + "~"


def _timestamp(draw: Draw) -> int:
    return draw.timestamp


def _count_text(draw: Draw) -> str:
    return str(draw.random.randint(0, 99))


def _order(draw: Draw) -> str:
    return draw.digits(28)


def _company_id(draw: Draw) -> str:
    return "ww" + draw_app_id(draw.random)[2:]


def _member_name(draw: Draw) -> str:
    return "test" + draw.digits(4)


def _email(draw: Draw) -> str:
    return f"test{draw.digits(4)}@example.com"


_VALUES: Final[dict[str, Callable[[Draw], Any]]] = {
    "watermark": _watermark,
    "timestamp": _timestamp,
    "group_id": _group_id,
    "member_id": _user_id,
    "open_id": _user_id,
    "name": _name,
    "avatar": _avatar,
    "phone": _phone,
    "activity_id": _activity_id,
    "message_ticket": _message_ticket,
    "steps": _steps,
    "count_text": _count_text,
    "order": _order,
    "company_id": _company_id,
    "member_name": _member_name,
    "email": _email,
}
"""What stands for each `$name` of a template."""
