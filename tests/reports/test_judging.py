"""A row is judged with the key that fits it, be its data whole or damaged."""

from __future__ import annotations

import pytest

from inspector.reports import Judged, KnownKey
from inspector.reports.judging import JudgeOptions, judge_pending
from inspector.tickets import Outcome, Ticket
from tests.cli.running import Minted, mint
from tests.reports import reports
from tests.reports.reports import NOW, as_judged, attempt, row

PAYLOAD = '{"openGId":"G1","note":"as much text as it takes to fill some blocks of data","n":12345}'


def judged(ticket: Ticket, *keys: str | None) -> Judged:
    known = tuple(KnownKey(key or "", "keys.csv", n) for n, key in enumerate(keys, 2))
    options = JudgeOptions(NOW, len(keys))
    made, tally = judge_pending([attempt(row(9, ticket), *known)], options, as_judged)
    each: Judged = made[0]
    assert tally.rows == 1
    assert tally.keys_found == (each.key is not None)
    return each


def damaged(made: Minted) -> str:
    """Return data with one wrong character in its fourth block."""
    data = made.encrypted_data
    return data[:70] + ("B" if data[70] == "A" else "A") + data[71:]


def codes(each: Judged) -> list[str]:
    return [finding.code for finding in each.verdict.findings]


@pytest.mark.parametrize("has_own", [True, False])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_damaged_data_is_read_with_the_key_that_is_proved(place: int, has_own: bool) -> None:
    made = mint(PAYLOAD)
    own = mint().session_key if has_own else None
    keys = [mint().session_key, mint().session_key]
    keys.insert(place, made.session_key)
    each = judged(Ticket(own, made.iv, damaged(made)), *keys)
    assert (each.verdict.outcome, each.verdict.cause) == (Outcome.PARTLY, "data_damaged")
    assert each.key is not None
    assert (each.key.key, each.key.number) == (made.session_key, place + 2)
    assert ("other_key_used" in codes(each)) is has_own
    assert "key_of_file" in codes(each)
    assert "no_key_fits" not in codes(each)
    assert each.verdict.ticket.session_key == own


def test_the_key_of_damaged_data_is_found_among_many() -> None:
    made = [mint(PAYLOAD) for _ in range(30)]
    rows = [row(n, Ticket(None, each.iv, damaged(each))) for n, each in enumerate(made)]
    keys = [KnownKey(each.session_key, "keys.csv", n) for n, each in enumerate(made)]
    for number, each in enumerate(reports.judged(rows, keys)):
        assert each.verdict.cause == "data_damaged"
        assert each.key == keys[number]


def test_a_key_is_found_where_the_iv_is_missing_too() -> None:
    made = mint(PAYLOAD)
    each = judged(Ticket(None, None, made.encrypted_data), made.session_key)
    assert each.verdict.cause == "iv_missing"
    assert each.key is not None
    assert "no_key_fits" not in codes(each)


def test_keys_that_do_not_fit_are_told_and_none_is_named() -> None:
    made = mint(PAYLOAD)
    each = judged(Ticket(None, made.iv, damaged(made)), mint().session_key, mint().session_key)
    assert each.key is None
    assert each.verdict.cause == "no_key_fits"


def test_damaged_data_whose_own_key_fits_names_no_other() -> None:
    made = mint(PAYLOAD)
    each = judged(Ticket(made.session_key, made.iv, damaged(made)), made.session_key)
    assert (each.verdict.outcome, each.key) == (Outcome.PARTLY, None)


def test_blanks_in_the_place_of_a_key_are_no_other_key() -> None:
    made = mint(PAYLOAD)
    each = judged(Ticket("  ", made.iv, made.encrypted_data), made.session_key)
    assert each.verdict.outcome is Outcome.OPENED
    assert "other_key_used" not in codes(each)
