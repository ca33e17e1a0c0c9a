"""The payload kinds: which call a payload comes from, and what each of its fields means.

The table is `resources/payload_kinds.json`; a new kind is one row there. English texts of the
table are msgids: a face shows them through `Messages.gettext`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from inspector import assets


class Sensitivity(StrEnum):
    """What showing a field's value to others would give away."""

    NONE = "none"
    PERSONAL = "personal"
    """Something about a person: a phone number, a name, a picture."""
    ID = "id"
    """An id of a person, a group, an order."""
    SECRET = "secret"  # noqa: S105  # a word of the table
    """A key."""


@dataclass(frozen=True, slots=True)
class FieldMeaning:
    """What is known of one field of a kind. All texts are English msgids."""

    meaning: str
    """A short phrase without capital or full stop, such as `the user's nickname`."""
    types: tuple[str, ...]
    """JSON types it may have: `string`, `integer`, `number`, `boolean`, `object`, `array`."""
    sensitivity: Sensitivity
    note: str = ""
    """More about it, whole sentences; often empty."""
    words: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Value as text -> what it stands for, for an enumeration."""
    counted: tuple[str, ...] = ()
    """What so many are called, one and several: `{count} step` and `{count} steps`."""
    time: str | None = None
    """`seconds` where the number is a moment in unix seconds."""
    optional: bool = False
    """Whether it may be missing in a payload of the kind."""

    def word(self, value: object) -> str | None:
        """Return what a value of an enumeration stands for, such as `ordinary WeChat group`."""
        plain = isinstance(value, (int, str)) and not isinstance(value, bool)
        return self.words.get(str(value)) if plain and self.words else None


@dataclass(frozen=True, slots=True)
class Kind:
    """One payload kind. All texts are English msgids, the calls apart."""

    name: str
    """Its code, such as `group_share`."""
    title: str
    """Its name for people, such as `Group share`."""
    apis: tuple[str, ...]
    """The calls that give it, such as `wx.getShareInfo`."""
    note: str
    """What to know about it, whole sentences; often empty."""
    fields: Mapping[str, FieldMeaning]
    """Meaning of each field by its JSON Pointer: `*` for every index, `""` for the payload."""
    shapes: tuple[Mapping[str, Any], ...]
    """What payloads of it look like; one that fits is enough."""
    signs_raw_data: bool
    """Whether the call's result carries `rawData` and `signature` today."""
    unmarked: tuple[str, ...]
    """Members that tell a payload of it that has no watermark; empty where nothing does."""
    identity: tuple[str, ...]
    """Names of what tells one payload of it from another; the first names a text, too."""
    result: Mapping[str, Any]
    """What the call's result carries beside the usual."""
    template: Any
    """A payload with places where minting draws values; None where minting cannot."""

    @property
    def members(self) -> Mapping[str, FieldMeaning]:
        """The meanings of what the payload itself holds, by name, the watermark left out."""
        own = {name[1:]: known for name, known in self.fields.items() if name.count("/") == 1}
        return {name: known for name, known in own.items() if name not in ("", "*", "watermark")}

    def matches(self, payload: Any) -> bool:
        """Return whether a JSON value looks like this kind."""
        for shape in self.shapes:  # noqa: SIM110
            if _fits(shape, payload):
                return True
        return False

    def matches_surely(self, payload: Any) -> bool:
        """Return whether a part of a payload looks like this kind, whatever else was in it."""
        return any(_fits(shape, payload) for shape in self.shapes if "missing" not in shape)


@cache
def kinds() -> Mapping[str, Kind]:
    """Return all kinds by name, in the order in which they are tried."""
    table = assets.table("payload_kinds")
    common = _meanings(table["common"])
    return MappingProxyType(
        {
            name: Kind(
                name=name,
                title=row["title"],
                apis=tuple(row["apis"]),
                note=row.get("note", ""),
                fields=MappingProxyType(_meanings(row["fields"]) | common),
                shapes=tuple(row["shapes"]),
                signs_raw_data=row.get("signs_raw_data", False),
                unmarked=tuple(row.get("unmarked", ())),
                identity=tuple(row.get("identity", ())),
                result=row.get("result", {}),
                template=row.get("template"),
            )
            for name, row in table["kinds"].items()
        }
    )


