from __future__ import annotations

import json
from pathlib import Path

from inspector.messages import Messages
from inspector.tickets import Outcome, judge
from inspector.tickets.cases.samples import samples


def test_every_sample_opens_at_once() -> None:
    for sample in samples():
        verdict = judge(sample.ticket)
        assert (verdict.outcome, verdict.cause, verdict.repairs) == (Outcome.OPENED, None, ())


def test_one_is_a_signed_share_and_one_the_platforms_own(vectors: Path) -> None:
    share, demo = (judge(sample.ticket) for sample in samples())
    assert share.kind == "group_share"
    assert "signature_ok" in [finding.code for finding in share.findings]
    official = json.loads((vectors / "official.json").read_text("utf-8"))
    assert demo.payload == official["payload"]


def test_their_texts_are_translated() -> None:
    chinese = Messages("zh_CN").gettext
    for sample in samples():
        assert chinese(sample.title) != sample.title
        assert chinese(sample.note) != sample.note
