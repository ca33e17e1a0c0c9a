"""Is only the first block unreadable, or is more missing before it?

A wrong iv spoils exactly 16 bytes, so what follows must fit a payload that begins 16 bytes
earlier. Data whose head is cut off at a block has more missing than that.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Final

from inspector.tickets.opening import BLOCK
from inspector.tickets.search.first_block import first_names

_ANY: Final = frozenset[str]()
_GROUP: Final = frozenset(
    {"open_single_roomid", "group_openid", "chat_type", "watermark", "opengid"}
)
_USER: Final = frozenset({"gender", "avatarUrl", "province", "country", "language", "city"})
_WORK: Final = frozenset({"userid", "corpid", "gender"})


@dataclass(frozen=True, slots=True)
class _Beginning:
    """How a known payload begins."""

    text: str
    """Its first characters; filled up to 16 with `x` where a text value has begun."""
    only: frozenset[str] = _ANY
    """The other members it may have; empty for any."""
    some: frozenset[str] = _ANY
    """Other members of which it has at least one; empty for no such rule."""
    lengths: range = range(100_000)
    """Characters that the first value may have."""


_GROUP_ID: Final = range(28, 30)
_BEGINNINGS: Final = (
    _Beginning('{"openGId":"', frozenset({"watermark"}), lengths=_GROUP_ID),
    _Beginning('{"opengid":"', _GROUP, lengths=_GROUP_ID),
    _Beginning('{"opengid":"","o', _GROUP),
    _Beginning('{"open_single_ro', _GROUP),
    _Beginning('{"group_openid":', _GROUP),
    _Beginning('{"chat_type":3,"', _GROUP),
    _Beginning('{"openId":"', some=_USER, lengths=range(28, 29)),
    _Beginning('{"nickName":"', some=_USER),
    _Beginning('{"nickName":"","', some=_USER),
    _Beginning('{"msgTicket":"', frozenset({"watermark"}), lengths=range(60, 400)),
    _Beginning('{"watermark":{"t'),
    _Beginning('{"watermark":{"a'),
    _Beginning(
        '{"phoneNumber":"', some=frozenset({"purePhoneNumber", "countryCode"}), lengths=range(5, 24)
    ),
    _Beginning('{"purePhoneNumbe'),
    _Beginning('{"countryCode":"'),
    _Beginning('{"stepInfoList":'),
    _Beginning('{"dataList":[{"d'),
    _Beginning('{"dataList":[{"v'),
    _Beginning('{"dataList":[],"'),
    _Beginning('{"KVDataList":[{'),
    _Beginning('[{"key":"'),
    _Beginning('{"outTradeNo":"', some=frozenset({"orderNo"})),
    _Beginning('{"orderNo":"', some=frozenset({"outTradeNo"})),
    _Beginning('{"corpid":"', some=_WORK),
    _Beginning('{"userid":"', some=_WORK),
    _Beginning('{"email":"', frozenset({"watermark"})),
    _Beginning('{"mobile":"', frozenset({"watermark"}), lengths=range(5, 24)),
)
_KNOWN: Final = re.compile(
    r'"(?:watermark|timestamp|appid|appId|nickName|gender|avatarUrl|countryCode|purePhoneNumber'
    r'|step|dataType|open_single_roomid|group_openid|chat_type|msgTicket|unionId|orderNo)":'
)


def fits_after_first_block(rest: str) -> bool:
    """Return whether the text after byte 16 can follow 16 bytes of a payload.

    True as well where nothing is known of the payload.
    """
    return not _KNOWN.search(rest) or any(_fits(beginning, rest) for beginning in _BEGINNINGS)


def _fits(beginning: _Beginning, rest: str) -> bool:
    text = beginning.text
    try:
        value = json.loads(text + "x" * (BLOCK - len(text)) + rest)
    except (ValueError, RecursionError):
        return False
    if isinstance(value, list):
        return True
    first, *others = value.items()
    names = {name for name, _ in others}
    if (beginning.only and not names <= beginning.only) or (
        beginning.some and not names & beginning.some
    ):
        return False
    if not {first[0], *(name for name, _ in others[:1])} <= first_names():
        return False
    repeated = f'"{first[0]}":' in rest
    return not repeated and (
        not isinstance(first[1], str) or len(first[1]) in beginning.lengths or not first[1]
    )
