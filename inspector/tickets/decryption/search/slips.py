"""Slips: the texts of 16 bytes that are one typing error away from a text.

A key or an iv is 22 characters. All cases of each slip are listed: any one character wrong (22
times 63), any two swapped (231), the case of any run of letters lost or turned, one character
missing (22 times 64), one or two neighbours too many (23). That makes at most some 1,900
different texts for one, so trying all of them is cheap; two slips would make millions, and
chance would then find a match.
"""

from __future__ import annotations

import itertools
import string
from collections.abc import Iterable, Iterator
from typing import Final

from inspector.tickets.decryption.repair.readings import LAST_OF_SHORT
from inspector.tickets.fields import SHORT_SIZE

ALPHABET: Final = string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/"


def slips(characters: str) -> Iterator[str]:
    """Give every text of 22 characters that one slip turns into this one, likelier first.

    `characters` is a key or an iv without `=`. A slip is one wrong, missing or doubled
    character, two swapped ones, or letters in the wrong case.
    """
    return _unique(_candidates(characters))


def undoubled(characters: str) -> Iterator[str]:
    """Give every text of 22 characters with one of two equal neighbours left out."""
    if len(characters) == SHORT_SIZE + 1:
        pairs = enumerate(itertools.pairwise(characters))
        yield from _unique(
            characters[:at] + characters[at + 1 :] for at, (one, two) in pairs if one == two
        )


def _unique(texts: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for text in texts:
        whole = text[:-1] + _canonical(text[-1]) if len(text) == SHORT_SIZE else ""
        if whole and whole not in seen:
            seen.add(whole)
            yield whole


def _canonical(last: str) -> str:
    """Return the last character with the bits cleared that carry nothing."""
    return LAST_OF_SHORT[ALPHABET.index(last) >> 4]


def _candidates(text: str) -> Iterator[str]:
    surplus = len(text) - SHORT_SIZE
    if surplus == 0:
        yield from _swaps(text)
        yield from _cases(text)
        yield from _substitutions(text)
    elif surplus == -1:
        yield from _insertions(text)
    elif surplus in (1, 2):
        for place in range(SHORT_SIZE + 1):
            yield text[:place] + text[place + surplus :]


def _insertions(text: str) -> Iterator[str]:
    for place in range(len(text) + 1):
        for character in ALPHABET:
            yield text[:place] + character + text[place:]


def _swaps(text: str) -> Iterator[str]:
    for first in range(len(text)):
        for second in range(first + 1, len(text)):
            middle = text[first + 1 : second]
            yield text[:first] + text[second] + middle + text[first] + text[second + 1 :]


def _cases(text: str) -> Iterator[str]:
    """Give the text with the case of every run of letters turned: one, or some in a row."""
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            yield text[:start] + text[start:end].swapcase() + text[end:]
            yield text[:start] + text[start:end].upper() + text[end:]
            yield text[:start] + text[start:end].lower() + text[end:]


def _substitutions(text: str) -> Iterator[str]:
    for place in range(len(text)):
        for character in ALPHABET:
            yield text[:place] + character + text[place + 1 :]
