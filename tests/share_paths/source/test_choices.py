"""Both sides of a condition are paths, wherever it stands and whatever is joined to it."""

from __future__ import annotations

import pytest

from inspector.share_paths import SharePath, parse

CONDITION = "a ? '/pages/x/y' : '/pages/z/w'"
WHOLE = (
    '<navigator url="{{{{{condition}}}}}">',
    '<navigator :url="{condition}">',
    '<navigator v-bind:url="{condition}"></navigator>',
    "<Navigator url={{{condition}}} />",
    "wx.navigateTo({{url: {condition}}})",
    "wx.navigateTo({condition})",
    "const u = {condition}\nwx.navigateTo({{url: u}})",
    "return {{title: 't', path: {condition}}}",
)
JOINED = (
    "<navigator url=\"{{{{({condition}) + '?id=' + id}}}}\">",
    '<navigator url="{{{{{condition}}}}}?id={{{{id}}}}">',
    '<navigator :url="({condition}) + `?id=${{id}}`">',
    "<Navigator url={{`${{{condition}}}?id=${{id}}`}} />",
    "wx.navigateTo({{url: ({condition}) + '?id=' + id}})",
    "wx.navigateTo({{url: `${{{condition}}}?id=${{id}}`}})",
    "const u = {condition}\nwx.navigateTo({{url: u + '?id=' + id}})",
    "let u = {condition};\nu += '?id=' + id;\nwx.navigateTo({{url: u}})",
    "uni.navigateTo({{url: encodeURI(({condition}) + '?id=' + id)}})",
)


def paths(text: str) -> list[SharePath]:
    parsed = parse(text)
    return [parsed.share_path, *(other.share_path for other in parsed.others)]


@pytest.mark.parametrize("form", WHOLE)
def test_both_pages_are_found(form: str) -> None:
    wanted = [SharePath("pages/x/y"), SharePath("pages/z/w")]
    assert paths(form.format(condition=CONDITION)) == wanted


@pytest.mark.parametrize("form", JOINED)
def test_both_pages_take_what_is_joined(form: str) -> None:
    query = [("id", "${id}")]
    wanted = [SharePath("pages/x/y", query), SharePath("pages/z/w", query)]
    assert paths(form.format(condition=CONDITION)) == wanted


def test_a_condition_within_a_condition_has_three_sides() -> None:
    text = "wx.navigateTo({url: (a ? '/p/a' : b ? '/p/b' : '/p/c') + '?id=1'})"
    assert paths(text) == [SharePath(f"p/{name}", [("id", "1")]) for name in "abc"]


def test_two_conditions_give_all_mixtures() -> None:
    text = "wx.navigateTo({url: (a ? '/p/a' : '/p/b') + (c ? '?x=1' : '?y=2')})"
    found = {(path.page, path.parameters[0].name) for path in paths(text)}
    assert found == {("p/a", "x"), ("p/a", "y"), ("p/b", "x"), ("p/b", "y")}


def test_a_text_longer_than_any_path_has_one_side() -> None:
    grown = "(a ? '/b' : '/c') + " * 20_000
    assert paths(f"wx.navigateTo({{url: {grown}'?id=1'}})")[0].page


def test_a_word_under_a_condition_is_no_further_path() -> None:
    text = "wx.navigateTo({url: '/pages/a/b?t=' + (a ? 'x' : 'y')})"
    assert len(paths(text)) == 1
