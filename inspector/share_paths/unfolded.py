"""Objects that somebody unfolded in a console: a line with a preview, then one line a member."""

from __future__ import annotations

import re
from typing import Final

HINT: Final = re.compile(r"[\u25b2-\u25be]|\[\[Prototype\]\]|__proto__|<prototype>")
MARKS: Final = re.compile(r"^([ \t]*+)[\u25b2-\u25be][ \t]?", re.MULTILINE)
"""The triangle before an object, which moves its line by as much as it is wide."""
PREVIEW: Final = re.compile(r"(?P<before>[^{}]*)\{(?P<shown>.*)\}[ \t]*")
IN_PART: Final = re.compile(r"\u2026|\.\.\.")
"""What a preview leaves out."""
MEMBER: Final = re.compile(
    r"(?P<indent>[ \t]*)[\"']?(?P<name>[A-Za-z_$][\w$.-]*)[\"']?:(?P<value>.*)"
)
NAMES: Final = re.compile(r"([A-Za-z_$][\w$.-]*)[\"']?:")
SIMPLE: Final = re.compile(r"""[ \t]*(?:"[^"]*"|'[^']*'|-?\d+)[ \t,]*""")
BLANK_OR_COMMA: Final = " \t,"
OPENED: Final = re.compile(r"([ \t]*)(query|options):[ \t]*(?:Object)?[ \t]*")
END: Final = re.compile(r"[ \t]*(?:\[\[Prototype\]\]|__proto__|<prototype>):.*")
"""The last row of an object."""


def folded(text: str) -> str:
    """Return a text in which each unfolded object stands once, its query in braces.

    A preview that shows all stands for the rows below it; of one that leaves something out
    the rows are kept.
    """
    lines = text.split("\n")
    unfolds = HINT.search(text) or any(map(_is_preview, lines, lines[1:]))
    if len(lines) == 1 or not unfolds:
        return text
    once = _each_once(MARKS.sub(r"\1  ", text).split("\n"))
    return "\n".join(line for line in _with_braces(once) if not END.fullmatch(line))


def _is_preview(line: str, following: str) -> bool:
    """Tell whether a line shows an object of which the next line is a member."""
    if not line.rstrip().endswith("}"):
        return False
    member, preview = MEMBER.fullmatch(following), PREVIEW.fullmatch(line)
    return bool(preview and member and member["name"] in NAMES.findall(preview["shown"]))


def _each_once(lines: list[str]) -> list[str]:
    """Drop each preview that says only a part, and the rows of each that says all."""
    kept: list[str] = []
    shown: set[str] = set()
    for at, line in enumerate(lines):
        member = MEMBER.fullmatch(line)
        if shown and (END.fullmatch(line) or (member and member["name"] in shown)):
            continue
        shown = set()
        preview = PREVIEW.fullmatch(line)
        if preview is None or at + 1 == len(lines) or not _is_preview(line, lines[at + 1]):
            kept.append(line)
        elif IN_PART.search(preview["shown"]):
            kept += [preview["before"]] * bool(preview["before"].strip())
        else:
            shown = set(NAMES.findall(preview["shown"]))
            kept.append(line)
    return kept


def _with_braces(lines: list[str]) -> list[str]:
    """Put the rows that stand below a query into its braces."""
    done: list[str] = []
    at = 0
    while at < len(lines):
        opened = OPENED.fullmatch(lines[at])
        rows = _rows_below(lines, at + 1, len(opened[1])) if opened else []
        done.append(
            f"{opened[1]}{opened[2]}: {{{', '.join(rows)}}}" if opened and rows else lines[at]
        )
        at += 1 + len(rows)
    return done


def _rows_below(lines: list[str], at: int, indent: int) -> list[str]:
    """Return the rows of an object: those further in, or all up to its end where none is."""
    rows: list[str] = []
    is_flat = False
    while at < len(lines) and (row := MEMBER.fullmatch(lines[at])):
        further_in = len(row["indent"]) > indent
        is_flat = is_flat or not (further_in or rows)
        if not SIMPLE.fullmatch(row["value"]) or not (further_in or is_flat):
            break
        value = row["value"].strip(BLANK_OR_COMMA)
        rows.append(f'"{row["name"]}": {value}')
        at += 1
    is_ended = at < len(lines) and END.fullmatch(lines[at]) is not None
    return rows if is_ended or not is_flat else []
