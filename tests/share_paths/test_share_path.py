"""The model: page without slash, parameters in order, each on or off."""

from __future__ import annotations

from dataclasses import replace

from inspector.share_paths import Parameter, SharePath


def test_the_page_is_kept_without_leading_slashes() -> None:
    assert SharePath("/pages/a").page == SharePath("//pages/a").page == "pages/a"


def test_pairs_and_parameters_are_taken_alike() -> None:
    assert SharePath("a", [("id", "1")]) == SharePath("a", (Parameter("id", "1"),))
    assert hash(SharePath("a", [("id", "1")])) == hash(SharePath("/a", [("id", "1")]))


def test_only_what_is_on_is_rendered() -> None:
    on, off = Parameter("id", "1"), Parameter("from", "x", enabled=False)
    share_path = SharePath("a", [on, off])
    assert share_path.enabled == (on,)
    assert replace(share_path, page="/b") == SharePath("b", [on, off])
