"""What the window knows of verdicts, without a window: which arrive, in which order, and stay."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from inspector.findings import Finding, Severity
from inspector.messages import Messages
from inspector.tickets import Outcome, Ticket, Verdict
from inspector.window.state import verdicts as module
from inspector.window.state.verdicts import NO_TICKET, Verdicts
from inspector.window.verdict_banner.words import verdict_words
from tests.window.sealing import GROUP, sealed


class Heard:
    """What the signals told."""

    def __init__(self, verdicts: Verdicts) -> None:
        self.current: list[Verdict | None] = []
        self.judged: list[Verdict] = []
        self.judging: list[bool] = []
        self.keys = 0
        verdicts.current_changed.connect(self.current.append)
        verdicts.judged.connect(self.judged.append)
        verdicts.judging_changed.connect(self.judging.append)
        verdicts.keys_changed.connect(self._on_keys)

    def _on_keys(self) -> None:
        self.keys += 1


@pytest.fixture
def owner(qapp: object) -> Iterator[QObject]:
    del qapp
    owner = QObject()
    yield owner
    owner.deleteLater()


@pytest.fixture
def verdicts(owner: QObject) -> Verdicts:
    return Verdicts(owner)


@pytest.fixture
def heard(verdicts: Verdicts) -> Heard:
    return Heard(verdicts)


def wait_for_rows(qtbot: QtBot, verdicts: Verdicts) -> None:
    qtbot.waitUntil(lambda: None not in verdicts.rows.all)


def outcomes(verdicts: Verdicts) -> list[Outcome | None]:
    return [row.outcome if row else None for row in verdicts.rows.all]


def test_the_ticket_shown_is_judged_once(qtbot: QtBot, verdicts: Verdicts, heard: Heard) -> None:
    ticket = sealed(GROUP)
    with qtbot.waitSignal(verdicts.current_changed):
        verdicts.follow((ticket,), 0)
        assert (verdicts.judging, verdicts.current) == (True, None)
    assert verdicts.current is heard.current[-1]
    assert verdicts.current is not None
    assert (verdicts.current.ticket, verdicts.current.outcome) == (ticket, Outcome.OPENED)
    verdicts.follow((ticket,), 0)
    assert not verdicts.judging
    assert (heard.judging, len(heard.judged)) == ([True, False], 1)


def test_without_a_ticket_there_is_no_verdict(verdicts: Verdicts, heard: Heard) -> None:
    verdicts.follow((sealed(GROUP),), 0)
    verdicts.follow((NO_TICKET,), 0)
    assert heard.current == [None]
    assert not verdicts.judging


def test_every_row_arrives_and_each_verdict_of_a_short_list(
    qtbot: QtBot, verdicts: Verdicts, heard: Heard
) -> None:
    tickets = tuple(sealed(GROUP) for _ in range(5))
    verdicts.follow(tickets, 3)
    wait_for_rows(qtbot, verdicts)
    assert outcomes(verdicts) == [Outcome.OPENED] * 5
    assert {verdict.ticket for verdict in heard.judged} == set(tickets)


def test_of_a_long_list_rows_are_kept_and_no_verdict_is_told(
    qtbot: QtBot, verdicts: Verdicts, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SHORT_LIST", 2)
    tickets = tuple(sealed(GROUP) for _ in range(3))
    verdicts.follow(tickets, 0)
    wait_for_rows(qtbot, verdicts)
    qtbot.waitUntil(lambda: bool(heard.judged))
    assert [verdict.ticket for verdict in heard.judged] == [tickets[0]]
    assert verdicts.of(tickets[1]) is None


def test_a_key_opens_the_rows_that_lack_one(qtbot: QtBot, verdicts: Verdicts) -> None:
    whole = [sealed(GROUP) for _ in range(2)]
    verdicts.follow(tuple(replace(ticket, session_key=None) for ticket in whole), 0)
    wait_for_rows(qtbot, verdicts)
    assert outcomes(verdicts) == [Outcome.INCOMPLETE] * 2
    assert verdicts.add_keys([ticket.session_key or "" for ticket in whole], "a file") == 2
    qtbot.waitUntil(lambda: outcomes(verdicts) == [Outcome.OPENED] * 2)
    qtbot.waitUntil(lambda: not verdicts.judging)


def test_a_key_is_proposed_for_a_ticket_with_a_wrong_one(qtbot: QtBot, verdicts: Verdicts) -> None:
    right, other = sealed(GROUP), sealed(GROUP)
    verdicts.follow((replace(right, session_key=other.session_key),), 0)
    wait_for_rows(qtbot, verdicts)
    verdicts.add_keys([right.session_key or ""])
    qtbot.waitUntil(lambda: verdicts.current is not None and bool(verdicts.current.proposals))
    assert outcomes(verdicts) == [Outcome.NOT_OPENED]


def test_a_key_that_is_known_already_starts_nothing(
    qtbot: QtBot, verdicts: Verdicts, heard: Heard
) -> None:
    ticket = sealed(GROUP)
    verdicts.follow((ticket,), 0)
    wait_for_rows(qtbot, verdicts)
    told = heard.keys
    assert verdicts.add_keys([ticket.session_key or ""]) == 0
    assert (heard.keys, verdicts.judging) == (told, False)


def test_keys_are_forgotten_when_asked(qtbot: QtBot, verdicts: Verdicts, heard: Heard) -> None:
    ticket = sealed(GROUP)
    verdicts.follow((ticket,), 0)
    wait_for_rows(qtbot, verdicts)
    assert ticket.session_key in verdicts.keys.all
    told = heard.keys
    verdicts.forget_keys()
    assert (verdicts.keys.all, heard.keys) == ((), told + 1)


def test_a_batch_that_arrives_once_its_tickets_are_gone_brings_no_key_back(
    qtbot: QtBot, verdicts: Verdicts, heard: Heard
) -> None:
    """Nor a verdict, which the history would keep with the ticket."""
    ticket = sealed(GROUP)
    verdicts.follow((ticket,), 0)
    wait_for_rows(qtbot, verdicts)
    late = module._judge_some([(0, ticket)], (), 0, lambda: False)
    verdicts.follow((NO_TICKET,), 0)
    verdicts.forget_keys()
    heard.judged.clear()
    verdicts._take_batch(late)
    assert not heard.judged
    assert verdicts.keys.all == ()


def test_a_ticket_without_a_key_is_told_that_none_of_a_file_fits(
    qtbot: QtBot, verdicts: Verdicts
) -> None:
    others = [sealed(GROUP).session_key or "" for _ in range(3)]
    verdicts.list_keys(len(others))
    verdicts.add_keys(others, "keys.txt")
    ticket = replace(sealed(GROUP), session_key=None)
    verdicts.follow((ticket,), 0)
    qtbot.waitUntil(lambda: verdicts.current is not None)
    assert verdicts.current is not None
    assert verdicts.current.cause == "no_key_fits"
    words = verdict_words(Messages("en"), verdicts.current)
    assert "None of 3 session_keys fits" in words.headline


def test_other_keys_leave_the_tickets_own_out(verdicts: Verdicts) -> None:
    own, other = sealed(GROUP), sealed(GROUP)
    verdicts.add_keys([own.session_key or "", other.session_key or ""])
    assert verdicts.other_keys(own) == (other.session_key,)


def test_a_verdict_that_is_given_is_never_judged_again(
    qtbot: QtBot, verdicts: Verdicts, heard: Heard
) -> None:
    masked = Ticket("session_key#1", "iv#1", "encryptedData#1")
    given = Verdict(masked, masked, Outcome.OPENED, "group_share")
    verdicts.give([given])
    verdicts.follow((masked, sealed(GROUP)), 0)
    assert heard.current == [given]
    wait_for_rows(qtbot, verdicts)
    verdicts.add_keys([sealed(GROUP).session_key or ""])
    assert verdicts.current is given
    assert outcomes(verdicts) == [Outcome.OPENED] * 2


def test_the_oldest_verdicts_go_first_and_come_back_when_shown(
    qtbot: QtBot, verdicts: Verdicts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "KEPT_VERDICTS", 1)
    tickets = (sealed(GROUP), sealed(GROUP))
    for place in (0, 1, 0):
        with qtbot.waitSignal(verdicts.judged):
            verdicts.follow(tickets, place)
            wait_for_rows(qtbot, verdicts)
        qtbot.waitUntil(lambda: not verdicts.judging)
        assert verdicts.of(tickets[place]) is not None
        assert verdicts.of(tickets[1 - place]) is None


def test_an_overtaken_ticket_is_not_told_as_the_one_shown(
    qtbot: QtBot, verdicts: Verdicts, heard: Heard
) -> None:
    first, second = sealed(GROUP), sealed(GROUP)
    verdicts.follow((first,), 0)
    verdicts.follow((second,), 0)
    wait_for_rows(qtbot, verdicts)
    qtbot.waitUntil(lambda: not verdicts.judging)
    assert [verdict and verdict.ticket for verdict in heard.current] == [second]


def test_no_key_is_tried_on_a_ticket_whose_verdict_is_given(
    qtbot: QtBot, verdicts: Verdicts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A masked case says that its key was wrong; its ticket holds nothing to try a key on."""
    examined: list[Ticket] = []
    examine = module.examine

    def noting(ticket: Ticket, *rest: Any) -> Verdict:
        examined.append(ticket)
        return examine(ticket, *rest)

    monkeypatch.setattr(module, "examine", noting)
    masked, other = Ticket("session_key#1", "iv#1", "encryptedData#1"), sealed(GROUP)
    wrong = Finding("session_key_wrong", Severity.ERROR, "session_key")
    verdicts.give([Verdict(masked, masked, Outcome.NOT_OPENED, findings=(wrong,))])
    verdicts.follow((masked, replace(other, session_key=None)), 0)
    wait_for_rows(qtbot, verdicts)
    verdicts.add_keys([other.session_key or ""])
    qtbot.waitUntil(lambda: outcomes(verdicts) == [Outcome.NOT_OPENED, Outcome.OPENED])
    assert masked not in examined


