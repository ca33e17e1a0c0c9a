from __future__ import annotations

import base64
import hashlib
import itertools
import os
from collections.abc import Callable
from typing import Any

import pytest

from inspector.tickets import Outcome, judge, read
from inspector.tickets.capture.readers import bare_values as reader
from inspector.tickets.capture.scanning.source import Source
from tests.tickets.capture.capture_forms import mint


def test_three_lines_in_any_order() -> None:
    minted = mint()
    values = {"session_key": minted.key, "iv": minted.iv, "encryptedData": minted.data}
    for order in itertools.permutations(values.values()):
        text = "\n".join(order)
        assert reader.score(Source(text)) > 0.7
        assert {s.field: s.value for s in reader.read(Source(text)).sightings} == values


def test_one_value_alone() -> None:
    minted = mint()
    for value, field in (
        (minted.handle, "shareTicket"),
        (minted.data, "encryptedData"),
        (minted.key, "session_key"),
    ):
        (sighting,) = reader.read(Source(value)).sightings
        assert (sighting.field, sighting.value) == (field, value)


def test_a_key_that_does_not_open_the_data_beside_it_is_the_iv() -> None:
    minted = mint()
    seen = [s.field for s in reader.read(Source(f"{minted.iv}\n{minted.data}")).sightings]
    assert seen == ["iv", "encryptedData"]


def test_anything_else_among_the_values_scores_nothing() -> None:
    minted = mint()
    assert reader.score(Source(f"{minted.key}\nhello\n{minted.data}")) == 0
    assert reader.score(Source("hello world")) == 0


@pytest.mark.parametrize(
    "mask", ["***", "xxxx", "XXXXXXXXXXXXXXXXXXXXXX==", "●●●●", "<masked>", "……"]
)
def test_a_line_that_is_a_mask_is_what_the_others_are_not(mask: str) -> None:
    minted = mint()
    values = {"session_key": minted.key, "iv": minted.iv, "encryptedData": minted.data}
    for field in values:
        wanted = values | {field: mask}
        for order in itertools.permutations(wanted.values()):
            if field == "encryptedData" and order.index(minted.key) > order.index(minted.iv):
                continue  # without data nothing tells the iv from the key, but their order
            (ticket,) = read("\n".join(order)).tickets
            assert {name: ticket.field(name) for name in values} == wanted
            assert judge(ticket).cause == "elided"


def test_rules_between_values_are_no_masks() -> None:
    minted = mint()
    text = f"{minted.key}\n***\n{minted.iv}\n***\n{minted.data}"
    (ticket,) = read(text).tickets
    assert (ticket.session_key, ticket.iv) == (minted.key, minted.iv)


@pytest.mark.parametrize(
    "text",
    [
        "openid\tos42TQxcrO_zgLthYBOuUDzRxO0J\nunionid\tobRISTzA2K7m7eOTxV103gIk6HQO",
        "appid\twxeb8802996010fe16\nsecret\tf81f6db8088babb3d4f7f57bf86335dc",
    ],
)
def test_the_cells_of_a_table_are_no_values_with_blanks(text: str) -> None:
    assert not read(text).tickets


@pytest.mark.parametrize("made", [hashlib.md5, hashlib.sha1, hashlib.sha256, hashlib.sha512])
@pytest.mark.parametrize(
    "form",
    [
        "commit {}",
        "commit {}\n",
        "tree {}\nparent {}\nauthor zhang",
        "{} Merge the branch of version 2",
        "{} one\n{} two\n{} three",
        "Merge {} into main",
    ],
)
def test_a_hash_beside_words_is_no_value(made: Callable[[bytes], Any], form: str) -> None:
    digests = [made(os.urandom(8)).hexdigest() for _ in range(form.count("{}"))]
    assert not read(form.format(*digests)).tickets


@pytest.mark.parametrize("case", [str.lower, str.upper, "0x{}".format])
@pytest.mark.parametrize("between", ["\n", " ", ",", "\t", " | "])
def test_a_trio_in_hex_is_read_where_it_opens(case: Callable[[str], str], between: str) -> None:
    minted = mint()
    values = [minted.key, minted.iv, minted.data]
    for order in itertools.permutations(range(3)):
        for in_hex in ({0, 1, 2}, {2}, {0, 1}, {1}):
            written = [
                case(base64.b64decode(v).hex()) if number in in_hex else v
                for number, v in enumerate(values)
            ]
            (ticket,) = read(between.join(written[number] for number in order)).tickets
            assert judge(ticket).outcome is Outcome.OPENED


def test_three_values_in_hex_that_open_nothing_are_hashes() -> None:
    for size in (32, 64, 128):
        assert not read("\n".join(os.urandom(n).hex() for n in (16, 16, size))).tickets
