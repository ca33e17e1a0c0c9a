"""What the page receives, and what it must do with it; Node, where it stands, does it."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from inspector.share_paths import Options, Parameter, SharePath, parse
from inspector.share_paths.arrival import received

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