def recognise(payload: Any, *, missing_counts: bool = True) -> str | None:
    """Return the name of the kind a JSON value, or the text of a text payload, looks like.

    Where names may have been lost, what is missing in a payload says nothing: then
    `missing_counts` is False.
    """
    for name, kind in kinds().items():
        if kind.matches(payload) if missing_counts else kind.matches_surely(payload):
            return name
    return None


@cache
def id_names() -> tuple[str, ...]:
    """Return the names of all that tells one payload of a kind from another."""
    return tuple(dict.fromkeys(name for kind in kinds().values() for name in kind.identity))


def text_kind(text: str, form: str) -> Kind | None:
    """Return the kind of text payloads one of whose forms a whole text has; None for none.

    `form` is `pattern` (the payload), `alone` (a text that is surely one, whatever it was
    pasted as), or `first` (the first 16 characters).
    """
    return next((kind for kind, shape in _shapes(form) if shape.fullmatch(text)), None)


@cache
def _shapes(form: str) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """Return the kinds that have a form, with each of their shapes."""
    every = ((kind, shape) for kind in kinds().values() for shape in kind.shapes)
    return tuple((kind, re.compile(shape[form])) for kind, shape in every if form in shape)


def title(kind: str | None) -> str:
    """Return the name of a kind for people, a msgid; the code itself where it is not known."""
    if kind is None:
        return "Unknown payload"
    known = kinds().get(kind)
    return known.title if known else kind


def meaning(kind: str | None, pointer: str) -> FieldMeaning | None:
    """Return what is known of a field, or None for an unknown one.

    `pointer` is a JSON Pointer such as `/stepInfoList/0/step`. Of a payload of no known kind
    the watermark is still known.
    """
    known = kinds().get(kind or "")
    fields = known.fields if known else _common()
    return fields.get(pointer) or fields.get(_any_index(pointer))


def known_name(name: str) -> FieldMeaning | None:
    """Return what a field of this name means in any kind, whatever object it stands in."""
    return _by_name().get(name.casefold())


@cache
def _common() -> Mapping[str, FieldMeaning]:
    return MappingProxyType(_meanings(assets.table("payload_kinds")["common"]))


@cache
def _by_name() -> Mapping[str, FieldMeaning]:
    meanings: dict[str, FieldMeaning] = {}
    for kind in kinds().values():
        for pointer, known in kind.fields.items():
            name = pointer.rpartition("/")[2].casefold()
            if name not in ("", "*", "key", "value", "code", "msg", "name"):
                meanings.setdefault(name, known)
    return MappingProxyType(meanings)


def _meanings(rows: Mapping[str, Mapping[str, Any]]) -> dict[str, FieldMeaning]:
    return {
        pointer: FieldMeaning(
            meaning=row["meaning"],
            types=tuple(row["type"].split("|")),
            sensitivity=Sensitivity(row["sensitivity"]),
            note=row.get("note", ""),
            words=row.get("words", {}),
            counted=tuple(row.get("counted", ())),
            time=row.get("time"),
            optional=row.get("optional", False),
        )
        for pointer, row in rows.items()
    }


def _any_index(pointer: str) -> str:
    return "/".join("*" if part.isdecimal() else part for part in pointer.split("/"))


def _fits(shape: Mapping[str, Any], payload: Any) -> bool:
    """Compare a value with one shape of the table."""
    if shape["type"] == "string":
        return isinstance(payload, str) and bool(re.fullmatch(shape["pattern"], payload))
    if shape["type"] == "array":
        if not isinstance(payload, list) or not payload:
            return False
        return all(isinstance(item, dict) and _has(item, shape["items_have"]) for item in payload)
    if not isinstance(payload, dict) or _has_any(payload, shape.get("missing", ())):
        return False
    any_of = shape.get("any")
    return _has(payload, shape.get("has", ())) and (any_of is None or _has_any(payload, any_of))


def _has(payload: Mapping[str, Any], names: Iterable[str]) -> bool:
    for name in names:  # noqa: SIM110  (a loop, since every row of a file of reports comes here)
        if name not in payload:
            return False
    return True


def _has_any(payload: Mapping[str, Any], names: Iterable[str]) -> bool:
    for name in names:  # noqa: SIM110
        if name in payload:
            return True
    return False
