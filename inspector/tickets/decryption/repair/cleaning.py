"""Cleaning: take off layer after layer until nothing but base64 and whitespace is left."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from inspector.tickets.decryption.repair import escapes
from inspector.tickets.decryption.repair.marked import Marked

Layer = Callable[[Marked], Marked]
_CLEAN: Final = re.compile(r"[A-Za-z0-9+/]*={0,2}  # `r7BX+KkL==`", re.VERBOSE)
_OUTER: Final[tuple[Layer, ...]] = (
    escapes.fold_elisions,
    escapes.drop_invisible,
    escapes.fold_width,
    escapes.join_literals,
    escapes.unescape_html,
)
_INNER: Final[tuple[Layer, ...]] = (
    escapes.unescape,
    # After the others, as percent-encoding encodes their signs: one that shows was put on later.
    escapes.decode_percent,
    # Last, as an escape may still need the sign that looks like punctuation.
    escapes.unquote,
)
"""The first layer that changes anything is applied, then all are asked again."""
MOST_ROUNDS: Final = 16
"""More layers of escaping than that are not undone; five were seen."""


def clean(text: str) -> tuple[Marked, ...]:
    """Return the ways to read a pasted field, likeliest first; whitespace still stands in them."""
    marked = Marked.of(text)
    if _CLEAN.fullmatch(text):
        return (marked,)
    marked = escapes.drop_controls(marked)
    joined = _peel(marked, (*_OUTER, escapes.join_split_escapes, *_INNER))
    if all(change.code != "whitespace_removed" for change in joined.changes):
        return (joined,)
    plain = _peel(marked, (*_OUTER, *_INNER))
    return (joined,) if joined.text == plain.text else (joined, plain)


def _peel(marked: Marked, layers: tuple[Layer, ...]) -> Marked:
    for _ in range(MOST_ROUNDS):
        tried = (layer(marked) for layer in layers)
        peeled = next((each for each in tried if each.text != marked.text), None)
        if peeled is None:
            break
        marked = peeled
    return escapes.from_url_alphabet(escapes.unprint(marked))
