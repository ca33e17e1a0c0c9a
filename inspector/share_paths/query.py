"""Page and parameters <-> the texts `a=1&b=2` and `pages/index/index?a=1&b=2`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from inspector.findings import Finding, Severity
from inspector.share_paths.encoding import (
    decode_leniently,
    encode_component,
    encode_path,
    looks_encoded,
)
from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.share_path import Parameter, SharePath

SEPARATORS: Final = re.compile("[?&=#]")
PAGE_END: Final = re.compile("[?&]")
NO_OPTIONS: Final = Options()
PART_END: Final = re.compile("[?&=]")
QUERY_HEAD: Final = re.compile(r"[^/?=&]*=|[^/?=&]*&[^/?]*=")


def write_page(share_path: SharePath, *, slash: bool) -> str:
    """Return the page, with a leading slash or without; what would cut it is encoded."""
    page = encode_path(share_path.page)
    return f"/{page}" if slash else page


def write_query(parameters: Iterable[Parameter]) -> str:
    """Return `name=value&...`, each name and value encoded once."""
    return "&".join(f"{encode_component(p.name)}={encode_component(p.value)}" for p in parameters)


def write_path(share_path: SharePath, *, slash: bool) -> str:
    """Return `page?query`, or the page alone when no parameter is on."""
    query = write_query(share_path.enabled)
    return write_page(share_path, slash=slash) + (f"?{query}" if query else "")


def read_page(text: str) -> tuple[str, list[Finding]]:
    """Return the plain page of a written one, and what was odd about it."""
    page, malformed = decode_leniently(text)
    return page, [lone_percent("page", malformed)] if malformed else []


def read_query(text: str) -> tuple[tuple[Parameter, ...], list[Finding]]:
    """Return the plain parameters of a written query, and what was odd about it."""
    parameters: list[Parameter] = []
    findings: list[Finding] = []
    pieces = [piece for piece in text.split("&") if piece]
    for place, piece in enumerate(pieces):
        raw_name, equals, raw_value = piece.partition("=")
        (name, bad_name), (value, bad_value) = map(decode_leniently, (raw_name, raw_value))
        if not equals and place > 0:
            findings.append(raw_separator(parameters[-1].name, "&"))
        parameters.append(Parameter(name, value))
        findings += [raw_separator(name, found) for found in _separators(raw_name, raw_value)]
        if bad_name + bad_value:
            findings.append(lone_percent(name, bad_name + bad_value))
        elif looks_encoded(value):
            findings.append(double_encoded(name))
    return tuple(parameters), findings


def read_encoded(text: str) -> tuple[str, list[Finding]]:
    """Decode a path or query that stands encoded as a whole inside an address.

    Left as it is, with a finding, where somebody forgot that encoding.
    """
    bare = PART_END.search(text)
    if bare:
        return text, [raw_separator("query", bare[0])]
    return decode_leniently(text)[0], []


def read_path(text: str, target: str | None = None, options: Options = NO_OPTIONS) -> Parsed:
    """Take `page?query`, a page alone, or a query alone; never raises."""
    findings: list[Finding] = []
    if QUERY_HEAD.match(text):
        page_text, query_text = "", text
    else:
        page_text, query_text, findings = _cut_page(text)
    page, page_findings = read_page(page_text)
    parameters, query_findings = read_query(query_text)
    findings += [*page_findings, *query_findings]
    return Parsed(SharePath(page, parameters), target, options, tuple(findings))


def read_page_and_query(
    page_text: str, query_text: str, target: str | None, options: Options = NO_OPTIONS
) -> Parsed:
    """Take a page and a query that stand apart, as in most request bodies; never raises."""
    page, page_findings = read_page(page_text)
    parameters, query_findings = read_query(query_text.removeprefix("?"))
    findings = (*page_findings, *query_findings)
    return Parsed(SharePath(page, parameters), target, options, findings)


def with_slash_told(parsed: Parsed, page_text: str, *, demanded: bool) -> Parsed:
    """Tell of a leading slash where the form forbids it, or of none where it demands one."""
    if not page_text or page_text.startswith("/") is demanded:
        return parsed
    finding = Finding("leading_slash", Severity.WARNING, "page")
    return replace(parsed, findings=(finding, *parsed.findings))


def raw_separator(field: str, separator: str) -> Finding:
    """Tell that a bare separator cuts a value."""
    return Finding("raw_separator", Severity.WARNING, field, {"separator": separator})


def lone_percent(field: str, count: int) -> Finding:
    """Tell that `decodeURIComponent` throws on this text."""
    return Finding("lone_percent", Severity.WARNING, field, {"count": count})


def double_encoded(field: str) -> Finding:
    """Tell that a value is still encoded after it has been decoded once."""
    return Finding("double_encoded", Severity.WARNING, field)


def several_paths(count: int, number: int) -> Finding:
    """Tell that a text holds several paths, and which was taken, counted from 1."""
    return Finding("several_paths", Severity.INFO, None, {"count": count, "number": number})


def _cut_page(text: str) -> tuple[str, str, list[Finding]]:
    """Cut at the first `?`; a page that ends in `&` instead is told."""
    end = PAGE_END.search(text)
    if end is None:
        return text, "", []
    findings = [raw_separator("page", "&")] if end[0] == "&" else []
    return text[: end.start()], text[end.end() :], findings


def _separators(raw_name: str, raw_value: str) -> Iterator[str]:
    """Yield each kind of separator that stands bare in a name or value, once."""
    yield from dict.fromkeys(SEPARATORS.findall(raw_name + raw_value))
