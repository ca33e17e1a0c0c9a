"""All kinds of damage to a ticket, each with the verdict it deserves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random
from types import MappingProxyType
from typing import Final

from inspector.tickets.damage import lasting, typing_slips
from inspector.tickets.damage.sealed import Sealed
from inspector.tickets.damage.text_damage import LAYERS, TextDamage
from inspector.tickets.fields import MAIN_FIELDS
from inspector.tickets.ticket import Ticket
from inspector.tickets.verdict import Outcome


@dataclass(frozen=True, slots=True)
class Damage:
    """One kind of damage."""

    name: str
    apply: Callable[[Sealed, Random], Ticket]
    outcome: Outcome = Outcome.OPENED
    """What judging deserves to give."""
    cause: str | None = None
    """The code of the first error that judging deserves to find."""


def damage(sealed: Sealed, name: str, random: Random) -> Ticket:
    """Return a test ticket damaged in one of `DAMAGES`.

    Raises:
        KeyError: There is no damage of this name.
    """
    return DAMAGES[name].apply(sealed, random)


def _of_text(name: str, change: TextDamage) -> Damage:
    def apply(sealed: Sealed, random: Random) -> Ticket:
        ticket = sealed.ticket
        names = MAIN_FIELDS if random.random() < 0.5 else [random.choice(MAIN_FIELDS)]
        for field in names:
            ticket = ticket.with_field(field, change(ticket.field(field) or "", random))
        return ticket

    return Damage(name, apply)


def swapped(sealed: Sealed, random: Random) -> Ticket:
    """The three values in each other's fields."""
    ticket = sealed.ticket
    values = [ticket.field(name) for name in MAIN_FIELDS]
    while True:
        shuffled = random.sample(values, 3)
        if shuffled != values:
            break
    for name, value in zip(MAIN_FIELDS, shuffled, strict=True):
        ticket = ticket.with_field(name, value)
    return ticket


def of_2016(sealed: Sealed, _: Random) -> Ticket:
    """The scheme of the closed beta: no iv, the key stands for it."""
    return replace(replace(sealed, iv=sealed.key).ticket, iv=None)


def layered(sealed: Sealed, random: Random) -> Ticket:
    """Two or three damages on top of each other, in one field or in all."""
    ticket = sealed.ticket
    for field in MAIN_FIELDS if random.random() < 0.5 else [random.choice(MAIN_FIELDS)]:
        text = ticket.field(field) or ""
        for name in random.sample(list(LAYERS), random.randint(2, 3)):
            text = LAYERS[name](text, random)
        ticket = ticket.with_field(field, text)
    return ticket


def _slip(field: str, name: str) -> Damage:
    def apply(sealed: Sealed, random: Random) -> Ticket:
        ticket = sealed.ticket
        value = ticket.field(field) or ""
        return ticket.with_field(field, typing_slips.SLIPS[name](value, random))

    return Damage(f"{field}_{name}", apply)


def _all() -> Mapping[str, Damage]:
    damages = [_of_text(name, change) for name, change in LAYERS.items()]
    damages += [
        Damage("fields_swapped", swapped),
        Damage("scheme_of_2016", of_2016),
        Damage("layered", layered),
    ]
    damages += [_slip(field, name) for field in MAIN_FIELDS[:2] for name in typing_slips.SLIPS]
    damages += [
        Damage(name, apply, outcome, cause) for name, apply, outcome, cause in lasting.LASTING
    ]
    return MappingProxyType({each.name: each for each in damages})


DAMAGES: Final = _all()
"""Every kind of damage by its name, the ones that can be undone first."""
