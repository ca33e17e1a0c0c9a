from __future__ import annotations

import ast
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.exact_json.literals import LANGUAGES, as_java, as_javascript, as_python
from inspector.exact_json.parsing import parse, write
from tests.exact_json.test_parsing import JSON_VALUES

NASTY = parse(
    '{"a":[null,true,-0,1.10,1e400,12345678901234567890,9007199254740993,[],{},[null]],'
    '"__proto__":{"x":1},"it\'s \\"q\\" \\\\ \\\\u0041":'
    '"\\u0000\\u001f1\\n\\u2028\\ud800名😀</script>",'
    '"2147483648":2147483648,"":{}}'
)


@given(JSON_VALUES, st.sampled_from([None, 0, 2]))
def test_python_reads_its_literal_back(value: Any, indent: int | None) -> None:
    assert ast.literal_eval(as_python(value, indent)) == value


def test_python_reads_integers_past_its_limit() -> None:
    assert ast.literal_eval(as_python([10**5000, -(10**5000)])) == [10**5000, -(10**5000)]


@pytest.mark.parametrize("language", LANGUAGES)
@given(value=JSON_VALUES)
@settings(max_examples=30)
def test_every_literal_can_be_stored(language: str, value: Any) -> None:
    LANGUAGES[language](value, 2).encode()


@pytest.mark.skipif(not shutil.which("node"), reason="Node.js is not on this machine")
@pytest.mark.parametrize("indent", [None, 2])
def test_javascript_reads_its_literal_back(indent: int | None) -> None:
    script = f"""
        const value = {as_javascript(NASTY, indent)};
        const text = (key, item) => typeof item === 'bigint' ? `${{item}}n` : item;
        console.log(JSON.stringify([value, Object.keys(value), 1 / value.a[2]], text));
    """
    read, keys, sign = json.loads(run(["node", "-"], script))
    assert read["a"][5:7] == ["12345678901234567890n", "9007199254740993n"]
    assert set(keys) == set(NASTY)
    assert sign is None  # minus infinity: the zero kept its sign
    assert read["__proto__"] == {"x": 1}
    for name in NASTY:
        assert name == "a" or read[name] == NASTY[name]


@pytest.mark.skipif(not shutil.which("javac"), reason="no Java compiler on this machine")
def test_java_reads_its_literal_back(tmp_path: Path) -> None:
    value = [NASTY, "名" * 50_000, 10**30, -(2**63), 2**63]
    source = tmp_path / "Check.java"
    body = f"""
        import java.math.*; import java.util.*;
        public class Check {{
            public static void main(String[] args) {{
                List<Object> value = {as_java(value)};
                Map<?, ?> nasty = (Map<?, ?>) value.get(0);
                List<?> numbers = (List<?>) nasty.get("a");
                System.out.println(numbers);
                StringBuilder codes = new StringBuilder();
                for (Object key : nasty.keySet()) codes.append(key).append('|');
                String text = (String) nasty.get("it's \\"q\\" \\\\ \\\\u0041");
                text.codePoints().forEach(code -> codes.append(code).append(' '));
                codes.chars().forEach(code -> System.out.print(code + " "));
                System.out.println();
                System.out.println(((String) value.get(1)).length() + " " + value.subList(2, 5));
            }}
        }}
    """
    source.write_text(body, encoding="utf-8")
    output = run(["java", "-Dfile.encoding=UTF-8", "-Xshare:auto", str(source)], "").splitlines()
    assert output[0] == (
        "[null, true, 0, 1.1, 1E+400, 12345678901234567890, 9007199254740993, [], {}, [null]]"
    )
    text = "".join(chr(int(code)) for code in output[1].split())
    names, _, codes = text.rpartition("|")
    assert names.split("|") == list(NASTY)
    assert [int(code) for code in codes.split()] == [ord(c) for c in list(NASTY.values())[2]]
    assert output[2] == f"50000 [{10**30}, {-(2**63)}, {2**63}]"


def run(command: list[str], script: str) -> str:
    done = subprocess.run(command, input=script, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_json_is_one_of_the_languages() -> None:
    assert LANGUAGES["JSON"](NASTY, None) == write(NASTY)
