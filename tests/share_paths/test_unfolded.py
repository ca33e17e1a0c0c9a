"""An object unfolded in a console is one path, whatever its preview shows."""

from __future__ import annotations

import json
import random

import pytest

from inspector.share_paths import SharePath, parse

LAUNCHES = 40


def unfolded(draw: random.Random, page: str, query: dict[str, str]) -> str:
    """Return launch options as consoles show them: with triangles or without, cut or whole."""
    opened, closed = draw.choice(
        [("\u25bc ", "\u25b6 "), ("\u25be ", "\u25b8 "), ("\u25bc", "\u25b6")]
    )
    end = draw.choice(["[[Prototype]]: Object", "__proto__: Object"])
    head = draw.choice(["", "onShow ", "Object ", "App.onLaunch options "])
    members = {"path": f'"{page}"', "query": "{\u2026}", "scene": "1044", "shareTicket": '"t"'}
    names = draw.sample(sorted(members), len(members))
    shown = ", ".join(f"{name}: {members[name]}" for name in names)
    preview = draw.choice([f"{{{shown}}}", f"{{{shown}, \u2026}}", ""]) or (head and "Object")
    lines = [f"{opened}{head}{preview}"] if preview else []
    for name in sorted(members):
        if name != "query":
            lines.append(f"    {name}: {members[name]}")
            continue
        inner = ", ".join(f"{n}: {json.dumps(v)}" for n, v in query.items())
        lines.append(f"  {opened}query: " + draw.choice(["", "Object", f"{{{inner}}}"]))
        lines += [f"      {n}: {json.dumps(v)}" for n, v in query.items()]
        lines.append(f"    {closed}{end}")
    lines.append(f"  {closed}{end}")
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(LAUNCHES))
def test_launch_options_are_one_path(seed: int) -> None:
    draw = random.Random(seed)
    page = f"pages/{draw.choice('abc')}/{draw.choice('xyz')}"
    query = {name: draw.choice(["1", "abc", "-7"]) for name in draw.sample(["id", "t", "from"], 2)}
    parsed = parse(unfolded(draw, page, query))
    assert parsed.share_path.page == page
    assert {p.name: p.value for p in parsed.share_path.parameters} == query
    assert parsed.options.scene == 1044
    assert not parsed.others


@pytest.mark.parametrize("head", ["", "onLoad ", "Object "])
@pytest.mark.parametrize("mark", ["", "\u25bc ", "\u25be"])
def test_options_of_a_page_are_one_set(head: str, mark: str) -> None:
    rows = '  id: "1"\n  t: "x"\n  \u25b6 [[Prototype]]: Object'
    parsed = parse(f"{mark}{head}{{id: '1', t: 'x'}}\n{rows}")
    assert parsed.share_path == SharePath("", [("id", "1"), ("t", "x")])
    assert not parsed.others


def test_a_flat_copy_ends_with_the_prototype() -> None:
    text = 'path: "pages/a/b"\nquery:\nid: "1"\nt: "x"\n[[Prototype]]: Object\nscene: 1044\n'
    parsed = parse(text)
    assert parsed.share_path == SharePath("pages/a/b", [("id", "1"), ("t", "x")])
    assert parsed.options.scene == 1044
