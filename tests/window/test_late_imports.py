"""What the window imports late, on several threads at once, it imports at one end."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.catalogue import PROJECT

FILES = sorted((PROJECT / "inspector/window").rglob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_part_of_reports_is_never_imported_within_a_function(file: Path) -> None:
    """Of two threads that begin at different ends of a package, one is given a half of it."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    late = [node for function in functions for node in ast.walk(function)]
    modules = [node.module or "" for node in late if isinstance(node, ast.ImportFrom)]
    assert not [module for module in modules if module.startswith("inspector.reports.")]
