"""A pytest fixture, to be saved as `minted_tickets.py` or `conftest.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from inspector.exact_json.literals import as_python
from inspector.tickets.minting.forms.json_lines import record_of
from inspector.tickets.minting.mint import Minted

HEAD: Final = '''\
"""Test tickets under keys of their own; nothing in them is real.

`plaintext` is what opening gives; `outcome` and `cause` tell what damage was done on purpose.
"""

import pytest

TICKETS = [
'''
TAIL: Final = ''']


@pytest.fixture(params=TICKETS, ids=lambda each: each["damage"] or each["kind"])
def minted_ticket(request):
    """Give one test ticket after the other, as a dict."""
    return request.param
'''


def pytest_form(tickets: Iterable[Minted]) -> Iterator[str]:
    """Give a Python file with the fixture `minted_ticket`."""
    yield HEAD
    for minted in tickets:
        yield f"    {as_python(record_of(minted), None)},\n"
    yield TAIL
