"""What code comes to where its language has a way of its own to put a text together."""

# ruff: noqa: E501, ISC004 - a text stands as it was pasted

from __future__ import annotations

import pytest

from inspector.share_paths import SharePath, parse

ORDER = SharePath("pages/a/b", [("id", "${order.id}"), ("name", "${name}")])
GROWN = SharePath("pages/a/b", [("id", "${id}"), ("k", "${k}")])


@pytest.mark.parametrize(
    "code",
    [
        'path = "pages/a/b?id=#{order.id}&name=#{CGI.escape(name)}"',
        "path = f\"pages/a/b?id={order.id:>8}&name={quote(name, safe='')!r}\"",
        'path = f"pages/a/b?id={order.id}&name={urllib.parse.quote(name)}"',
        'var path = $"pages/a/b?id={order.Id}&name={Uri.EscapeDataString(name)}";',
        "$path = \"pages/a/b?id={$order['id']}&name=$name\";",
        "$path = \"pages/a/b?id={$order['id']}&name={$name}\";",
        'let path = "pages/a/b?id=\\(order.id)&name=\\(name)"',
        "const path = `pages/a/b?id=${order.id}&name=${encodeURIComponent(name)}`",
    ],
)
def test_what_is_inserted_is_a_blank(code: str) -> None:
    found = parse(code).share_path
    assert SharePath(found.page, [(p.name, p.value.lower()) for p in found.parameters]) == ORDER


@pytest.mark.parametrize(
    "code",
    [
        'StringBuilder sb = new StringBuilder("pages/a/b?id=");\nsb.append(id).append("&k=").append(k);',
        'StringBuffer sb = new StringBuffer();\nsb.append("pages/a/b?id=");\nsb.append(id);\n'
        'sb.append("&k=");\nsb.append(k);\nreturn sb.toString();',
        'var sb = new StringBuilder();\nsb.Append("pages/a/b?id=").Append(id);\nsb.Append("&k=" + k);',
        "url = '/pages/a/b?id='.concat(id, '&k=').concat(k)",
        "let url = '/pages/a/b'\nurl += '?id=' + id\nurl += '&k=' + k",
        'val url = buildString { append("pages/a/b?id="); append(id); append("&k=").append(k) }',
        'sb.append("pages/a/b?id=").append(id);\nsb.append("&k=").append(k);',
        'buf.WriteString("pages/a/b?id=")\nbuf.WriteString(id)\nbuf.WriteString("&k=")\nbuf.WriteString(k)',
        'parts = []\nparts.append("pages/a/b?id=")\nparts.append(str(id))\nparts.append("&k=" + k)',
        'StringJoiner q = new StringJoiner("&");\nq.add("id=" + id);\nq.add("k=" + k);\nString path = "pages/a/b?" + q;',
        'var q = new StringJoiner("&", "pages/a/b?", "");\nq.add("id=" + id).add("k=" + k);',
        'Uri.parse("pages/a/b").buildUpon().appendQueryParameter("id", id).appendQueryParameter("k", k).build()',
        'new URIBuilder("pages/a/b").addParameter("id", id).setParameter("k", k).build().toString();',
    ],
)
def test_a_text_that_grows_is_taken_as_it_ends(code: str) -> None:
    parsed = parse(code)
    assert (parsed.share_path, parsed.others) == (GROWN, ())


@pytest.mark.parametrize(
    "code",
    [
        'paths.add("pages/a/b?id=1");\npaths.add("pages/c/d?k=2");\npaths.add(other);',
        'paths.append("pages/a/b?id=1")\npaths.append(other)\npaths.append("pages/c/d?k=2")',
        'append("pages/a/b?id=1")\nappend("pages/c/d?k=2")',
    ],
)
def test_a_list_that_gets_paths_is_no_text_that_grows(code: str) -> None:
    parsed = parse(code)
    paths = [each.share_path for each in (parsed, *parsed.others)]
    assert paths == [SharePath("pages/a/b", [("id", "1")]), SharePath("pages/c/d", [("k", "2")])]


@pytest.mark.parametrize(
    "code",
    [
        "$path = 'pages/a/b?id='.$id.'&k='.urlencode($k);",
        "return ['path' => 'pages/a/b?id='.intval($id).'&k='.strval($k)];",
        "echo 'pages/a/b?id='.intval($id).'&k='.urlencode($k);",
        '$path = "pages/a/b?id=" . (int) $id . "&k=" . (string)$k;',
        'String path = "pages/a/b?id=" + (String) id + "&k=" + ((Order) k);',
        '[NSString stringWithFormat:@"pages/a/b?id=%ld&k=%lu", id, (unsigned long)k];',
    ],
)
def test_calls_and_types_before_a_variable_leave_its_name(code: str) -> None:
    assert parse(code).share_path == GROWN


def test_a_call_of_php_without_arguments_is_a_blank() -> None:
    found = parse("$p = 'pages/a/b?t='.time().'&k='.$k;").share_path
    assert found == SharePath("pages/a/b", [("t", "${time}"), ("k", "${k}")])


@pytest.mark.parametrize(
    "code",
    [
        "const PAGES = { detail: '/pages/a/b', list: '/pages/c/d' };\n"
        "wx.navigateTo({ url: `${PAGES.detail}?id=${id}&k=${k}` })",
        "const PAGES = {\n  list: '/pages/c/d',\n  detail: '/pages/a/b',\n};\n"
        "uni.navigateTo({ url: PAGES.detail + '?id=' + id + '&k=' + k })",
    ],
)
def test_a_table_of_pages_is_known(code: str) -> None:
    assert parse(code).share_path == GROWN


