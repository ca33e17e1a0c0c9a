from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inspector.exact_json.list_alignment import aligned

ITEMS = st.lists(st.integers(0, 4), max_size=12)


@given(ITEMS, ITEMS)
def test_every_item_of_both_lists_stands_once_and_in_order(
    left: list[int], right: list[int]
) -> None:
    pairs = list(aligned(left, right))
    assert [i for i, _ in pairs if i is not None] == list(range(len(left)))
    assert [j for _, j in pairs if j is not None] == list(range(len(right)))
    assert (None, None) not in pairs


@given(ITEMS, ITEMS, ITEMS)
def test_what_is_equal_at_both_ends_is_paired(
    first: list[int], new: list[int], last: list[int]
) -> None:
    pairs = list(aligned(first + last, first + new + last))
    assert sum(1 for i, j in pairs if i is None) == len(new)
    assert all((first + last)[i] == (first + new + last)[j] for i, j in pairs
               if i is not None and j is not None)  # fmt: skip
