"""A scene that is too long is offered shorter forms that fit."""

from __future__ import annotations

from hypothesis import given, settings

from inspector.share_paths import Parameter, SharePath, render
from inspector.share_paths.short_scene import short_scenes
from tests.share_paths.strategies import share_paths


def test_a_scene_that_fits_needs_none() -> None:
    assert short_scenes(SharePath("a", [("id", "1" * 29)])) == ()
    assert len(short_scenes(SharePath("a", [("id", "1" * 30)]))) == 1


def test_shorter_names_lose_least_and_come_first() -> None:
    share_path = SharePath(
        "a", [("productId", "123456"), ("promotion", "7"), ("from", "groupchat")]
    )
    first, *others = short_scenes(share_path)
    assert first.scene == "p=123456&pr=7&f=groupchat"
    assert first.dropped == ()
    assert first.renamed == (("productId", "p"), ("promotion", "pr"), ("from", "f"))
    assert first.spare == 32 - len(first.scene)
    assert [other.dropped for other in others] == [("promotion",)]
    assert others[0].scene == "productId=123456&from=groupchat"


def test_what_no_scene_can_carry_is_switched_off_not_lost() -> None:
    share_path = SharePath("a", [("id", "5"), ("name", "群聊")])
    [form] = short_scenes(share_path)
    assert (form.scene, form.dropped) == ("id=5", ("name",))
    assert form.share_path.parameters[1] == Parameter("name", "群聊", enabled=False)


def test_nothing_is_offered_where_nothing_fits() -> None:
    assert short_scenes(SharePath("a", [("x", "1" * 40)])) == ()
    assert short_scenes(SharePath("a", [("群", "聊")])) == ()


def test_many_parameters_are_dropped_without_a_search() -> None:
    share_path = SharePath("a", [(f"name{n}", str(n) * 3) for n in range(40)])
    assert all(form.spare >= 0 for form in short_scenes(share_path))
    assert short_scenes(share_path)


@settings(max_examples=50)
@given(share_paths)
def test_every_offer_fits_and_is_allowed(share_path: SharePath) -> None:
    for form in short_scenes(share_path):
        findings = render(form.share_path, "code_unlimited").findings
        codes = {finding.code for finding in findings if finding.field != "page"}
        assert not codes & {"too_long", "charset", "scene_missing"}
        assert len(form.share_path.parameters) == len(share_path.parameters)
