"""Regular expressions that every supported Python computes alike.

Before 3.11.5 a possessive repeat of a group keeps characters that it should give back
(https://github.com/python/cpython/issues/106052), and with a captured group inside it raises
SystemError in later ones, too. An atomic group says the same and is right everywhere.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.catalogue import PROJECT
from tests.patterns import (
    Line,
    Written,
    compiled_at_import,
    is_pattern,
    lines_with_examples,
    modules,
    possessive_groups,
    shows,
    written_in,
)


@pytest.mark.parametrize(
    ("pattern", "text", "end"),
    [
        (r"(?>(?:ab?c)?)", "ab", 0),
        (r"(?>(?:ab?c)?)", "a", 0),
        (r"(?>(?:ab?c)*)", "aca", 2),
        (r"(?>(?:ab?c)+)", "aca", 2),
        (r"(?>(?:ab?c){1,3})", "aca", 2),
        (r"(?>(?:ab?c){0,4})", "ab", 0),
        (r"(?>(?:.(?!D))+)", "ABCDE", 2),
        (r"(?>((x)|y|z)*)", "xyz", 3),
    ],
)
def test_atomic_groups_give_back_what_does_not_fit(pattern: str, text: str, end: int) -> None:
    """The known wrong answers of possessive repeats, asked of the form that is used here."""
    match = re.match(pattern, text)
    assert match
    assert match.end() == end


@pytest.mark.parametrize("pattern", [r"(?>(?:ab?c)*)b", r"(?>(?:a|ab)+)c", r"(?>a{1,3})a"])
def test_atomic_groups_keep_what_they_took(pattern: str) -> None:
    assert not re.match(pattern, "aab")
    assert not re.match(pattern, "aaa")


@pytest.mark.parametrize(
    "pattern",
    [
        "(?:ab?c)?+",
        "(?:ab)*+",
        "(?:x|yy){0,3}+",
        "(a)++",
        "a(?=b|(?:c[de]){2,}+)",
        "(?>(?:ab)*+)",
        "(x)?(?(1)(?:ab)?+|c)",
    ],
)
def test_possessive_repeats_of_groups_are_seen(pattern: str) -> None:
    assert possessive_groups(pattern) == 1


@pytest.mark.parametrize(
    "pattern", ["a*+", "[ab]{0,3}+", r"\s++", "(?:[ab])*+", ".?+", "(?>(?:ab)*)", r"\(ab\)\+\+"]
)
def test_possessive_repeats_of_one_character_are_fine(pattern: str) -> None:
    assert possessive_groups(pattern) == 0


def wrong(patterns: list[Written]) -> list[Written]:
    return [written for written in patterns if possessive_groups(written.pattern, written.flags)]


def test_no_compiled_pattern_repeats_a_group_possessively() -> None:
    compiled = compiled_at_import("inspector", PROJECT)
    assert {"inspector.tickets", "inspector.window"} <= {
        ".".join(written.where.split(".")[:2]) for written in compiled
    }
    assert not wrong(compiled)


def test_no_written_pattern_repeats_a_group_possessively() -> None:
    written = [w for name in modules("inspector") for w in written_in(import_module(name))]
    assert len(written) > 1000
    assert not wrong(written)


def test_no_pattern_of_a_table_repeats_a_group_possessively() -> None:
    tables = sorted((PROJECT / "resources").rglob("*.json"))
    texts = [
        Written(file.name, text, 0)
        for file in tables
        for text in strings(json.loads(file.read_text(encoding="utf-8")))
        if is_pattern(text)
    ]
    assert texts
    assert not wrong(texts)


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for member in value.values() if isinstance(value, dict) else value:
            yield from strings(member)


def test_each_example_beside_a_line_of_a_pattern_is_matched_by_it() -> None:
    lines = [x for name in modules("inspector") for x in lines_with_examples(import_module(name))]
    assert not [(*line, e) for line in lines for e in line.examples if not shows(line, e)]
    assert sum(len(line.examples) for line in lines) > 100


@pytest.mark.parametrize(
    ("pattern", "example", "shown"),
    [
        ("%(?:25)*3A", "%253A", True),
        ("%(?:25)*3A", "%3A ", False),
        (r"[>|]-?(?=\n)", ">-\n", True),
        (r"[>|]?(?=\n)", "-\n", False),
        ("(?<=//)", "//iv", True),
        ("(?<=//)", "/iv", False),
    ],
)
def test_an_example_must_be_matched_whole(pattern: str, example: str, shown: bool) -> None:
    assert shows(Line("", pattern, ()), example) is shown


PLANTED = '''
"""Prose: (?:ab)*+ is no pattern."""
import re
GROUP = "(?:ab?c)"
SET = "[ab]"
AT_IMPORT = re.compile(rf"{GROUP}*+{SET}*+")
FINE = re.compile("(?>(?:ab?c)*)[ab]++")

def local(text, inserted):
    re.match(rf"{GROUP}?+", text)
    re.match(rf"{SET}?+", text)
    re.match(rf"{inserted}?+", text)
    re.compile("""(?: x y )  # two
                  {0,3}+""", re.VERBOSE)
'''


def test_a_planted_pattern_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "planted_patterns"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "within.py").write_text(PLANTED)
    compiled = compiled_at_import("planted_patterns", tmp_path)
    assert len(compiled) == 2
    assert [w.pattern for w in wrong(compiled)] == ["(?:ab?c)*+[ab]*+"]

    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "planted_patterns", raising=False)
    found = wrong(written_in(import_module("planted_patterns.within")))
    lines = {int(w.where.partition(":")[2]) for w in found}
    assert lines == {6, 10, 12, 13}
    for name in ("planted_patterns", "planted_patterns.within"):
        monkeypatch.delitem(sys.modules, name)
