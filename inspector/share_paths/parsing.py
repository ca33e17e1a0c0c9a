"""Takes share paths back out of any text. Never raises."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from html import unescape
from typing import Final

from inspector.findings import Finding, Severity
from inspector.share_paths.api_addresses import sent_to, target_of_request
from inspector.share_paths.arrival import SCAN_TIME, unfold_link
from inspector.share_paths.blanks import blank_findings
from inspector.share_paths.escapes import escapes_removed
from inspector.share_paths.link import Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.query import several_paths
from inspector.share_paths.readers import (
    addresses,
    bare_text,
    code_texts,
    commands,
    log_records,
    members,
    page_lists,
    page_options,
    plain_text,
    request_items,
    settings,
    words,
)
from inspector.share_paths.server_paths import without_server_paths
from inspector.share_paths.share_path import SharePath

LOGGER: Final = logging.getLogger(__name__)
MOST_CHARACTERS: Final = 2_000_000
MOST_LAYERS: Final = 3
LONGEST_LAYERED: Final = 100_000
"""Longer texts are logs of many lines, each of which was quoted by one other log at most."""
QUOTED_LOG: Final = re.compile(r'"(?=[A-Za-z][\w .:=>-]{0,40}\{")')
"""The quote before a line of a console that another log has quoted without escapes."""
ESCAPED_QUOTE: Final = re.compile(r'(?<!\\)\\++"')

MODULES: Final = (
    *(commands, addresses, request_items, settings, bare_text, members, log_records),
    *(page_options, code_texts, page_lists),
)
Reader = Callable[[Pasted], list[Parsed]]


@dataclass(frozen=True, slots=True)
class Named:
    """A reader and what it is called in the log."""

    name: str
    read: Reader


def readers() -> Iterator[Named]:
    """Yield the readers, those first whose forms are the most particular."""
    for module in MODULES:
        yield Named(module.__name__.rpartition(".")[2], module.read)


def parse(text: str) -> Parsed:
    """Return the share path that a text holds, which target's form it is, and what was odd.

    Values come back plain, as the page sees them after decoding once; a value that comes from
    a variable is a blank. Of several paths the first is returned, or the current one of a
    list of compile modes; the others come along. Text in which no path is found gives an empty
    share path and the finding `no_path`, as does text that is longer than any path or
    configuration.
    """
    if len(text) > MOST_CHARACTERS:
        return plain_text.nothing()
    pasted = Pasted(unescape(text) if text.count("&quot;") > 1 else text)
    inner = plain_text.decoded_as_a_whole(pasted.text)
    if inner is not None:
        return plain_text.told_encoded(_read(Pasted(inner), MOST_LAYERS))
    code = plain_text.decoded_code(pasted.text)
    given_up: list[Finding] = []
    if code is not None and (found := _ask_readers(Pasted(code), given_up)):
        return plain_text.told_encoded(_chosen(found, given_up))
    return _read(pasted, _layers(pasted))


def _layers(pasted: Pasted) -> int:
    """Return how often a text in which nothing is found is read without its escapes."""
    return MOST_LAYERS if len(pasted.text) <= LONGEST_LAYERED else 1


def _read(pasted: Pasted, layers: int) -> Parsed:
    given_up: list[Finding] = []
    found = _ask_readers(pasted, given_up)
    if not found and layers and QUOTED_LOG.search(pasted.text):
        return _read(Pasted(QUOTED_LOG.sub("", pasted.text)), 0)
    if not found and layers and ESCAPED_QUOTE.search(pasted.text):
        inner = _read(Pasted(_unescaped(pasted.text)), layers - 1)
        if inner.share_path != SharePath(""):
            told = escapes_removed("path", len(ESCAPED_QUOTE.findall(pasted.text)))
            return replace(inner, findings=(*told, *inner.findings))
    found = found or without_server_paths(pasted.text, words.read(pasted)) or [plain_text.nothing()]
    return _chosen(found, given_up)


def _ask_readers(pasted: Pasted, given_up: list[Finding]) -> list[Parsed]:
    for reader in readers():
        try:
            found = reader.read(pasted)
        except Exception as error:  # noqa: BLE001 - one reader's fault stops no other
            given_up.append(_gave_up(reader.name, error))
            continue
        found = without_server_paths(pasted.text, found) if found else []
        if found:
            target = target_of_request(pasted.text)
            return [sent_to(target, parsed) for parsed in found] if target else found
    return []


def _gave_up(name: str, error: Exception) -> Finding:
    """Log which reader failed and where, never the words of the error: they may quote the text."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    line = trace.tb_lineno if trace else 0
    LOGGER.error("the path reader %s gave up: %s, line %d", name, type(error).__name__, line)
    return Finding("reader_gave_up", Severity.WARNING, None, {"reader": name})


def _unescaped(text: str) -> str:
    """Take one layer of escapes away, as a text has them that stood inside another text."""
    return text.replace("\\\\", "\0").replace('\\"', '"').replace("\\/", "/").replace("\0", "\\")


def _finished(parsed: Parsed) -> Parsed:
    """Take apart the `q` of a scanned link, and tell the blanks."""
    names = {parameter.name for parameter in parsed.share_path.parameters}
    unfolded = unfold_link(parsed) if SCAN_TIME in names else None
    if unfolded is not None:
        page = parsed.share_path.page
        path = SharePath(page, unfolded.share_path.parameters)
        parsed = replace(unfolded, share_path=path)
    blanks = blank_findings(parsed.share_path, "blank", Severity.INFO)
    return replace(parsed, findings=(*parsed.findings, *blanks))


def _chosen(found: list[Parsed], given_up: list[Finding]) -> Parsed:
    """Return the path to take of those that readers found, and tell which of them gave up."""
    parsed = _with_others([_finished(each) for each in found[: words.MOST_PATHS]])
    return replace(parsed, findings=(*given_up, *parsed.findings)) if given_up else parsed


def _with_others(found: list[Parsed]) -> Parsed:
    """Return the path to take, with the others; equal ones count once."""
    different = list(_different(found))
    number = next((at for at, parsed in enumerate(different) if parsed.current), 0)
    chosen = different.pop(number)
    if not different:
        return chosen
    told = several_paths(len(different) + 1, number + 1)
    return replace(chosen, findings=(told, *chosen.findings), others=tuple(different))


def _different(found: Iterable[Parsed]) -> Iterator[Parsed]:
    seen = set()
    for parsed in found:
        key = parsed.share_path, parsed.target, parsed.options
        if key not in seen:
            seen.add(key)
            yield parsed
