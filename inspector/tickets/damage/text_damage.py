"""Damage that can be undone: what consoles, forms, mails and editors do to base64."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from random import Random
from types import MappingProxyType
from typing import Final
from urllib.parse import quote

TextDamage = Callable[[str, Random], str]
WIDTHS: Final = (32, 48, 60, 64, 72, 76)
BREAKS: Final = ("\n", "\r\n", "\n")
INVISIBLE: Final = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
QUOTES: Final = ('""', "''", "``", "“”", "‘’", "「」", "«»")


def spaces_for_plus(text: str, _: Random) -> str:
    """A form decoder read every `+` as a space."""
    return text.replace("+", " ")


def wrapped(text: str, random: Random) -> str:
    """Lines of one width."""
    return random.choice(BREAKS).join(_lines(text, random.choice(WIDTHS)))


def wrapped_by_spaces(text: str, random: Random) -> str:
    """Lines joined by spaces, as single-line boxes do."""
    return " ".join(_lines(text, random.choice(WIDTHS)))


def indented(text: str, random: Random) -> str:
    """Lines that all start with some spaces or a tab."""
    indent = random.choice(("  ", "    ", "\t", "        "))
    return ("\n" + indent).join(_lines(text, random.choice(WIDTHS)))


def stripped_lines(text: str, random: Random) -> str:
    """Every `+` became a space, lines were wrapped, and spaces at their ends taken off."""
    lines = _lines(text.replace("+", " "), random.choice(WIDTHS))
    return "\n".join([*(line.rstrip() for line in lines[:-1]), *lines[-1:]])


def percent_encoded(text: str, _: Random) -> str:
    """What `encodeURIComponent` makes."""
    return quote(text, safe="-_.!~*'()")


def percent_twice(text: str, random: Random) -> str:
    """Encoded by hand and again by the request library."""
    return percent_encoded(percent_encoded(text, random), random)


def json_escaped(text: str, _: Random) -> str:
    r"""The inside of a JSON string, slashes as PHP writes them (`\/`)."""
    return json.dumps(text)[1:-1].replace("/", "\\/")


def unicode_escaped(text: str, _: Random) -> str:
    r"""A JSON string whose signs are escaped (`\u002b`)."""
    return "".join(c if c.isalnum() else f"\\u{ord(c):04x}" for c in text)


def quoted(text: str, random: Random) -> str:
    """A quoted value, often with the comma or semicolon after it."""
    left, right = random.choice(QUOTES)
    return left + text + right + random.choice(("", ",", ";", ", "))


def concatenated(text: str, random: Random) -> str:
    """A string literal split over lines of source code."""
    lines = _lines(text, random.choice(WIDTHS))
    return "' +\n  '".join(["'" + lines[0], *lines[1:]]) + "'"


def html_escaped(text: str, random: Random) -> str:
    """Signs as HTML entities, by name or number."""
    forms = random.choice(
        (
            {"+": "&#43;", "/": "&#47;", "=": "&#61;"},
            {"+": "&plus;", "/": "&sol;", "=": "&equals;"},
            {"+": "&#x2B;", "/": "&#x2f;", "=": "&#x3D;"},
        )
    )
    return "".join(forms.get(c, c) for c in text)


def invisible(text: str, random: Random) -> str:
    """Zero-width characters and a byte-order mark, as chats and web pages add them."""
    characters = list(text)
    for _ in range(random.randint(1, 4)):
        characters.insert(random.randint(0, len(characters)), random.choice(INVISIBLE))
    return random.choice(("", "\ufeff")) + "".join(characters)


def full_width(text: str, random: Random) -> str:
    """Signs, or everything, in full-width forms, as Chinese input methods write them."""
    everything = random.random() < 0.3
    return "".join(
        chr(ord(c) + 0xFEE0) if "!" <= c <= "~" and (everything or not c.isalnum()) else c
        for c in text
    )


def url_alphabet(text: str, _: Random) -> str:
    """base64url instead of base64."""
    return text.replace("+", "-").replace("/", "_")


def unpadded(text: str, _: Random) -> str:
    """The `=` at the end taken off."""
    return text.rstrip("=")


def noise_at_ends(text: str, random: Random) -> str:
    """Blanks and line breaks around the value, as selections with the mouse catch them."""
    noise = (" ", "  ", "\n", "\t", " \n", "\r\n")
    return random.choice(("", *noise)) + text + random.choice(noise)


LAYERS: Final[Mapping[str, TextDamage]] = MappingProxyType(
    {
        each.__name__: each
        for each in (
            spaces_for_plus,
            wrapped,
            wrapped_by_spaces,
            indented,
            stripped_lines,
            percent_encoded,
            percent_twice,
            json_escaped,
            unicode_escaped,
            quoted,
            concatenated,
            html_escaped,
            invisible,
            full_width,
            url_alphabet,
            unpadded,
            noise_at_ends,
        )
    }
)
"""Every damage to a text that can be undone, by name."""


def in_layers(text: str, names: Iterable[str], random: Random) -> str:
    """Return a text damaged in one way after the other."""
    for name in names:
        text = LAYERS[name](text, random)
    return text


def _lines(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)] or [""]
