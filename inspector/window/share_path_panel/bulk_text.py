r"""Parameters as lines of text and back: `name=value`, with `//` before what is off.

A backslash keeps what would break a line: `\n` and `\r` in both parts, `\=` in a name,
`\\` for itself, and a leading `\//` for a name that begins with two slashes.
"""

from __future__ import annotations

import re
from typing import Final

from inspector.share_paths import Parameter

OFF: Final = "//"
ESCAPES: Final = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
UNESCAPES: Final = {"n": "\n", "r": "\r"}


def to_text(parameters: tuple[Parameter, ...]) -> str:
    """Return one line for each parameter."""
    return "\n".join(_line(parameter) for parameter in parameters)


def from_text(text: str) -> tuple[Parameter, ...]:
    """Return the parameters of such lines; empty lines are passed over.

    `name: value` is understood too, where a line has no `=`.
    """
    return tuple(_parameter(line) for line in re.split(r"\r?\n", text) if line.strip())


def _line(parameter: Parameter) -> str:
    name = _escaped(parameter.name).replace("=", "\\=")
    if name.startswith(OFF) or name != name.lstrip():
        name = "\\" + name
    return f"{'' if parameter.enabled else OFF}{name}={_escaped(parameter.value)}"


def _parameter(line: str) -> Parameter:
    line = line.lstrip()
    enabled = not line.startswith(OFF)
    line = line if enabled else line.removeprefix(OFF)
    parts = re.match(r"((?:\\.|[^\\=])*)=(.*)", line, re.DOTALL)
    if parts is None:
        parts = re.match(r"([^:]*): ?(.*)", line, re.DOTALL)
    name, value = parts.groups() if parts else (line, "")
    return Parameter(_unescaped(name), _unescaped(value), enabled)


def _escaped(text: str) -> str:
    return re.sub(r"[\\\n\r]", _escape, text)


def _escape(found: re.Match[str]) -> str:
    return ESCAPES[found[0]]


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", _unescape, text, flags=re.DOTALL)


def _unescape(found: re.Match[str]) -> str:
    return UNESCAPES.get(found[1], found[1])
