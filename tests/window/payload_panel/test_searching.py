"""Find and filter."""

from __future__ import annotations

import pytest

from inspector.exact_json.parsing import parse
from inspector.window.payload_panel.nodes import Trail
from inspector.window.payload_panel.searching import MOST_HITS, Scope, find, kept_by

VALUE = parse(
    '{"openGId": "tGDK", "watermark": {"timestamp": 1535624932, "appid": "wxGD"}, "n": 1.50}'
)


@pytest.mark.parametrize(
    ("wanted", "scope", "hits"),
    [
        ("gd", Scope.BOTH, [(0,), (1, 1)]),
        ("GID", Scope.BOTH, [(0,)]),
        ("gid", Scope.VALUES, []),
        ("tgdk", Scope.KEYS, []),
        ("15356", Scope.VALUES, [(1, 0)]),
        ("1.50", Scope.BOTH, [(2,)]),
        ("", Scope.BOTH, []),
    ],
)
def test_find(wanted: str, scope: Scope, hits: list[Trail]) -> None:
    assert find(VALUE, wanted, scope, bool) == hits


def test_a_text_payload_is_found_whole() -> None:
    assert find("1151_ovYy", "OVYY", Scope.BOTH, bool) == [()]


def test_hits_are_capped_and_more_is_told() -> None:
    assert len(find(["x"] * (MOST_HITS + 50), "x", Scope.BOTH, bool)) == MOST_HITS + 1


def test_a_filter_keeps_all_below_a_hit() -> None:
    assert kept_by([(0,), (1, 0), (1, 1)]) == {0: None, 1: {0: None, 1: None}}
    assert kept_by([(1,), (1, 0)]) == {1: None}
