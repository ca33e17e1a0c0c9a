"""Session keys in rows, lines and JSON values, each with what stands beside it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from inspector.exact_json.parsing import NotJson, parse
from inspector.reports.batches import cell
from inspector.reports.columns import unwrapped
from inspector.reports.row import Cells
from inspector.tickets.capture.scanning.field_names import FieldNames
from inspector.tickets.decryption.repair.readings import LAST_OF_SHORT

Found = tuple[str, Mapping[str, str]]
"""A key, and what stands beside it by its name."""
_SIGN: Final = r"""(?:
    [A-Za-z0-9+/_-]
  | %2[bBfF]            # `%2B`, as an address writes it
  | \\{1,7}(?:/|u002[bBfF])  # `\/` `\\\u002b`, as JSON within texts may
)"""
KEY: Final = re.compile(
    rf"""
    (?: (?<![A-Za-z0-9+/_-]) | (?<=%3[aAdD]) | (?<=%2[0-27cC]) )
    (  {_SIGN}{{22}} (?= == | %3[dD]%3[dD] | \\u003[dD] )   # Ab3...Q==
    |  {_SIGN}{{21}} [{LAST_OF_SHORT}] (?! [A-Za-z0-9+/=_%-] )   # without its padding
    )
    (?: == (?! [A-Za-z0-9+/=_-] ) | %3[dD]%3[dD] | (?: \\u003[dD] ){{2}} )?
    """,
    re.VERBOSE,
)
"""Base64 of 16 bytes, in either alphabet, padded or not; without padding the last character is
one that such a text ends in, as that of most words of 22 characters is not."""
_URL: Final = str.maketrans("-_", "+/")
_ESCAPED: Final = re.compile(r"%2([bBfF])|\\+(?:u002([bBfF])|/)")
_TUPLE: Final = re.compile(r"\(([^()]*)\)")
_NAMES: Final = re.compile(r"\(([^()]*)\)\s*VALUES\b", re.IGNORECASE)
_COUNT: Final = re.compile(r"(?<!\d)\d++[).]")
"""Before the answers of a console: `2) "..."`."""
PLAIN: Final = (str, int, float)
LONGEST_OWNER: Final = 200
DEEPEST: Final = 40


def keys_in_cells(
    names: Sequence[str], cells: Sequence[str], column: int | None = None
) -> Iterator[Found]:
    """Give the keys of a row: those of one column, or of all where that is not known."""
    columns = range(len(cells)) if column is None else [column]
    for at in columns:
        for match in KEY.finditer(cells[at]) if at < len(cells) else ():
            others = [other for other in range(len(cells)) if other != at and cells[other].strip()]
            owner = Cells(
                tuple(names[o] if o < len(names) else f"column {o + 1}" for o in others),
                tuple(unwrapped(cells[o]).strip() for o in others),
            )
            yield key_of(match), owner


def key_of(match: re.Match[str]) -> str:
    """Return a key as the platform writes it."""
    return _ESCAPED.sub(_sign, match[1]).translate(_URL) + "=="


def _sign(escape: re.Match[str]) -> str:
    return "+" if (escape[1] or escape[2] or "").lower() == "b" else "/"


class KeyLines:
    """Finds keys in lines of text: SQL, a console's output, a log, a plain list."""

    def __init__(self) -> None:
        self._names: list[str] = []
        """The columns that the last `INSERT` named."""
        self._before = ""
        """The last line without a key, which may say whose the next one is."""

    def keys(self, line: str) -> Iterator[Found]:
        """Give the keys of one line."""
        if named := _NAMES.search(line):
            self._names = [name.strip("`\"' []") for name in named[1].split(",")]
        tuples = _TUPLE.findall(line) if self._names else []
        if any(KEY.search(each) for each in tuples):
            for each in tuples:
                yield from keys_in_cells(self._names, _sql_cells(each))
            return
        matches = list(KEY.finditer(line))
        owner = self._owner(line, matches)
        if not matches:
            self._before = line.strip()[:LONGEST_OWNER]
        yield from ((key_of(match), owner) for match in matches)

    def _owner(self, line: str, matches: Sequence[re.Match[str]]) -> Mapping[str, str]:
        """Return the line without its keys; where nothing else stands in it, the one before."""
        text = line
        for match in reversed(matches):
            text = f"{text[: match.start()]}…{text[match.end() :]}"
        text = text.strip()[:LONGEST_OWNER]
        if not any(character.isalnum() for character in _COUNT.sub("", text)):
            text = self._before
        return Cells(("text",), (text,)) if text else Cells((), ())


def keys_in_json(text: str) -> list[Found] | None:
    """Return the keys of a JSON text with the members beside them; None if it is no JSON."""
    try:
        value = parse(text)
    except NotJson:
        return None
    return list(_Json(FieldNames()).within(value, {}, DEEPEST))


class _Json:
    """Finds keys within a JSON value; what stands around an object belongs to it, too."""

    def __init__(self, names: FieldNames) -> None:
        self._names = names

    def within(self, value: Any, around: Mapping[str, str], levels: int) -> Iterator[Found]:
        """Give the keys within a value, `around` being the plain members of what it lies in."""
        if isinstance(value, str):
            yield from ((key_of(match), _cells(around)) for match in KEY.finditer(value))
        elif isinstance(value, dict) and levels:
            yield from self._in_object(value, around, levels)
        elif isinstance(value, list) and levels:
            for item in value:
                yield from self.within(item, around, levels - 1)

    def _in_object(
        self, value: Mapping[str, Any], around: Mapping[str, str], levels: int
    ) -> Iterator[Found]:
        """Give the keys of an object: the member named so if there is one, else of all members."""
        plain = {name: cell(each) for name, each in value.items() if isinstance(each, PLAIN)}
        beside = {name: text for name, text in plain.items() if not KEY.search(text)}
        named = [name for name in plain if self._is_key(name)]
        for name in named or plain:
            only = {} if beside or len(plain) == 1 else {"name": name}
            yield from self.within(plain[name], {**around, **beside, **only}, levels)
        for name, each in value.items():
            if name not in plain:
                yield from self.within(each, {**around, **beside}, levels - 1)

    def _is_key(self, name: str) -> bool:
        found = self._names.classify(name)
        return found is not None and found.field == "session_key"


def _cells(owner: Mapping[str, str]) -> Cells:
    return Cells(tuple(owner), tuple(owner.values()))


def _sql_cells(text: str) -> list[str]:
    """Return the values of one row of an `INSERT`."""
    try:
        row = next(csv.reader([text], quotechar="'", skipinitialspace=True), [])
    except csv.Error:
        row = text.split(",")
    return [value.strip().strip("'\"") for value in row]
