from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inspector.share_paths import Parameter
from inspector.window.share_path_panel.merging import with_enabled

parameters = st.lists(st.builds(Parameter, st.text(max_size=3), st.just(""), st.booleans()))
enabled = st.lists(st.builds(Parameter, st.text(max_size=3), st.just("")))


@given(parameters, enabled)
def test_what_is_on_is_replaced_and_what_is_off_is_kept_in_order(
    old: list[Parameter], new: list[Parameter]
) -> None:
    merged = with_enabled(old, new)
    assert [p for p in merged if p.enabled] == new
    assert [p for p in merged if not p.enabled] == [p for p in old if not p.enabled]


def test_what_is_off_stays_behind_as_many_as_before() -> None:
    old = [Parameter("a"), Parameter("off", enabled=False), Parameter("b")]
    merged = with_enabled(old, [Parameter("x"), Parameter("y"), Parameter("z")])
    assert [p.name for p in merged] == ["x", "off", "y", "z"]
