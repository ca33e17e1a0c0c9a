"""JSON lines: one ticket a line with all that is known of it, by the thousand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from inspector.exact_json.parsing import write
from inspector.tickets.minting.forms.fields import fields_of
from inspector.tickets.minting.mint import Minted


def json_lines_form(tickets: Iterable[Minted]) -> Iterator[str]:
    """Give each ticket as one line of JSON."""
    return (write(record_of(minted)) + "\n" for minted in tickets)


def record_of(minted: Minted) -> dict[str, Any]:
    """Return the fields of a ticket, what was sealed, and what opening it should give."""
    return {
        **fields_of(minted),
        "kind": minted.kind,
        "damage": minted.damage,
        "outcome": minted.outcome.value,
        "cause": minted.cause,
        "plaintext": minted.plaintext,
    }
