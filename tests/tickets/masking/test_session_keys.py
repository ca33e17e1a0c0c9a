"""No spelling of a session key gets through, and nothing else is touched."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from dataclasses import replace
from random import Random
from string import ascii_letters, digits
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.exact_json.parsing import parse, write
from inspector.findings import Finding, Severity
from inspector.tickets import Outcome, Proposal, Ticket, Verdict, judge
from inspector.tickets.cases.case_file import write_case_file
from inspector.tickets.damage import Sealed
from inspector.tickets.damage.text_damage import LAYERS
from inspector.tickets.masking.personal_data import Shown
from inspector.tickets.masking.session_keys import MASK, Mask, secrets_of
from tests.cli.running import mint
from tests.tickets.decryption.notations import NOTATIONS
from tests.tickets.payloads import draw

keys = st.binary(min_size=16, max_size=16).map(lambda key: base64.b64encode(key).decode())


@given(keys, st.text(), st.text())
def test_every_spelling_is_masked(key: str, before: str, after: str) -> None:
    core = key.rstrip("=")
    spellings = [
        key,
        core,
        f'"{key}",',
        quote(key, safe=""),
        quote(key),
        key.replace("/", "\\/"),
        key.translate(str.maketrans("+/", "-_")),
        key.replace("+", " "),
        json.dumps(key),
    ]
    for spelling in spellings:
        assert spelling not in Mask([key]).text(before + spelling + after)
        assert core not in Mask([f" '{key}' \n"]).text(before + spelling + after)


@given(keys)
def test_nothing_is_left_of_a_key_that_holds_another(key: str) -> None:
    for secrets in ([key], [key, key[:12]], [key[:12], key], [key, key[4:20]]):
        assert Mask(secrets).text(f"a {key} b") == f"a {MASK} b"


def test_a_key_that_is_only_proposed_is_a_secret_too() -> None:
    key, made = mint().session_key, mint()
    ticket = Ticket(made.session_key, made.iv, made.encrypted_data)
    proposal = Proposal("known_key", {"session_key": key}, Finding("proof_opens", Severity.INFO))
    verdict = Verdict(ticket, ticket, Outcome.NOT_OPENED, proposals=(proposal,))
    assert key in set(secrets_of(verdict))
    assert Mask.of(verdict).text(f"is it {key}?") == f"is it {MASK}?"


@given(keys, st.text(alphabet="abc {}"))
def test_other_texts_stay_as_they_are(key: str, text: str) -> None:
    assert Mask([key]).text(text) == text
    assert Mask([None, ""]).text(text) == text


def test_a_short_secret_is_masked_only_alone() -> None:
    assert Mask(["abc"]).text("abc") == MASK
    assert Mask(["abc"]).text("abc in abcdef") == "abc in abcdef"


@given(st.text())
def test_any_text_may_be_in_the_place_of_a_key(secret: str) -> None:
    masked = Mask([secret]).text(secret)
    assert masked == (MASK if secret.strip() else secret)


def test_values_keep_their_shape() -> None:
    key = mint().session_key
    text = f'{{"a":["{key}",1.10,null],"{key}":{{"n":1,"n":2}}}}'
    masked = Mask([key]).value(parse(text))
    assert write(masked) == f'{{"a":["{MASK}",1.10,null],"{MASK}":{{"n":1,"n":2}}}}'


def test_a_value_too_deep_is_masked_whole() -> None:
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    assert Mask(["secret-key"]).value(deep) == MASK


@pytest.mark.parametrize("place", ["encrypted_data", "raw_data", "label", "app_id"])
def test_a_key_in_a_wrong_place_counts_as_secret(place: str) -> None:
    key = mint().session_key
    fields = {"session_key": "x" * 30, "iv": mint().iv, "encrypted_data": None, place: key}
    verdict = judge(Ticket(**fields))
    masked = Mask.of(verdict).value(verdict.to_dict())
    assert (key.rstrip("=") in write(masked)) is (place == "label")


def test_an_iv_is_no_secret_unless_it_is_the_key() -> None:
    made = mint()
    verdict = judge(Ticket(made.session_key, made.iv, made.encrypted_data))
    assert made.iv not in set(secrets_of(verdict))
    same = judge(Ticket(made.session_key, made.session_key, made.encrypted_data))
    assert Mask.of(same).value(same.to_dict())["fields"]["iv"] == MASK


BLEMISHES: dict[str, Callable[[str, Random], str]] = {
    **LAYERS,
    **{
        name: (lambda key, _, write=write: write(base64.b64decode(key)))  # type: ignore[misc]
        for name, write in NOTATIONS.items()
    },
}
PLACES = ("iv", "encryptedData", "appid", "rawData", "signature", "shareTicket", "label")


@pytest.mark.parametrize("blemish", BLEMISHES)
@pytest.mark.parametrize("place", PLACES)
def test_a_key_in_another_field_is_known_whatever_its_blemish(place: str, blemish: str) -> None:
    random = Random(f"{place} {blemish}")
    sealed = Sealed.fresh(draw(random), random)
    key = sealed.ticket.session_key or ""
    written = BLEMISHES[blemish](key, random)
    if place == "label":
        ticket = replace(sealed.ticket, label=written)
    elif place in ("iv", "encryptedData"):  # the two changed places
        ticket = sealed.ticket.with_field("session_key", sealed.ticket.field(place))
        ticket = ticket.with_field(place, written)
    else:
        ticket = sealed.ticket.with_field(place, written)
    verdict = judge(ticket)
    assert verdict.outcome is Outcome.OPENED
    shown = write(Mask.of(verdict).value(verdict.to_dict()))
    saved = write_case_file([verdict], shown=Shown(personal=True))
    masked = write_case_file([verdict])
    for text in (shown, saved, masked):
        assert key.rstrip("=") not in text
        assert write(written)[1:-1] not in text


WORDS = st.one_of(
    st.binary(max_size=70).map(lambda data: base64.b64encode(data).decode()),
    st.binary(max_size=40).map(bytes.hex),
    st.binary(max_size=20).map(lambda data: f"0x{data.hex()}"),
    st.text(ascii_letters + digits, max_size=70),
)


@given(WORDS, st.sampled_from(["raw_data", "signature", "label", "share_ticket"]))
def test_a_clean_word_is_known_as_surely_as_a_quoted_one(word: str, place: str) -> None:
    made = mint()
    known = []
    for text in (word, f'"{word}"'):
        ticket = Ticket(made.session_key, made.iv, made.encrypted_data)
        known.append(text in {*secrets_of(judge(replace(ticket, **{place: text})))})
    assert not word or known[0] == known[1]
