"""A whole ticket in the signed text is that text, where data stands beside it; else a ticket."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import quote

import pytest

from inspector.tickets import read
from tests.tickets.capture.capture_forms import Minted, mint, whole

Form = Callable[[Minted, Minted], str]


def compact(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def literal(m: Minted) -> str:
    return f"{{session_key:'{m.key}',iv:'{m.iv}',encryptedData:'{m.data}'}}"


SIGNED: dict[str, Form] = {
    "lines, last": lambda o, i: (
        f"session_key={o.key}\niv={o.iv}\nencryptedData={o.data}\nrawData={compact(whole(i))}"
    ),
    "lines, first": lambda o, i: (
        f"rawData={compact(whole(i))}\nsession_key={o.key}\niv={o.iv}\nencryptedData={o.data}"
    ),
    "lines, between": lambda o, i: (
        f"session_key: {o.key}\nrawData: {literal(i)}\niv: {o.iv}\nencryptedData: {o.data}"
    ),
    "one line": lambda o, i: (
        f"Info(rawData={compact(whole(i))}, encryptedData={o.data}, iv={o.iv}, sessionKey={o.key})"
    ),
    "form": lambda o, i: "&".join(
        f"{name}={quote(value, safe='')}"
        for name, value in {"rawData": compact(whole(i)), **whole(o)}.items()
    ),
    "text": lambda o, i: json.dumps({"rawData": compact(whole(i)), **whole(o)}),
    "object": lambda o, i: json.dumps({**whole(o), "rawData": whole(i)}, indent=2),
}
APART: dict[str, Form] = {
    "list": lambda o, i: json.dumps([{"rawData": compact(whole(i))}, whole(o)]),
    "JSON lines": lambda o, i: compact({"rawData": compact(whole(i))}) + "\n" + compact(whole(o)),
    "log": lambda o, i: f"rawData={compact(whole(i))}\n\nresult {compact(whole(o))}",
}


@pytest.mark.parametrize("form", SIGNED)
def test_a_ticket_in_the_signed_text_of_another_is_none(form: str) -> None:
    for _ in range(10):
        outer, inner = mint(), mint()
        (ticket,) = read(SIGNED[form](outer, inner)).tickets
        found = (ticket.session_key, ticket.iv, ticket.encrypted_data)
        assert found == (outer.key, outer.iv, outer.data)
        assert inner.data in (ticket.raw_data or "")


@pytest.mark.parametrize("form", APART)
def test_a_ticket_under_that_name_is_one_where_no_data_stands_beside_it(form: str) -> None:
    for _ in range(10):
        outer, inner = mint(), mint()
        tickets = read(APART[form](outer, inner)).tickets
        found = [(t.session_key, t.iv, t.encrypted_data) for t in tickets]
        assert found == [(m.key, m.iv, m.data) for m in (inner, outer)]
