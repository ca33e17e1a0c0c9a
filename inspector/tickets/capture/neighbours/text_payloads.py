"""A payload of text that somebody decrypted already: alone, or an activityId in other words."""

from __future__ import annotations

import re
from typing import Final

from inspector.tickets.capture.neighbours.clues import Clues
from inspector.tickets.payload.kinds import Kind, text_kind

_CLOUD_ID: Final = re.compile(
    r"[0-9]{1,3}_[\w-]{32,100}  # `70_s0k8eBxXk2Lm9Pq4Rt7Uv1Wy3Za5Bc8D`", re.VERBOSE | re.ASCII
)
_NAME: Final = "activityid"
_VALUE: Final = r"""
    (?<![A-Za-z0-9_?&+/.%$-])
    (?P<value>[0-9]{1,8}_[A-Za-z0-9+/=_~-]{40,200})
    (?![A-Za-z0-9_+/=~%$-])
"""
_NAMED: Final = re.compile(
    rf"""
    (?<![A-Za-z0-9_?&$.-])[Aa]ctivity_?[Ii]d  # `activityId` `activity_id`
    [^0-9?&${{}}()]{{0,24}}?            # `": "` `的值是 `
    {_VALUE}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DECRYPTED: Final = re.compile(
    rf"""
    (?:解密|解出|明文|\b(?:decrypt(?:ed|s|ion)?|plain_?text)\b)  # `解密` `decrypted`
    [^\r\n?&${{}}]{{0,30}}?                                     # `结果：` ` it and got `
    {_VALUE}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOT_DECRYPTED: Final = re.compile(
    r"""
      expiration_?time | createActivityId | target_?state             # the answer that makes one
    | update?ableM | updateShareMenu | template_?info | isPrivateM    # the call that shares it
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What stands where an activityId was never encrypted: on its way into a message."""
_OF_WORDS: Final = re.compile(
    r"[0-9]+_(?![^0-9]*[0-9][^0-9]*[0-9])  # `2023_Annual_Report`", re.VERBOSE
)
"""The beginning of a name of words: of 10,000 activityIds one has as few digits."""
_OTHER_VALUE: Final = re.compile(r"[\w+/=-]{16,}  # `r7BXXKkLb8qrSNn05n0qiA==`", re.VERBOSE)


def text_payload(clues: Clues) -> tuple[Kind, str] | None:
    """Return the kind and the text of the payload that a text gives as decrypted, or None."""
    lone = clues.lone
    is_one = lone and (lone.name == _NAME or not _CLOUD_ID.fullmatch(lone.text))
    for value in (lone.text if lone and is_one else "", _activity_id(clues)):
        kind = text_kind(value, "alone")
        if kind and not _OF_WORDS.match(value):
            return kind, value
    return None


def _activity_id(clues: Clues) -> str:
    """Return the activityId that has its name, or of which a message says that it was decrypted.

    Beside anything that may be a part of a ticket there is none.
    """
    text = clues.plain
    if not clues.is_short or _NOT_DECRYPTED.search(text):
        return ""
    match = _NAMED.search(text)
    if match is None:
        match = _DECRYPTED.search(text)
        if match and _CLOUD_ID.fullmatch(match["value"]):
            return ""
    if match is None:
        return ""
    around = text[: match.start("value")] + " " + text[match.end("value") :]
    return match["value"] if clues.alone or not _OTHER_VALUE.search(around) else ""
