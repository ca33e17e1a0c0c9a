"""The fields by their names, one JSON object a ticket."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from inspector.exact_json.parsing import write
from inspector.tickets.minting.mint import Minted
from inspector.tickets.ticket import WIRE_NAMES


def fields_form(tickets: Iterable[Minted]) -> Iterator[str]:
    """Give each ticket as an indented JSON object."""
    for minted in tickets:
        yield write(fields_of(minted), 2) + "\n"


def fields_of(minted: Minted) -> dict[str, Any]:
    """Return the fields that a ticket has, by their names on the wire."""
    values = {wire: minted.ticket.field(wire) for wire in WIRE_NAMES.values()}
    return {wire: value for wire, value in values.items() if value is not None}
