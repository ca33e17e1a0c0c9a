"""The key of a report whose data was cut at its end is found in a key file, and no other."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.reports import JudgeOptions, KnownKey, Row, judging
from inspector.reports.judging import with_known_key
from inspector.reports.together import judge_together
from inspector.tickets import Outcome, judge
from inspector.tickets.damage import Sealed
from inspector.tickets.decryption import base64_text
from tests.reports.reports import NOW, attempt, judged, row
from tests.tickets.payloads import KINDS, text_of


def cut_row(kind: str, random: Random, share: float, key: str | None = None) -> tuple[Row, str]:
    """Return a row whose data was cut somewhere after four blocks, and its right key."""
    sealed = Sealed.fresh(text_of(KINDS[kind](random)), random).ticket
    data = (sealed.encrypted_data or "").rstrip("=")
    size = min(87 + round(share * (len(data) - 87)), len(data) - 3)
    given = replace(sealed, session_key=key, encrypted_data=data[:size])
    return row(0, given), sealed.session_key or ""


def known(keys: list[str]) -> list[KnownKey]:
    return [KnownKey(key, "keys.csv", n, {"user": f"u{n}"}) for n, key in enumerate(keys, 2)]


@given(
    st.sampled_from(sorted(set(KINDS) - {"activity_id"})), st.integers(0, 2**32), st.floats(0, 1)
)
@settings(max_examples=60, deadline=None)
def test_the_key_of_cut_data_is_found_and_said_as_of_a_single_ticket(
    kind: str, seed: int, share: float
) -> None:
    random = Random(seed)
    wrong = [base64_text.encode(random.randbytes(16)) for _ in range(30)]
    cut, right = cut_row(kind, random, share, random.choice((None, wrong[0])))
    (each,) = judged([cut], known([*wrong, right]))
    assert each.key is not None
    assert each.key.owner == {"user": "u32"}
    alone = judge(replace(cut.ticket, session_key=right), now=NOW)
    assert (each.verdict.outcome, each.verdict.cause) == (alone.outcome, alone.cause)
    assert (each.verdict.outcome, alone.cause) == (Outcome.PARTLY, "data_truncated")
    assert each.verdict.payload == alone.payload
    assert "key_of_file" in [finding.code for finding in each.verdict.findings]
    (each,) = judged([cut], known(wrong))
    assert each.key is None


def test_of_two_keys_that_open_cut_data_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(2)
    cut, right = cut_row("user_info", random, 0.5)
    other = base64_text.encode(random.randbytes(16))
    keys = tuple(known([right, other]))
    assert with_known_key(attempt(cut, *keys), JudgeOptions(NOW)) is not None
    monkeypatch.setattr(judging, "opens_cut", equal_to_any)
    assert with_known_key(attempt(cut, *keys), JudgeOptions(NOW)) is None


def equal_to_any(key: bytes, encrypted_data: str, iv: str) -> bool:
    """Stand for two keys that fit, which no one can make."""
    return bool(key and encrypted_data and iv)


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"activity_id"}))
def test_the_key_of_cut_data_is_found_for_a_list_of_tickets(kind: str) -> None:
    random = Random(5)
    keys = [base64_text.encode(random.randbytes(16)) for _ in range(30)]
    cuts = [cut_row(kind, random, share / 6, keys[0] if share % 2 else None) for share in range(6)]
    tickets = [cut.ticket for cut, _ in cuts]
    together = judge_together(tickets, [*keys, *(right for _, right in cuts)], never)
    for verdict, (_, right) in zip(together, cuts, strict=True):
        if verdict.ticket.session_key is None:
            assert (verdict.outcome, verdict.cause) == (Outcome.PARTLY, "data_truncated")
            assert verdict.repaired.session_key == right
        else:
            assert right in [each.fields.get("session_key") for each in verdict.proposals]
    unknown = judge_together(tickets, keys, never)
    assert not any(verdict.outcome is Outcome.PARTLY for verdict in unknown)


def never() -> bool:
    return False
