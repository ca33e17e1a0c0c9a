"""Takes a share path back out of any text. Never raises."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, Protocol

from inspector.findings import Finding, Severity
from inspector.share_paths.arrival import SCAN_TIME, unfold_link
from inspector.share_paths.link import Parsed
from inspector.share_paths.pasted import Pasted
from inspector.share_paths.readers import (
    launch_options,
    page_options,
    plain_text,
    platform_token,
    project_config,
    source_code,
)
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.target import targets

LOGGER: Final = logging.getLogger(__name__)
MOST_CHARACTERS: Final = 2_000_000


class Reader(Protocol):
    """Takes the texts of one form."""

    def read(self, pasted: Pasted) -> Parsed | None:
        """Return what the text holds; None when it is another form."""


def parse(text: str) -> Parsed:
    """Return the share path that a text holds, which target's form it is, and what was odd.

    Values come back plain, as the page sees them after decoding once. Text in which no path
    is found gives an empty share path and the finding `no_path`, as does text that is longer
    than any path or configuration.
    """
    if len(text) > MOST_CHARACTERS:
        return plain_text.nothing()
    pasted = Pasted(text)
    inner = plain_text.decoded_as_a_whole(pasted.text)
    if inner is not None:
        return plain_text.told_encoded(_read(Pasted(inner)))
    return _read(pasted)


def _read(pasted: Pasted) -> Parsed:
    given_up: list[Finding] = []
    parsed = None
    for reader in _readers():
        try:
            parsed = reader.read(pasted)
        except Exception as error:  # noqa: BLE001 - one reader's fault stops no other
            given_up.append(_gave_up(reader, error))
        if parsed is not None:
            break
    parsed = _with_scan_taken_apart(parsed) if parsed else _read_words(pasted)
    return replace(parsed, findings=(*given_up, *parsed.findings)) if given_up else parsed


def _gave_up(reader: Reader, error: Exception) -> Finding:
    """Log which reader failed and where, never the words of the error: they may quote the text."""
    name = getattr(reader, "__name__", "").rpartition(".")[2]
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    line = trace.tb_lineno if trace else 0
    LOGGER.error("the path reader %s gave up: %s, line %d", name, type(error).__name__, line)
    return Finding("reader_gave_up", Severity.WARNING, None, {"reader": name})


def _read_words(pasted: Pasted) -> Parsed:
    """Take the first path between other words, or a bare path."""
    found = plain_text.in_prose(pasted.text)
    if found:
        return plain_text.told_several(_read(Pasted(found[0])), len(found))
    return _with_scan_taken_apart(plain_text.read(pasted))


def _readers() -> Iterator[Reader]:
    """Yield the readers, those first whose forms are the most particular."""
    yield platform_token
    for target in targets():
        yield target.form
    yield from (project_config, launch_options, page_options, source_code)


def _with_scan_taken_apart(parsed: Parsed) -> Parsed:
    """Take apart the `q` of a scanned link; the time of the scan beside it gives it away."""
    names = {parameter.name for parameter in parsed.share_path.parameters}
    unfolded = unfold_link(parsed) if SCAN_TIME in names else None
    if unfolded is None:
        return parsed
    return replace(
        unfolded, share_path=SharePath(parsed.share_path.page, unfolded.share_path.parameters)
    )
