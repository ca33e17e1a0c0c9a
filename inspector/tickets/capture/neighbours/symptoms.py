"""What libraries say when a ticket does not open, turned round: what that is likely to mean.

The table is `resources/symptoms.json`. A symptom is what is said, `#` standing for a number (or
for itself, as in `PKCS#7`) and `…` for whatever is quoted; its causes are percentages, the
likeliest first. All but those that libraries only document comes from a record of running them
over every kind of damage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any, Final

from inspector import assets
from inspector.tickets.capture.neighbours.clues import LONGEST_MESSAGE, Clues
from inspector.tickets.capture.neighbours.match import Match
from inspector.tickets.fields import MAIN_FIELDS

LONGEST_LINE: Final = 400
"""Characters of a line that are looked at before what is said."""
MOST_TIMES: Final = 50
"""How often the same is looked at in one text."""
MOST_SHOWN: Final = 160
"""Characters of what was said that are repeated in a sentence."""
_WILD: Final = {"#": r"(?:#|-?[0-9A-Fa-fx]{1,20}(?:-[0-9]{1,20})?)", "…": r"[^\n]{0,200}?"}
_ABOUT_TICKETS: Final = re.compile(
    r"""
      decrypt | decipher | cipher | \baes | openssl | 解密              # `decrypt`
    | session_?key | encrypted_?data | watermark | openGId             # `encrypted_data`
    | wxbiz | wechat | weixin                                          # `wxbiz`
    | \bCC(?:Crypt|Status)                                             # `CCCrypt`
    | [\x00-\x08\x0e-\x1f\x80-\x9f\ufffd] | '[^\x20-\x7e]'             # `'é'`
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What shows that an error is about a ticket: a word, or the noise that came out."""
_COMPLAINT: Final = re.compile(
    r"""
      error | exception | panic | fatal | warning | traceback  # `error` `panic`
    | 错误 | 异常 | 失败                                         # `失败`
    """,
    re.VERBOSE | re.IGNORECASE,
)

_APOSTROPHE: Final = re.compile(r"(?<=\w)'(?=\w)|`[\w<> ]{1,60}'")
"""Within a word; and a name as Ruby quotes it, with two signs."""
_CLASS_BEHIND: Final = re.compile(r"\([\w:]{0,60}(?:Error|Exception)\)\s*\Z")
"""How a line of Ruby ends: `(JSON::ParserError)`."""
LONGEST_CLASS: Final = 80
_A_PAGE: Final = re.compile(
    r"(?:unexpected[ ]token|invalid[ ]character)[ ]'?<  # `unexpected token '<`",
    re.VERBOSE | re.IGNORECASE,
)
"""A parser of JSON that met a web page says nothing of tickets."""


@dataclass(frozen=True, slots=True)
class Symptom:
    """One row of the table."""

    says: str
    sdks: tuple[str, ...]
    causes: Mapping[str, int]
    """Cause -> percent, the likeliest first."""
    is_general: bool
    """Whether programs that decrypt nothing say it, too."""
    is_vague: bool
    """Whether it counts only in a text that speaks of decrypting."""
    anchor: str
    """The longest part without wildcards, folded: a text without it needs no closer look."""
    pattern: re.Pattern[str]


@cache
def symptoms() -> tuple[Symptom, ...]:
    """Return the table, the most particular first: an error's name says less than its words."""
    rows = assets.table("symptoms")["symptoms"]
    return tuple(sorted(map(_symptom, rows), key=_particularity, reverse=True))


def _particularity(known: Symptom) -> tuple[bool, int]:
    return " " in known.says, len(known.says)


def _symptom(row: Mapping[str, Any]) -> Symptom:
    says = row["says"]
    parts = re.split("([#…])", says)
    pattern = "".join(_WILD.get(part, re.escape(part)) for part in parts)
    before, after = (r"(?<!\w)" if says[0] != "…" else "", r"(?!\w)" if says[-1].isalnum() else "")
    return Symptom(
        says,
        tuple(row["sdk"]),
        row["causes"],
        row.get("general", False),
        row.get("vague", False),
        max(parts, key=len).casefold(),
        re.compile(f"{before}{pattern}{after}", re.IGNORECASE),
    )


def symptom(clues: Clues, row: Mapping[str, Any]) -> Match | None:
    """Recognise what a library said, and rank what it is likely to mean."""
    del row
    for known, said in _found(clues.text):
        table = assets.table("symptoms")["causes"]
        first, *others = (table[cause]["text"] for cause in known.causes)
        fields = [field for cause in known.causes for field in table[cause].get("paste", ())]
        parameters = {
            "sdk": known.sdks,
            "answer": said[:MOST_SHOWN],
            "cause": (first,),
            "others": tuple(others),
            "fields": tuple(dict.fromkeys([*MAIN_FIELDS, *fields])),
            "codes": tuple(known.causes),
        }
        return Match(parameters)
    return None


def _found(text: str) -> Iterator[tuple[Symptom, str]]:
    """Give the symptoms that a text shows, with what was said."""
    folded = text.casefold()
    is_short = len(text) <= LONGEST_MESSAGE
    about_tickets = bool(_ABOUT_TICKETS.search(text))
    complains = bool(_COMPLAINT.search(text))
    is_page = bool(_A_PAGE.search(text))
    for known in symptoms():
        if known.anchor not in folded or (known.is_general and is_page):
            continue
        for match in islice(known.pattern.finditer(text), MOST_TIMES):
            is_all = 2 * len(match[0]) > len(text)
            is_clear = not known.is_vague and (not known.is_general or complains or is_all)
            if is_short and (about_tickets or is_clear):
                yield known, match[0].strip()
                break
            if about_tickets and _is_complaint(text, match.start()):
                yield known, match[0].strip()
                break


def _is_complaint(text: str, at: int) -> bool:
    """Say whether what stands there ends a line that tells of an error, and is no program.

    A program holds it in quotes; so does a log, whose lines begin with a time or a bracket.
    """
    start = max(text.rfind("\n", max(at - LONGEST_LINE, 0), at) + 1, at - LONGEST_LINE)
    before = _APOSTROPHE.sub("", text[start:at])
    is_quoted = any(before.count(sign) % 2 for sign in ('"', "'", "`"))
    is_log = before.lstrip()[:1] in ("{", "[") or before[:1].isdecimal()
    end = text.find("\n", at)
    behind = text[at : end if end >= 0 else len(text)][-LONGEST_CLASS:]
    complains = _COMPLAINT.search(before) or _CLASS_BEHIND.search(behind)
    return bool(complains) and (is_log or not is_quoted)
