"""A long text is repaired piece by piece as it would be at once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector import long_texts
from inspector.tickets.decryption.repair import clean
from inspector.tickets.decryption.repair.gaps import split

DATA = st.text(st.sampled_from("ABxyz019+/Xqrs"), min_size=60, max_size=140)
NOISE = st.sampled_from(
    [
        *(" ", "\n", "\r\n  ", "…", "...", "xxxx-xxxx", "-", "_", "%2B", "\\/", "\\u002b"),
        *('" + "', "'", "<br>", f"<b {'a' * 150}>", "&#43;", "&plus;", "(12 more omitted)"),
        *("--snip--", "=\n", "=3D", "session_key: ", "iv=", "\x00", "\u200b", "Ａ"),
        *("%{masked}", "[masked]", "***"),
    ]
)


@settings(deadline=None)
@given(st.lists(DATA | NOISE, max_size=12).map("".join), st.integers(0, 9))
def test_pieces_are_repaired_as_the_whole(text: str, more: int) -> None:
    whole = clean(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(long_texts, "PIECE", 20 + more)
        found = clean(text)
        gapped = [split(marked) for marked in found]
    assert found == whole
    assert gapped == [split(marked) for marked in whole]
