"""Commands and server code say what the body says, whatever stands in the path."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import Any

import pytest

from inspector.share_paths import Options, SharePath, find_target, parse
from inspector.share_paths.request_code import (
    PYTHON,
    CodeForm,
    code_forms,
    shell_json,
    write_code,
)
from inspector.share_paths.target import targets
from inspector.share_paths.templates import body

HOSTILE = '\ufeffit\'s 50% "群" & <a|b> ^c! `d` $e \\ \\" 😀 (x)\n%PATH%'
PATH = SharePath("pages/a/b", [("id", "7"), ("n", HOSTILE)])
OPTIONS = Options(app_id="wx0123456789abcdef", env="trial", title=HOSTILE)
ISSUED = [target.name for target in targets() if target.platform_issued]
SHELLS = ("sh", "powershell", "cmd")


def form(name: str) -> CodeForm:
    return next(each for each in code_forms() if each.name == name)


def code(name: str, target: str) -> str:
    written = write_code(form(name), find_target(target), PATH, OPTIONS)
    assert written is not None
    return written


def sent(target: str) -> dict[str, Any]:
    return body(find_target(target), PATH, OPTIONS)


def windows_arguments(line: str) -> list[str]:
    """Return the arguments that a Windows program gets of a command line."""
    arguments, current, quoted, at = [], "", False, 0
    while at < len(line):
        slashes = re.match(r"\\*", line[at:])
        count = len(slashes[0]) if slashes else 0
        at += count
        if line[at : at + 1] == '"':
            current += "\\" * (count // 2)
            if count % 2:
                current += '"'
            else:
                quoted = not quoted
            at += 1
        elif line[at : at + 1] == " " and not quoted:
            arguments.append(current + "\\" * count)
            current, at = "", at + 1
        else:
            current += "\\" * count + line[at : at + 1]
            at += 1
    return [*arguments, current]


@pytest.mark.skipif(shutil.which("sh") is None, reason="there is no POSIX shell")
@pytest.mark.parametrize("target", ISSUED)
def test_a_posix_shell_sends_the_body(target: str) -> None:
    program = "curl() { printf '%s\\0' \"$@\"; }\n" + code("sh", target)
    done = subprocess.run(["sh", "-c", program], capture_output=True, text=True, check=True)
    arguments = done.stdout.split("\0")
    assert json.loads(arguments[arguments.index("-d") + 1]) == sent(target)
    assert arguments[2] == find_target(target).request.removeprefix("POST ")


@pytest.mark.parametrize("target", ISSUED)
def test_cmd_sends_the_body(target: str) -> None:
    command = code("cmd", target)
    assert not set(command.replace("?access_token", "")) & set("&%<>|^!()\n")
    arguments = windows_arguments(command)
    assert json.loads(arguments[arguments.index("-d") + 1]) == sent(target)


@pytest.mark.parametrize("target", ISSUED)
def test_powershell_sends_the_body(target: str) -> None:
    found = re.search(r"-Body '([^']*)'", code("powershell", target))
    assert found is not None
    assert json.loads(found[1]) == sent(target)
    assert not set(found[1]) & set("`$")


@pytest.mark.parametrize("shell", SHELLS)
def test_a_preview_command_is_read_back(shell: str) -> None:
    command = code(shell, "cli_preview")
    assert command.isascii()
    parsed = parse(command)
    assert (parsed.target, parsed.share_path) == ("cli_preview", PATH)


@pytest.mark.parametrize("target", ISSUED)
def test_python_sends_the_body(target: str) -> None:
    calls: list[Any] = []

    class Client:
        def post(self, url: str, data: Any) -> None:
            calls.append((url, data))

    source = code("wechatpy", target).partition("\nwith open")[0]
    exec(source, {"client": Client()})
    url = find_target(target).request.removeprefix("POST ").partition("?")[0]
    assert calls == [(url, sent(target))]


@pytest.mark.skipif(shutil.which("php") is None, reason="PHP is not installed")
@pytest.mark.parametrize("target", ISSUED)
def test_php_sends_the_body(target: str) -> None:
    classes = """class R { function saveAs($f) {} function toArray() { return []; } }
    class C { function postJson($p, $b) { echo json_encode($b); return new R(); } }
    class A { function getClient() { return new C(); } }
    $app = new A();"""
    program = f"{classes}\n{code('easywechat', target)}"
    done = subprocess.run(["php", "-r", program], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == sent(target)


@pytest.mark.parametrize("name", ["wxjava", "silenceper"])
@pytest.mark.parametrize("target", [name for name in ISSUED if "code" not in name])
def test_java_and_go_hold_the_body_as_a_text(name: str, target: str) -> None:
    texts = re.findall(r'"(?:[^"\\\n]|\\.)*"', code(name, target))
    assert "\ufeff" not in "".join(texts)  # Go refuses one within a file
    held = [json.loads(text) for text in texts]
    assert sent(target) in [json.loads(text) for text in held if text.startswith("{")]


def test_calls_for_pictures_take_page_and_scene_by_their_places() -> None:
    path = SharePath("pages/a/b", [("id", "7")])
    for name in ("wxjava", "senparc"):
        target = find_target("code_unlimited")
        written = write_code(form(name), target, path, OPTIONS)
        assert written is not None
        parsed = parse(written)
        assert (parsed.target, parsed.share_path) == ("code_unlimited", path)
        assert parsed.options.env == "trial"


def test_only_requests_and_previews_have_code() -> None:
    for target in targets():
        names = [each.name for each in code_forms() if write_code(each, target, PATH, OPTIONS)]
        if target.name == "cli_preview":
            assert names == list(SHELLS)
        elif not target.platform_issued:
            assert names == []
            assert write_code(form("sh"), target, PATH, OPTIONS) is None
        else:
            assert set(SHELLS) < set(names)


def test_an_empty_object_stays_one() -> None:
    assert PYTHON.write({"a": {}, "b": [None, True, 1]}) == (
        '{\n    "a": {},\n    "b": [\n        None,\n        True,\n        1,\n    ],\n}'
    )
    assert shell_json({"a": "\\'"}) == '{"a":"\\u005c\\u0027"}'
