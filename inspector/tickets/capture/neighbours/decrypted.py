"""Payloads that somebody decrypted already: in JSON, in a literal of a language, in a log."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any, Final

from inspector.exact_json import parsing
from inspector.exact_json.values import NotJson
from inspector.tickets.capture.neighbours.clues import Clues, plain_name
from inspector.tickets.capture.neighbours.match import Match
from inspector.tickets.capture.neighbours.symptoms import symptom
from inspector.tickets.capture.neighbours.text_payloads import text_payload
from inspector.tickets.payload.kinds import Kind, kinds, recognise, title
from inspector.tickets.payload.watermark import read_watermark

MOST_OBJECTS: Final = 40
"""Brackets at which an object is tried."""
MOST_ELEMENTS: Final = 3
"""Elements of an array among which a payload is looked for."""
DEEPEST: Final = 4
"""Objects within objects in which a payload is looked for, as in a server's answer."""
_APP_ID: Final = re.compile(
    r"""
      (?:wx|tt|ww)[0-9a-f]{14,18}  # `wx4f4bc4dec97d474b`
    | [0-9]{6,20}                  # `1109999999`
    | [0-9a-f]{24}                 # `5f6e7d8c9b0a1f2e3d4c5b6a`
    """,
    re.VERBOSE,
)
_STAMP: Final = re.compile(r"[0-9]{9,13}")
_ID: Final = re.compile(r"[\w-]{24,100}", re.ASCII)
_NOISE: Final = re.compile("[\\x00-\\x08\\x0e-\\x1f\ufffd]")
_OPENING: Final = re.compile(r"[{\[]")
_LITERAL: Final = re.compile(
    r"""
      "(?:[^"\\\n]|\\.)*"                             # `"Band"`
    | (?P<text>'(?:[^'\\\n]|\\.)*')                   # `'Band'`
    | (?P<name>[A-Za-z_$][\w$]{0,60})(?=\s{0,20}:)    # `openGId:`
    | (?P<word>\b(?:None|undefined|True|False)\b)     # `None`
    | (?P<comma>,)(?=\s{0,400}[}\]])                  # `,}`
    """,
    re.VERBOSE | re.ASCII,
)
_LISTED: Final = re.compile(
    r"""
    (?<![\w$])["'`]?(?P<name>[A-Za-z]{2,30}List)["'`]?\s{0,9}[:=]\s{0,9}(?=\[)  # `"dataList": [`
    """,
    re.VERBOSE,
)
_THEN_MARK: Final = re.compile(
    r"""\s{0,20},?\s{0,20}["'`]?watermark["'`]?\s{0,9}[:=]\s{0,9}(?=\{)  # `, "watermark": {`
    """,
    re.VERBOSE,
)
_ESCAPE: Final = re.compile(r'\\(["\\/nrt])  # `\"` `\\` `\n`', re.VERBOSE)
"""An escape of JSON that tells of a text around; `\\u` says the same in either."""
_BLANKS: Final = {"n": "\n", "r": "\r", "t": "\t"}
_WORDS: Final = {"None": "null", "undefined": "null", "True": "true", "False": "false"}


def payload(clues: Clues, _: Mapping[str, Any]) -> Match | None:
    """Recognise the first payload: by the platform's watermark, or by its members' names."""
    if found := text_payload(clues):
        kind, text = found
        return Match({"reason": kind.title}, payload=text)
    for value in _values(clues) if clues.alone else ():
        found = _payload_in(value, DEEPEST)
        is_bare_list = isinstance(found, list) and clues.text[:1] not in ("[", "{", '"')
        if found is None or is_bare_list or _is_what_an_error_quotes(clues):
            continue
        return Match({"reason": title(recognise(found))}, payload=found)
    return None


def _is_what_an_error_quotes(clues: Clues) -> bool:
    """Say whether a library stumbled over a text that is not whole, and shows the rest of it."""
    return bool(_NOISE.search(clues.text)) and symptom(clues, {}) is not None


def _values(clues: Clues) -> Iterator[Any]:
    """Give the values that the text holds and that may be payloads."""
    listed = _LISTED.search(clues.plain)
    if clues.names.keys() & _typical_names() or (
        listed and plain_name(listed["name"]) in _typical_names()
    ):
        literal = _LITERAL.sub(_as_json, clues.plain)
        yield from _lists(literal)
        for text in _levels(clues.text):
            yield from _objects(text)
        yield from _objects(clues.plain)
        yield from _objects(literal)
        yield from _spelt(clues)


@cache
def _typical_names() -> frozenset[str]:
    """Return the plain names of which every payload has one."""
    shapes = [shape for kind in kinds().values() for shape in kind.shapes]
    names = [
        name for s in shapes for part in ("has", "any", "items_have") for name in s.get(part, ())
    ]
    return frozenset(plain_name(name) for name in [*names, "watermark"])


