"""The result of the call as the client gets it: all but the session key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from inspector.exact_json.parsing import parse, write
from inspector.tickets.minting.mint import Minted
from inspector.tickets.minting.raw_data import ROOM_TOPIC
from inspector.tickets.payload.kinds import kinds
from inspector.tickets.payload.signature import sign


def client_form(tickets: Iterable[Minted]) -> Iterator[str]:
    """Give each result as an indented JSON object, in today's form."""
    return _written(tickets, result_of)


def client_form_of_2017(tickets: Iterable[Minted]) -> Iterator[str]:
    """Give each result in the form of 2017: with `roomTopic`, `rawData` and `signature`."""
    return _written(tickets, result_of_2017)


def result_of(minted: Minted) -> dict[str, Any]:
    """Return what the call's success callback receives."""
    ticket = minted.ticket
    result: dict[str, Any] = {"errMsg": f"{call_of(minted)}:ok", **kinds()[minted.kind].result}
    if ticket.raw_data is not None:
        result |= {"userInfo": parse(minted.raw_data), "rawData": ticket.raw_data}
        result["signature"] = ticket.signature
    return result | {"encryptedData": ticket.encrypted_data, "iv": ticket.iv}


def result_of_2017(minted: Minted) -> dict[str, Any]:
    """Return what `wx.getShareInfo` gave in the developer tools of 2017."""
    raw_data = minted.ticket.raw_data or minted.raw_data
    signature = minted.ticket.signature or sign(raw_data, minted.session_key)
    return {
        "errMsg": f"{call_of(minted)}:ok",
        "roomTopic": ROOM_TOPIC,
        "rawData": raw_data,
        "signature": signature,
        "encryptedData": minted.ticket.encrypted_data,
        "iv": minted.ticket.iv,
    }


def call_of(minted: Minted) -> str:
    """Return the call's name as `errMsg` gives it, such as `getShareInfo`."""
    return kinds()[minted.kind].apis[0].rpartition(".")[2]


def _written(tickets: Iterable[Minted], result: Callable[[Minted], Any]) -> Iterator[str]:
    return (write(result(minted), 2) + "\n" for minted in tickets)
