"""One typing error in a key or an iv."""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType
from typing import Final

ALPHABET: Final = string.ascii_letters + string.digits + "+/"
SIZE: Final = 22


def wrong_character(text: str, random: Random) -> str:
    """One character replaced by another."""
    place = random.randrange(SIZE - 1)
    return text[:place] + random.choice(ALPHABET.replace(text[place], "")) + text[place + 1 :]


def missing_character(text: str, random: Random) -> str:
    """One character left out."""
    place = random.randrange(SIZE)
    return text[:place] + text[place + 1 :]


def doubled_character(text: str, random: Random) -> str:
    """One character typed twice."""
    place = random.randrange(SIZE)
    return text[:place] + text[place] + text[place:]


def swapped_characters(text: str, random: Random) -> str:
    """Two neighbours in the wrong order, different ones where there are any."""
    places = [at for at in range(SIZE - 2) if text[at] != text[at + 1]] or [0]
    place = random.choice(places)
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def wrong_case(text: str, random: Random) -> str:
    """One letter in the wrong case."""
    letters = [at for at in range(SIZE - 1) if text[at].isalpha()]
    place = random.choice(letters) if letters else 0
    return text[:place] + text[place].swapcase() + text[place + 1 :]


SLIPS: Final[Mapping[str, Callable[[str, Random], str]]] = MappingProxyType(
    {
        each.__name__: each
        for each in (
            wrong_character,
            missing_character,
            doubled_character,
            swapped_characters,
            wrong_case,
        )
    }
)
"""Every slip, by name."""
