"""Answers of the platform that hold nothing to decrypt: what failed, and what is empty."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from inspector.tickets.capture.neighbours.clues import Clues
from inspector.tickets.capture.neighbours.match import Match, reason

LONGEST_ANSWER: Final = 160
"""Characters of an answer's words that are repeated in a sentence."""
_FAILED: Final = re.compile(
    r"""
    \b(?P<call>[a-z][A-Za-z]{2,40}(?:\.[A-Za-z]{2,40})?)  # `getShareInfo` `cloud.callFunction`
    :\s?fail\b                                           # `:fail` `: fail`
    (?P<words>[^"'`\r\n}<]*+)                            # ` no permission`
    """,
    re.VERBOSE | re.ASCII,
)
_CALL: Final = re.compile(
    r"""
      (?:get|check|auth|share|show|update|open|navigate)(?:[A-Z]\w*)?             # `getShareInfo`
    | (?:request|create|choose|select|launch|add|set|start|scan)(?:[A-Z]\w*)?    # `request`
    | (?:subscribe|operate)(?:[A-Z]\w*)?       # `subscribeMessage`
    | login                                    # `login`
    | cloud\.\w+                               # `cloud.callFunction`
    | \w+\.(?:get|call)\w+                     # `qy.getEnterpriseUserInfo`
    """,
    re.VERBOSE | re.ASCII,
)
_NUMBER: Final = re.compile(r"-?[0-9]{1,7}")
_SAID: Final = re.compile(
    r"""
    (?:
        err(?:or)?[ _]?code | 错误码 | 错误代码 | 错误 | 报错 | 返回 | 返回码  # `errcode` `返回`
      | rid | error | returns? | got | code                              # `returns`
    )
    [\s:：=是为了"']{0,6}                                                  # `": ` `是`
    (?P<code>-?[0-9]{2,7})(?![\w.])                                      # `-41003`
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OK: Final = re.compile(r"\w{2,40}:ok\b", re.ASCII)
_EMPTY_FORM: Final = re.compile(
    r"encrypt(?:ed)?_?data=(?:&|\s|$)  # `encrypteddata=&`", re.VERBOSE | re.IGNORECASE
)


def failed_call(clues: Clues, row: Mapping[str, Any]) -> Match | None:
    """Recognise `getShareInfo:fail …`, the `errMsg` of a call that failed."""
    for match in _FAILED.finditer(clues.plain):
        call = match["call"]
        if _CALL.fullmatch(call) or "errmsg" in clues.names:
            answer = match["words"].strip(" :,;，。)")[:LONGEST_ANSWER]
            why = reason(row["reasons"], answer, whole=False)
            return Match({"call": call, "answer": f"{call}:fail {answer}".strip(), "reason": why})
    return None


def server_answer(clues: Clues, row: Mapping[str, Any]) -> Match | None:
    """Recognise `{"errcode": 40029, "errmsg": "…"}`, and a number of the table in a message."""
    code = clues.value("errcode", "errorcode", "errno") or ""
    words = clues.value("errmsg")
    known = clues.is_short and code in row["reasons"]
    if not _NUMBER.fullmatch(code) or not int(code) or not (known or words):
        code, words = _mentioned_code(clues, row["reasons"]), None
    if not code:
        return None
    why = reason(row["reasons"], code, whole=True)
    return Match({"errcode": code, "errmsg": (words or "")[:LONGEST_ANSWER], "reason": why})


def _mentioned_code(clues: Clues, known: Mapping[str, str]) -> str:
    """Return the number of a known error that is all of a text, or that a message names."""
    lone = clues.lone
    if lone and lone.text in known:
        return lone.text
    if not clues.is_message:
        return ""
    found = (match["code"] for match in _SAID.finditer(clues.plain))
    return next((code for code in found if code in known), "")


def empty_data(clues: Clues, row: Mapping[str, Any]) -> Match | None:
    """Recognise a result whose `encryptedData` is there and empty, or null."""
    del row
    values = (*clues.names.get("encrypteddata", ()), *clues.names.get("encryptdata", ()))
    answered = any(_OK.search(value) for value in clues.names.get("errmsg", ()))
    void = ("", "null", "None") if answered else ("", "null")
    if not values or not all(value in void for value in values):
        return None
    if not answered and not _EMPTY_FORM.search(clues.plain) and not _is_answer(clues, values):
        return None
    names = {"iv": "iv", "sessionkey": "session_key", "shareticket": "shareTicket"}
    others = {wire: clues.value(name) for name, wire in names.items()}
    given = {wire: "" for wire, value in others.items() if value is not None}
    return Match(field="encryptedData", given={"encryptedData": "", **given})


def _is_answer(clues: Clues, values: Sequence[str]) -> bool:
    """Say whether it is one object with quoted names, or a message where iv is as empty."""
    if re.fullmatch(r"\{\s*[\"'][^;]*\}", clues.text):
        return True
    ivs = clues.names.get("iv", ())
    return bool(ivs) and not any((*values, *ivs)) and clues.is_message and not clues.is_program
