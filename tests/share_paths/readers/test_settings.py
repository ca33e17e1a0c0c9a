"""Environment files, properties, YAML and printed objects, with names and values of any kind."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.share_paths import SharePath, parse
from inspector.share_paths.encoding import encode_component

SEGMENT = st.from_regex(r"[a-z][a-zA-Z0-9-]{0,8}", fullmatch=True)
PAGES = st.lists(SEGMENT, min_size=2, max_size=4).map("/".join)
VALUES = st.text(st.characters(codec="utf-8"), max_size=8)
PARAMETERS = st.lists(st.tuples(SEGMENT, VALUES), min_size=1, max_size=3)
PREFIXES = ("SHARE_", "wx.share.", "WX_HOME_", "miniapp-", "detail", "")
LINES = (
    "{name}={path}",
    '{name}="{path}"',
    "export {name}='{path}'",
    "set {name}={path}",
    "{name} = {path}",
    "{name}: {path}",
    "ENV {name}={path}",
    "    [{name}] => {path}",
)
FILES = (
    "{line}",
    "# shop\nNAME=a shop\n\n{line}\nTIMEOUT=30",
    "[share]\r\nDEBUG=true\r\n{line}\r\n",
)
SCENES = (
    "page={page}\nscene={scene}",
    "WX_PAGE={page}\nWX_SCENE={scene}\nWX_ENV_VERSION=release",
    "page: {page}\nscene: {scene}\ncheck_path: false",
    'page = "{page}"\nscene = "{scene}"\n',
    "{{page={page}, scene={scene}, check_path=false}}",
    "CodeRequest(page={page}, scene={scene}, envVersion=release)",
    "map[page:{page} scene:{scene}]",
    "&{{Page:{page} Scene:{scene} EnvVersion:release}}",
    "Array\n(\n    [page] => {page}\n    [scene] => {scene}\n)\n",
    'array(2) {{\n  ["page"]=>\n  string(9) "{page}"\n  ["scene"]=>\n  string(4) "{scene}"\n}}',
)


@settings(deadline=None)
@given(
    *map(st.sampled_from, (PREFIXES, ("path", "PATH", "page", "url"), LINES, FILES)),
    st.sampled_from(("", "/")), PAGES, PARAMETERS,
)  # fmt: skip
def test_a_setting_holds_a_path(
    prefix: str, name: str, line: str, file: str, slash: str, page: str,
    parameters: list[tuple[str, str]],
) -> None:  # fmt: skip
    query = "&".join(f"{name}={encode_component(value)}" for name, value in parameters)
    path = f"{slash}{page}?{query}".replace("'", "%27")
    parsed = parse(file.format(line=line.format(name=prefix + name, path=path)))
    assert parsed.share_path == SharePath(page, parameters)


@settings(deadline=None)
@given(st.sampled_from(SCENES), PAGES, SEGMENT, st.from_regex(r"[a-z0-9]{1,9}", fullmatch=True))
def test_page_and_scene_belong_together(form: str, page: str, name: str, value: str) -> None:
    parsed = parse(form.format(page=page, scene=f"{name}={value}"))
    assert parsed.share_path == SharePath(page, [(name, value)])
    assert parsed.target == "code_unlimited"


@pytest.mark.parametrize("version", ["release", "trial", "develop"])
def test_what_is_indented_belongs_to_the_name_above(version: str) -> None:
    text = f"jump_wxa:\n  path: /a/b\n  query: x=1&y=%E7%BE%A4\n  env_version: {version}\nexpire: 1"
    parsed = parse(text)
    assert parsed.share_path == SharePath("a/b", [("x", "1"), ("y", "群")])
    assert (parsed.target, parsed.options.env) == ("scheme", version)


def test_settings_of_other_words_are_paths_of_their_own() -> None:
    parsed = parse("HOME_PATH=/a/home\nSHARE_PAGE=a/share\nSHARE_QUERY=x=1\n")
    assert parsed.share_path == SharePath("a/home")
    assert [other.share_path for other in parsed.others] == [SharePath("a/share", [("x", "1")])]


@pytest.mark.parametrize("query", ["from=a/b&to=c", "url=/a/b&x=1", "a=1", "scene=a/b", "q=x"])
def test_a_query_is_no_setting(query: str) -> None:
    names = [pair.partition("=")[0] for pair in query.split("&")]
    assert [parameter.name for parameter in parse(query).share_path.parameters] == names


@pytest.mark.parametrize("name", ["path", "page", "url", "pagePath", "路径"])
@pytest.mark.parametrize("equals", ["=", " = ", "＝"])
@pytest.mark.parametrize("slash", ["/", r"\/"])
@pytest.mark.parametrize("mark", ["？", r"\?", r"\u003f"])
def test_a_path_that_picked_up_escapes_is_a_path(
    name: str, equals: str, slash: str, mark: str
) -> None:
    parsed = parse(f"{name}{equals}{slash}pages{slash}a{mark}id=1&t=2")
    assert parsed.share_path == SharePath("pages/a", [("id", "1"), ("t", "2")])
    assert "escapes_removed" in [finding.code for finding in parsed.findings]


@pytest.mark.parametrize("behind", [" # test", " #", "  # see pages/c"])
def test_a_comment_behind_a_value_is_no_part_of_it(behind: str) -> None:
    parsed = parse(f"page: pages/a/b{behind}\nquery: id=1{behind}")
    assert parsed.share_path == SharePath("pages/a/b", [("id", "1")])
