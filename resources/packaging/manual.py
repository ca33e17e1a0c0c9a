"""The manual page in each language, made of what the parsers of `inspector/cli` know.

    python resources/packaging/manual.py FOLDER

writes `FOLDER/man/man1/inspector.1` and `FOLDER/man/zh_CN/man1/inspector.1`.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from command_tree import Value, levels

from inspector import __version__


class Words(NamedTuple):
    """What the page says itself, in one language."""

    folder: str
    name: str
    synopsis: str
    description: str
    options: str
    commands: str
    status: str
    statuses: tuple[str, str, str]


LANGUAGES: Final = {
    "en": Words(
        *("man/man1", "NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS", "EXIT STATUS"),
        (
            "All is well.",
            "At least one ticket or path has an error.",
            "Wrong usage, an unreadable file, or nothing was found.",
        ),
    ),
    "zh_CN": Words(
        *("man/zh_CN/man1", "名称", "概要", "描述", "选项", "命令", "退出状态"),
        (
            "一切正常。",
            "至少有一条数据或一个路径有错误。",
            "用法错误、文件无法读取，或什么也没找到。",
        ),
    ),
}


def main(folder: Path) -> None:
    """Write the pages below a folder such as `/usr/share`."""
    os.environ["COLUMNS"] = "78"  # where lines of usage end, whatever terminal this is
    for language, words in LANGUAGES.items():
        file = folder / words.folder / "inspector.1"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(page(language, words)) + "\n", encoding="utf-8")


def page(language: str, words: Words) -> Iterator[str]:
    """Give the lines of the page in one language."""
    program, *commands = levels(language)
    made = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", time.time())))
    date = time.strftime("%Y-%m-%d", made)
    yield f'.TH INSPECTOR 1 "{date}" "share-ticket-inspector {__version__}"'
    yield from (".ad l", ".nh")
    first = re.split(r"\. |。", program.summary)[0]
    yield from (f'.SH "{words.name}"', rf"inspector \- {text(first)}")
    yield from (f'.SH "{words.synopsis}"', ".nf", r"inspector [FILE ...]")
    yield from (*(f"inspector {text(each.name)} ..." for each in commands if not each.parts), ".fi")
    yield from (f'.SH "{words.description}"', text(program.summary))
    yield f'.SH "{words.options}"'
    yield from paragraphs(program.options)
    yield f'.SH "{words.commands}"'
    for command in commands:
        yield from (f'.SS "{text(command.name)}"', text(command.summary))
        if not command.parts:
            yield from (".PP", ".nf", *map(text, command.usage.splitlines()), ".fi")
            own = [value for value in command.options if value not in program.options]
            yield from paragraphs([*command.arguments, *own])
    yield f'.SH "{words.status}"'
    for status, sentence in enumerate(words.statuses):
        yield from (".TP", rf"\fB{status}\fR", text(sentence))


def paragraphs(values: Iterable[Value]) -> Iterator[str]:
    """Give a paragraph for each option and argument."""
    for value in values:
        yield from (".TP", heading(value), text(value.help) or r"\&")


def heading(value: Value) -> str:
    """Return names in bold and what follows them in italics."""
    names = ", ".join(rf"\fB{text(name)}\fR" for name in value.names)
    taken = rf"\fI{text(value.value)}\fR" if value.value else ""
    return " ".join(filter(None, (names, taken)))


def text(plain: str) -> str:
    """Return a line that shows as it stands: no sign of it commands the page."""
    shown = plain.replace("\\", r"\e").replace("-", r"\-")
    return r"\&" + shown if shown.startswith((".", "'")) else shown


if __name__ == "__main__":
    main(Path(sys.argv[1]))
