"""What only one language, console or sheet writes, and how JSON or JavaScript writes it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

CELL: Final = re.compile(r'(?<![^,;\t\n])"((?>(?:[^"]|"")*))"(?=[,;\t\r\n]|\Z)')
"""A cell of a sheet in quotes, within which each quote stands twice."""
CODE: Final = re.compile(r"[{\[(<]")
TEMPLATE_HINT: Final = re.compile(r"\{\{ |<\?|<%=")
TEMPLATE: Final = re.compile(
    r"(?:\{\{[ ]{1,9}|<\?(?:php\s{1,9}echo\s{1,9}|=\s{0,9})\$?|<%=\s{0,9}@?)"
    r"(?P<name>[A-Za-z_][\w.]{0,99})[ ]{0,9};?[ ]{0,9}(?:\}\}|\?>|%>)"
)
"""A variable in a page that a server fills: Jinja and its kin, PHP, ERB, JSP."""
BRACES: Final = re.compile("[{}]")
DOUBLED: Final = '""'


class Notation(NamedTuple):
    """A form of one language."""

    hints: tuple[str, ...]
    """What a text must hold for it; looked for first, since it is found quickly."""
    form: re.Pattern[str]
    written: str | Callable[[re.Match[str]], str]
    """How it is written elsewhere."""


def _as_literal(verbatim: re.Match[str]) -> str:
    return verbatim[1].replace('""', '"')


def _as_query(values: re.Match[str]) -> str:
    return f"URLSearchParams({{{BRACES.sub('', values[1])}}})"


NOTATIONS: Final = (
    # Go: the type before the brace of a map says nothing.
    Notation(("map[",), re.compile(r"\bmap\[string\](?:interface\{\}|any|string)(?=\{)"), ""),
    # Go: a builder is declared, not called; what is printed to it is added.
    Notation(
        ("var ",),
        re.compile(r"\bvar[ \t]+(\w+)[ \t]+\*?(?:strings\.Builder|bytes\.Buffer)\b"),
        r"\1 := StringBuilder()",
    ),
    Notation(
        (":=",),
        re.compile(
            r"(?<=:=)[ \t]*(?:&?(?:strings\.Builder|bytes\.Buffer)\{\}"
            r"|new\((?:strings\.Builder|bytes\.Buffer)\))"
        ),
        " StringBuilder()",
    ),
    Notation(
        ("NewBuffer",),
        re.compile(r"\bbytes\.NewBuffer(?:String)?\((?:nil(?=\)))?"),
        "StringBuilder(",
    ),
    Notation(("fmt.Fprint",), re.compile(r"\bfmt\.(Fprint(?:f|ln)?)\(&?(\w+),"), r"\2.\1("),
    Notation(("io.WriteString",), re.compile(r"\bio\.(WriteString)\(&?(\w+),"), r"\2.\1("),
    Notation(("[]byte(",), re.compile(r"\[\]byte\("), "String("),
    # Go: lists, and the names and values of a query.
    Notation(("[]string{",), re.compile(r"\[\]string\{([^{}]*)\}"), r"[\1]"),
    Notation(
        ("url.Values{",),
        re.compile(r"\burl\.Values\{((?:[^{}]|\{[^{}]*\})+)\}"),
        _as_query,
    ),
    # PHP: a member as `var_dump` prints it.
    Notation(("]=>",), re.compile(r'\["(\w+)"\]=>\s*string\(\d+\) ("[^"\n]*")'), r'"\1": \2,'),
    # Consoles: a page without quotes behind a name is a division to code.
    Notation(
        ("page", "{"),
        re.compile(
            r"(?<=[:=] )(/?(?:[\w-]+/)*pages?/[\w-]+(?:/[\w-]+)*(?:\?[^\s,;{}\"']*)?)(?=[\s,;}])"
        ),
        r'"\1"',
    ),
    # Diffs: the sign before a member or a brace would add it to the line above.
    Notation(
        ("\n",), re.compile(r"^[+-](?=\s*(?:[\"']?[\w$-]+[\"']?\s*:\s|[{}\[\]]))", re.MULTILINE), ""
    ),
    # Objective-C.
    Notation(("[NSString",), re.compile(r"\[NSString\s+stringWithFormat:\s*@(?=\")"), "sprintf("),
    # In Python, C#, and Kotlin there is JSON between three quotes.
    Notation(('"""',), re.compile(r'"""(\s*[{\[](?:(?!""").)*)"""', re.DOTALL), r"\1"),
    # In C# there is JSON in a verbatim text, in which each quote stands twice.
    Notation(('""',), re.compile(r'\$?@\$?"(\s*[{\[]\s*""(?:[^"]|"")*)"'), _as_literal),
)


def without_cells(text: str) -> str:
    """Return a text in which the cells of a sheet stand as what they hold."""
    return CELL.sub(_held, text) if DOUBLED in text else text


def _held(cell: re.Match[str]) -> str:
    """Return what a cell holds: code as it is, the quotes in a path as a path has them."""
    held = cell[1]
    if DOUBLED not in held or '\\"' in held:
        return cell[0]
    return held.replace(DOUBLED, '"') if CODE.search(held) else f'"{held.replace(DOUBLED, "%22")}"'


def with_templates(text: str) -> str:
    """Return a text in which what a server puts in stands as `{{name}}`, without blanks."""
    return TEMPLATE.sub(r"{{\g<name>}}", text) if TEMPLATE_HINT.search(text) else text


def rewritten(text: str) -> str:
    """Return a text in which what only one language or console writes stands as elsewhere."""
    for hints, form, written in NOTATIONS:
        if all(hint in text for hint in hints):
            text = form.sub(written, text)
    return text
