"""Rows keep their order and get the verdicts of single tickets; keys find their rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import replace
from random import Random

import pytest

from inspector.reports import (
    Crew,
    Engine,
    Judged,
    JudgeOptions,
    KnownKey,
    Row,
    RunProgress,
    Stopped,
)
from inspector.reports import engine as module
from inspector.reports.pool import WorkerPool
from inspector.tickets import Outcome, Ticket, judge
from inspector.tickets.damage import DAMAGES, Sealed, damage
from inspector.tickets.decryption import base64_text
from tests.cli.running import Minted, mint
from tests.reports.reports import NOW, as_judged, batches, judged, row, ticket
from tests.tickets.payloads import draw


def numbers(results: list[Judged]) -> list[int]:
    return [each.row.number for each in results]


def known(keys: list[str]) -> list[KnownKey]:
    return [KnownKey(key, "keys.csv", n, {"user": f"u{n}"}) for n, key in enumerate(keys, 2)]


def with_wrong_keys(minted: list[Minted], every: int = 3) -> list[Row]:
    """Return rows, every third of them with a fresh key instead of its own."""
    random = Random(3)
    rows = [row(n, made) for n, made in enumerate(minted)]
    wrong = [base64_text.encode(random.randbytes(16)) for _ in rows]
    return [
        replace(each, ticket=ticket(made, key)) if each.number % every == 0 else each
        for each, made, key in zip(rows, minted, wrong, strict=True)
    ]


@pytest.fixture
def minted() -> list[Minted]:
    return [mint({"openGId": f"G{n}"}) for n in range(30)]


def test_every_row_gets_the_verdict_of_a_single_ticket() -> None:
    random = Random(11)
    rows = []
    for number, name in enumerate(sorted(DAMAGES)):
        given = damage(Sealed.fresh(draw(random), random), name, random)
        rows.append(row(number, given))
    for each in judged(rows):
        alone = judge(each.row.ticket, now=NOW)
        if each.key is None:
            assert each.verdict == alone
        else:  # another row of the file had the key
            assert each.verdict.outcome is Outcome.OPENED


EXECUTORS: dict[str, Callable[[], Crew]] = {
    "here": lambda: Crew(1),
    "threads": lambda: Crew(2, ThreadPoolExecutor(2)),
    "processes": lambda: Crew(2, WorkerPool(2)),
}


@pytest.fixture(params=EXECUTORS)
def crew(request: pytest.FixtureRequest) -> Iterator[Crew]:
    made = EXECUTORS[request.param]()
    yield made
    executor = made._given
    if isinstance(executor, Executor):
        executor.shutdown()


@pytest.mark.parametrize("window", [1, 10, 1000])
def test_order_and_keys_hold_wherever_it_is_done(
    monkeypatch: pytest.MonkeyPatch, minted: list[Minted], crew: Crew, window: int
) -> None:
    monkeypatch.setattr(module, "WINDOW_ROWS", window)
    monkeypatch.setattr(module, "ROWS_A_CALL", 2)
    monkeypatch.setattr(module, "LEAST_KEYS_A_CALL", 3)
    monkeypatch.setattr(module, "TRIALS_A_CALL", 3)
    keys = known([base64_text.encode(bytes([n]) * 16) for n in range(40)])
    keys[7:7] = known([made.session_key for made in reversed(minted)])
    results = judged(with_wrong_keys(minted), keys, crew)
    assert numbers(results) == list(range(30))
    for number, each in enumerate(results):
        assert each.verdict.payload == {"openGId": f"G{number}"}
        assert (each.key.key if each.key else None) == (
            minted[number].session_key if number % 3 == 0 else None
        )


def test_a_key_is_told_with_its_owner_and_that_another_was_used(minted: list[Minted]) -> None:
    keyless = replace(row(1, minted[1]), ticket=replace(ticket(minted[1]), session_key=None))
    one, two = judged(
        [row(0, ticket(minted[0], minted[5].session_key)), keyless],
        known([made.session_key for made in minted[:2]]),
    )
    assert one.key is not None
    assert one.key.owner == {"user": "u2"}
    told = {f.code: f.parameters for f in one.verdict.findings}
    assert told["key_of_file"] == {"file": "keys.csv", "row": 2}
    assert "other_key_used" in told
    assert one.verdict.ticket == one.row.ticket
    assert two.verdict.outcome is Outcome.OPENED
    assert "other_key_used" not in [f.code for f in two.verdict.findings]


def test_none_fits_is_told(minted: list[Minted]) -> None:
    wrong = row(0, ticket(minted[0], minted[1].session_key))
    (each,) = judged([wrong], known([made.session_key for made in minted[2:9]]))
    assert each.verdict.cause == "session_key_wrong"
    (finding,) = [f for f in each.verdict.findings if f.code == "no_key_fits"]
    assert finding.parameters == {"count": 7}
    (each,) = judged([wrong])
    assert "no_key_fits" not in [f.code for f in each.verdict.findings]


def test_a_report_without_a_key_lacks_none_where_keys_are_at_hand(minted: list[Minted]) -> None:
    keyless = replace(ticket(minted[0]), session_key=None)
    (each,) = judged([row(0, keyless)], known([made.session_key for made in minted[2:9]]))
    assert each.verdict.cause == "no_key_fits"
    assert "session_key_missing" in [f.code for f in each.verdict.findings]
    (each,) = judged([row(0, keyless)])
    assert each.verdict.cause == "session_key_missing"


def test_keys_of_other_rows_are_tried(minted: list[Minted]) -> None:
    """As where a column of keys slipped down by one."""
    rows = [row(n, ticket(minted[n], minted[n - 1].session_key)) for n in range(10)]
    results = judged([*rows, row(10, minted[10])])
    assert [each.verdict.outcome for each in results[:9]] == [Outcome.OPENED] * 9
    assert [each.key.number if each.key else None for each in results[:9]] == list(range(1, 10))
    assert results[9].verdict.cause == "session_key_wrong"


def test_a_row_that_opens_with_its_own_key_after_repairs_names_no_other() -> None:
    made = next(m for m in iter(mint, None) if "+" in m.encrypted_data and "+" in m.session_key)
    corrupt = Ticket(*(t.replace("+", " ") for t in made.wire.values()))
    (each,) = judged([row(0, corrupt)], known([made.session_key]))
    assert each.key is None
    assert each.verdict == judge(corrupt, now=NOW)


@pytest.mark.parametrize(
    "change", [" ".join, "\n".join, lambda t: f'"{t}",', lambda t: t.rstrip("=")]
)
def test_damaged_data_still_finds_its_key(change: Callable[[str], str]) -> None:
    made = mint()
    given = Ticket(None, made.iv, change(made.encrypted_data))
    (each,) = judged([row(0, given)], known([made.session_key]))
    assert each.verdict.outcome is Outcome.OPENED


def test_rows_without_data_are_rows_and_counted(minted: list[Minted]) -> None:
    rows = [row(n, made, n=str(n)) for n, made in enumerate(minted[:5])]
    rows[2:2] = [row(90, Ticket(None, None, None)), row(91, Ticket(None, None, None))]
    with Crew(1) as crew:
        parts = list(Engine(crew, JudgeOptions(NOW), as_judged).judge(batches(rows)))
    (part,) = parts
    assert [each.verdict.outcome.value for each in part.made][1:4] == [
        "opened", "no_ticket", "no_ticket",
    ]  # fmt: skip
    assert part.tally.rows == 7
    assert part.tally.left_out == 2
    assert part.tally.empty == [("r.csv", 90), ("r.csv", 91)]
    assert part.tally.causes == {}


def test_what_is_given_before_a_stop_is_whole(minted: list[Minted]) -> None:
    asked = 0

    def stop() -> bool:
        nonlocal asked
        asked += 1
        return asked > 12

    rows = with_wrong_keys(minted)
    seen: list[int] = []
    with Crew(1, None, stop) as crew:
        parts = Engine(crew, JudgeOptions(NOW), as_judged).judge(batches(rows, 2))
        with pytest.raises(Stopped):
            seen.extend(number for part in parts for number in numbers(part.made))
    assert seen == list(range(len(seen)))


def test_progress_grows(minted: list[Minted]) -> None:
    told: list[RunProgress] = []
    with Crew(1) as crew:
        engine = Engine(crew, JudgeOptions(NOW), as_judged, known(["A" * 22 + "=="]), told.append)
        list(engine.judge(batches(with_wrong_keys(minted)), 30))
    assert told[-1].rows == 30
    assert told[-1].read == 30
    assert told[-1].trials > 10
    assert [each.read for each in told] == sorted(each.read for each in told)
    shares = [each.share(30) for each in told]
    assert shares == sorted(shares)
    assert any(each.rows < each.judged < each.seen for each in told)  # also within a window
    assert shares[-1] == 1


def test_nothing_names_a_key_by_accident(minted: list[Minted]) -> None:
    results = judged([row(0, minted[0])], known([minted[1].session_key]))
    text = repr([results, known([minted[1].session_key])])
    assert not any(made.session_key in text for made in minted[:2])
    assert json.dumps(text)
