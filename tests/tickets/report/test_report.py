from __future__ import annotations

import dataclasses

import pytest

from inspector.messages import LANGUAGES
from inspector.tickets import Outcome, Ticket, Verdict
from inspector.tickets.report import MASKED, Format, Shown, write_report
from inspector.tickets.report.report import MOST_ROWS, build_report
from tests.tickets.report.verdicts import GROUP, IV, KEY, all_verdicts, opened

FORMS = list(Format)
MASKED_FIELDS = [field.name for field in dataclasses.fields(Ticket)]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_sensitive_stands_in_a_masked_report(form: Format, language: str) -> None:
    text = write_report(all_verdicts(), form, language=language)
    for secret in (KEY, KEY[:22], GROUP, GROUP[4:], "Bandsman", "oAbc+d-e_", "QUJDQUJD"):
        assert secret not in text
    assert "openGId#1" in text.replace("\\#", "#")
    text.encode()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("outcome", [Outcome.OPENED, Outcome.NOT_OPENED])
def test_no_field_of_a_ticket_is_forgotten_by_the_mask(outcome: Outcome, form: Format) -> None:
    secrets = {name: f"Q9z-{name}-Mei13800138000" for name in MASKED_FIELDS}
    if outcome is Outcome.OPENED:
        secrets["iv"] = IV  # it is proved to be an iv, which hides nothing
    ticket = Ticket(**secrets)
    verdict = Verdict(ticket, ticket, outcome)
    text = write_report([verdict], form)
    assert "Mei13800138000" not in text
    shown = write_report([verdict], form, shown=Shown(personal=True, keys=True))
    assert secrets["signature"] in shown.replace("\\", "")


@pytest.mark.parametrize("form", FORMS)
def test_the_user_may_choose_to_show_more(form: Format) -> None:
    personal = write_report([opened()], form, shown=Shown(personal=True))
    assert GROUP in personal
    assert KEY not in personal
    assert KEY in write_report([opened()], form, shown=Shown(personal=True, keys=True))
    assert GROUP not in write_report([opened()], form, shown=Shown(keys=True))


def test_it_says_everything_in_words() -> None:
    (ticket,) = build_report((opened(),), MASKED, "en").tickets
    assert ticket.heading == "Decrypted · Group share"
    assert [finding.severity_word for finding in ticket.findings] == ["Error", "Note"]
    assert ticket.findings[0].sdk == "-41003"
    assert len(ticket.repairs) == 1
    assert [field.pointer for field in ticket.fields] == [
        "/openGId", "/watermark/timestamp", "/watermark/appid", "/new",
    ]  # fmt: skip
    assert ticket.fields[0].meaning == "the group's id for this mini program"
    assert "2018-08-30 10:28:52 UTC" in ticket.fields[1].meaning
    assert ticket.fields[3].meaning == "unknown field"
    assert ticket.facts[0] == ("Call", "wx.getShareInfo, qq.getShareInfo")


def test_chinese_reports_are_chinese() -> None:
    report = build_report((opened(),), MASKED, "zh_CN")
    assert report.title == "1 条分享数据的报告"
    assert report.tickets[0].heading == "解密成功 · 群分享"


def test_a_long_payload_is_explained_in_part_and_told_so() -> None:
    verdict = dataclasses.replace(opened(), payload=list(range(MOST_ROWS + 7)))
    (ticket,) = build_report((verdict,), MASKED, "en").tickets
    assert (len(ticket.fields), ticket.fields_left_out) == (MOST_ROWS, 7)
    assert "7 more fields" in write_report([verdict])


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_words(outcome: Outcome) -> None:
    verdict = dataclasses.replace(opened(), outcome=outcome)
    chinese = build_report((verdict,), MASKED, "zh_CN").tickets[0].heading
    assert not chinese.split(" · ")[0].isascii()
