from __future__ import annotations

from dataclasses import replace

from inspector.tickets.cases.history import MOST_CHARACTERS, History
from tests.tickets.report.verdicts import GROUP, KEY, opened, partly, text_payload


def test_the_latest_comes_first_and_each_ticket_once() -> None:
    history = History()
    first, second = opened(), text_payload()
    history.add(first, 1)
    history.add(second, 2)
    again = history.add(first, 3)
    assert [entry.verdict for entry in history] == [first, second]
    assert (again.number, again.moment, len(history)) == (1, 3, 2)


def test_it_is_searched_by_words() -> None:
    history = History()
    history.add(opened(), 1)
    history.add(partly(), 2)
    assert len(history.search("")) == 2
    assert [e.verdict.kind for e in history.search(f"group {GROUP[:8].upper()}")] == ["group_share"]
    assert len(history.search("iv_wrong")) == 1
    assert history.search("nothing like it") == []
    assert history.search(KEY) == []


def test_it_stays_small() -> None:
    history = History(most=3)
    verdicts = [replace(v, ticket=replace(v.ticket, label=str(n))) for n in range(5)
                for v in [opened()]]  # fmt: skip
    for number, verdict in enumerate(verdicts):
        history.add(verdict, number)
    assert [entry.ticket.label for entry in history] == ["4", "3", "2"]
    huge = replace(opened().ticket, encrypted_data="A" * MOST_CHARACTERS)
    history.add(replace(opened(), ticket=huge), 9)
    assert len(history) == 1


def test_it_can_be_forgotten() -> None:
    history = History()
    history.add(opened(), 1)
    history.clear()
    assert list(history) == []
    assert history.add(opened(), 2).number == 2
