"""The tolerant scanner: finds every known name in any text and takes the value beside it.

It goes from name to name and knows no grammar, so broken, nested, escaped and mixed text are
all the same to it. Each pattern is bounded, so time grows with the length of the text alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache, partial

from inspector.tickets.capture.scanning import arguments, separators, shapes, values
from inspector.tickets.capture.scanning.field_names import FieldName, FieldNames
from inspector.tickets.capture.scanning.notations import Notations
from inspector.tickets.capture.scanning.odd_values import odd_value
from inspector.tickets.capture.scanning.other_values import OTHER_FIELDS, OtherValues
from inspector.tickets.capture.scanning.shapes import Belief, Shape
from inspector.tickets.capture.scanning.sightings import Sighting, Trust
from inspector.tickets.capture.scanning.values import Value

_NAME = re.compile(
    r"""
    (?=[A-Za-z_%\\&0-9+\u4e00-\u9fff])(?:
        %(?>(?:25)*)[0-9A-Fa-f]{2}                # `%3A` `%253A`: an escape is no name
      | (?<!\\)\\++(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[nrtbf](?=[A-Za-z_]))  # `\u003a` `\niv`
      | &\#?\w{2,8};                              # `&quot;` `&#34;`
        # What begins with a digit or a plus is no name; most of it is base64 and hex.
      | (?:[0-9]|(?!^)\+)[A-Za-z0-9+/]*+          # `24`
        # A name stands behind no letter, digit or slash, but for escapes and line comments.
      | (?P<name>(?=[A-Za-z_])
          (?:
              (?<![A-Za-z0-9+/_])(?<![A-Za-z0-9_]-)
            | (?<=\W//)|(?<=^//)|(?<=^\+)         # `//iv` `+iv`
            | (?<=%[0-9A-Fa-f]{2})                # `%22iv`
            | (?<=25[0-9A-Fa-f]{2})               # `%2522iv`
            | (?<=\\[nrtbf])                      # `\niv`
            | (?<=\\u[0-9A-Fa-f]{4})              # `\u0022iv`
            | (?<=\\x[0-9A-Fa-f]{2})              # `\x22iv`
          )
          _{0,2}[A-Za-z][A-Za-z0-9]*+(?>(?:[_-]{1,3}+[A-Za-z0-9]++)*)  # `session_key` `X-WX-Iv`
        )
      | (?P<label>
          [\u4e00-\u9fff]{1,31}+                  # `会话密钥` `小程序`
          (?:(?:[Kk]ey|KEY|[Ii]d|ID)(?![A-Za-z0-9_]))?  # `key` `ID`
        )
    )
    """,
    re.VERBOSE | re.MULTILINE,
)
_LONGEST_NAME = 48
_SURE_NAME = 12
_PEM = "-----"
"""Stands around keys and certificates, whose base64 is none of a ticket's."""
_FOLLOWING_WORD = re.compile(
    r"""
    [ \t\r\n"'`:=,;]{1,4}+(?P<word>[A-Za-z_]{1,20})(?![A-Za-z0-9+/_%\\&-])  # `: iv` `", "iv`
    (?P<equals>=(?![=\s]))?  # `=`: the word has a value
    """,
    re.VERBOSE,
)
"""A name with the next name right behind it has no value."""
_STEP = 20_000
"""Names between two looks at the cancel button."""
_WEAK_SHORTEST = 44
_ONE_BLOCK = 24
"""Characters of base64 that hold one block, as a short answer of a game's server does."""
_WEAK_DATA = FieldName("encryptedData", Trust.WEAK)
_CALLED = re.compile(r"[(\[]|%(?:25)*(?:28|5[Bb])  # `(` `%5B`", re.VERBOSE)
"""What calls or indexes something that is named like data."""
_LOST_PLUS = re.compile(
    r"""
    (?:=|:[ ]|[ ]=[ ])                # `=` `: ` ` = `
    (?P<blanks>[ ]{1,3}|(?:%20){1,3})  # ` ` `%20%20`
    """,
    re.VERBOSE,
)
"""A separator with blanks that nobody writes there: they may be plus signs of the value."""
_MOST_ODD = 2_000


class PairScanner:
    """Scans one text for names and their values."""

    def __init__(self, text: str, names: FieldNames | None = None) -> None:
        self._text = text
        self._names = names or FieldNames()
        self._separators = separators.separators_for(text)
        masks = values.Masks(text)
        self._others = OtherValues(text, masks)
        self._notations = Notations(text, masks)
        self._refused_until = 0
        # Several separators mostly lead to the same place.
        self._value_at = lru_cache(maxsize=1)(partial(values.base64_value, text, masks=masks))
        self.odd: list[Sighting] = []
        """What stands under the name of a field and does not look like it."""

    def scan(
        self, start: int = 0, end: int | None = None, tick: Callable[[int], None] | None = None
    ) -> Iterator[Sighting]:
        """Yield the sightings of a stretch in order; `tick` is told how far it came."""
        stop = len(self._text) if end is None else end
        taken = start
        for count, match in enumerate(_NAME.finditer(self._text, start, stop)):
            if tick and count % _STEP == 0:
                tick(match.start())
            kind = match.lastgroup
            if kind is None:
                continue
            meaning = self._meaning(match[0], kind)
            if meaning is None or match.start() < taken:
                continue
            for sighting in self._after(match, meaning):
                yield sighting
                # What was signed may hold fields of its own.
                taken = max(taken, sighting.start if sighting.field == "rawData" else sighting.end)

    def _meaning(self, name: str, kind: str) -> FieldName | None:
        if kind == "label":
            return self._names.label(name)
        return self._names.classify(name) if len(name) <= _LONGEST_NAME else None

    def _after(self, match: re.Match[str], meaning: FieldName) -> list[Sighting]:
        """Return what stands behind one name: mostly one value, of an array several."""
        position = match.end()
        following = _FOLLOWING_WORD.match(self._text, position)
        if following and self._names.is_name(following["word"], valued=following["equals"]):
            return []
        for separator in self._separators:
            found = separator.pattern.match(self._text, position)
            if not found or self._misplaced(separator, match, found[0]):
                continue
            if meaning.field in OTHER_FIELDS:
                strict = separator.whole_only
                sightings = self._others.read(meaning.field, found, strict=strict)
            else:
                sightings = self._base64(meaning, found, separator)
            if sightings:
                return [replace(s, trust=min(s.trust, meaning.trust)) for s in sightings]
        return self._otherwise(meaning, position)

    def _otherwise(self, meaning: FieldName, position: int) -> list[Sighting]:
        """Return a value that is written otherwise than in base64."""
        if meaning.field in OTHER_FIELDS:
            return []
        found = self._notations.value(meaning.field, position)
        if found is None and meaning.trust is Trust.NAMED:
            self._keep_odd(meaning.field, position)
        return [Sighting(meaning.field, *found[:3], meaning.trust)] if found else []

    def _keep_odd(self, field: str, position: int) -> None:
        separator = separators.SIGNED.pattern.match(self._text, position)
        if separator and len(self.odd) < _MOST_ODD:
            odd = odd_value(self._text, field, separator, self._names)
            self.odd += [odd] if odd else []

    def _misplaced(
        self, separator: separators.Separator, name: re.Match[str], between: str
    ) -> bool:
        """Tell what cannot be meant: a closed quote, a tag that ends, an empty element.

        Nothing at all stands only behind a label: `D%2F2xQf` is data, not data named `D`.
        """
        start = name.start()
        if not between and name.lastgroup == "name":
            return separator.whole_only
        if separator is separators.ADJACENT:
            return self._is_quoted(start)
        if separator is separators.NEARBY:
            return self._names_another(between)
        if separator is separators.BLANK:
            return arguments.is_argument(self._text, start, between)
        if separator is separators.TAGS:
            tag = self._text.rfind("<", max(0, start - 60), start)
            ends = self._text[tag : tag + 2] == "</" and ">" not in self._text[tag:start]
            return ends or f"{name[0]}>" in between
        return False

    def _names_another(self, between: str) -> bool:
        """Tell whether words between a name and a value name a field themselves."""
        named = ((match[0], match.lastgroup) for match in _NAME.finditer(between))
        return any(kind and self._meaning(name, kind) for name, kind in named)

    def _is_quoted(self, start: int) -> bool:
        return self._text[start - 1 : start] in ('"', "'", "`", "”", "“") if start else False

    def _base64(
        self, meaning: FieldName, found: re.Match[str], separator: separators.Separator
    ) -> list[Sighting]:
        start, quoted, whole_only = found.end(), bool(found["quote"]), separator.whole_only
        if start < self._refused_until:
            return []
        of_a_part = separator is separators.MULTIPART
        lost = _LOST_PLUS.fullmatch(found[0])
        blanks = lost["blanks"] if lost else ""
        value = self._value_at(start, quoted=quoted, of_a_part=of_a_part, blanks=blanks)
        if value is None:
            return []
        if whole_only and value.text.startswith("…"):
            return []  # dots between a name and its value
        if whole_only:
            value = values.behind_words(self._text, value, meaning.field)
        literal = quoted and not whole_only
        is_called = separator is not separators.EXPLICIT or _CALLED.search(found[0])
        if meaning == _WEAK_DATA and len(value.text) == _ONE_BLOCK and is_called:
            return []
        if not self._believed(meaning, value, literal=literal, whole_only=whole_only):
            self._refused_until = value.past(self._refused_until)
            return []
        return [Sighting(meaning.field, value.text, value.start, value.end)]

    def _believed(
        self, meaning: FieldName, value: Value, *, literal: bool, whole_only: bool
    ) -> bool:
        named = Belief.LITERAL if literal else Belief.NAMED
        named = Belief.EXACT if shapes.is_exact(value.text) else named
        belief = named if meaning.trust is Trust.NAMED else Belief.UNNAMED
        is_word = shapes.shape(meaning.field, value.text, belief) is Shape.WORD
        if is_word or _PEM in value.text or values.goes_on(self._text, value):
            return False
        if meaning.trust is Trust.WEAK or whole_only:
            return self._is_known_by_its_look(meaning, value.text, belief)
        word = value.text.rstrip("=")
        return len(word) > _LONGEST_NAME or not word.isalpha() or not self._is_name(word)

    def _is_known_by_its_look(self, meaning: FieldName, text: str, belief: Belief) -> bool:
        """Tell whether a value is the field's even where its name says little."""
        if not shapes.is_near_whole(meaning.field, text, belief):
            return False
        if meaning.field != "encryptedData":
            return True
        is_block = meaning.trust is Trust.WEAK and len(text) == _ONE_BLOCK
        if len(text) < _WEAK_SHORTEST and not is_block:
            return False
        if meaning.trust is not Trust.WEAK:
            return True
        if shapes.is_wrapped_text(text):
            return False
        is_padded = "=" in text and shapes.decoded_size(text) is not None
        return shapes.shape(meaning.field, text, belief) is Shape.WHOLE or not is_padded

    def _is_name(self, word: str) -> bool:
        """Tell whether a value is itself a name, as in `iv: iv`."""
        meaning = self._names.classify(word)
        if meaning is None or meaning.trust is not Trust.NAMED:
            return False
        # Data may end in `IV` by chance; names that long do not look like data.
        return len(word) < _SURE_NAME or not shapes.is_random(word, Belief.NAMED)
