"""What the page receives, and what it must do with it; Node, where it stands, does it."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace

import pytest

from inspector.share_paths import Options, Parameter, SharePath, parse, render
from inspector.share_paths.arrival import received
from inspector.share_paths.link import NO_SCENE

PATH = SharePath(
    "pages/a",
    [Parameter("id", "群&1"), Parameter("off", "x", enabled=False), Parameter("a-b", "2")],
)
SHORT = SharePath("pages/a", [("id", "1"), ("n", "x")])
BASE = Options(base_url="https://example.com/mp/")


def test_values_arrive_encoded_and_names_do_not() -> None:
    arrived = received(PATH)
    assert arrived.options == (("id", "%E7%BE%A4%261"), ("a-b", "2"))
    assert arrived.code.splitlines() == [
        "const id = decodeURIComponent(options.id || '');",
        "const aB = decodeURIComponent(options[\"a-b\"] || '');",
    ]


def test_a_scene_and_a_link_arrive_whole() -> None:
    assert received(SHORT, "code_unlimited").options == (("scene", "id%3D1%26n%3Dx"),)
    (name, value), (time, _) = received(SHORT, "ordinary_link", BASE).options
    assert (name, time) == ("q", "scancode_time")
    assert value == "https%3A%2F%2Fexample.com%2Fmp%2F%3Fid%3D1%26n%3Dx"
    assert received(SharePath("a"), "code_unlimited").options == ()


@pytest.mark.parametrize("target", ["share_message", "code_unlimited", "ordinary_link"])
def test_what_arrived_can_be_pasted(target: str) -> None:
    arrived = dict(received(SHORT, target, BASE).options)
    assert parse(json.dumps(arrived)).share_path.parameters == SHORT.parameters


@pytest.mark.parametrize("scene", [None, 1007, NO_SCENE])
@pytest.mark.parametrize(
    ("like", "usual", "carried"),
    [
        ("share_message", 1044, (("id", "1"), ("n", "x"))),
        ("code_unlimited", 1047, (("scene", "id%3D1%26n%3Dx"),)),
        ("ordinary_link", 1011, (("q", "https%3A%2F%2Fexample.com%2Fmp%2F%3Fid%3D1%26n%3Dx"),)),
    ],
)
def test_a_compile_mode_opens_as_another_form_does(
    like: str, usual: int, carried: tuple[tuple[str, str], ...], scene: int | None
) -> None:
    options = replace(BASE, like=like, scene=scene)
    expected = {None: usual, 1007: 1007, NO_SCENE: None}[scene]
    item = json.loads(render(SHORT, "compile_mode", options).text)
    assert item["query"] == "&".join(f"{name}={value}" for name, value in carried)
    assert item["scene"] == expected
    arrived = received(SHORT, "compile_mode", options)
    assert (arrived.page, arrived.options, arrived.scene) == ("pages/a", carried, expected)


def test_what_the_other_form_needs_is_asked_for() -> None:
    link = render(SHORT, "compile_mode", Options(like="ordinary_link"))
    assert link.cause == "base_url_missing"
    assert render(SHORT, "compile_mode", replace(BASE, like="ordinary_link")).cause is None


def test_a_parameter_called_q_is_no_link_where_others_stand_beside_it() -> None:
    path = SharePath("", [("q", "https://example.com/?a=1"), ("id", "2")])
    assert parse(json.dumps(dict(received(path).options))).share_path == path


@pytest.mark.parametrize("base_url", ["https://a.example/m", "https://a.example/m?x=1#top"])
def test_the_address_of_a_scanned_link_comes_back_whole(base_url: str) -> None:
    arrived = dict(received(SHORT, "ordinary_link", Options(base_url=base_url)).options)
    parsed = parse(json.dumps(arrived))
    again = render(parsed.share_path, "ordinary_link", parsed.options).text
    assert again == render(SHORT, "ordinary_link", Options(base_url=base_url)).text


def test_no_variable_of_the_code_is_declared_twice() -> None:
    path = SharePath("a", [(name, "1") for name in ("a-b", "a b", "aB", "aB2", "群", "聊", "好")])
    lines = received(path).code.splitlines()
    names = [line.split()[1] for line in lines]
    assert len(set(names)) == len(names) == 7


RUN = "const options = JSON.parse(process.argv[1]);\n%s\nconsole.log(JSON.stringify(%s));"


@pytest.mark.skipif(shutil.which("node") is None, reason="Node is not installed")
@pytest.mark.parametrize(
    ("share_path", "target", "result", "expected"),
    [
        (PATH, "share_message", "[id, aB]", ["群&1", "2"]),
        (SHORT, "code_unlimited", "parameters", {"id": "1", "n": "x"}),
        (SharePath("a", [("scene", "ab")]), "code_unlimited", "scene", "ab"),
        (PATH, "ordinary_link", "parameters", {"id": "群&1", "a-b": "2"}),
        (SharePath("a", [("class", "1"), ("1", "2")]), "share_message", "[_class, _1]", ["1", "2"]),
        (
            SharePath("a", [("群", "1"), ("聊", "2")]),
            "share_message",
            "[value, value2]",
            ["1", "2"],
        ),
    ],
)
def test_the_code_gives_the_plain_values(
    share_path: SharePath, target: str, result: str, expected: object
) -> None:
    arrived = received(share_path, target, BASE)
    script = RUN % (arrived.code, result)
    call = ["node", "-e", script, json.dumps(dict(arrived.options))]
    done = subprocess.run(call, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == expected


@pytest.mark.skipif(shutil.which("node") is None, reason="Node is not installed")
@pytest.mark.parametrize("target", ["code_unlimited", "ordinary_link"])
def test_a_parameter_called_as_what_every_object_has_is_kept(target: str) -> None:
    path = SharePath("a", [("__proto__", "1"), ("constructor", "2"), ("toString", "3")])
    arrived = received(path, target, Options(base_url="https://a.example"))
    script = f"""const options = JSON.parse(process.argv[1]);
    {arrived.code}
    console.log(JSON.stringify(Object.entries(parameters)));"""
    call = ["node", "-e", script, json.dumps(dict(arrived.options))]
    done = subprocess.run(call, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [[p.name, p.value] for p in path.parameters]


@pytest.mark.skipif(shutil.which("node") is None, reason="Node is not installed")
@pytest.mark.parametrize(
    ("scene", "held"),
    [
        ("abc", {"scene": "abc"}),
        ("a=1&abc", {"a": "1", "scene": "abc"}),
        ("12&34", {"scene": "12", "34": "34"}),
        ("scene=1&abc", {"scene": "1", "abc": "abc"}),
        ("t=x==", {"t": "x=="}),
    ],
)
def test_no_part_of_a_scene_is_lost(scene: str, held: dict[str, str]) -> None:
    code = received(SharePath("a", [("a", "1")]), "code_unlimited").code
    script = f"""const options = {{ scene: encodeURIComponent(process.argv[1]) }};
    {code}
    console.log(JSON.stringify(parameters));"""
    call = ["node", "-e", script, scene]
    done = subprocess.run(call, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == held


def test_no_variable_hides_the_function_that_decodes() -> None:
    code = received(SharePath("a", [("decodeURIComponent", "1")])).code
    assert code.startswith("const _decodeURIComponent = decodeURIComponent(")
