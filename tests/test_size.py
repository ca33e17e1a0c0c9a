"""The size budget: files and functions that can be seen whole."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.catalogue import PROJECT

LONGEST_FILE = 350
LONGEST_FUNCTION = 50
MEDIAN_FILE = 100
ALLOWED_LAMBDAS_IN_CONNECT = 0


def sources() -> list[Path]:
    """Return the shipped files."""
    return sorted((PROJECT / "inspector").rglob("*.py"))


def trees() -> Iterator[tuple[str, ast.Module]]:
    for file in sources():
        yield str(file.relative_to(PROJECT)), ast.parse(file.read_text(encoding="utf-8"))


def lines(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def test_files_are_small() -> None:
    sizes = {str(file.relative_to(PROJECT)): lines(file) for file in sources()}
    assert not {name: size for name, size in sizes.items() if size > LONGEST_FILE}
    assert median(size for size in sizes.values() if size > 3) <= MEDIAN_FILE


def test_functions_are_small() -> None:
    long = {
        f"{name}:{node.name}": node.end_lineno - node.lineno + 1
        for name, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= LONGEST_FUNCTION
    }
    assert not long


def test_the_event_loop_is_left_alone() -> None:
    """No lambda in `connect`, no `processEvents`, no nested `exec`: the traps of Qt programs."""
    found = []
    for name, tree in trees():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            if node.func.attr == "connect" and any(isinstance(a, ast.Lambda) for a in node.args):
                found.append(f"{name}:{node.lineno} lambda in connect")
            if node.func.attr == "processEvents":
                found.append(f"{name}:{node.lineno} processEvents")
            if node.func.attr == "exec" and not name.endswith("window/app.py"):
                found.append(f"{name}:{node.lineno} exec")
    assert not found


def test_every_module_and_test_package_has_its_place() -> None:
    """Nothing but the agreed stands at the top level."""
    shown = {p.name for p in PROJECT.iterdir() if not p.name.startswith(".")}
    assert shown - {"build", "dist"} <= {
        "pyproject.toml",
        "README.md",
        "inspector",
        "resources",
        "tests",
    }
