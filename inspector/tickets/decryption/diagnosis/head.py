"""Is only the first block unreadable, or is more missing before it?

A wrong iv spoils exactly 16 bytes, so what follows must fit a payload that begins 16 bytes
earlier. Data whose head is cut off at a block has more missing than that.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Final

from inspector.tickets.decryption.search.first_block import first_names
from inspector.tickets.fields import BLOCK
from inspector.tickets.payload.kinds import recognise

_ANY: Final = frozenset[str]()
_GROUP: Final = frozenset(
    {"open_single_roomid", "group_openid", "chat_type", "watermark", "opengid"}
)
_WORK: Final = frozenset({"userid", "corpid", "gender"})


@dataclass(frozen=True, slots=True)
class _Beginning:
    """How a known payload begins."""

    text: str
    """Its first characters; filled up to 16 with `x` where a text value has begun."""

    @property
    def name(self) -> str:
        """What is there of its first name."""
        return self.text.split('"')[1]

    only: frozenset[str] = _ANY
    """The other members it may have; empty for any."""
    some: frozenset[str] = _ANY
    """Other members of which it has at least one; empty for no such rule."""
    value: str = ".*"
    """Form of its first value, a regular expression, where that is a text."""
    follows: str = ""
    """What comes next, where that is known."""


_GROUP_ID: Final = r"[A-Za-z0-9_-]{28,29}"
_PHONE_NUMBER: Final = r"x*[0-9+ -]{1,20}"
_NAMED: Final = frozenset({"nickName", "unionId", "watermark"})
_GENDER: Final = frozenset({"gender"})
_AVATAR: Final = frozenset({"avatarUrl"})
_PICTURE: Final = frozenset({"avatarUrl", "watermark"})
_PHONE: Final = frozenset({"phoneNumber", "purePhoneNumber", "countryCode", "watermark"})
_NUMBERS: Final = frozenset({"phoneNumber", "purePhoneNumber"})
_PURE: Final = frozenset({"purePhoneNumber"})
_ORDER: Final = frozenset({"outTradeNo", "orderNo"})
_MARK: Final = frozenset({"watermark"})
_BEGINNINGS: Final = (
    _Beginning('{"openGId":"', _MARK, value=_GROUP_ID),
    _Beginning('{"opengid":"', _GROUP, value=_GROUP_ID),
    _Beginning('{"opengid":"","o', _GROUP, follows="pen_single_roomid"),
    _Beginning('{"open_single_ro', _GROUP, follows="omid"),
    _Beginning('{"group_openid":', _GROUP, follows='"'),
    _Beginning('{"chat_type":3,"', _GROUP),
    _Beginning('{"openId":"', some=_NAMED, value=r"[A-Za-z0-9_-]{28}"),
    _Beginning('{"nickName":"', some=_GENDER, value=".{1,40}"),
    _Beginning('{"nickName":"', _PICTURE, _AVATAR, value=".{1,40}"),
    _Beginning('{"nickName":"","', some=_GENDER, follows="gender"),
    _Beginning('{"nickName":"x",', some=_GENDER, follows='"gender'),
    _Beginning('{"nickName":"xx"', some=_GENDER, follows=',"gender'),
    _Beginning('{"msgTicket":"', _MARK, some=_MARK, value="[A-Za-z0-9_~+=-]{60,}"),
    _Beginning('{"watermark":{"t', follows="imestamp"),
    _Beginning('{"watermark":{"a', follows="pp"),
    _Beginning('{"phoneNumber":"', _PHONE, _PURE, value=_PHONE_NUMBER),
    _Beginning('{"purePhoneNumbe', _PHONE, follows='r"'),
    _Beginning('{"countryCode":"', _PHONE, _NUMBERS, value="[0-9]{1,4}"),
    _Beginning('{"stepInfoList":', follows="["),
    _Beginning('{"dataList":[{"d', follows="ataType"),
    _Beginning('{"dataList":[{"v', follows="alue"),
    _Beginning('{"dataList":[],"', follows="watermark"),
    _Beginning('{"KVDataList":[{', follows='"key"'),
    _Beginning('[{"key":"', value=".*"),
    _Beginning('{"outTradeNo":"', some=_ORDER, value=".{1,64}"),
    _Beginning('{"orderNo":"', some=_ORDER, value=".{1,64}"),
    _Beginning('{"corpid":"', some=_WORK, value=".{18}"),
    _Beginning('{"userid":"', some=_WORK, value=".{1,64}"),
    _Beginning('{"email":"', _MARK, value=".*@.*"),
    _Beginning('{"mobile":"', _MARK, value=_PHONE_NUMBER),
)
_KNOWN: Final = re.compile(
    r'(?:\A|")(?:watermark|timestamp|appid|appId|nickName|gender|avatarUrl|countryCode|purePhoneNumber'
    r'|step|dataType|open_single_roomid|group_openid|chat_type|msgTicket|unionId|orderNo)":'
    r'|\A[A-Za-z0-9_~+/=.-]*"\}\Z'
)
_TEXT: Final = re.compile(r"[A-Za-z0-9+/=_~.-]*")
LEAST_TEXT: Final = 72
"""Characters of an activityId at least; about 85 were seen."""


def fits_after_first_block(rest: str) -> bool:
    """Return whether the text after byte 16 can follow 16 bytes of a payload.

    True as well where nothing is known of the payload.
    """
    if _TEXT.fullmatch(rest):
        return len(rest) + BLOCK >= LEAST_TEXT
    return not _KNOWN.search(rest) or any(_fits(beginning, rest) for beginning in _BEGINNINGS)


def kind_after_first_block(rest: str, payload: Any) -> str | None:
    """Return the kind of a payload whose first 16 bytes are lost, where only one is possible.

    `payload` is what could be parsed of the rest. A kind that is known by a name that it lacks
    is possible only where the lost name is sure.
    """
    members = payload if isinstance(payload, dict) else {}
    names = (b.name for b in _BEGINNINGS if _fits(b, rest)) if members else ()
    found = {kind for name in names if (kind := recognise({name: ""} | members))}
    if not found:
        return recognise(payload, lacking_counts=False)
    return found.pop() if len(found) == 1 else None


def _fits(beginning: _Beginning, rest: str) -> bool:
    text = beginning.text
    if not rest.startswith(beginning.follows):
        return False
    try:
        value = json.loads(text + "x" * (BLOCK - len(text)) + rest)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, list) or _is_plausible(beginning, value, rest)


def _is_plausible(beginning: _Beginning, value: dict[str, object], rest: str) -> bool:
    """Return whether the members of a payload so begun can stand together."""
    (name, first), *others = value.items()
    names = {other for other, _ in others}
    if not {name, *(other for other, _ in others[:1])} <= first_names():
        return False
    if (beginning.only and not names <= beginning.only) or f'"{name}":' in rest:
        return False
    if (beginning.some and not names & beginning.some) or (name == "watermark" and not names):
        return False
    return not isinstance(first, str) or not first or bool(re.fullmatch(beginning.value, first))
