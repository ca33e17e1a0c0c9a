"""The table: every kind of damage times random tickets of every payload kind."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import pytest

from inspector.tickets import Outcome, judge
from inspector.tickets.damage import DAMAGES, Damage, Sealed, damage
from tests.tickets.payloads import app_id_of, draw

TICKETS = 10
NOW = 1_800_000_000
UNDECIDED = {
    # What follows the known first name is an id of any characters, so some slips leave no trace.
    "iv_wrong_character": 0.6,
    "iv_missing_character": 0.6,
    "iv_doubled_character": 0.8,
    "iv_swapped_characters": 0.6,
    "iv_wrong_case": 0.6,
    # A payload of few known names may as well begin 16 bytes before a cut.
    "head_cut_on_block": 0.8,
}
"""Share of right verdicts where what is left cannot always decide; all others are 1."""


@dataclass(frozen=True)
class Row:
    """One row of the table."""

    name: str
    outcome: float
    cause: float
    recovered: float


def is_fit(name: str, sealed: Sealed) -> bool:
    """Return whether a damage can be made to a ticket as it is meant."""
    size = len(sealed.ticket.encrypted_data or "")
    whole = len(sealed.plaintext.encode()) % 16 == 0
    return {
        "column_255": size > 256,
        "elided_data": size > 130,
        "bad_padding": not whole,
        "other_app": sealed.app_id is not None,
    }.get(name, True)


def row(kind: Damage) -> Row:
    right = {"outcome": 0, "cause": 0, "recovered": 0}
    count = 0
    for number in range(TICKETS * 3):
        random = Random(f"{kind.name} {number}")
        text = draw(random)
        sealed = Sealed.fresh(text, random, app_id_of(text))
        if not is_fit(kind.name, sealed) or count == TICKETS:
            continue
        count += 1
        verdict = judge(kind.apply(sealed, random), now=NOW)
        right["outcome"] += verdict.outcome is kind.outcome
        right["cause"] += verdict.cause == kind.cause
        right["recovered"] += kind.outcome is not Outcome.OPENED or verdict.plaintext == text
    return Row(kind.name, *(hits / count for hits in right.values()))


@pytest.mark.parametrize("name", DAMAGES)
def test_every_kind_gets_the_verdict_it_deserves(name: str) -> None:
    found = row(DAMAGES[name])
    least = UNDECIDED.get(name, 1.0)
    assert min(found.outcome, found.cause, found.recovered) >= least, found


def test_damage_by_name() -> None:
    sealed = Sealed.fresh('{"openGId":"G"}', Random(1))
    assert "+" not in (damage(sealed, "spaces_for_plus", Random(2)).encrypted_data or "")
    with pytest.raises(KeyError):
        damage(sealed, "no such damage", Random(3))


def test_damage_is_reproducible() -> None:
    sealed = Sealed.fresh('{"openGId":"' + "G" * 28 + '"}', Random(1))
    for name in DAMAGES:
        if name in ("corrupt_block", "cut_within_block"):
            continue
        assert damage(sealed, name, Random(5)) == damage(sealed, name, Random(5))


@pytest.mark.parametrize("name", DAMAGES)
@pytest.mark.parametrize("field", ["session_key", "iv"])
def test_what_does_not_open_has_a_cause(name: str, field: str) -> None:
    """Damaged, and with the key or the iv of another call: two faults never make none."""
    for number in range(6):
        random = Random(f"{name} {field} {number}")
        sealed, other = (Sealed.fresh(text, random) for text in (draw(random), draw(random)))
        if not is_fit(name, sealed):
            continue
        ticket = damage(sealed, name, random)
        ticket = ticket.with_field(field, other.ticket.field(field))
        verdict = judge(ticket, now=NOW)
        assert verdict.outcome is Outcome.OPENED or verdict.cause is not None, ticket
        if field == "session_key":
            assert verdict.outcome is not Outcome.OPENED
