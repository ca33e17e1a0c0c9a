"""Objects to which the code of many languages gives members one by one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.share_paths import SharePath, parse

SCENE_FORMS = (
    'Map<String, Object> m = Map.of("page", "{page}", "scene", "{scene}", "check_path", false);',
    'Map.ofEntries(Map.entry("page", "{page}"), entry("scene", "{scene}"))',
    'm.put("page", "{page}");\nm.put("scene", "{scene}");',
    'new HashMap<>() {{{{ put("page", "{page}"); put("scene", "{scene}"); }}}}',
    'new JSONObject().fluentPut("page", "{page}").fluentPut("scene", "{scene}")',
    'new JSONObject()\n  .put("page", "{page}")\n  .put("scene", "{scene}").toString()',
    'Req.builder().page("{page}").checkPath(false).scene("{scene}").build()',
    'new Req().withPage("{page}").withScene("{scene}")',
    'Req r = new Req();\nr.setPage("{page}");\nr.setScene("{scene}");',
    'o.addProperty("page", "{page}");\no.addProperty("scene", "{scene}");',
    'mapOf("page" to "{page}", "scene" to "{scene}")',
    'Req().apply {{\n page = "{page}"\n scene = "{scene}"\n}}',
    'var body = new {{ page = "{page}", scene = "{scene}" }};',
    'new Req {{ Page = "{page}", Scene = "{scene}" }}',
    'new Req() {{ Token = token, Scene = "{scene}", PagePath = "{page}" }}',
    'new Dictionary<string, object> {{ {{ "page", "{page}" }}, {{ "scene", "{scene}" }} }}',
    'new Dictionary<string, object> {{ ["page"] = "{page}", ["scene"] = "{scene}" }}',
    'new JObject(new JProperty("page", "{page}"), new JProperty("scene", "{scene}"))',
    'var body = @"{{""page"":""{page}"",""scene"":""{scene}""}}";',
    'body = """{{"page": "{page}", "scene": "{scene}"}}"""',
    "$req->setPage('{page}');\n$req->setScene('{scene}');",
    "(new Req())->setPage('{page}')->setScene('{scene}')",
    "$data['page'] = '{page}';\n$data['scene'] = '{scene}';",
    '[("page", "{page}"), ("scene", "{scene}")]',
    "{{ :page => '{page}', :scene => '{scene}' }}",
    'let body: [String: Any] = ["page": "{page}", "scene": "{scene}"]',
    'NSDictionary *d = @{{@"page": @"{page}", @"scene": @"{scene}"}};',
    "form.append('page', '{page}');\nform.append('scene', '{scene}');",
    "new Map([['page', '{page}'], ['scene', '{scene}']])",
)
SCHEME_FORMS = (
    'Map.of("jump_wxa", Map.of("path", "/{page}", "query", "{scene}"), "is_expire", true)',
    'w.put("path", "/{page}");\nw.put("query", "{scene}");\nbody.put("jump_wxa", w);',
    'S.builder().jumpWxa(J.newBuilder().path("/{page}").query("{scene}").build()).build()',
    'map[string]any{{"jump_wxa": map[string]any{{"path": "/{page}", "query": "{scene}"}}}}',
    'new {{ jump_wxa = new {{ path = "/{page}", query = "{scene}" }}, is_expire = true }}',
)
BLANKS = (
    'Map.of("page", "a/b", "scene", "id=" + id)',
    'json!({"page": "a/b", "scene": format!("id={}", id)})',
    '$data["page"] = "a/b";\n$data["scene"] = "id={$id}";',
    'new Req { Page = "a/b", Scene = $"id={id}" }',
    'p := "/a/b?id=" + strconv.Itoa(id)',
    'String p = "/a/b?id=" + URLEncoder.encode(id, "UTF-8");',
)
PAGES = st.lists(
    st.from_regex(r"[a-z][a-zA-Z0-9-]{0,8}", fullmatch=True), min_size=2, max_size=4
).map("/".join)
SCENES = st.tuples(*[st.from_regex(r"[a-z][a-z0-9]{0,7}", fullmatch=True)] * 2)


@settings(deadline=None)
@given(st.sampled_from(SCENE_FORMS), PAGES, SCENES)
def test_page_and_scene_are_joined(form: str, page: str, scene: tuple[str, str]) -> None:
    parsed = parse(form.format(page=page, scene="=".join(scene)))
    assert parsed.share_path == SharePath(page, [scene])
    assert parsed.target == "code_unlimited"


@settings(deadline=None)
@given(st.sampled_from(SCHEME_FORMS), PAGES, SCENES)
def test_an_object_inside_knows_its_owner(form: str, page: str, scene: tuple[str, str]) -> None:
    parsed = parse(form.format(page=page, scene="=".join(scene)))
    assert parsed.share_path == SharePath(page, [scene])
    assert parsed.target == "scheme"


@pytest.mark.parametrize("text", BLANKS)
def test_a_variable_stays_a_blank(text: str) -> None:
    assert parse(text).share_path == SharePath("a/b", [("id", "${id}")])


def test_a_member_given_again_begins_another_object() -> None:
    one = 'm.put("page", "a/{0}");\nm.put("scene", "id={0}");\n'
    parsed = parse(one.format(1) + one.format(2))
    assert parsed.share_path == SharePath("a/1", [("id", "1")])
    assert [other.share_path for other in parsed.others] == [SharePath("a/2", [("id", "2")])]


@pytest.mark.parametrize("text", ["wx.setStorageSync('path', '/a/b')", "get('path').text('/a/b')"])
def test_other_calls_give_nothing(text: str) -> None:
    assert parse(text).share_path == SharePath("a/b")
