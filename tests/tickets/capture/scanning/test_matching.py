"""Groups get what they miss: from what decrypts, then from what stands nearest."""

from __future__ import annotations

import json

import pytest

from inspector.tickets import read
from inspector.tickets.capture.scanning.groups import Group
from inspector.tickets.capture.scanning.matching import give_app_ids
from inspector.tickets.capture.scanning.sightings import Sighting
from tests.tickets.capture.capture_forms import mint

HANDLE = "0b1c2d3e-1111-4222-8333-444455556666"


def test_data_that_no_key_opens_takes_the_last_key_before_it() -> None:
    made, keys = mint(), [mint().key for _ in range(3)]
    lines = [f"10:00:0{n} login session_key={key}" for n, key in enumerate(keys)]
    lines.append(f"10:00:05 share iv={made.iv} encryptedData={made.data}")
    (ticket,) = read("\n".join(lines)).tickets
    assert (ticket.session_key, ticket.encrypted_data) == (keys[-1], made.data)


def test_damaged_data_takes_the_last_key_before_it_though_that_opens_other_data() -> None:
    first, second, cut = mint(), mint(), mint()
    rows = [
        {"session_key": first.key, "iv": first.iv, "encryptedData": first.data},
        {"session_key": second.key, "iv": second.iv, "encryptedData": second.data},
        {"iv": cut.iv, "encryptedData": cut.data[:-5]},
    ]
    tickets = read("\n".join(map(json.dumps, rows))).tickets
    assert [ticket.session_key for ticket in tickets] == [first.key, second.key, second.key]


def test_handles_of_a_launch_go_to_the_results_in_their_order() -> None:
    handles = [f"{n}{HANDLE[1:]}" for n in range(3)]
    made = [mint() for _ in handles]
    results = [{"iv": each.iv, "encryptedData": each.data} for each in made]
    tickets = read(json.dumps([{"shareTickets": handles}, *results])).tickets
    assert [ticket.share_ticket for ticket in tickets] == handles
    assert [ticket.encrypted_data for ticket in tickets] == [each.data for each in made]


def test_a_handle_that_a_result_carries_is_no_ticket_of_its_own() -> None:
    made = mint()
    result = {"shareTicket": HANDLE, "iv": made.iv, "encryptedData": made.data}
    for launch in ({"shareTickets": [HANDLE]}, {"scene": 1044, "shareTicket": HANDLE}):
        (ticket,) = read(json.dumps([launch, result])).tickets
        assert (ticket.share_ticket, ticket.encrypted_data) == (HANDLE, made.data)
    tickets = read(json.dumps([result, {"shareTickets": [HANDLE]}])).tickets
    assert [ticket.encrypted_data for ticket in tickets] == [made.data]


@pytest.mark.parametrize("before", ["", "onShow "])
def test_a_launch_that_lists_its_handle_once_more_is_one_ticket(before: str) -> None:
    launch = {"scene": 1044, "shareTicket": HANDLE, "shareTickets": [HANDLE]}
    (ticket,) = read(before + json.dumps(launch)).tickets
    assert ticket.share_ticket == HANDLE


@pytest.mark.parametrize(("named", "given"), [("aa", "a"), ("ab", None), ("", None)])
def test_an_app_id_is_every_tickets_where_the_text_names_no_other(
    named: str, given: str | None
) -> None:
    groups = [
        Group({"encryptedData": Sighting("encryptedData", "data", at, at + 4)}) for at in (0, 9)
    ]
    give_app_ids(groups, [Sighting("appid", name, 20, 21) for name in named])
    assert [group.value("appid") for group in groups] == [given, given]
