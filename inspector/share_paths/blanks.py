"""Blanks: places in a share path that a variable fills, written `${name}`.

A blank stands in a name, a value or a page like any other text. Source code brings it along
(`'?id=' + id` is `?id=${id}`), a table or a person fills it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from inspector.findings import Finding, Severity
from inspector.share_paths.share_path import SharePath

BLANK: Final = re.compile(r"\$\{([^{}]+)\}")


def blank(name: str) -> str:
    """Return the blank of that name."""
    return f"${{{name}}}"


def blanks_in(*texts: str) -> tuple[str, ...]:
    """Return the names of the blanks in some texts, each once, in order."""
    return tuple(dict.fromkeys(name.strip() for text in texts for name in BLANK.findall(text)))


def blanks_of(share_path: SharePath) -> tuple[str, ...]:
    """Return the names of the blanks in the page and in the parameters that are on."""
    return blanks_in(share_path.page, *(t for p in share_path.enabled for t in (p.name, p.value)))


def without_blanks(text: str) -> str:
    """Return the text with nothing where the blanks are, to count and to check its letters."""
    return BLANK.sub("", text)


def filled(share_path: SharePath, values: Mapping[str, str]) -> SharePath:
    """Return the path with each blank filled for which there is a value."""

    def value_of(place: re.Match[str]) -> str:
        return values.get(place[1].strip(), place[0])

    parameters = [
        replace(p, name=BLANK.sub(value_of, p.name), value=BLANK.sub(value_of, p.value))
        for p in share_path.parameters
    ]
    return SharePath(BLANK.sub(value_of, share_path.page), parameters)


def blank_findings(share_path: SharePath, code: str, severity: Severity) -> Iterable[Finding]:
    """Yield one finding for each part of the path that holds blanks."""
    parts = [("page", share_path.page), *((p.name, p.value) for p in share_path.enabled)]
    for field, text in parts:
        names = blanks_in(text) if field == "page" else blanks_in(field, text)
        if names:
            yield Finding(code, severity, field, {"name": ", ".join(map(blank, names))})
