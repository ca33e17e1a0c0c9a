"""What of a text was not read, in words: told wherever its tickets stand."""

from __future__ import annotations

from typing import Final

from inspector.messages import Messages
from inspector.tickets import Capture

LEFT_OUT: Final = ("rows_left_out", "body_compressed", "reader_gave_up")
"""Findings about what was not read; what the text is, the banner says."""


def left_out_sentences(messages: Messages, capture: Capture) -> list[str]:
    """Return a sentence for each part that was not read: which, and how much of what."""
    found = [finding for finding in capture.findings if finding.code in LEFT_OUT]
    sentences = [messages.finding(finding).text for finding in found]
    if capture.truncated:
        sentences.append(messages.gettext("The text was too long and was read only in part."))
    return sentences
