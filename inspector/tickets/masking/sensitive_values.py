"""What in a payload is not for everybody's eyes, fields that no table knows included.

The table of payload kinds decides where it knows the field; elsewhere a name or a value that
looks like an id, a phone number, an address or a key is taken for one. Rather too much is masked
than too little.
"""

from __future__ import annotations

import re
from typing import Any, Final

from inspector.exact_json.writing import number_literal
from inspector.tickets.payload.kinds import Sensitivity, known_name, meaning

_NAME: Final = re.compile(
    r"name|nick|avatar|head|icon|portrait|phone|mobile|tel$|tel_|mail|id$|ids$|_id|token|secret|key"
    r"|ticket|address|addr|city|province|country|district|gender|sex|birth|card|account|user"
    r"|member|topic|remark|openid|unionid|sign|password|passwd|wechat|weixin|qq$"
    r"|姓名|昵称|头像|手机|电话|邮箱|地址|身份|群名",
    re.IGNORECASE,
)
_APP_ID_NAME: Final = re.compile(r"app_?id", re.IGNORECASE)
_TIME_NAME: Final = re.compile(r"(time|date|stamp|version)$", re.IGNORECASE)
_WORD: Final = re.compile(
    r"(?:[a-z]+(?:[_-][a-z]+)*|[A-Za-z][a-z]+(?:[A-Z][a-z]{2,})*[A-Z]{0,3}|[A-Z]+(?:_[A-Z]+)*)_?\d{0,2}"
)
LONGEST_WORD: Final = 24
"""Characters; a longer name of letters alone may be an id by chance."""
_PHONE: Final = re.compile(r"[+(]?\d[\d\s()+-]{5,}\d")
_ID: Final = re.compile(r"[A-Za-z0-9_+/=~.:@%-]{12,}")
_ADDRESS: Final = re.compile(r"\S@\S|//\S")
"""What every address of mail or of a page holds."""
APP_ID: Final = re.compile(r"wx[0-9a-f]{16}")
"""An app id of WeChat; it names a mini program, which is public, and no person."""


def is_sensitive(kind: str | None, pointer: str, value: Any) -> bool:
    """Say whether a scalar of a payload is to be masked. Empty values and words never are."""
    if value is None or isinstance(value, bool) or value == "":
        return False
    name = pointer.rpartition("/")[2]
    known = meaning(kind, pointer) or known_name(name)
    if known:
        return known.sensitivity is not Sensitivity.NONE or _misused(known.types, value)
    if isinstance(value, str):
        return is_sensitive_name(name) or looks_sensitive(value)
    if is_sensitive_name(name):
        return True
    return not _TIME_NAME.search(name) and looks_sensitive(number_literal(value))


def is_sensitive_name(name: str) -> bool:
    """Say whether a field that no table knows holds something personal, going by its name."""
    return bool(_NAME.search(name)) and not _APP_ID_NAME.fullmatch(name)


def is_word(name: str) -> bool:
    """Say whether a name is a word such as `avatarUrl` or `phone_2`, and no id."""
    return len(name) <= LONGEST_WORD and bool(_WORD.fullmatch(name))


def looks_sensitive(text: str) -> bool:
    """Say whether a text by itself looks like an id, a phone number, an address or a key."""
    text = text.strip()
    if APP_ID.fullmatch(text):
        return False
    return any(pattern.fullmatch(text) for pattern in (_PHONE, _ID)) or bool(_ADDRESS.search(text))


def _misused(types: tuple[str, ...], value: Any) -> bool:
    """Say whether a harmless field holds a text that is none of its own: then the text decides."""
    return isinstance(value, str) and looks_sensitive(value) and "string" not in types
