from __future__ import annotations

import itertools

import pytest

from inspector.tickets import read
from inspector.tickets.capture.readers import positional_call as reader
from inspector.tickets.capture.scanning.source import Source
from tests.tickets.capture.capture_forms import mint


def test_arguments_in_any_order_are_told_apart_by_what_decrypts() -> None:
    minted = mint()
    values = {"session_key": minted.key, "iv": minted.iv, "encryptedData": minted.data}
    for order in itertools.permutations(values.values()):
        text = "open(" + ", ".join(f"'{value}'" for value in order) + ")"
        assert reader.score(Source(text)) > 0.4
        assert {s.field: s.value for s in reader.read(Source(text)).sightings} == values


def test_a_call_whose_own_name_is_one_of_data_is_no_other() -> None:
    minted = mint()
    values = {"session_key": minted.key, "iv": minted.iv, "encryptedData": minted.data}
    for order in itertools.permutations(values.values()):
        text = "crypt.Decrypt(" + ",".join(f"'{value}'" for value in order) + ")"
        found = [(s.field, s.value) for s in reader.read(Source(text)).sightings]
        assert set(found) == set(values.items())


def test_arguments_that_open_nothing_are_named_by_length_and_order() -> None:
    one, other = mint(), mint()
    text = f"decryptData('{one.key}', '{one.iv}', '{other.data}')"
    seen = {s.field: s.value for s in reader.read(Source(text)).sightings}
    assert seen == {"session_key": one.key, "iv": one.iv, "encryptedData": other.data}


def test_a_wrapped_line_that_begins_as_a_weak_name_is_no_other_ticket() -> None:
    for head in ("Ed+S", "e2D/", "sk+/", "data"):
        minted = mint()
        first, second = minted.data[:50], head + minted.data[54:]
        text = f"decryptData(\n '{minted.key}',\n '{minted.iv}',\n '{first}'.\n '{second}'\n);"
        (ticket,) = read(text).tickets
        assert ticket.encrypted_data == first + second


def test_words_are_no_arguments() -> None:
    assert reader.read(Source("decryptData(sessionKey, iv, encryptedData)")).sightings == ()


@pytest.mark.parametrize("between", ["; ", " ", ", ", " // ", "；", " && "])
@pytest.mark.parametrize(
    "call",
    [
        "decryptData('{data}', '{iv}', '{key}')",
        "$pc->decryptData('{key}', '{iv}', '{data}')",
        "decrypt(Buffer.from('{data}', 'base64'), Buffer.from('{key}', 'base64'), '{iv}')",
        "decryptData(data='{data}', iv='{iv}', key='{key}')",
    ],
)
def test_calls_side_by_side_on_one_line_are_tickets_of_their_own(call: str, between: str) -> None:
    for count in (2, 3, 4):
        minted = [mint() for _ in range(count)]
        text = between.join(call.format(data=m.data, iv=m.iv, key=m.key) for m in minted)
        found = {(t.session_key, t.iv, t.encrypted_data) for t in read(text).tickets}
        assert found == {(m.key, m.iv, m.data) for m in minted}
