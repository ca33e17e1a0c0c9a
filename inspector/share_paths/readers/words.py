"""The links and paths between other words, or a bare path: what is left when nothing else fits."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from inspector.share_paths.escapes import escapes_removed, without_escapes
from inspector.share_paths.link import Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import with_query
from inspector.share_paths.readers import addresses, plain_text, prose

MOST_PATHS: Final = 1000


def read(pasted: Pasted) -> list[Parsed]:
    """Take the links and paths between words; where there are none, the text as a path."""
    if pasted.is_one_word and prose.GLUED.match(pasted.text):
        plain, count = without_escapes(pasted.text)
        if count:
            told = escapes_removed("path", count)
            return [replace(each, findings=(*told, *each.findings)) for each in read(Pasted(plain))]
    found = between_words(pasted)
    if found is not None:
        return found
    parsed = plain_text.bare_path(prose.unwrapped(pasted.text))
    return [parsed] if parsed else []


def between_words(pasted: Pasted) -> list[Parsed] | None:
    """Take the links and paths between words; None where there are none."""
    text = prose.unwrapped(pasted.text)
    found = prose.in_prose(text)
    if not found and not pasted.is_one_word and "\\" in text:
        found = prose.in_prose(plain_text.without_escaped_slashes(text))
    if not found:
        return None
    inner = (_read_word(Pasted(word)) for word in dict.fromkeys(found[:MOST_PATHS]))
    paths = [parsed for parsed in inner if parsed is not None]
    if len(paths) == 1 and paths[0].share_path.page and not paths[0].share_path.parameters:
        return [with_query(paths[0], prose.query_apart(text) or "")]
    return paths


def _read_word(word: Pasted) -> Parsed | None:
    found = addresses.read(word)
    return found[0] if found else plain_text.bare_path(word.text)