def test_heavy_verdicts_are_not_kept_beside_each_other(
    qtbot: QtBot, verdicts: Verdicts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "KEPT_CHARACTERS", 10)
    tickets = (sealed(GROUP), sealed(GROUP))
    for place in (0, 1):
        verdicts.follow(tickets, place)
        wait_for_rows(qtbot, verdicts)
        qtbot.waitUntil(lambda: not verdicts.judging)
    assert [verdicts.of(ticket) is not None for ticket in tickets] == [False, True]


@pytest.mark.parametrize(("count", "settled"), [(3, False), (1_500, True)])
def test_many_keys_are_tried_once_the_window_shows_what_changed(
    verdicts: Verdicts, qtbot: QtBot, count: int, settled: bool
) -> None:
    ticket = sealed(GROUP)
    keys = [base64.b64encode(secrets.token_bytes(16)).decode() for _ in range(count)]
    verdicts.add_keys([*keys, ticket.session_key or ""])
    verdicts.follow((replace(ticket, session_key=None),), 0)
    assert verdicts._judging._settling is settled
    qtbot.waitUntil(lambda: verdicts.current is not None)
    assert verdicts.current is not None
    assert verdicts.current.repaired.session_key == ticket.session_key


def test_a_list_that_arrives_tells_of_its_keys_once(
    verdicts: Verdicts, heard: Heard, qtbot: QtBot
) -> None:
    tickets = tuple(sealed(GROUP) for _ in range(9))
    verdicts.follow(tickets, 0)
    assert heard.keys == 1
    assert set(verdicts.keys.all) == {ticket.session_key for ticket in tickets}
    wait_for_rows(qtbot, verdicts)
