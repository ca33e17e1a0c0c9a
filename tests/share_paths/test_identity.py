"""parse and render are inverse, for every text, in every target that can carry it."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from inspector.share_paths import SharePath, find_target, parse, read_path, render
from inspector.share_paths.arrival import SCAN_TIME
from inspector.share_paths.encoding import PLAIN_BLANK
from inspector.share_paths.target import targets
from tests.share_paths.strategies import ALL_OPTIONS, enabled_part, share_paths

ENCODED = [target.name for target in targets() if not target.raw]


def is_scanned_link(share_path: SharePath) -> bool:
    """The one exception: nothing but a web address as `q` reads as a scanned ordinary link."""
    names = {parameter.name for parameter in share_path.enabled}
    return "q" in names and names <= {"q", SCAN_TIME}


def is_blank_alone(share_path: SharePath) -> bool:
    """Another exception: where no page is written, a blank for a whole query reads as a page."""
    texts = [f"{each.name}{each.value}" for each in share_path.enabled]
    return len(texts) == 1 and PLAIN_BLANK.fullmatch(texts[0]) is not None


@pytest.mark.parametrize("name", ENCODED)
@settings(max_examples=60)
@given(share_path=share_paths)
@example(SharePath("pages/index/index", [("q", "https"), ("scene", "1"), ("cq", "x")]))
@example(SharePath("", []))
@example(SharePath("/%2F.html", [("", ""), ("", "=")]))
@example(SharePath("pages/index/index", [("${x}", "")]))
def test_a_rendered_path_comes_back_whole(name: str, share_path: SharePath) -> None:
    expected = enabled_part(share_path)
    if find_target(name).page == "elsewhere":
        if is_blank_alone(share_path):
            return
        expected = SharePath("", expected.parameters)
    if is_scanned_link(share_path):
        return
    text = render(share_path, name, ALL_OPTIONS).text
    assert parse(text).share_path == expected
    text.encode()


@pytest.mark.parametrize("name", [name for name in ENCODED if name not in {"navigate"}])
def test_the_target_is_recognised(name: str) -> None:
    share_path = SharePath("pages/index/index", [("id", "123"), ("from", "群聊")])
    parsed = parse(render(share_path, name, ALL_OPTIONS).text)
    assert parsed.target == name
    assert parsed.findings == ()


@given(share_path=share_paths)
def test_the_path_line_is_an_exact_view_of_the_table(share_path: SharePath) -> None:
    text = render(share_path, "share_message").text
    assert read_path(text).share_path == enabled_part(share_path)


CARRIED = st.text("abcXYZ019!#$'()*+,/:;?@-._~群\ud800\0", max_size=6)


@given(page=st.sampled_from(["", "pages/a"]), pairs=st.lists(st.tuples(CARRIED, CARRIED)))
@example(page="pages/a", pairs=[("scene", "abc")])
@example(page="pages/a", pairs=[("scene", "")])
@example(page="pages/a", pairs=[("a", "b=c")])
def test_a_scene_comes_back_where_no_separator_stands_in_it(
    page: str, pairs: list[tuple[str, str]]
) -> None:
    share_path = SharePath(page, pairs)
    assert parse(render(share_path, "code_unlimited").text).share_path == share_path


@given(text=st.text(st.characters(codec=None)) | st.binary().map(lambda raw: raw.decode("latin-1")))
def test_no_text_raises(text: str) -> None:
    parse(text)
    read_path(text)


@pytest.mark.parametrize(
    ("name", "share_path"),
    [
        ("share_message", SharePath("'x'.html ")),
        ("share_message", SharePath("a'.b")),
        ("timeline", SharePath("", [("${x}", ""), ("query", "${x}")])),
        ("timeline", SharePath("", [("${x}", ""), ("${y}", ""), ("path", "/pages/a?b=1")])),
        ("timeline", SharePath("", [("${x}", ""), ("${x}", "")])),
        ("navigator_tag", SharePath("pathName}")),
        ("timeline", SharePath("", [("pathName()&", "env_version"), ("", "")])),
        ("timeline", SharePath("", [("x${x}pathName", "${x}"), ("a'.b", "'+c")])),
    ],
)
def test_signs_that_code_has_too_come_back(name: str, share_path: SharePath) -> None:
    assert parse(render(share_path, name, ALL_OPTIONS).text).share_path == share_path
