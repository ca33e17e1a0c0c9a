"""What was pasted into one field, with all ways to read it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from inspector import long_texts
from inspector.tickets.decryption.repair import (
    GappedText,
    Marked,
    Reading,
    clean,
    data_readings,
    short_readings,
)
from inspector.tickets.decryption.repair.gaps import ELISION, split
from inspector.tickets.decryption.repair.notations import as_characters, other_readings
from inspector.tickets.elision import ALL_MASK, MASKED
from inspector.tickets.fields import BLOCK, SHORT_SIZE

MOST_PLACES: Final = 1000
"""More places of characters that are no base64 are not told."""
LETTER_MASK: Final = re.compile(
    rf"""
      x{{6,}}|X{{6,}}  # `xxxxxx` `XXXXXXXX`
    | (?i:{MASKED})  # `REDACTED`
    """,
    re.VERBOSE,
)
"""Letters of base64 that somebody wrote over others; data that opens may hold them by chance."""
LONGEST_SIGN: Final = 12
"""Characters that show that something was elided: `xxxxxx`, `obfuscated`."""
SHORT_MASK: Final = re.compile(r"x{4,}|X{4,}  # `xxxx`", re.VERBOSE)
"""The same, but so short that in data of 300 characters one of 25,000 holds it by chance."""
ALL_MASKED: Final = re.compile(ALL_MASK, re.VERBOSE)


@dataclass(frozen=True)
class Pasted:
    """One field as pasted. Readings are made when first asked for."""

    name: str
    """The field's name on the wire."""
    text: str = field(repr=False)

    @cached_property
    def cleaned(self) -> tuple[Marked, ...]:
        """The text without what can never be base64; whitespace still in it."""
        return clean(self.text)

    @cached_property
    def gapped(self) -> tuple[GappedText, ...]:
        """Chunks and gaps; with characters outside the alphabet replaced, then dropped."""
        forms = [split(marked) for marked in self.cleaned]
        corrupt = [form.marked for form in forms if form.illegal]
        dropped = [split(marked, drop_illegal=True) for marked in corrupt]
        return (*forms, *dropped)

    @cached_property
    def notations(self) -> list[Reading]:
        """The field read as bytes that were written in another way than base64."""
        return other_readings(self.text)

    @cached_property
    def as_characters(self) -> Reading | None:
        """The field as 16 characters that are used as bytes, where it is that."""
        return as_characters(self.text)

    @cached_property
    def key_readings(self) -> list[Reading]:
        """The readings of 16 bytes."""
        found = [reading for gapped in self.gapped for reading in short_readings(gapped)]
        found += [reading for reading in self.notations if len(reading.data) == BLOCK]
        return list({reading.text: reading for reading in reversed(found)}.values())[::-1]

    @property
    def traced(self) -> list[Reading]:
        """The readings of 16 bytes that suppose no `+` that left no trace."""
        return [r for r in self.key_readings if all(c.code != "plus_restored" for c in r.changes)]

    @cached_property
    def readings(self) -> list[Reading]:
        """The readings as data, likeliest first; at least one."""
        return [reading for gapped in self.gapped for reading in data_readings(gapped)]

    @property
    def compact(self) -> str:
        """The likeliest characters, without `=`."""
        return self.readings[0].text.rstrip("=")

    @cached_property
    def is_elided(self) -> bool:
        """Whether an ellipsis, or a run of one letter that masks them, stands for characters."""
        return self.is_all_mask or any(
            long_texts.holds(marked.text, pattern, LONGEST_SIGN)
            for marked in self.cleaned
            for pattern in (ELISION, LETTER_MASK)
        )

    @cached_property
    def is_all_mask(self) -> bool:
        """Whether a mask is all that was pasted."""
        return bool(ALL_MASKED.fullmatch(self.text.strip()))

    @cached_property
    def is_empty(self) -> bool:
        """Whether nothing but whitespace and noise was pasted."""
        if self.notations or self.is_all_mask:
            return False
        return not any(marked.text.strip() for marked in self.cleaned)

    @property
    def illegal_places(self) -> tuple[int, ...]:
        """Offsets in the pasted text of characters that are no base64."""
        form = self.gapped[0]
        told = form.illegal[:MOST_PLACES]
        return tuple(place for index in told for place in form.marked.place(index))

    @property
    def nearly_short(self) -> list[str]:
        """Texts of about 22 characters, without `=`, to look for slips in."""
        texts = [reading.text.rstrip("=") for reading in self.traced[:3]]
        for gapped in self.gapped:
            kept = "".join(gapped.chunks)
            turned = "+" * gapped.gaps[0].options[0] + "".join(
                chunk + "+" * gap.options[0]
                for chunk, gap in zip(gapped.chunks, gapped.gaps[1:], strict=True)
            )
            texts += [text for text in (turned, kept) if abs(len(text) - SHORT_SIZE) <= 2]
        return list(dict.fromkeys(texts))[:4]

    @property
    def can_be_data(self) -> bool:
        """Whether enough characters are there for one block."""
        return self.gapped[0].size >= SHORT_SIZE - 2
