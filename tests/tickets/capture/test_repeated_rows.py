"""The rows of a text are seen in time that grows with its length."""

from __future__ import annotations

import pytest

from inspector.tickets.capture.capture import Span
from inspector.tickets.capture.repeated_rows import repeated_rows
from inspector.tickets.capture.scanning.source import Source
from tests.growth import grows_linearly

PIECES = (
    "\n",
    " \n",
    "- ",
    "\n- ",
    "\n\n",
    "}",
    "},",
    "} , {",
    "</tr>",
    "*",
    "* 1. row *",
    "[",
    "<th",
)


def rows_of(text: str) -> list[str]:
    spans = tuple(Span(at, "iv", at * 40, at * 40 + 9) for at in range(len(text) // 40))
    return [text[row.start : row.end] for row in repeated_rows(Source(text), spans)]


@pytest.mark.parametrize("piece", PIECES, ids=ascii)
def test_no_text_makes_it_slow(piece: str) -> None:
    assert not grows_linearly(rows_of, lambda size: (piece * size)[:size], 20_000)


def test_few_tickets_make_no_rows() -> None:
    text = "\n".join(f"{at} {'x' * 36}" for at in range(4))
    assert not rows_of(text)
