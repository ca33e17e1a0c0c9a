"""Every English text that people are shown, collected from the source and the tables."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from enum import EnumType
from importlib import import_module
from typing import Any, Final

from inspector.share_paths.snippets import COMMENTS, snippets
from tests.catalogue import PROJECT

PLACEHOLDER: Final = re.compile(r"\{(\w*)[^{}]*\}")
TRANSLATING: Final = {"_": 1, "gettext": 1, "ngettext": 2, "Failure": 1, "WrongUsage": 1,
    "KeychainError": 1, "CaptureReader": 1}  # fmt: skip
"""Function -> how many of its first arguments are English texts."""

MARKED: Final = (
    "inspector.cli.argument_errors:SENTENCES",
    "inspector.tickets.payload.signature:HASH_WORDS",
    "inspector.exact_json.faults:REASONS",
    "inspector.reports.errors:SENTENCES",
    "inspector.tickets.report.report:SEVERITIES",
    "inspector.tickets.report.report:MASKING",
    "inspector.tickets.verdict:OUTCOME_WORDS",
    "inspector.tickets.payload.raw_data_forms:_LAYOUTS",
    "inspector.tickets.payload.raw_data_forms:_ESCAPES",
    "inspector.tickets.payload.raw_data_forms:_SLASHES",
    "inspector.tickets.payload.raw_data_forms:_ENDS",
    "inspector.window.commands:Menu",
    "inspector.window.state.report_writing:WORKER_LOST",
    "inspector.window.write_faults:OTHERWISE",
    "inspector.window.write_faults:WRITE_FAULTS",
    "inspector.window.state.undo:Step",
)
"""Constants whose English texts are translated elsewhere, as `module:name`."""

TABLES: Final = {
    "samples": {"title", "note"},
    "snippets": {"title", "notes"},
    "payload_kinds": {"title", "meaning", "note", "words", "counted"},
    "targets": {"title", "opens"},
    "neighbours": {"reasons"},
    "causes": {"title"},
    "symptoms": {"text"},
}
"""Table in resources -> the members whose texts are translated."""


def english_texts() -> dict[str, str]:
    """Return each English text with the place where it stands."""
    found: dict[str, str] = {}
    for text, place in (
        *_in_source(),
        *_in_marked(),
        *_in_tables(),
        *_in_snippets(),
        *_in_findings(),
    ):
        if any(character.isalpha() for character in PLACEHOLDER.sub("", text)):
            found.setdefault(text, place)
    return found


def all_strings() -> set[str]:
    """Return every string that the program or a table holds whole; docstrings are none of them."""
    strings = {text for _, tree in _trees() for text in _constants(tree)}
    for file in (PROJECT / "resources").rglob("*.json"):
        strings |= set(_strings(json.loads(file.read_text(encoding="utf-8"))))
    return strings | {text for text, _ in _in_snippets()}


def _constants(tree: ast.Module) -> Iterator[str]:
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def _trees() -> Iterator[tuple[str, ast.Module]]:
    for file in sorted((PROJECT / "inspector").rglob("*.py")):
        place = str(file.relative_to(PROJECT))
        yield place, ast.parse(file.read_text(encoding="utf-8"), place)


def _in_source() -> Iterator[tuple[str, str]]:
    for file, tree in _trees():
        constants = _module_constants(tree)
        for scope in ast.walk(tree):
            if isinstance(scope, ast.Module | ast.FunctionDef):
                yield from _in_scope(scope, constants, file)
            if isinstance(scope, ast.Assign) and _target(scope) == "SUMMARY":
                yield from ((text, f"{file}:{scope.lineno}") for text in _literals(scope.value))


def _in_scope(
    scope: ast.Module | ast.FunctionDef, constants: dict[str, ast.expr], file: str
) -> Iterator[tuple[str, str]]:
    """Give the texts that calls within one function (or module) translate."""
    local = {_target(n): n.value for n in ast.walk(scope) if isinstance(n, ast.Assign)}
    for call in ast.walk(scope):
        if isinstance(call, ast.Call):
            for argument in call.args[: TRANSLATING.get(_called(call), 0)]:
                for text in _literals(_resolved(argument, constants | local)):
                    yield text, f"{file}:{call.lineno}"


def _module_constants(tree: ast.Module) -> dict[str, ast.expr]:
    assigned = (n for n in tree.body if isinstance(n, ast.Assign | ast.AnnAssign) and n.value)
    return {_target(node): node.value for node in assigned if node.value is not None}


def _target(node: ast.Assign | ast.AnnAssign) -> str:
    target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
    return target.id if isinstance(target, ast.Name) else ""


def _called(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _resolved(node: ast.expr, names: dict[str, ast.expr]) -> ast.expr:
    """Follow a name, a table's item and a table's `get` to where the texts stand."""
    if isinstance(node, ast.Name):
        return names.get(node.id, node)
    if isinstance(node, ast.Subscript):
        return _resolved(node.value, names)
    if isinstance(node, ast.Call) and _called(node) == "get":
        table = node.func.value if isinstance(node.func, ast.Attribute) else node
        return ast.List([_resolved(table, names), *node.args[1:]], ast.Load())
    return node


def _literals(node: ast.expr) -> Iterator[str]:
    """Give the texts of an expression; of a dict only its values, of a choice its outcomes."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    parts: list[ast.expr] = []
    if isinstance(node, ast.IfExp):
        parts = [node.body, node.orelse]
    elif isinstance(node, ast.Dict):
        parts = node.values
    elif isinstance(node, ast.List | ast.Tuple | ast.Set):
        parts = node.elts
    elif isinstance(node, ast.BoolOp):
        parts = node.values
    for part in parts:
        yield from _literals(part)


