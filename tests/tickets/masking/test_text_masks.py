from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inspector.tickets.masking.text_masks import TextMasks


def masks(**values: str) -> TextMasks:
    made = TextMasks()
    for mask, value in values.items():
        made.add(value, mask)
    return made


def test_the_longest_value_wins_and_short_ones_stand_alone() -> None:
    made = masks(A="secret", B="secret value", C="abc")
    assert made.apply("a secret value, a secret, abc") == "a B, a A, abc"
    assert (made.apply(" abc\n"), made.apply("secretsecret")) == ("C", "AA")
    assert masks().apply("text") == "text"
    assert masks(A="x").apply("") == ""


def test_other_spellings_are_replaced_too() -> None:
    made = TextMasks()
    made.add("a/b/c", "A", ["a%2Fb%2Fc", "a\\/b\\/c"])
    assert made.apply("x=a%2Fb%2Fc&y=a\\/b\\/c") == "x=A&y=A"


@given(st.lists(st.text(min_size=4, max_size=9), min_size=1, max_size=5), st.text(), st.text())
def test_no_value_is_left(values: list[str], before: str, after: str) -> None:
    made = TextMasks()
    for value in values:
        made.add(value, "#")
    masked = made.apply(before + "".join(values) + after)
    assert not [value for value in values if value in masked and "#" not in value]


def test_of_long_values_their_beginning_is_enough() -> None:
    long, other = "x" * 70 + "1", "x" * 70 + "22"
    made = masks(A=long, B=other)
    assert made.apply(f"{long}, {other}") == "A, B"
    assert made.apply("x" * 64) == "A"
