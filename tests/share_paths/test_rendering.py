"""The link that a share path becomes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.share_paths import Options, SharePath, UnknownTarget, find_target, render
from inspector.share_paths.target import targets
from tests.share_paths.strategies import joined_texts, share_paths

NAMES = [target.name for target in targets()]
OPTIONS = st.builds(
    Options,
    app_id=st.none() | joined_texts,
    env=st.sampled_from(["release", "trial", "develop"]),
    base_url=st.none() | joined_texts,
    title=st.none() | joined_texts,
    project=st.none() | joined_texts,
)


@pytest.mark.parametrize("name", NAMES)
def test_a_link_says_what_it_is(name: str) -> None:
    link = render(SharePath("pages/a"), name)
    target = find_target(name)
    assert (link.target, link.opens, link.scannable) == (name, target.opens, target.scannable)


def test_a_link_counts_what_the_platform_limits() -> None:
    link = render(SharePath("pages/a", [("id", "1")]), "code_unlimited")
    assert (link.used, link.limit) == (len("id=1"), 32)
    assert render(SharePath("pages/a"), "navigate").limit == 0


def test_an_unknown_target_is_a_typed_error() -> None:
    with pytest.raises(UnknownTarget):
        render(SharePath("a"), "fax")


@settings(max_examples=200)
@given(share_paths, st.sampled_from(NAMES), OPTIONS)
def test_nothing_in_a_path_or_option_raises(
    share_path: SharePath, name: str, options: Options
) -> None:
    link = render(share_path, name, options, pages=["pages/index/index"])
    assert all(isinstance(finding.field, str | None) for finding in link.findings)
