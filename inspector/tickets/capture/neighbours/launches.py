"""How a mini program was opened, paths that lead into it, and values that were never set."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from inspector.tickets.capture.neighbours.clues import Clues, Value, plain_name
from inspector.tickets.capture.neighbours.match import Match, is_void, reason

LONGEST_LINE: Final = 60
"""Characters of a line that shows one value and no program around it."""
_SCENE: Final = re.compile(r"1[0-9]{3}")
_LAUNCH_NAMES: Final = frozenset(
    ["path", "query", "referrerinfo", "shareticket", "mode", "chattype", "apicategory",
     "forwardmaterials", "prescene"]
)  # fmt: skip
_SCENE_SAID: Final = re.compile(
    r"(?:scene|场景值?)\D{0,8}(1[0-9]{3})(?!\d)  # `scene: 1007`", re.VERBOSE | re.IGNORECASE
)
_MISSING: Final = re.compile(
    r"""
      undefined | null | none | missing | empty                                   # `undefined`
    | no[ ]\w | not[ ] | without | n't                                            # `no s`
    | 没有 | 拿不到 | 获取不到 | 取不到 | 为空 | 是空 | 空的 | 缺 | 无                 # `拿不到`
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TICKET_NAMES: Final = {
    "sessionkey": "session_key",
    "iv": "iv",
    "encrypteddata": "encryptedData",
    "shareticket": "shareTicket",
    "sharetickets": "shareTicket",
    "rawdata": "rawData",
    "signature": "signature",
    "appid": "appid",
}
_OTHER_NAMES: Final = frozenset(
    ["", "code", "openid", "unionid", "opengid", "cloudid", "data", "res", "result", "value",
     "query", "scene", "group", "groupid", "ticket"]
)  # fmt: skip
_FIELD: Final = (
    r"(?:session_?key|iv|encrypted_?data|share_?tickets?|raw_?data|open_?gid|openid|code)"
)
_UNDEFINED_SAID: Final = re.compile(
    rf"""
    (?<!\w)(?P<name>{_FIELD})["'`)]{{0,2}};?\s{{0,3}}       # `session_key` `iv");`
    (?:
        // | is | was | are | ==?>? | : | ： | ->           # `=>` `is`
      | 是 | 为 | 打印出来是 | 打印是 | 一直是 | 总是 | 变成了?  # `打印出来是`
      | returns? | gives? | prints? | shows? | logs?        # `prints`
    )?
    \s{{0,3}}["'`]?
    (?P<value>undefined\b|\[object[ ][A-Z]\w{{0,20}}\])    # `undefined` `[object Object]`
    """,
    re.VERBOSE | re.IGNORECASE,
)
_READ_OF_UNDEFINED: Final = re.compile(
    rf"""
    Cannot[ ]read[ ]propert(?:y|ies)                        # `Cannot read properties`
    (?:[ ]of[ ](?P<value>undefined|null))?                  # ` of undefined`
    [ ]?\(?(?:reading[ ])?'(?P<name>{_FIELD})'              # ` (reading 'iv'`
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PATH: Final = re.compile(
    r"""
      /?(?:[\w-]{1,60}/){1,8}[\w-]{1,60}(?:\.html)?\?[^\s"'<>]++    # `/a/b?id=1` `a/b.html?a`
    | /?(?:pages?|sub\w{0,40}|package\w{0,40}|pkg\w{0,40})/         # `pages/` `subA/`
      (?:[\w-]{1,60}/){0,8}[\w-]{1,60}(?:\.html)?\??                 # `index/index` `a.html`
    """,
    re.VERBOSE | re.ASCII,
)
_LINK: Final = re.compile(
    r"""
      weixin://dl/business/?\?\S+                              # `weixin://dl/business/?t=abc`
    | https://(?:
          open\.weixin\.qq\.com/sns/getexpappinfo\?\S+         # a trial version
        | wxa(?:url)?\.(?:cn|qq\.com)/\S+                      # `wxaurl.cn/Ab12`
        | wxmpurl\.cn/\S+                                      # `wxmpurl.cn/Ab12`
        | mp\.weixin\.qq\.com/a/~\S+                           # a code of the platform
      )
    | \#小程序://\S+                                           # `#小程序://Name/Ab12`
    """,
    re.VERBOSE,
)
_BESIDE_A_PATH: Final = frozenset(
    ["title", "imageurl", "query", "scene", "appid", "envversion", "launchmode", "name"]
)
_REQUEST_NAMES: Final = frozenset(["method", "status", "statuscode"])
"""Names beside the path of a request to a server."""
_ADDRESS: Final = re.compile(
    r"""
    https?://[\w.-]+\.[a-z]{2,20}(?::[0-9]+)?  # `https://example.com:8080`
    (?:/\S*)?\?\S+=\S*                         # `/a?id=1`
    """,
    re.VERBOSE | re.ASCII,
)


def launch_without_ticket(clues: Clues, row: Mapping[str, Any]) -> Match | None:
    """Recognise launch options that carry no shareTicket, and say why by their scene."""
    scene = _launch_scene(clues) or _scene_said(clues)
    if scene is None or not is_void(clues.value("shareticket") or ""):
        return None
    why = reason(row["reasons"], scene, whole=True)
    return Match({"scene": scene, "reason": why}, field="shareTicket")


def _launch_scene(clues: Clues) -> str | None:
    """Return the scene of launch options; a compile mode has one, too, and is none."""
    scene = clues.value("scene") or ""
    if not _SCENE.fullmatch(scene) or "pathname" in clues.names:
        return None
    return scene if clues.lone or not _LAUNCH_NAMES.isdisjoint(clues.names) else None


def _scene_said(clues: Clues) -> str | None:
    """Return the scene of a message that misses a shareTicket in words."""
    if not clues.is_message or "ticket" not in clues.plain.casefold():
        return None
    said = _SCENE_SAID.search(clues.plain)
    return said[1] if said and _MISSING.search(clues.plain) else None


def undefined(clues: Clues, row: Mapping[str, Any]) -> Match | None:
    """Recognise `undefined`, `null` and `[object Object]` where a value was meant."""
    del row
    whole = clues.text.strip("\"'`;,() \t\r\n")
    value = clues.lone or Value("", whole)
    known = value.name in _TICKET_NAMES or value.name in _OTHER_NAMES
    for text in (whole, value.text if known else ""):
        if text and is_void(text):
            return Match({"value": text}, field=_TICKET_NAMES.get(value.name))
    if not clues.is_message:
        return None
    void = _all_void(clues)
    if void:
        return Match({"value": void.text}, field=_TICKET_NAMES[void.name])
    said = _UNDEFINED_SAID.search(clues.plain) or _READ_OF_UNDEFINED.search(clues.plain)
    if said is None:
        return None
    parameters = {"value": said["value"] or "undefined"}
    return Match(parameters, field=_TICKET_NAMES.get(plain_name(said["name"])))


def _all_void(clues: Clues) -> Value | None:
    """Return the first of some fields of a ticket that are all there is and all without a value.

    What stands beside them may be anything, where it is no program.
    """
    pairs = [pair for pair in clues.pairs if pair.name in _TICKET_NAMES]
    if not pairs or (len(clues.pairs) == 1 and len(clues.text) > LONGEST_LINE):
        return None
    if (len(pairs) > 1 and clues.is_program) or 1 == len(pairs) < len(clues.pairs):
        return None
    return pairs[0] if all(pair.text and is_void(pair.text) for pair in pairs) else None


def path(clues: Clues, row: Mapping[str, Any]) -> Match | None:
    """Recognise a share path or a link to a mini program."""
    del row
    lone = clues.lone
    whole = [clues.text.strip("\"'`,; "), *([lone.text] if lone else [])]
    is_path = any(form.fullmatch(text) for text in whole for form in (_PATH, _LINK, _ADDRESS))
    if not is_path and clues.is_message and _REQUEST_NAMES.isdisjoint(clues.names):
        named = clues.value("path", "page", "pagepath", "url", "pathname") or ""
        beside = "?" in named or not _BESIDE_A_PATH.isdisjoint(clues.names)
        is_path = bool(_LINK.search(clues.text) or (beside and _PATH.fullmatch(named)))
    return Match() if is_path else None
