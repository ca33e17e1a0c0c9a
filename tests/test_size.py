"""What makes the source easy to find one's way in: whole views, no circles, no crumbs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest

from tests.catalogue import PROJECT

LONGEST_FILE = 350
LONG_FILE = 250
MOST_LONG_FILES = 0.03
"""As a part of all files."""
LONGEST_FUNCTION = 50
CRUMB = 40
"""Lines of a file that is too small for a file of its own, if only one other uses it."""
FAMILY = 3
"""So many pieces of one list, each used by it alone, are files of their own."""
MOST_CRUMBS = 0.015
"""As a part of all files."""


def sources() -> list[Path]:
    """Return the shipped files."""
    return sorted((PROJECT / "inspector").rglob("*.py"))


def trees() -> Iterator[tuple[str, ast.Module]]:
    for file in sources():
        yield str(file.relative_to(PROJECT)), ast.parse(file.read_text(encoding="utf-8"))


def lines(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


@cache
def imports() -> dict[str, frozenset[str]]:
    """Return what each module imports, inside functions and for types, too."""
    graph = grimp.build_graph("inspector", cache_dir=None)
    return {m: frozenset(graph.find_modules_directly_imported_by(m)) for m in graph.modules}


def test_files_can_be_read_at_one_go() -> None:
    sizes = {str(file.relative_to(PROJECT)): lines(file) for file in sources()}
    assert not {name: size for name, size in sizes.items() if size > LONGEST_FILE}
    long = {name: size for name, size in sizes.items() if size > LONG_FILE}
    assert len(long) <= MOST_LONG_FILES * len(sizes), long


def test_what_belongs_together_stands_together() -> None:
    """Who follows one thing should not have to open one file after another."""
    crumbs = sorted(crumb for crumb in imports() if is_crumb(crumb))
    assert len(crumbs) <= MOST_CRUMBS * len(imports()), crumbs


def is_crumb(module: str) -> bool:
    """Say whether a module is but a piece of the only one that uses it, in the same folder.

    One of a family is none: a reader, a workspace, a form, of which a list names several.
    """
    users = [other for other, used in imports().items() if module in used]
    folder = module.rpartition(".")[0]
    if len(users) != 1 or users[0].rpartition(".")[0] != folder:
        return False
    family = [other for other in imports()[users[0]] if other.rpartition(".")[0] == folder]
    alone = [one for one in family if sum(one in used for used in imports().values()) == 1]
    file = PROJECT / (module.replace(".", "/") + ".py")
    return file.exists() and lines(file) < CRUMB and len(alone) < FAMILY


def test_no_module_leads_back_to_itself() -> None:
    TopologicalSorter(imports()).prepare()


@pytest.mark.parametrize("depth", [2, 3, 4, 5])
def test_no_room_leads_back_to_itself(depth: int) -> None:
    """On no floor of the house: not the top rooms, not the folders in them."""
    rooms: dict[str, set[str]] = {}
    for module, used in imports().items():
        here = room(module, depth)
        rooms.setdefault(here, set()).update({room(one, depth) for one in used} - {here})
    TopologicalSorter(rooms).prepare()


def room(module: str, depth: int) -> str:
    """Return the room in which a module lies, seen from so far above."""
    return ".".join(module.split(".")[:depth])


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
