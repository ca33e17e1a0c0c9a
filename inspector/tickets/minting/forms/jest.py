"""A fixture for Jest, to be saved as `mintedTickets.js`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from inspector.exact_json.literals import as_javascript
from inspector.tickets.minting.forms.json_lines import record_of
from inspector.tickets.minting.mint import Minted

HEAD: Final = """\
'use strict';

// Test tickets under keys of their own; nothing in them is real.
// `plaintext` is what opening gives; `outcome` and `cause` tell what damage was done on purpose.
// In a test: test.each(require('./mintedTickets'))('opens $kind', (ticket) => { ... });

module.exports = [
"""


def jest_form(tickets: Iterable[Minted]) -> Iterator[str]:
    """Give a JavaScript file that exports an array of tickets."""
    yield HEAD
    for minted in tickets:
        yield f"  {as_javascript(record_of(minted), None)},\n"
    yield "];\n"