def _objects(text: str) -> Iterator[Any]:
    """Give the JSON objects and arrays that stand in a text, without those within them."""
    decoder = json.JSONDecoder()
    at = tries = 0
    while tries < MOST_OBJECTS and (match := _OPENING.search(text, at)):
        tries += 1
        try:
            _, at = decoder.raw_decode(text, match.start())
            yield parsing.parse(text[match.start() : at])
        except (ValueError, RecursionError, NotJson):
            at = match.end()


def _levels(text: str) -> Iterator[str]:
    """Give a text, and what it says within as many string literals as its quotes tell."""
    yield text
    for _ in range(DEEPEST):
        if '\\"' not in text:
            break
        text = _ESCAPE.sub(lambda match: _BLANKS.get(match[1], match[1]), text)
        yield text


def _lists(text: str) -> Iterator[dict[str, Any]]:
    """Give the lists that stand with their names alone, as one line of an object, as objects."""
    decoder = json.JSONDecoder()
    for match in islice(_LISTED.finditer(text), MOST_OBJECTS):
        before = text[: match.start()]
        if before.count("{") > before.count("}"):
            continue  # a member of an object, which is whole by itself
        try:
            _, end = decoder.raw_decode(text, match.end())
            found = {match["name"]: parsing.parse(text[match.end() : end])}
            if mark := _THEN_MARK.match(text, end):
                _, end = decoder.raw_decode(text, mark.end())
                found["watermark"] = parsing.parse(text[mark.end() : end])
            yield found
        except (ValueError, RecursionError, NotJson):
            continue


def _as_json(match: re.Match[str]) -> str:
    """Return one piece of a JavaScript or Python literal as JSON has it."""
    if match["text"]:
        return json.dumps(match["text"][1:-1].replace("\\'", "'"), ensure_ascii=False)
    if match["name"]:
        return f'"{match["name"]}"'
    if match["word"]:
        return _WORDS[match["word"]]
    return "" if match["comma"] else match[0]


def _payload_in(value: Any, depth: int) -> Any:
    """Return the payload that a value is or holds, or None."""
    if _is_payload(value):
        return value
    if not isinstance(value, dict | list) or not depth:
        return None
    items = value.values() if isinstance(value, dict) else value[:MOST_ELEMENTS]
    inner = (_payload_in(_parsed(item), depth - 1) for item in items)
    return next((found for found in inner if found is not None), None)


def _parsed(value: Any) -> Any:
    """Return what JSON within a text stands for, and any other value as it is."""
    if isinstance(value, str) and value.lstrip()[:1] == "{":
        return next(_objects(value), None)
    return value


def _is_payload(value: Any) -> bool:
    """Say whether a value is a payload, by its watermark or by what tells one without."""
    if not isinstance(value, (dict, list)):
        return False
    mark = read_watermark(value)
    if mark is not None:
        return mark.timestamp is not None and bool(_APP_ID.fullmatch(mark.app_id or ""))
    kind = kinds().get(recognise(value) or "")
    if kind is None:
        return False
    if isinstance(value, dict) and kind.unmarked:
        return all(value.get(name) for name in kind.unmarked)
    lists = value.values() if isinstance(value, dict) and len(value) == 1 else [value]
    return any(_is_list_of(kind, entries) for entries in lists)


def _is_list_of(kind: Kind, entries: Any) -> bool:
    """Tell the list of a kind by what each entry has: the members of one, of their types, alone.

    Other lists may have that, too: one without its name counts only where it is the whole text.
    """
    if not isinstance(entries, list):
        return False
    names = next((set(s["items_have"]) for s in kind.shapes if "items_have" in s), set())
    texts = {name for name in names if "string" in kind.fields[f"/*/{name}"].types}
    return bool(names) and all(
        isinstance(entry, dict)
        and set(entry) == names
        and {name for name, item in entry.items() if isinstance(item, str)} == texts
        and not any(isinstance(item, dict | list | bool | None) for item in entry.values())
        for entry in entries
    )


def _spelt(clues: Clues) -> Iterator[dict[str, Any]]:
    """Give the payload that names and values spell, as Java, Go and PHP print an object."""
    stamp, app_id = clues.value("timestamp") or "", clues.value("appid") or ""
    marked = bool(_STAMP.fullmatch(stamp) and _APP_ID.fullmatch(app_id))
    mark = {"watermark": {"timestamp": int(stamp), "appid": app_id}} if marked else {}
    for kind in kinds().values():
        members = dict(_members(clues, kind))
        sure = marked or any(_ID.fullmatch(str(value)) for value in members.values())
        if sure and kind.matches(members):
            yield {**members, **mark}


def _members(clues: Clues, kind: Kind) -> Iterator[tuple[str, str | int]]:
    """Give the members of a kind, arrays and objects aside, that stand in a text."""
    for pointer, meaning in kind.fields.items():
        name = pointer[1:]
        value = clues.value(plain_name(name))
        if value and not {"array", "object"} & set(meaning.types):
            number = meaning.types == ("integer",) and re.fullmatch(r"[0-9]{1,15}", value)
            yield name, int(value) if number else value
