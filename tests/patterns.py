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
from collections.abc import Iterator, Mapping
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
    assert module.__file__
    tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
    prose = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    texts = (
        (node.lineno, _text(node, vars(module)))
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in prose
    )
    return [
        Written(f"{module.__name__}:{line}", text, flags)
        for line, text in texts
        for flags in (0, int(re.VERBOSE))
        if text is not None and is_pattern(text, flags)
    ]


def _text(node: ast.Constant | ast.JoinedStr, names: Mapping[str, Any]) -> str | None:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else _inserted(part, names)
        for part in node.values
    )


def _inserted(part: ast.expr, names: Mapping[str, Any]) -> str:
    assert isinstance(part, ast.FormattedValue)
    return str(_value(part.value, names))


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
