"""Page and parameters <-> the texts `a=1&b=2` and `pages/index/index?a=1&b=2`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from inspector.findings import Finding, Severity
from inspector.share_paths.encoding import (
    PLAIN_BLANK,
    decode_leniently,
    encode_around,
    encode_component,
    encode_path,
    looks_encoded,
)
from inspector.share_paths.escapes import escapes_removed, without_escapes
from inspector.share_paths.link import Options, Parsed
from inspector.share_paths.share_path import Parameter, SharePath

SUFFIX: Final = ".html"
"""What some forms demand behind the page, and no page is ever called."""
ENCODED_SUFFIX: Final = "%2Ehtml"
SEPARATORS: Final = re.compile("[?&=#]")
PAGE_END: Final = re.compile("[?&]")
NO_OPTIONS: Final = Options()
PART_END: Final = re.compile("[?&=]")
QUERY_HEAD: Final = re.compile(r"[^/?=&]*=|[^/?=&]*&[^/?]*=")
ENCODED: Final = re.compile(r"[\w.~!*'()%-]*  # `id%3D1%26t%3D2`", re.VERBOSE)
"""A query that was encoded with its separators."""
RELATIVE: Final = re.compile(r"\.\.?/")
"""The head of a page that is meant from another page; only navigation can use it."""
MOST_TOLD: Final = 100
"""More findings about the parts of one text help nobody."""


def write_page(share_path: SharePath, *, slash: bool, html: bool = False) -> str:
    """Return the page, with a leading slash and with `.html` or without.

    What would cut it is encoded; so is an `.html` that somebody means as its name.
    """
    page = encode_around(share_path.page, encode_path)
    if page.endswith(SUFFIX):
        page = page.removesuffix(SUFFIX) + ENCODED_SUFFIX
    if slash and not RELATIVE.match(page):
        page = f"/{page}"
    return page + SUFFIX if html else page


def write_query(parameters: Iterable[Parameter]) -> str:
    """Return `name=value&...`, each name and value encoded once, blanks as they are."""
    return "&".join(map(_written, parameters))


def _written(parameter: Parameter) -> str:
    """Return `name=value`; a blank that stands for a whole query is left alone."""
    if not parameter.value and PLAIN_BLANK.fullmatch(parameter.name):
        return parameter.name
    return f"{_encoded(parameter.name)}={_encoded(parameter.value)}"


def _encoded(text: str) -> str:
    return encode_around(text, encode_component)


def write_path(share_path: SharePath, *, slash: bool, html: bool = False) -> str:
    """Return `page?query`, or the page alone when no parameter is on."""
    query = write_query(share_path.enabled)
    return write_page(share_path, slash=slash, html=html) + (f"?{query}" if query else "")


def read_page(text: str, *, html: bool = False) -> tuple[str, list[Finding]]:
    """Return the plain page of a written one, and what was odd about it."""
    findings = []
    written = text
    if text.endswith(SUFFIX):
        written = text.removesuffix(SUFFIX)
        if not html:
            findings.append(Finding("html_suffix", Severity.WARNING, "page"))
    page, malformed = decode_leniently(written)
    if malformed:
        findings.append(lone_percent("page", malformed))
    findings += [raw_separator("page", found) for found in _separators(page)]
    return page, findings


def read_query(text: str) -> tuple[tuple[Parameter, ...], list[Finding]]:
    """Return the plain parameters of a written query, and what was odd about it."""
    parameters: list[Parameter] = []
    findings: list[Finding] = []
    pieces = [piece for piece in text.split("&") if piece]
    for place, piece in enumerate(pieces):
        raw_name, equals, raw_value = piece.partition("=")
        (name, bad_name), (value, bad_value) = map(decode_leniently, (raw_name, raw_value))
        if not equals and place > 0 and not PLAIN_BLANK.fullmatch(piece):
            findings.append(raw_separator(parameters[-1].name, "&"))
        parameters.append(Parameter(name, value))
        findings += [raw_separator(name, found) for found in _separators(raw_name + raw_value)]
        if bad_name + bad_value:
            findings.append(lone_percent(name, bad_name + bad_value))
        elif looks_encoded(value):
            findings.append(double_encoded(name))
    return tuple(parameters), findings[:MOST_TOLD]


def read_encoded(text: str) -> tuple[str, list[Finding]]:
    """Decode a path or query that stands encoded as a whole inside an address.

    Left as it is, with a finding, where somebody forgot that encoding.
    """
    bare = PART_END.search(text)
    if bare:
        return text, [raw_separator("query", bare[0])]
    return decode_leniently(text)[0], []


def read_path(
    text: str, target: str | None = None, options: Options = NO_OPTIONS, *, html: bool = False
) -> Parsed:
    """Take `page?query`, a page alone, or a query alone; never raises.

    Args:
        text: The written path; escapes that it picked up in code or markup are taken away.
        target: The target to name in the result.
        options: What else is known.
        html: True where the form demands `.html` behind the page.
    """
    plain, escaped = without_escapes(text)
    findings = escapes_removed("path", escaped)
    page_text, query_text = "", plain
    if not QUERY_HEAD.match(plain):
        page_text, query_text, cut = _cut_page(plain)
        findings += cut
    page, page_findings = read_page(page_text, html=html)
    parameters, query_findings = read_query(query_text)
    findings += [*page_findings, *query_findings]
    return Parsed(SharePath(page, parameters), target, options, tuple(findings))


def with_query(parsed: Parsed, query_text: str) -> Parsed:
    """Add the parameters of a query that stands apart from the path, as in most bodies."""
    plain, escaped = without_escapes(query_text.removeprefix("?"))
    encoded = "%3d" in plain.lower() and ENCODED.fullmatch(plain)
    parameters, findings = read_query(decode_leniently(plain)[0] if encoded else plain)
    findings += [double_encoded("query")] if encoded else []
    told = escapes_removed("query", escaped)
    share_path = parsed.share_path
    return replace(
        parsed,
        share_path=SharePath(share_path.page, [*share_path.parameters, *parameters]),
        findings=(*parsed.findings, *told, *findings),
    )


def with_slash_told(parsed: Parsed, page_text: str, *, demanded: bool) -> Parsed:
    """Tell of a leading slash where the form forbids it, or of none where it demands one."""
    if not page_text or page_text.startswith("/") is demanded or RELATIVE.match(page_text):
        return parsed
    if page_text.startswith(("plugin", "${")):
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


def _separators(text: str) -> Iterator[str]:
    """Yield each kind of separator that stands in a text, once."""
    yield from dict.fromkeys(SEPARATORS.findall(text))
