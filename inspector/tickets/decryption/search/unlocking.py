"""Unlocking: find the readings of the fields that open together, cheapest trials first.

Four steps suppose more and more: the fields as pasted in each way that repair reads them, data
whose head is cut off, a key with one slip, a key known from elsewhere (only where none was
pasted). Each is tried with the fields as they were pasted, then in the up to five other orders
that their lengths allow, for values in each other's fields. The search ends with the first
ticket that opens whole, and after the step that proved a key right. As a key is proved without
the iv, readings of the fields are not multiplied with each other: at most 24 keys meet a few
readings of the data, and the readings of the iv are tried only under a key that fits. Beams and
slips run for few keys, and each listens to `cancelled`.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from inspector.tickets.decryption import cipher
from inspector.tickets.decryption.cipher import BadPadding, padding_length
from inspector.tickets.decryption.repair import GappedText, Reading, data_readings, trimmed_readings
from inspector.tickets.decryption.repair.readings import raw_reading, read_choice
from inspector.tickets.decryption.search import alignment, key_slips
from inspector.tickets.decryption.search.gap_beam import choices_that_decrypt
from inspector.tickets.decryption.search.iv_choice import choose_iv
from inspector.tickets.decryption.search.likely_keys import likely_keys
from inspector.tickets.decryption.search.pasted import Pasted
from inspector.tickets.decryption.search.proof import (
    NoPayload,
    NotText,
    is_proof,
    key_evidence,
    open_whole,
)
from inspector.tickets.decryption.search.solution import Solution
from inspector.tickets.fields import BLOCK, MAIN_FIELDS

MOST_KEYS: Final = 24
MOST_BEAM_KEYS: Final = 4
CERTAIN: Final = 99.0
"""Evidence that stands for a proof found in another way."""


@dataclass(frozen=True, slots=True)
class Fields:
    """The pasted fields in the roles that one assignment gives them."""

    key: Pasted | None
    iv: Pasted | None
    data: Pasted | None

    @property
    def sources(self) -> dict[str, str]:
        """Role -> the field where it was pasted."""
        pasted = zip(MAIN_FIELDS, (self.key, self.iv, self.data), strict=True)
        return {role: each.name for role, each in pasted if each is not None}

    @property
    def are_swapped(self) -> bool:
        """Whether any was pasted into the field of another."""
        return any(role != name for role, name in self.sources.items())

    @property
    def is_possible(self) -> bool:
        """Whether the lengths allow this assignment."""
        return bool(
            self.key and self.data and self.key.key_readings and self.data.can_be_data
        ) and not (self.iv and not self.iv.key_readings)


def unlock(
    pasted: Mapping[str, Pasted],
    known_keys: Sequence[str],
    cancelled: Callable[[], bool],
    slipped: key_slips.SlippedKeys | None = None,
) -> Solution:
    """Return the best solution for the pasted fields (those given, by their wire names)."""
    own = fields_of(pasted)
    assignments = [own, *(each for each in _permutations(pasted) if each.is_possible)]
    best = Solution(sources=own.sources)
    steps: tuple[Callable[[Fields], Solution], ...] = (
        lambda fields: by_readings(fields, cancelled),
        by_alignment,
        lambda fields: by_key_slips(fields, slipped or key_slips.SlippedKeys(), cancelled),
        lambda fields: by_known_keys(fields, known_keys, cancelled),
    )
    if "session_key" in pasted:  # then a known key is proposed, never used: see `fitting_key`
        steps = steps[:-1]
    for step in steps:
        for fields in assignments:
            if cancelled():
                return best
            found = step(fields)
            proved = found.opened or found.no_payload or is_proof(found.bits)
            if (proved and found.strength > best.strength) or (fields is own and not best.key):
                best = found
            if best.opened:
                return best
        if is_proof(best.bits):
            return best
    return best


def as_it_stands(solution: Solution) -> Solution:
    """Return what the fields say as they stand, where no search found anything: a short text."""
    key, iv, data = solution.key, solution.iv, solution.data
    if key is None or iv is None or data is None or len(data.data) % BLOCK:
        return solution
    try:
        opened = open_whole(cipher.decrypt(key.data, iv.data, data.data), alone=True)
    except NoPayload as problem:
        return replace(solution, no_payload=problem)
    except NotText:
        return solution
    return replace(solution, opened=opened)


def fitting_key(
    pasted: Mapping[str, Pasted], known_keys: Sequence[str], cancelled: Callable[[], bool]
) -> Solution | None:
    """Return what a known key opens that the pasted one does not; None when none fits."""
    fields = fields_of(pasted)
    found = by_known_keys(fields, known_keys, cancelled)
    return found if found.opened or is_proof(found.bits) else None


def fields_of(pasted: Mapping[str, Pasted]) -> Fields:
    """Return the pasted fields, each in its own role."""
    return Fields(*(pasted.get(role) for role in MAIN_FIELDS))


def _permutations(pasted: Mapping[str, Pasted]) -> Iterator[Fields]:
    own = [pasted.get(role) for role in MAIN_FIELDS]
    for order in itertools.permutations(own):
        if list(order) != own:
            yield Fields(*order)


def by_readings(fields: Fields, cancelled: Callable[[], bool]) -> Solution:
    """Try all readings of the three fields as they stand."""
    keys = fields.key.key_readings[:MOST_KEYS] if fields.key else []
    return with_keys(fields, keys, cancelled)


def with_keys(fields: Fields, keys: Sequence[Reading], cancelled: Callable[[], bool]) -> Solution:
    """Try some keys on all readings of iv and data, gaps decided by what decrypts."""
    best = Solution(keys[0] if keys else None, sources=fields.sources)
    for found in _openings(fields, keys, cancelled):
        if found.data is None:  # nothing spoke for any choice of gaps: no better than noise
            continue
        if found.strength > best.strength or best.data is None:
            best = found
        if best.opened:
            break
    return best


def _openings(
    fields: Fields, keys: Sequence[Reading], cancelled: Callable[[], bool]
) -> Iterator[Solution]:
    """Give what each key opens of each way to read the data; other notations have but one."""
    if fields.data is None:
        return
    for data in fields.data.notations:
        yield from (try_data(fields, key, data, cancelled) for key in keys)
    for gapped in () if fields.data.notations else fields.data.gapped:
        yield from _on_gapped(fields, keys, gapped, cancelled)


def _on_gapped(
    fields: Fields, keys: Sequence[Reading], gapped: GappedText, cancelled: Callable[[], bool]
) -> Iterator[Solution]:
    """Give what each key opens of one form of the data: by rules first, then gap by gap."""
    proven: list[Reading] = []
    for data in data_readings(gapped):
        for key in keys:
            found = try_data(fields, key, data, cancelled)
            if is_proof(found.bits):
                proven.append(key)
            yield found
    likely = proven[:1] or keys[:MOST_BEAM_KEYS]
    for data, key in itertools.product(trimmed_readings(gapped), likely):
        found = try_data(fields, key, data, cancelled)
        if found.opened:
            yield found
    if gapped.is_ambiguous:
        for key in likely:
            yield _by_gaps(fields, key, gapped, cancelled)


def _by_gaps(
    fields: Fields, key: Reading, gapped: GappedText, cancelled: Callable[[], bool]
) -> Solution:
    best = Solution(key, sources=fields.sources)
    ivs = fields.iv.traced[:1] if fields.iv else []
    iv = ivs[0].data if ivs else None
    choices = choices_that_decrypt(gapped, key.data, iv, cancelled)
    for choice in choices:
        found = try_data(fields, key, read_choice(gapped, choice), cancelled)
        if found.strength > best.strength:
            best = found
        if best.opened:
            break
    return best


def try_data(
    fields: Fields, key: Reading, data: Reading, cancelled: Callable[[], bool]
) -> Solution:
    """Try one key on one reading of the data with every reading of the iv."""
    ivs = fields.iv.traced if fields.iv else []
    whole = data.data[: len(data.data) // BLOCK * BLOCK]
    solution = Solution(key, ivs[0] if ivs else None, data, fields.sources)
    if not whole:
        return solution
    bits = key_evidence(key.data, whole, [iv.data for iv in ivs[:8]])
    solution = replace(solution, bits=bits)
    if whole == data.data and (is_proof(bits) or _is_padded(key, whole)):
        return choose_iv(fields.iv, solution, cancelled)
    return solution


def _is_padded(key: Reading, data: bytes) -> bool:
    """Say whether the last block ends in padding, whatever the text before it looks like."""
    before, last = data[-2 * BLOCK : -BLOCK], data[-BLOCK:]
    if not before:
        return True
    try:
        return padding_length(cipher.decrypt(key.data, before, last)) > 0
    except BadPadding:
        return False


def by_alignment(fields: Fields) -> Solution:
    """Look for text in data whose head is cut off, or whose characters do not fit blocks.

    Swapped fields are left out: that would be a second fault, and cost as much again.
    """
    if fields.key is None or fields.data is None or fields.are_swapped:
        return Solution(sources=fields.sources)
    ivs = fields.iv.traced if fields.iv else []
    for gapped in fields.data.gapped:
        reading = raw_reading(gapped)
        characters = reading.text
        for key in fields.key.key_readings[:MOST_BEAM_KEYS]:
            skip = alignment.skipped_bits(characters, key.data)
            if skip:
                iv = ivs[0] if ivs else None
                return Solution(key, iv, reading, fields.sources, bits=CERTAIN, skip=skip)
    return Solution(sources=fields.sources)


def by_key_slips(
    fields: Fields, slipped: key_slips.SlippedKeys, cancelled: Callable[[], bool]
) -> Solution:
    """Look for a key with one slip."""
    search = slip_search(fields)
    key = slipped.find(search, cancelled) if search else None
    if key is None:
        return Solution(sources=fields.sources)
    return replace(with_keys(fields, [key], cancelled), key_from="slip")


def slip_search(fields: Fields) -> key_slips.SlipSearch | None:
    """Return where a slip in the key is to be looked for; None where no key or data is.

    Fields that were swapped are left out: that would be a second fault, and cost as much again.
    """
    if fields.key is None or fields.data is None or fields.data.key_readings or fields.are_swapped:
        return None
    data = data_readings(fields.data.gapped[0])[0].data
    ivs = tuple(iv.data for iv in fields.iv.key_readings[:2]) if fields.iv else ()
    return key_slips.SlipSearch(fields.key, data[: len(data) // BLOCK * BLOCK], ivs)


def by_known_keys(
    fields: Fields, known_keys: Sequence[str], cancelled: Callable[[], bool]
) -> Solution:
    """Try keys that are known from elsewhere."""
    best = Solution(sources=fields.sources)
    for text in likely_keys(known_keys, fields.data, fields.iv, cancelled):
        keys = Pasted("session_key", text).key_readings[:2]
        found = with_keys(fields, keys, cancelled)
        if (
            found.opened or is_proof(found.bits, len(known_keys))
        ) and found.strength > best.strength:
            best = replace(found, key_from="known")
        if best.opened or cancelled():
            break
    return best
