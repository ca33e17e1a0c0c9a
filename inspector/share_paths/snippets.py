"""Source code around a share path, with the current values filled in.

The sources lie in `resources/snippets/` as they are, with `__NAMES__` where a value goes.
A line whose value is not known is left out. No session key is ever filled in: the server
snippets take it from their environment.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final

from inspector import assets
from inspector.share_paths.arrival import received
from inspector.share_paths.encoding import UNWRITABLE
from inspector.share_paths.rendering import render
from inspector.share_paths.share_path import SharePath

PLACEHOLDER: Final = re.compile(r"__([A-Z_]+)__")
COMMENTS: Final = {
    "python": re.compile(r"(?m)^(\s*# )(.+)$"),
    "ruby": re.compile(r"(?m)^(\s*# )(.+)$"),
    "javascript": re.compile(r"(?m)^(\s*// )(.+)$"),
}
"""How a line of comment begins; languages that are not named write it as JavaScript does."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """One piece of source code to copy."""

    name: str
    title: str
    """What it does; a gettext msgid."""
    language: str
    """`javascript`, `python`, `java`, `go`, `php` or `ruby`."""
    file: str
    """A name to save it under."""
    notes: tuple[str, ...]
    """What one should know of it, and what changed since 2017; gettext msgids."""


@dataclass(frozen=True, slots=True)
class SnippetValues:
    """What is filled in."""

    share_path: SharePath
    title: str = "…"
    image_url: str | None = None
    app_id: str | None = None
    iv: str = "IV"
    encrypted_data: str = "ENCRYPTED_DATA"
    received_as: str = "share_message"
    """Target by which the page was opened; what `onLoad` receives depends on it."""


@cache
def snippets() -> tuple[Snippet, ...]:
    """Return all snippets, in the order in which they are shown."""
    return tuple(
        Snippet(row["name"], row["title"], row["language"], row["file"], tuple(row["notes"]))
        for row in assets.table("snippets")
    )


def write_snippet(
    snippet: Snippet, values: SnippetValues, translate: Callable[[str], str] = str
) -> str:
    """Return the source with the values filled in and its comments translated."""
    source = assets.text("snippets", f"{snippet.file}.txt")
    comment = COMMENTS.get(snippet.language, COMMENTS["javascript"])

    def translated(line: re.Match[str]) -> str:
        return line[1] + translate(line[2])

    return _filled(comment.sub(translated, source), snippet.language, values)


def _filled(source: str, language: str, values: SnippetValues) -> str:
    """Put each value in, as a text of the language; drop lines whose value is not known."""
    texts: dict[str, str | None] = {
        "TITLE": values.title,
        "PATH": render(values.share_path, "share_message").text,
        "QUERY": render(values.share_path, "timeline").text,
        "IMAGE_URL": values.image_url,
        "APP_ID": values.app_id or "",
        "IV": values.iv,
        "ENCRYPTED_DATA": values.encrypted_data,
    }
    lines: list[str] = []
    for line in source.splitlines():
        names = PLACEHOLDER.findall(line)
        if any(name in texts and texts[name] is None for name in names):
            _drop_comment_above(lines)
        else:
            lines.append(PLACEHOLDER.sub(_replacing(texts, language), line))
    return _with_decoding("\n".join(lines) + "\n", values)


def _replacing(texts: dict[str, str | None], language: str) -> Callable[[re.Match[str]], str]:
    def replaced(place: re.Match[str]) -> str:
        text = texts.get(place[1])
        return place[0] if text is None else literal(text, language)

    return replaced


def _drop_comment_above(lines: list[str]) -> None:
    """Drop the remark on a line that is left out."""
    if lines and lines[-1].lstrip().startswith("//"):
        lines.pop()


def _with_decoding(source: str, values: SnippetValues) -> str:
    """Put in the lines that decode what `onLoad` receives, at their indentation."""
    code = received(values.share_path, values.received_as).code
    place = re.search(r"(?m)^( *)__DECODING__$", source)
    if place is None:
        return source
    lines = code.replace("\n", f"\n{place[1]}")
    return source[: place.start(1)] + place[1] + lines + source[place.end() :]


def literal(text: str, language: str) -> str:
    """Return a text as it is written in a language, whatever it holds."""
    if language in ("php", "ruby"):
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
    escaped = UNWRITABLE.sub(_escaped, json.dumps(text, ensure_ascii=False))
    if language != "javascript":
        return escaped
    return "'" + escaped[1:-1].replace('\\"', '"').replace("'", "\\'") + "'"


def _escaped(surrogate: re.Match[str]) -> str:
    return f"\\u{ord(surrogate[0]):04x}"
