"""Renders a share path for a target and says what will not work, before anyone scans it."""

from __future__ import annotations

from collections.abc import Collection

from inspector.share_paths.checks import check
from inspector.share_paths.link import Link, Options
from inspector.share_paths.share_path import SharePath
from inspector.share_paths.target import find_target

NO_OPTIONS = Options()


def render(
    share_path: SharePath,
    target_name: str,
    options: Options = NO_OPTIONS,
    *,
    pages: Collection[str] | None = None,
) -> Link:
    """Return the share path in the form of a target, with its findings.

    `pages` are the pages of the mini program at hand; None when it is not known.

    Raises:
        UnknownTarget: There is no target of that name. Nothing in a path or option raises.
    """
    target = find_target(target_name)
    written = target.form.write(share_path, options)
    return Link(
        target=target.name,
        text=written.text,
        opens=target.opens,
        findings=tuple(check(target, share_path, options, written, pages=pages)),
        scannable=target.scannable,
        used=len(written.counted),
        limit=target.limit,
    )
