"""What only one language, console or sheet writes."""

from __future__ import annotations

import json
import random

import pytest

from inspector.share_paths import SharePath, parse

BUILDERS = (
    "var {sb} strings.Builder",
    "var {sb} bytes.Buffer",
    "{sb} := strings.Builder{{}}",
    "{sb} := &strings.Builder{{}}",
    "{sb} := new(bytes.Buffer)",
    '{sb} := bytes.NewBufferString("")',
)
ADDING = (
    '{sb}.WriteString("{text}")',
    'fmt.Fprint(&{sb}, "{text}")',
    'io.WriteString({sb}, "{text}")',
    '{sb}.Write([]byte("{text}"))',
)
ADDING_A_VALUE = (
    "{sb}.WriteString({name})",
    'fmt.Fprintf(&{sb}, "%s", {name})',
    "{sb}.WriteString(url.QueryEscape({name}))",
    "{sb}.WriteString(strconv.Itoa({name}))",
)
ENDS = (
    "return {sb}.String()",
    "path := {sb}.String()",
    'c.JSON(200, gin.H{{"path": {sb}.String()}})',
)


@pytest.mark.parametrize("seed", range(60))
def test_a_builder_of_go_gives_its_whole_text(seed: int) -> None:
    draw = random.Random(seed)
    sb, name = draw.choice(["sb", "b", "buf"]), draw.choice(["id", "groupID", "uid"])
    path = draw.choice(["/pages/a/b", "pages/share/index"])
    lines = [draw.choice(BUILDERS), draw.choice(ADDING), draw.choice(ADDING), *[""] * 2]
    texts = ["", path, draw.choice(["?id=", "?from=card&id="])]
    written = [line.format(sb=sb, text=text) for line, text in zip(lines, texts, strict=False)]
    written += [
        draw.choice(ADDING_A_VALUE).format(sb=sb, name=name),
        draw.choice(ENDS).format(sb=sb),
    ]
    parsed = parse("\n".join(written))
    before = [("from", "card")] if "from" in texts[2] else []
    assert parsed.share_path == SharePath(path, [*before, ("id", f"${{{name}}}")])


@pytest.mark.parametrize(
    "text",
    [
        'path := fmt.Sprintf("%s?id=%d", "pages/a/b", id)',
        'path := strings.Join([]string{"pages/a/b", "?id=", id}, "")',
        'path := "pages/a/b?" + url.Values{"id": {id}}.Encode()',
        'fmt.Fprintf(w, "pages/a/b?id=%s", id)',
        'sb.AppendFormat("pages/a/b?id={0}", id);',
        "$path = implode('', ['pages/a/b', '?id=', $id]);",
        'path = "".join(["pages/a/b", "?id=", id])',
        'String.join("", "pages/a/b", "?id=", id)',
    ],
)
def test_a_text_that_a_call_builds_keeps_its_blank(text: str) -> None:
    assert parse(text).share_path == SharePath("pages/a/b", [("id", "${id}")])


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("indent", [None, 2])
def test_a_cell_of_a_sheet_holds_json(separator: str, ending: str, indent: int | None) -> None:
    body = json.dumps({"path": "pages/a/b", "query": "id=1&t=x"}, indent=indent)
    cell = '"' + body.replace('"', '""') + '"'
    for row in (["7", cell], [cell, "7"], [cell], ["a", cell, '"b ""c"""']):
        text = ending.join([separator.join(["nr", "body", "x"]), separator.join(row), ""])
        parsed = parse(text)
        assert parsed.share_path == SharePath("pages/a/b", [("id", "1"), ("t", "x")]), text


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_cell_of_a_sheet_holds_a_path(separator: str) -> None:
    text = f'id{separator}path\n1{separator}"/pages/a/b?id=1&t=""x"""\n'
    assert parse(text).share_path == SharePath("pages/a/b", [("id", "1"), ("t", '"x"')])


@pytest.mark.parametrize(
    "text", ['["","/pages/a/b?id=1",""]', '{"a":"","path":"/pages/a/b?id=1","c":""}']
)
def test_an_empty_text_is_no_quote_within_a_cell(text: str) -> None:
    assert parse(text).share_path == SharePath("pages/a/b", [("id", "1")])
