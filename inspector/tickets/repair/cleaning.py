"""Cleaning: take off layer after layer until nothing but base64 and whitespace is left."""

from __future__ import annotations

import re
from typing import Final

from inspector.tickets.repair import escapes
from inspector.tickets.repair.marked import Marked

_CLEAN: Final = re.compile(r"[A-Za-z0-9+/]*={0,2}")
_LAYERS: Final = (
    escapes.drop_invisible,
    escapes.fold_width,
    escapes.unescape_html,
    escapes.decode_percent,
    escapes.unescape,
)
MOST_ROUNDS: Final = 16
"""More layers of escaping than that are not undone."""


def clean(text: str) -> tuple[Marked, ...]:
    """Return the ways to read a pasted field, likeliest first; whitespace still stands in them."""
    marked = Marked.of(text)
    if _CLEAN.fullmatch(text):
        return (marked,)
    marked = escapes.drop_controls(marked)
    first = _peel(marked)
    if escapes.has_split_escapes(marked.text):
        return (_peel(escapes.join_split_escapes(marked)), first)
    return (first,)


def _peel(marked: Marked) -> Marked:
    for _ in range(MOST_ROUNDS):
        before = marked.text
        for layer in _LAYERS:
            marked = layer(marked)
        if marked.text != before:
            continue
        # Last, as an entity or an escape may still need the sign that looks like punctuation.
        marked = escapes.unquote(marked)
        if marked.text == before:
            break
    return escapes.from_url_alphabet(escapes.unprint(marked))
