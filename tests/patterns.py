"""Every regular expression of a package: those compiled at import, and those in its source."""

from __future__ import annotations

import ast
import json
import os
import pkgutil
import re
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Final, NamedTuple

_parser: Final[Any] = import_module("re._parser")
_constants: Final[Any] = import_module("re._constants")
_compiler: Final[Any] = import_module("re._compiler")
_SINGLE: Final = frozenset(
    getattr(_constants, name) for name in ("ANY", "CATEGORY", "IN", "LITERAL", "NOT_LITERAL")
)
UNKNOWN: Final = "(?:ab?c)"
"""Stands for what an f-string inside a function inserts: a group, the worst that it can be."""


class Written(NamedTuple):
    """One pattern and where it comes from."""

    where: str
    pattern: str
    flags: int


def possessive_groups(pattern: str, flags: int = 0) -> int:
    """Return how many possessive repeats of more than one character or set a pattern holds."""
    return sum(
        operation is _constants.POSSESSIVE_REPEAT
        and not (len(operand[2]) == 1 and operand[2][0][0] in _SINGLE)
        for operation, operand in _operations(_parsed(pattern, flags))
    )


def _parsed(pattern: str, flags: int) -> Any:
    """Parse a text; one that is no pattern may look like a set within a set."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        return _parser.parse(pattern, flags)


def _operations(tree: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(tree, _parser.SubPattern):
        for operation, operand in tree:
            yield operation, operand
            yield from _operations(operand)
    elif isinstance(tree, list | tuple):
        for part in tree:
            yield from _operations(part)


def modules(package: str) -> list[str]:
    """Return the names of a package and of all its modules but `__main__`, which would run."""
    found = pkgutil.walk_packages(import_module(package).__path__, f"{package}.")
    return [package, *(m.name for m in found if not m.name.endswith("__main__"))]


def compiled_at_import(package: str, folder: Path) -> list[Written]:
    """Return what a fresh interpreter compiles while it imports each module of a package."""
    code = f"from tests.patterns import print_compiled; print_compiled({package!r})"
    answer = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[1],
        env=_environment(folder),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [Written(*entry) for entry in json.loads(answer.stdout)]


def _environment(folder: Path) -> Mapping[str, str]:
    return os.environ | {"PYTHONPATH": str(folder), "QT_QPA_PLATFORM": "offscreen"}


def print_compiled(package: str) -> None:
    """Import a package and print, as JSON, each pattern that one of its modules compiles."""
    seen: list[Written] = []
    compile_pattern = _compiler.compile

    def record(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        frame = sys._getframe(1)
        while frame.f_back and frame.f_globals["__name__"] in ("re", "re._compiler"):
            frame = frame.f_back
        name = frame.f_globals["__name__"]
        if name.partition(".")[0] == package:
            text = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
            seen.append(Written(f"{name}:{frame.f_lineno}", text, int(flags)))
        compiled: re.Pattern[Any] = compile_pattern(pattern, flags)
        return compiled

    _compiler.compile = record
    for name in modules(package):
        import_module(name)
    print(json.dumps(seen))


def written_in(module: ModuleType) -> list[Written]:
    """Return each text of a module that reads as a regular expression, docstrings left out.

    This sees what is compiled inside functions, and the fragments and tables that patterns are
    made of. An f-string gets the values of the module's own names.
    """
    return [
        Written(where, text, flags)
        for where, text in _texts(module, str)
        for flags in (0, int(re.VERBOSE))
        if is_pattern(text, flags)
    ]


def _texts(module: ModuleType, inserted: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    assert module.__file__
    nodes = list(ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8"))))
    left_out = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    left_out |= {id(n) for node in nodes if isinstance(node, ast.JoinedStr) for n in node.values}
    for node in nodes:
        if isinstance(node, ast.JoinedStr):
            filled = (_part(part, vars(module), inserted) for part in node.values)
            yield f"{module.__name__}:{node.lineno}", "".join(filled)
        elif isinstance(node, ast.Constant) and id(node) not in left_out:
            yield f"{module.__name__}:{node.lineno}", str(node.value)


def _part(part: ast.expr, names: Mapping[str, Any], inserted: Callable[[str], str]) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    assert isinstance(part, ast.FormattedValue)
    return inserted(str(_value(part.value, names)))


def _value(node: ast.expr, names: Mapping[str, Any]) -> Any:
    if isinstance(node, ast.Name):
        return names.get(node.id, UNKNOWN)
    if isinstance(node, ast.Attribute):
        return getattr(_value(node.value, names), node.attr, UNKNOWN)
    return UNKNOWN


def is_pattern(text: str, flags: int = 0) -> bool:
    """Tell whether a text can be read as a regular expression."""
    try:
        _parsed(text, flags)
    except (re.error, OverflowError, RecursionError):
        return False
    return True


class Line(NamedTuple):
    """One line of a pattern that is written over several, with the texts that it is to match."""

    where: str
    pattern: str
    examples: tuple[str, ...]


def lines_with_examples(module: ModuleType) -> list[Line]:
    """Return the lines of a module's patterns whose comments show examples between backticks.

    `⏎` stands for a line end; what follows the word "not" is no example.
    """
    return [
        Line(where, pattern.strip().removeprefix("|"), tuple(examples))
        for where, text in _texts(module, _on_one_line)
        for pattern, _, comment in (line.partition(" # ") for line in text.splitlines())
        if (examples := re.findall("`([^`]+)`", comment.partition("not ")[0].replace("⏎", "\n")))
    ]


def _on_one_line(fragment: str) -> str:
    return "".join(line.partition(" # ")[0].strip() for line in fragment.splitlines())


def shows(line: Line, example: str) -> bool:
    """Tell whether a line matches the whole example; with a look around it, a part of it."""
    pattern = re.compile(line.pattern, re.VERBOSE | re.MULTILINE)
    tree = _parsed(line.pattern, re.VERBOSE)
    around = {_constants.ASSERT, _constants.ASSERT_NOT}
    if not around & {operation for operation, _ in _operations(tree)}:
        return pattern.fullmatch(example) is not None
    return any(match[0] or not tree.getwidth()[1] for match in pattern.finditer(example))
