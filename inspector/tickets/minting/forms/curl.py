"""A `curl` line that sends the ticket to a server of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from shlex import quote
from typing import Final

from inspector.exact_json.parsing import write
from inspector.tickets.minting.forms.fields import fields_of
from inspector.tickets.minting.mint import Minted

ADDRESS: Final = "http://localhost:8080/decrypt"
"""Where it is sent; to be changed by the reader."""


def curl_form(tickets: Iterable[Minted]) -> Iterator[str]:
    """Give each ticket as one line for a POSIX shell."""
    for minted in tickets:
        body = quote(write(fields_of(minted)))
        yield f"curl -X POST {ADDRESS} -H 'Content-Type: application/json' -d {body}\n"
