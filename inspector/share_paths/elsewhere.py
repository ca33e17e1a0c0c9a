"""Share paths that were pasted where tickets are expected: named, so that they can be used."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from inspector.findings import Finding, Severity
from inspector.share_paths.link import Parsed

MOST_CHARACTERS: Final = 200_000
"""A longer text without a ticket is a log or a dump, not a path that somebody pasted."""
CODE: Final = "share_path"
SIDE_ISSUES: Final = frozenset({"app_id", "open_id", "share_ticket_handle", "already_decrypted"})
"""What a path may hold beside itself, and what says less of it."""
ANYWHERE: Final = frozenset({None, "share_message", "timeline", "navigate", "ordinary_link"})
"""Targets whose forms other texts have, too."""
REQUEST: Final = re.compile(
    r"\b(?:GET|POST|PUT|DELETE|HTTP/[12]|curl|axios|ajax|fetch|request)\b|\b(?:method|status(?:_?code)?)[\"']?\s*[:=]"
)
"""A request or a line of a server's log: its path is one of a server."""
PAGE: Final = re.compile(
    r"(?:plugin(?:-private)?://|\.{1,2}/)?[\w.${}\[\]:-]+(?:/[\w.${}\[\]:-]+)+"
)
PAGE_FOLDER: Final = re.compile(
    r"(?:plugin|pages?/|sub[\w-]*/|packages?\w*/|pkg[\w-]*/)|.*/pages?/"
)
HOOK: Final = re.compile(r"\bon(?:Load|Launch|Show|AppShow)\b|open-type|data-path|pagePath|query")


def with_path_told(text: str, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings of a text without tickets, with `share_path` where it holds a path.

    It stands first where the others only name what stands beside the path.
    """
    told = tuple(findings)
    if any(finding.code == CODE for finding in told) or not holds_path(text):
        return told
    path = Finding(CODE, Severity.INFO)
    beside = all(finding.code in SIDE_ISSUES for finding in told)
    return (path, *told) if beside else (*told, path)


def holds_path(text: str) -> bool:
    """Tell whether a text is meant as a share path, in any form; never raises."""
    if len(text) > MOST_CHARACTERS:
        return False
    from inspector.share_paths.parsing import parse  # with the first text, see the package

    return _is_certain(parse(text), text)


def _is_certain(parsed: Parsed, text: str) -> bool:
    path = parsed.share_path
    if not path.page and not path.parameters:
        return False
    if parsed.target in ANYWHERE or parsed.target == "url_link":
        if parsed.options.scene is None and REQUEST.search(text):
            return False
        return _is_page(parsed, text) if path.page else _is_options(parsed, text)
    return True


def _is_page(parsed: Parsed, text: str) -> bool:
    page = parsed.share_path.page.partition("?")[0]
    if not PAGE.fullmatch(page):
        return False
    known = PAGE_FOLDER.match(page) or HOOK.search(text) or parsed.options.scene is not None
    return bool(known or parsed.share_path.parameters or parsed.target == "url_link")


def _is_options(parsed: Parsed, text: str) -> bool:
    """Tell the options of a page from any other object and from a form."""
    alone = parsed.options.base_url is not None and not re.search(r"\s", text.strip())
    return bool(parsed.share_path.parameters and (HOOK.search(text) or alone))
