"""What a ticket is judged against."""

from __future__ import annotations

from datetime import UTC, datetime

from inspector.tickets.decryption.context import JudgeContext
from inspector.tickets.payload.signature import sign
from inspector.tickets.ticket import Ticket

TICKET = Ticket("key==", None, None, raw_data="{}", signature=sign("{}", "key=="))


def test_the_clock() -> None:
    assert JudgeContext(TICKET, 5).seconds == 5.0
    assert JudgeContext(TICKET, datetime.fromtimestamp(5, UTC)).seconds == 5.0
    assert JudgeContext(TICKET, None).seconds > 1_700_000_000


def test_a_partial_payload_without_watermark_says_nothing_of_one() -> None:
    assert JudgeContext(TICKET, 5).of_partial(TICKET, {"a": 1}) == ()
    found = JudgeContext(TICKET, 5).of_partial(
        TICKET, {"watermark": {"timestamp": 4, "appid": "wx"}}
    )
    assert [finding.code for finding in found] == ["watermark_age"]


def test_the_signature_may_prove_the_key_as_pasted() -> None:
    other = TICKET.with_field("session_key", "other==")
    assert [f.code for f in JudgeContext(TICKET, 5).of_signature(other)] == ["signature_ok"]
    wrong = TICKET.with_field("signature", "0" * 40)
    assert [f.code for f in JudgeContext(wrong, 5).of_signature(wrong)] == ["signature_mismatch"]
