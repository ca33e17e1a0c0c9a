"""What the first 16 bytes of a payload must look like.

A wrong iv spoils these bytes and no others, so they alone decide whether the iv is right, and
what it was when it has one slip.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from inspector.tickets.fields import BLOCK
from inspector.tickets.payload.kinds import kinds

ID_NAMES: Final = (
    "openGId|opengid|openGid|open_single_roomid|group_openid|openId|openid|unionId|unionid"
    "|phoneNumber|purePhoneNumber|countryCode|msgTicket|corpid|userid|outTradeNo|orderNo"
)

_FIRST_ID: Final = re.compile(
    rf"""
    \s*+(?:[\[{{]\s*+)?\{{\s*    # `{{` `[ {{`
    "(?:{ID_NAMES})"\s*:\s*      # `"openGId": `
    "([^"]*)                     # `"tGDBqTzMyyiw3ZFzLZPxmaCL`
    """,
    re.VERBOSE,
)
_ID: Final = re.compile(r"[A-Za-z0-9_+=@.~/-]*")
_OBSERVED: Final = re.compile(
    r"""
    \{"(?:
        open[Gg][Ii]d":"t?G      # `openGId":"G` `opengid":"tG`
      | openId":"o               # `openId":"o`
    )[A-Za-z0-9_-]{27}"
    """,
    re.VERBOSE,
)
"""Ids as they were seen; there may be others."""
_WITH_ID: Final = re.compile(r'\{"(?:openGId|opengid|openId)":"')
_TEXT: Final = re.compile(r"[0-9]{1,8}_[A-Za-z0-9+/=_~.-]*  # `1048_cJ0k8eBx/a+b==~`", re.VERBOSE)


@cache
def first_names() -> frozenset[str]:
    """Return the names that payloads of known kinds begin with."""
    pointers = {pointer for kind in kinds().values() for pointer in kind.fields}
    outer = {pointer.removeprefix("/*")[1:] for pointer in pointers}
    return frozenset(name for name in outer if name and "/" not in name and name != "*")


@cache
def _known_start() -> re.Pattern[str]:
    """Return what a compact payload of a known kind begins with, as far as 16 bytes show."""
    starts = (re.escape(f'{{"{name}":'[:BLOCK]) for name in sorted(first_names()))
    return re.compile(rf"\s*+(?:\[\s*+)?(?:{'|'.join(starts)})")


def is_known(text: str) -> bool:
    """Return whether a payload begins as one of a known kind does."""
    return bool(_known_start().match(text) or _TEXT.fullmatch(first_characters(text)))


def may_begin(head: bytes) -> bool:
    """Return whether 16 bytes can be the beginning of a payload of a known kind."""
    return is_known(head.decode("utf-8", "replace"))


def begins_literally(head: bytes) -> bool:
    """Return whether 16 bytes begin with what is fixed in payloads that are JSON."""
    return bool(_known_start().match(head.decode("latin-1")))


def is_suspicious(text: str) -> bool:
    """Return whether the first 16 bytes hold what no payload holds there.

    Ids are of one alphabet throughout, so one that breaks it within the first 16 bytes and
    keeps to it after them was spoilt.
    """
    head = first_characters(text)
    if any("\x7f" <= character <= "\x9f" for character in head):
        return True
    value = _FIRST_ID.match(text)
    if not value or not value.start(1) < len(head) < value.end(1):
        return False
    before, after = text[value.start(1) : len(head)], text[len(head) : value.end(1)]
    return bool(_ID.fullmatch(after)) and not _ID.fullmatch(before)


def first_characters(text: str) -> str:
    """Return the characters that the first 16 bytes of a text hold."""
    return text[:BLOCK].encode("utf-8", "replace")[:BLOCK].decode("utf-8", "ignore")


def rank(text: str) -> int:
    """Return how well a payload begins: 3 as observed, 2 as known, 1 possibly, 0 not."""
    if is_suspicious(text):
        return 0
    if not is_known(text):
        return 1
    return 2 if _WITH_ID.match(text) and not _OBSERVED.match(text) else 3
