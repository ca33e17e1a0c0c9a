"""Values that are no base64: app id, signature, handle, group name, the signed text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from inspector.exact_json.parsing import NotJson, parse, write
from inspector.tickets.capture.scanning import shapes, values
from inspector.tickets.capture.scanning.literals import Literal, decoder_of, literal_at
from inspector.tickets.capture.scanning.separators import QUOTE
from inspector.tickets.capture.scanning.shapes import UUID
from inspector.tickets.capture.scanning.sightings import LABEL, Sighting, Trust

OTHER_FIELDS: Final = frozenset(("appid", "signature", "shareTicket", "rawData", LABEL))
"""The fields that are no base64."""

_APP_ID = re.compile(
    r"""
    (?:
        wx[0-9a-zA-Z]{14,18}  # `wx4f4bc4dec97d474b`
      | tt[0-9a-f]{16,18}     # `tt05d9f1bce04b6b1a`
    )
    (?![0-9A-Za-z])
    """,
    re.VERBOSE,
)
_SIGNATURE = re.compile(
    r"[0-9a-fA-F]{40}(?![0-9A-Za-z+/=_-])  # `75e81ceda165f4ffa64f4068af58c64b8f54b88c`", re.VERBOSE
)
_HANDLE = re.compile(rf"{UUID}(?![0-9A-Za-z])", re.VERBOSE)
_NEXT_HANDLE = re.compile(
    rf"""
    (?:{QUOTE}){{0,2}}\s{{0,40}}(?:,|%2C)\s{{0,40}}  # `", ` `%22%2C`
    (?:{QUOTE}){{0,2}}(?={UUID})                     # `"0f6b1c1e-8d2a-4d0c-9c55-2f3e6f1a7b90`
    """,
    re.VERBOSE,
)
_WATERMARK = re.compile(
    r"""watermark[^{}]{0,12}\{[^{}]{0,80}\Z  # `watermark": {"timestamp": 1577808000, "`""",
    re.VERBOSE,
)
_OBJECT = re.compile(
    r"""
    (?>(?:                                 # blanks and marks before it
        \s | \ufeff
      | \\{1,31}(?:[nrt]|ufeff)            # `\n` `\ufeff`
      | %(?:25)*(?:20|0[9AaDd])            # `%20` `%0A`
      | %(?:25)*EF%(?:25)*BB%(?:25)*BF     # `%EF%BB%BF`
    ){0,9})
    (?:
        \{                                 # `{`
      | %(?:25)*7[Bb]                      # `%7B` `%257B`
      | \\++(?:x7[Bb]|u007[Bb])            # `\x7b` `\\u007B`
      | &(?:amp;)*\#(?:123|[xX]7[Bb]);     # `&#123;`
      | \^\{                               # `^{`
      | [\\"]++\{                          # `\"{`
    )
    """,
    re.VERBOSE,
)
"""How an object may begin, in any encoding."""
_BEFORE_OBJECT: Final = " \t\r\n\ufeff"
_OF_A_FORM = re.compile(r"(?:=|%(?:25)*3[Dd])\s*\Z  # `=` `%3D`", re.VERBOSE)
"""Behind it the text itself stands, not the object that was parsed from it."""
_PLAIN_WORDS: Final = frozenset(["null", "undefined", "none", "nil", "true", "false", "string"])
_LABEL_END = re.compile(
    r"""
      [,;&\n\r\t}\])<>"'`|，；]  # `,` `&` `；`
    | %(?:25)*2[26]              # `%22` `%2526`
    | \\++[nr"]                  # `\n` `\\"`
    | $
    | (?<=.{60})
    """,
    re.VERBOSE,
)
_RUNS: Final = ("1234567890", "0123456789abcdef", "1234567890abcdef", "abcdef", "abcdef0123456789")
_QUOTE = re.compile(QUOTE, re.VERBOSE)
_CLUE: Final = 8
"""Characters of a value that show how it is encoded."""
_SHELL_QUOTE = re.compile(
    r"""
    '\\''        # `'\''`
  | '"'"'       # `'"'"'`
    """,
    re.VERBOSE,
)
"""A quote within an argument between quotes, as a shell has it: `'O'\\''Neil'`."""
_LABEL_LIMITS: Final = (200, 800)
_RAW_DATA_LIMITS: Final = (1_000, 8_000, 65_536)
"""Characters in which the end of `rawData` is looked for, one after the other: the platform's
have less than two thousand."""
_TINY: Final = 48
_MOST_TINY: Final = 3_000
"""Texts under the name `rawData` with fewer characters, or none, before no more are read: each
takes its time, and the platform's are longer."""
_SLOW: Final = 200_000
"""Characters looked through without finding an end before only the first limit holds."""
_ENOUGH: Final = 2_000_000
"""Characters looked through without finding an end before none is looked for."""


def is_valid(field: str, value: str) -> bool:
    """Tell whether a value may be an app id, a signature or a handle."""
    pattern = {"appid": _APP_ID, "signature": _SIGNATURE, "shareTicket": _HANDLE}[field]
    return bool(pattern.fullmatch(value)) and not (field == "appid" and is_placeholder(value))


def is_placeholder(app_id: str) -> bool:
    """Tell an app id that stands for one: `wx1234567890abcdef`, `wxxxxxxxxxxxxxxxxx`.

    Real ones have 16 random hex digits; two other letters are taken for slips of the pen.
    """
    body = app_id[2:].lower()
    others = sum(character not in "0123456789abcdef" for character in body)
    in_a_row = any(body[:10] in run * 2 for run in _RUNS)
    return others > 2 or len(set(body)) < 5 or in_a_row