def _in_marked() -> Iterator[tuple[str, str]]:
    for mark in MARKED:
        module, name = mark.split(":")
        value = getattr(import_module(module), name)
        members = [str(m.value) for m in list[Any](value)] if isinstance(value, EnumType) else value
        yield from ((text, mark) for text in _strings(members) if " " in text or text[0].isupper())
    # A layout's name without a space would be missed above, and so is named here.
    yield "compact", "inspector.tickets.payload.raw_data_forms:_LAYOUTS"


def _in_tables() -> Iterator[tuple[str, str]]:
    for table, members in TABLES.items():
        file = PROJECT / f"resources/{table}.json"
        for text in _members(json.loads(file.read_text(encoding="utf-8")), members):
            yield text, f"resources/{table}.json"


def _members(value: Any, names: set[str]) -> Iterator[str]:
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _strings(item) if name in names else _members(item, names)
    elif isinstance(value, list):
        for item in value:
            yield from _members(item, names)


def _in_snippets() -> Iterator[tuple[str, str]]:
    """Give the comments of the source code that people copy."""
    for snippet in snippets():
        file = PROJECT / f"resources/snippets/{snippet.file}.txt"
        comment = COMMENTS.get(snippet.language, COMMENTS["javascript"])
        for _, text in comment.findall(file.read_text(encoding="utf-8")):
            yield text, file.name


def _in_findings() -> Iterator[tuple[str, str]]:
    for file in sorted((PROJECT / "resources/findings").glob("*.json")):
        for code, entry in json.loads(file.read_text(encoding="utf-8")).items():
            parts = ("text", "also", "advice", "steps", "alone", "alone_advice")
            for text in _strings([entry.get(part, "") for part in parts]):
                yield text, f"{file.name}:{code}"


def _strings(value: Any) -> Iterator[str]:
    """Give every string within a value; of a dict, whichever side holds the longer texts."""
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _strings(item)
            if not isinstance(item, str) or not item.strip():
                yield from _strings(name)
    elif isinstance(value, list | tuple | set):
        for item in value:
            yield from _strings(item)
