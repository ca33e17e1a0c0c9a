"""What a repair changed is said in a few characters."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace

import pytest

from inspector.messages import Messages
from inspector.tickets import judge
from inspector.window.ticket_panel.differences import Difference, differences
from tests.window.sealing import GROUP, sealed


@pytest.mark.parametrize(
    ("write", "before"),
    [
        (bytes.hex, "hex"),
        (lambda key: f"<Buffer {key.hex(' ')}>", "hex"),
        (lambda key: str(list(key)), "[…]"),
        (repr, "b'…'"),
    ],
    ids=["hex", "Buffer", "list", "bytes"],
)
def test_a_key_in_another_notation_says_which(write: Callable[[bytes], str], before: str) -> None:
    ticket = sealed(GROUP)
    verdict = judge(replace(ticket, session_key=write(b64decode(ticket.session_key or ""))))
    assert verdict.repaired.session_key == ticket.session_key
    told = differences(Messages("en"), verdict, "session_key")
    assert told == [Difference("1 ×", before, "base64")]


def test_a_backslash_that_was_left_out_is_shown() -> None:
    ticket = sealed(GROUP)
    verdict = judge(replace(ticket, iv=(ticket.iv or "").replace("==", "\\==")))
    assert verdict.repaired.iv == ticket.iv
    assert [d.before for d in differences(Messages("en"), verdict, "iv")] == ["\\"]