def _as_signed(text: str) -> str:
    """Return an object as the platform wrote the text that it was parsed from."""
    try:
        return write(parse(text))
    except (NotJson, RecursionError):
        return text


def _unquoted(text: str) -> str:
    return _SHELL_QUOTE.sub("'", text)


class OtherValues:
    """Reads the values of one text that are no base64."""

    def __init__(self, text: str, masks: values.Masks) -> None:
        self._text = text
        self._masks = masks
        self._has_shell_quotes = bool(_SHELL_QUOTE.search(text))
        self._in_vain = 0
        self._raw_data_end = 0
        self._tiny = 0
        self._no_iv_until = 0
        self._read: dict[str, Callable[[re.Match[str]], list[Sighting]]] = {
            "appid": self._app_id,
            "signature": self._signature,
            "shareTicket": self._handles,
            "rawData": self._raw_data,
            LABEL: self._label,
        }

    def read(self, field: str, separator: re.Match[str], *, strict: bool) -> list[Sighting]:
        """Return what stands behind a name; a handle's array gives several.

        Args:
            field: One of `OTHER_FIELDS`.
            separator: What stands between the name and its value.
            strict: Nothing but a value that cannot be anything else is believed.
        """
        return [] if strict and field == LABEL else self._read[field](separator)

    def _app_id(self, separator: re.Match[str]) -> list[Sighting]:
        """Read an app id, but not one that stands in the watermark of an opened payload."""
        found = _APP_ID.match(self._text, separator.end())
        if not found or is_placeholder(found[0]):
            return []
        before = self._text[max(0, separator.start() - 120) : separator.start()]
        return [] if _WATERMARK.search(before) else [Sighting("appid", found[0], *found.span())]

    def _signature(self, separator: re.Match[str]) -> list[Sighting]:
        """Read the sha1 in hex, or an iv that was put in its place."""
        found = _SIGNATURE.match(self._text, separator.end())
        if found:
            return [Sighting("signature", found[0], *found.span())]
        start, quoted = separator.end(), bool(separator["quote"])
        if start < self._no_iv_until:
            return []
        value = values.base64_value(self._text, start, quoted=quoted, masks=self._masks)
        if value is None:
            return []
        if shapes.shape("iv", value.text, shapes.Belief.UNNAMED) is shapes.Shape.WHOLE:
            return [Sighting("iv", *value, Trust.WEAK)]
        self._no_iv_until = value.past(self._no_iv_until)
        return []

    def _handles(self, separator: re.Match[str]) -> list[Sighting]:
        """Read one handle, or all of an array."""
        found = _HANDLE.match(self._text, separator.end())
        listed = "[" in separator[0] or "%5B" in separator[0]
        sightings: list[Sighting] = []
        while found:
            sightings.append(Sighting("shareTicket", found[0], *found.span(), listed=listed))
            following = _NEXT_HANDLE.match(self._text, found.end())
            found = _HANDLE.match(self._text, following.end()) if following and listed else None
        return sightings

    def _label(self, separator: re.Match[str]) -> list[Sighting]:
        """Read a group's name."""
        start = separator.end()
        if separator["quote"]:
            found = self._literal(separator, _LABEL_LIMITS)
        else:
            stop = _LABEL_END.search(self._text, start, start + 64)
            end = stop.start() if stop else start
            found = Literal(self._text[start:end], start, end)
        value = found.value.strip() if found else ""
        if not found or not value or len(value) > 400 or value.lower() in _PLAIN_WORDS:
            return []
        return [Sighting(LABEL, value, found.start, found.end)]

    def _raw_data(self, separator: re.Match[str]) -> list[Sighting]:
        """Read the text that the signature was made over, exactly as it was signed."""
        start = separator.start()
        if (
            start < self._raw_data_end
            or self._tiny > _MOST_TINY
            or not self._may_be_object(separator.end())
        ):
            return []
        found = self._literal(separator, _RAW_DATA_LIMITS)
        self._tiny += found is None or found.end - found.start < _TINY
        if not found or not found.value.lstrip(_BEFORE_OBJECT).startswith("{"):
            return []
        self._raw_data_end = found.end
        parsed = found.is_object and not _OF_A_FORM.search(separator[0])
        value = _as_signed(found.value) if parsed else found.value
        verbatim = found.value if value != found.value else None
        return [Sighting("rawData", value, found.start, found.end, verbatim=verbatim)]

    def _may_be_object(self, start: int) -> bool:
        return bool(_OBJECT.match(self._text, start))

    def _literal(self, separator: re.Match[str], limits: tuple[int, ...]) -> Literal | None:
        """Return the literal behind a name, looked for in wider and wider bounds."""
        text, end = self._text, separator.end()
        quotes = list(_QUOTE.finditer(text, separator.start("quote"), separator.end("quote")))
        start = quotes[-1].start() if quotes else end
        decode = decoder_of(separator[0] + text[end : end + _CLUE])
        if decode is None and self._has_shell_quotes:
            decode = _unquoted
        for limit in limits if self._in_vain < _SLOW else limits[:1]:
            if self._in_vain > _ENOUGH:
                break
            found = literal_at(text, start, decode, limit)
            if found or start + limit >= len(text):
                return found
            self._in_vain += limit
        return None
