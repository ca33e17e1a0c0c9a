"""Addresses of the platform's server: they say of a body what it leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from inspector.share_paths.link import Parsed
from inspector.share_paths.target import Target, targets

ADDRESS: Final = re.compile(r"/(?:wxa|wxaapp)/(\w+)  # `/wxa/getwxacode`", re.VERBOSE)
MOST_CHARACTERS: Final = 200_000
"""A longer text is a log of many requests."""


def target_of_request(text: str) -> Target | None:
    """Return the target whose request a text sends, where it names the address of only one."""
    if "/wxa" not in text or len(text) > MOST_CHARACTERS:
        return None
    named = set(ADDRESS.findall(text))
    sent = [each for each in targets() if each.platform_issued and _name(each) in named]
    return sent[0] if len(sent) == 1 else None


def sent_to(target: Target, parsed: Parsed) -> Parsed:
    """Name the target of a request, of whose body alone several others might be meant."""
    if parsed.target not in ("share_message", *_asked_of_platform()):
        return parsed
    findings = tuple(f for f in parsed.findings if f.code != "leading_slash")
    return replace(parsed, target=target.name, findings=findings)


def _asked_of_platform() -> Iterator[str]:
    return (target.name for target in targets() if target.platform_issued)


def _name(target: Target) -> str:
    """Return the last part of the address of a target's request: `getwxacode`."""
    return target.request.partition("?")[0].rpartition("/")[2]
