"""Names and values side by side, as httpie, curl and logs write them, with paths of any kind."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.share_paths import SharePath, parse
from inspector.share_paths.encoding import encode_component

SEGMENT = st.from_regex(r"[a-z][a-zA-Z0-9-]{0,8}", fullmatch=True)
PAGES = st.lists(SEGMENT, min_size=2, max_size=4).map("/".join)
VALUES = st.text(st.characters(codec="utf-8"), max_size=8)
PARAMETERS = st.lists(
    st.tuples(SEGMENT, VALUES), min_size=1, max_size=3, unique_by=lambda each: each[0]
)
HOST = "https://api.weixin.qq.com/wxa"
APART = {
    "http POST " + HOST + "/generate_urllink?access_token=t path={path} query={query}": "url_link",
    "http post '" + HOST + "/generatescheme' jump_wxa[path]={path} 'jump_wxa[query]={plain}'": (
        "scheme"
    ),
    "xh " + HOST + "/generatescheme jump_wxa:='{json}' is_expire:=true": "scheme",
    "path={path} query={query}": None,
    "path:='\"{path}\"' query:='\"{plain}\"'": None,
    "'path={path}' 'query={plain}'": None,
    "query={query} path='{path}'": None,
    "curl -d path={path} -d 'query={plain}' " + HOST + "/generate_urllink": "url_link",
    "curl " + HOST + "/generate_urllink \\\n  -F path={path} \\\n  -F query={query}": "url_link",
    'level=info msg="page opened" path=/{path} query="{plain}"': None,
}
TOGETHER = (
    "http POST " + HOST + "/getwxacode path='{path}?{plain}' width:=430",
    "time=12:00:01 level=info page={path}?{query} uid=3",
)


@settings(deadline=None)
@given(st.sampled_from(sorted(APART)), PAGES, PARAMETERS)
def test_page_and_query_are_found(form: str, page: str, parameters: list[tuple[str, str]]) -> None:
    query = "&".join(f"{n}={encode_component(v)}" for n, v in parameters).replace("'", "%27")
    body = json.dumps({"path": page, "query": query})
    parsed = parse(form.format(path=page, query=f'"{query}"', plain=query, json=body))
    assert parsed.share_path == SharePath(page, parameters)
    assert APART[form] in (None, parsed.target)


@settings(deadline=None)
@given(st.sampled_from(TOGETHER), PAGES, PARAMETERS)
def test_a_page_with_its_query_is_found(
    form: str, page: str, parameters: list[tuple[str, str]]
) -> None:
    query = "&".join(f"{n}={encode_component(v)}" for n, v in parameters).replace("'", "%27")
    parsed = parse(form.format(path=page, query=query.replace("(", "%28"), plain=query))
    assert parsed.share_path == SharePath(page, parameters)


@pytest.mark.parametrize(
    "text",
    [
        "http POST api.weixin.qq.com/wxa/getwxacodeunlimit page=pages/a/b scene='id=7&t=x'",
        'page=pages/a/b scene="id=7&t=x" check_path:=false',
        "page:='\"pages/a/b\"' scene:='\"id=7&t=x\"'",
    ],
)
def test_a_scene_is_found(text: str) -> None:
    parsed = parse(text)
    assert parsed.share_path == SharePath("pages/a/b", [("id", "7"), ("t", "x")])
    assert parsed.target == "code_unlimited"


@pytest.mark.parametrize(
    "text",
    [
        "open(path='pages/a/b', query='id=7')",
        "<navigator url='/pages/a/b' query='id=7'>",
        "/pages/a/b?id=7",
    ],
)
def test_code_and_tags_are_left_to_their_readers(text: str) -> None:
    assert parse(text).share_path == SharePath("pages/a/b", [("id", "7")])