@pytest.mark.parametrize(
    "code",
    [
        "wx.navigateTo({ url: ok ? '/pages/a/b?x=1' : '/pages/c/d?y=2' })",
        "return { title: 't', path: ok ? '/pages/a/b?x=1' : '/pages/c/d?y=2' }",
        "{ path: isGroup ? `/pages/a/b?x=1` : `/pages/c/d?y=2`, imageUrl: '' }",
    ],
)
def test_both_sides_of_a_condition_are_paths(code: str) -> None:
    parsed = parse(code)
    pages = [parsed.share_path.page, *(other.share_path.page for other in parsed.others)]
    assert pages == ["pages/a/b", "pages/c/d"]
    assert {other.target for other in parsed.others} == {parsed.target}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("{ id: 1 }", '{"id":1}'),
        ("{ ok: true, no: null }", '{"ok":true,"no":null}'),
        ("{ a: { b: [1, 'x'] } }", '{"a":{"b":[1,"x"]}}'),
        ("[1, 2]", "[1,2]"),
        ("{ id: x.id }", '{"id":"${x.id}"}'),
    ],
)
def test_stringify_keeps_numbers_and_nesting(value: str, written: str) -> None:
    meant = SharePath("pages/a/b", [("d", written), ("t", "1")])
    call = f"encodeURIComponent(JSON.stringify({value}))"
    assert parse(f"wx.navigateTo({{ url: `/pages/a/b?d=${{{call}}}&t=1` }})").share_path == meant
    assert parse(f"wx.navigateTo({{ url: '/pages/a/b?d=' + {call} + '&t=1' }})").share_path == meant


def test_a_text_of_bash_is_none_of_csharp() -> None:
    body = """$'{"jump_wxa":{"path":"/pages/a/b","query":"id=1\\u0026k=2"}}'"""
    parsed = parse(f"curl 'https://api.weixin.qq.com/wxa/generatescheme?access_token=T' -d {body}")
    assert parsed.share_path == SharePath("pages/a/b", [("id", "1"), ("k", "2")])
    assert parsed.target == "scheme"


@pytest.mark.parametrize(
    "code",
    [
        "fluwx.open(target: MiniProgram(username: 'gh_1', path: 'pages/a/b?id=$id&k=$k'))",
        'curl -d "{\\"path\\":\\"pages/a/b?id=$id&k=$k\\"}" https://example.com',
        "open({ path: 'pages/a/b?id=$id&k=$k' })",
    ],
)
def test_a_value_that_is_a_variable_is_a_blank_in_any_language(code: str) -> None:
    assert parse(code).share_path == GROWN


@pytest.mark.parametrize(
    "code",
    [
        'NSString *p = [NSString stringWithFormat:@"pages/a/b?id=%@&k=%@", id, k];',
        'String p = String.join("", "pages/a/b?id=", id, "&k=", k);',
        'let p = format!("pages/a/b?id={}&k={}", id, k);',
        'var p = string.Format("pages/a/b?id={0}&k={1}", id, k);',
    ],
)
def test_a_text_with_places_is_filled(code: str) -> None:
    assert parse(code).share_path == GROWN


def test_lines_of_a_diff_are_lines_of_their_own() -> None:
    parsed = parse("@@ -1 +1 @@\n-  url: '/pages/a/b?id=1',\n+  url: '/pages/a/b?id=2',")
    values = [each.share_path.parameters[0].value for each in (parsed, *parsed.others)]
    assert sorted(values) == ["1", "2"]


def test_a_template_without_a_page_is_none() -> None:
    assert not parse("return `${base}?id=${id}`").share_path.page.startswith("return")


@pytest.mark.parametrize(
    "text",
    [
        'path = "pages/a/b?id=" .. id .. "&t=" .. t',
        'path <- paste0("pages/a/b?id=", id, "&t=", t)',
        "SELECT CONCAT('pages/a/b?id=', id, '&t=', t) FROM x",
        "SELECT 'pages/a/b?id=' || id || '&t=' || t FROM x",
        '=CONCATENATE("pages/a/b?id=",id,"&t=",t)',
        '="pages/a/b?id="&id&"&t="&t',
        'path = "pages/a/b?id=" & id & "&t=" & t',
        'snprintf(buf, sizeof buf, "pages/a/b?id=%d&t=%s", id, t);',
        'sb.append("pages/a/b").append("?id=").append(id).append("&t=").append(t)',
        'path="pages/a/b?id=$id&t=$t"',
        "export SHARE_PATH=pages/a/b?id=$id&t=${t}",
        "{% block %}pages/a/b?id={{ id }}&t={{ t }}",
        '<a href="pages/a/b?id=<?php echo $id ?>&t=<?= $t ?>">',
        '<a href="/pages/a/b?id=<%= @id %>&t=<%= t %>">',
    ],
)
def test_what_other_languages_join_keeps_its_blanks(text: str) -> None:
    assert parse(text).share_path == SharePath("pages/a/b", [("id", "${id}"), ("t", "${t}")])


def test_a_stand_in_is_not_joined() -> None:
    text = "const home = '/pages/a/b'\nwx.navigateTo({url: home || '/pages/c/d'})"
    assert parse(text).share_path == SharePath("pages/a/b")
    assert parse("wx.navigateTo({url: url || '/pages/c/d'})").share_path == SharePath("pages/c/d")
