"""The forms in which minted tickets are handed out, one file each.

A form is a function that takes tickets and gives pieces of text; the pieces joined are the
whole. Forms of one line a ticket give it as soon as the ticket is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from inspector.tickets.minting.forms.client import client_form, client_form_of_2017
from inspector.tickets.minting.forms.curl import curl_form
from inspector.tickets.minting.forms.fields import fields_form
from inspector.tickets.minting.forms.jest import jest_form
from inspector.tickets.minting.forms.json_lines import json_lines_form
from inspector.tickets.minting.forms.junit import junit_form
from inspector.tickets.minting.forms.pytest import pytest_form
from inspector.tickets.minting.mint import Minted

Form = Callable[[Iterable[Minted]], Iterator[str]]

FORMS: Final[Mapping[str, Form]] = MappingProxyType(
    {
        "fields": fields_form,
        "client": client_form,
        "client2017": client_form_of_2017,
        "curl": curl_form,
        "jsonl": json_lines_form,
        "pytest": pytest_form,
        "jest": jest_form,
        "junit": junit_form,
    }
)
"""Name of the form -> its writer."""

WITHOUT_KEY: Final = frozenset({"client", "client2017"})
"""Forms without the session key, as the client never sees it: hand it out beside them."""

FILE_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "fields": "tickets.json",
        "client": "result.json",
        "client2017": "result.json",
        "curl": "tickets.sh",
        "jsonl": "tickets.jsonl",
        "pytest": "minted_tickets.py",
        "jest": "mintedTickets.js",
        "junit": "MintedTickets.java",
    }
)
"""Name of the form -> the usual name of a file; the fixtures rely on theirs."""


def write_form(form: str, tickets: Iterable[Minted]) -> str:
    """Return minted tickets in a form, as one text.

    Raises:
        KeyError: there is no form of this name.
    """
    return "".join(FORMS[form](tickets))
