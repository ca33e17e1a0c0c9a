"""What is read of a ticket that opens in part, and what is said of it."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from inspector.tickets import BlockState, Outcome, Verdict, judge
from inspector.tickets.damage import Sealed, damage
from tests.tickets.payloads import KINDS, text_of

NOW = 1_800_000_000


def sealed(kind: str = "user_info", seed: int = 5) -> Sealed:
    random = Random(f"{kind}{seed}")
    return Sealed.fresh(text_of(KINDS[kind](random)), random)


def judged(name: str, kind: str = "user_info") -> tuple[Sealed, Verdict]:
    ticket = sealed(kind)
    return ticket, judge(damage(ticket, name, Random(name)), now=NOW)


def test_a_wrong_iv_leaves_all_but_16_bytes() -> None:
    ticket, verdict = judged("other_iv")
    assert (verdict.outcome, verdict.cause) == (Outcome.PARTLY, "iv_wrong")
    assert verdict.plaintext == "\ufffd" * 16 + ticket.plaintext.encode()[16:].decode()
    assert verdict.blocks[0] is BlockState.CORRUPT
    assert set(verdict.blocks[1:]) <= {BlockState.READABLE, BlockState.PADDING}
    assert verdict.payload["watermark"]["timestamp"]
    assert "watermark_age" in [finding.code for finding in verdict.findings]


def test_a_corrupt_block_is_shown_in_its_place() -> None:
    ticket, verdict = judged("noise_block", "we_run")
    corrupt = [at for at, state in enumerate(verdict.blocks) if state is BlockState.CORRUPT]
    finding = verdict.findings[0]
    assert finding.parameters["first"] == corrupt[0] * 16
    assert verdict.plaintext is not None
    before = ticket.plaintext[: corrupt[0] * 16]
    assert verdict.plaintext.startswith(before)
    assert verdict.plaintext[corrupt[0] * 16] == "\ufffd"


@pytest.mark.parametrize("name", ["cut_on_block", "cut_within_block", "column_255"])
def test_a_cut_tail_shows_the_beginning(name: str) -> None:
    ticket, verdict = judged(name)
    codes = [finding.code for finding in verdict.findings]
    assert codes[0] == "data_truncated"
    assert "cut_at_end" in codes
    assert ("column_limit" in codes) == (name == "column_255")
    assert verdict.blocks[-1] is BlockState.MISSING
    assert verdict.plaintext
    assert ticket.plaintext.startswith(verdict.plaintext.rstrip("\ufffd"))


@pytest.mark.parametrize("name", ["head_cut_on_block", "head_cut_within_block"])
def test_a_cut_head_shows_the_end(name: str) -> None:
    ticket, verdict = judged(name)
    assert verdict.cause == "data_truncated"
    assert verdict.blocks[0] is BlockState.MISSING
    assert verdict.plaintext is not None
    assert ticket.plaintext.endswith(verdict.plaintext.lstrip("\ufffd"))
    assert "cut_at_start" in [finding.code for finding in verdict.findings]


def test_an_ellipsis_shows_both_sides() -> None:
    ticket = sealed()
    text = ticket.ticket.encrypted_data or ""
    pasted = text[:150] + "…" + text[-150:]
    verdict = judge(replace(ticket.ticket, encrypted_data=pasted), now=NOW)
    assert (verdict.outcome, verdict.cause) == (Outcome.PARTLY, "elided")
    assert verdict.plaintext is not None
    assert verdict.plaintext.startswith(ticket.plaintext[:60])
    assert verdict.plaintext.endswith(ticket.plaintext[-40:])


def test_a_text_that_is_whole_though_its_padding_is_not() -> None:
    ticket, verdict = judged("bad_padding", "phone_number")
    assert (verdict.outcome, verdict.cause) == (Outcome.PARTLY, "padding_damaged")
    assert (verdict.plaintext or "").startswith(ticket.plaintext)
    assert verdict.payload["countryCode"] == "86"
    assert verdict.kind == "phone_number"


def test_a_missing_iv_is_incomplete_but_read() -> None:
    ticket, verdict = judged("lost_iv")
    assert (verdict.outcome, verdict.cause) == (Outcome.INCOMPLETE, "iv_missing")
    assert (verdict.plaintext or "").endswith(ticket.plaintext[-60:])


def test_an_iv_of_the_wrong_length_is_named() -> None:
    _, verdict = judged("short_iv")
    assert (verdict.outcome, verdict.cause) == (Outcome.PARTLY, "iv_length")


def test_one_illegal_character_in_the_data() -> None:
    ticket = sealed("group_share")
    text = ticket.ticket.encrypted_data or ""
    verdict = judge(replace(ticket.ticket, encrypted_data=text[:60] + "#" + text[61:]), now=NOW)
    assert (verdict.outcome, verdict.cause) == (Outcome.PARTLY, "not_base64")
    assert verdict.findings[0].parameters["place"] == 61
    added = judge(replace(ticket.ticket, encrypted_data=text[:60] + "#" + text[60:]), now=NOW)
    assert added.plaintext == ticket.plaintext


def test_a_head_cut_off_is_no_limit_of_a_column_however_long_the_rest_is() -> None:
    ticket = sealed("we_run").ticket
    whole = (ticket.encrypted_data or "").rstrip("=")
    verdict = judge(ticket.with_field("encryptedData", whole[-255:]), now=NOW)
    codes = [finding.code for finding in verdict.findings]
    assert "cut_at_start" in codes
    assert "column_limit" not in codes


@pytest.mark.parametrize("mark", ["***", "…", "[REDACTED]"])
def test_what_was_masked_at_the_head_is_not_said_to_be_damaged_as_well(mark: str) -> None:
    ticket = sealed().ticket
    data = ticket.encrypted_data or ""
    verdict = judge(ticket.with_field("encryptedData", data[:6] + mark + data[70:]), now=NOW)
    codes = [finding.code for finding in verdict.findings]
    assert verdict.cause == "elided"
    assert "data_damaged" not in codes
    assert verdict.blocks[:2] == (BlockState.CORRUPT, BlockState.CORRUPT)
