"""Solutions compare by what they prove."""

from __future__ import annotations

from inspector.tickets.decryption.search.proof import NoPayload, Opened
from inspector.tickets.decryption.search.solution import Solution


def test_opening_beats_text_beats_evidence() -> None:
    opened = Solution(opened=Opened("", "", None, 16))
    text = Solution(no_payload=NoPayload("", 1, "", 0))
    assert opened.strength > text.strength > Solution(bits=99.0).strength > Solution().strength


def test_swapped() -> None:
    assert Solution(sources={"iv": "session_key"}).is_swapped
    assert not Solution(sources={"iv": "iv"}).is_swapped
